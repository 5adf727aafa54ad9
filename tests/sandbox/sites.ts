import { answerDinero, quotaExceeded } from './dinero-api.ts';
import { answerToken, clientAuthorization, tokenAuthorization } from './dinero-auth.ts';
import { dineroPage } from './dinero-pages.ts';
import { answerEffihub, effihubAuthorization, tooManyRequests } from './effihub-api.ts';
import { effihubPage } from './effihub-pages.ts';
import type { System } from './faults.ts';
import { type Answer, type Authorization, type Call, text } from './http.ts';
import { answerVisma, vismaAuthorization } from './visma.ts';
import type { World } from './world.ts';

/** One virtual host. */
export interface Site {
  system: System;
  /** A web page, not an API. */
  isPage: boolean;
  answer(world: World, call: Call): Answer;
  authorize(world: World, call: Call): Authorization;
  /** How this host says "too many requests". */
  rateLimited(world: World, retryAfter: number): Answer;
}

const signedIn = (): Authorization => 'ok';
const dineroLimit = (world: World, retryAfter: number): Answer =>
  quotaExceeded(Number.isFinite(world.limits.dinero) ? world.limits.dinero : 100, retryAfter);
const effihubLimit = (_: World, retryAfter: number): Answer => tooManyRequests(retryAfter);

const dinero = { system: 'dinero', isPage: false, rateLimited: dineroLimit } as const;
const effihub = { system: 'effihub', isPage: false, rateLimited: effihubLimit } as const;

const sites: Record<string, Site> = {
  'api.dinero.dk': { ...dinero, answer: answerDinero, authorize: tokenAuthorization },
  'authz.dinero.dk': { ...dinero, answer: answerToken, authorize: clientAuthorization },
  'connect.visma.com': { ...dinero, answer: answerVisma, authorize: vismaAuthorization },
  'app.dinero.dk': { ...dinero, isPage: true, answer: dineroPage, authorize: signedIn },
  'api.effihub.com': { ...effihub, answer: answerEffihub, authorize: effihubAuthorization },
};

/** @returns undefined for a host that is neither Dinero's nor Effihub's */
export function siteOf(host: string): Site | undefined {
  if (sites[host]) return sites[host];
  if (!/^[a-z0-9-]+\.effihub\.com$/.test(host)) return undefined;
  return { ...effihub, isPage: true, answer: effihubPage, authorize: signedIn };
}

export const unknownHost = (): Answer => text(421, 'The sandbox does not serve this host.');
