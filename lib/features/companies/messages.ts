/** What the settings show and send: which companies are connected, and how. Plain data. */
import * as v from 'valibot';
import type { Company, DineroKind } from '../../domain/company.ts';
import { message, OWN_READ, OWN_WRITE, READ, WRITE } from '../../messaging/define.ts';
import { connection, id, line, ofConnection } from '../../messaging/schema-parts.ts';
import type { Overview } from '../overview/messages.ts';

/** A connection as the settings show it: a saved secret is a yes, never its text. */
export interface CompanySettings {
  company: Company;
  dinero: DineroKind;
  clientId: string;
  /** `''` without an API. */
  baseUrl: string;
  saved: {
    /** The API key, or a sign-in with Visma Connect. */
    key: boolean;
    token: boolean;
  };
  /** Its sign-in with Visma Connect serves other companies, too: signing out is for all of them. */
  sharesSignIn: boolean;
}

export interface SettingsInfo {
  /** By what they are called. */
  companies: CompanySettings[];
  /** The one last used. */
  current?: string;
  /** Clients whose secret is saved, the one last used first, and whether somebody is signed in with it. */
  clients: { kind: DineroKind; clientId: string; signedIn: boolean }[];
  /** What has to be registered with Visma Connect. */
  redirectUri: string;
}

/** Of an organization that can be connected. */
export interface GrantedOrganization {
  id: number;
  name: string;
}

interface SignedIn {
  signInId: string;
  organizations: GrantedOrganization[];
}

const organizationId = v.pipe(v.string(), v.regex(/^\d{0,12}$/));
const client = { clientId: line, clientSecret: line, organizationId };

const dineroFields = v.variant('kind', [
  v.object({ kind: v.literal('personal'), ...client, apiKey: line }),
  v.object({ kind: v.literal('visma'), ...client, signInId: v.pipe(v.string(), v.maxLength(200)) }),
]);

/**
 * An empty secret keeps the saved one. An empty `organizationId` with an API key: the company that the key belongs to. An
 * empty `signInId` keeps the saved sign-in.
 */
export type DineroFields = v.InferOutput<typeof dineroFields>;

const effihubFields = v.variant('kind', [
  v.object({ kind: v.literal('api'), baseUrl: line, token: line }),
  v.object({ kind: v.literal('sheet'), account: line }),
]);

/** `sheet`: without an API. `account` as its address begins: `nordisktekst` of `nordisktekst.effihub.com`. */
export type EffihubFields = v.InferOutput<typeof effihubFields>;

/** The company to be changed; without it one is added. */
const maybeConnection = { connectionId: v.optional(id) };

export const companyMessages = {
  settings: message(OWN_READ, v.undefined()).answers<SettingsInfo>(),
  /** Tests with what is typed and, where a company is named, with what is saved for it. */
  testDinero: message(OWN_READ, v.object({ ...maybeConnection, dinero: dineroFields })).answers<{
    organizationId: number;
    organizationName: string;
  }>(),
  testEffihub: message(OWN_READ, v.object({ ...maybeConnection, effihub: effihubFields })).answers<{
    accountId: string;
    accountName: string;
  }>(),
  /** Tests both, then saves both or nothing. */
  saveConnection: message(
    OWN_WRITE,
    v.object({ ...maybeConnection, dinero: dineroFields, effihub: effihubFields }),
  ).answers<Company>(),
  /** Signs in with Visma Connect. The outcome is kept until the browser is closed, or until it is saved. */
  signIn: message(OWN_WRITE, v.object({ clientId: line, clientSecret: line })).answers<SignedIn>(),
  /** What the saved sign-in of a client gives access to: it can serve another company, too. */
  savedSignIn: message(OWN_READ, v.object({ clientId: line })).answers<SignedIn>(),
  /** Forgets a company's sign-in. */
  signOut: message(OWN_WRITE, ofConnection).answers<void>(),
  /** The companies and accounts whose pages are open, the one looked at last first. */
  openPages: message(OWN_READ, v.undefined()).answers<{ organizationIds: string[]; accounts: string[] }>(),
  /** Makes a company the one last used. */
  useCompany: message(OWN_WRITE, ofConnection).answers<void>(),
  /** An empty name: Dinero's own. */
  renameCompany: message(
    OWN_WRITE,
    v.object({ ...connection, name: v.pipe(v.string(), v.maxLength(200)) }),
  ).answers<void>(),
  /** While it is paused nothing is read or written for it. */
  pauseCompany: message(WRITE, v.object({ ...connection, paused: v.boolean() })).answers<void>(),
  /** Removes it with everything that is stored about it here. */
  removeCompany: message(OWN_WRITE, ofConnection).answers<void>(),
  /** Asks Effihub how its own integration is set, and with `whole` Dinero whose key it is. Pushed as an update, too. */
  checkConnection: message(
    READ,
    v.object({ ...connection, whole: v.optional(v.boolean()) }),
  ).answers<Overview>(),
};
