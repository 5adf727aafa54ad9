import { type Answer, type Authorization, type Call, json } from './http.ts';
import { asset } from './page.ts';
import { authorizePage, consentGiven } from './visma-consent.ts';
import { answerVismaToken, vismaClientOf } from './visma-token.ts';
import type { World } from './world.ts';

/** `https://connect.visma.com`: the page where a user gives access, and the tokens of a public integration. */
export function answerVisma(world: World, call: Call): Answer {
  const file = asset(call.path);
  if (file) return file;
  switch (`${call.method} ${call.path}`) {
    case 'GET /connect/authorize':
      return authorizePage(world, call.query);
    case 'POST /connect/consent':
      return consentGiven(world, new URLSearchParams(call.text));
    case 'POST /connect/token':
      return answerVismaToken(world, call);
    default:
      return json(404, { error: 'not_found' });
  }
}

/** Judges the client id and secret of a token request; on a page, the user is signed in. */
export function vismaAuthorization(world: World, call: Call): Authorization {
  if (call.path !== '/connect/token') return 'ok';
  if (!call.headers.authorization) return 'missing';
  return vismaClientOf(world, call) ? 'ok' : 'wrong';
}
