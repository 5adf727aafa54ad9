import {
  AuthorizationResponseError,
  calculatePKCECodeChallenge,
  generateRandomCodeVerifier,
  generateRandomState,
  validateAuthResponse,
} from 'oauth4webapi';
import { type Problem, ProblemError } from '../../domain/problem.ts';
import { sanitized } from '../http/error-response.ts';
import { createVismaTokens, type Grant, VISMA, type VismaOptions } from './visma.ts';

const SCOPES = 'dineropublicapi:read dineropublicapi:write offline_access';

/** To be remembered until the user comes back; the verifier is a secret. */
export interface BegunSignIn {
  /** The address to send the user to. */
  url: string;
  state: string;
  codeVerifier: string;
}

/** Starts a sign-in with Visma Connect: authorization code with PKCE. */
export async function beginSignIn(options: { clientId: string; redirectUri: string }): Promise<BegunSignIn> {
  const state = generateRandomState();
  const codeVerifier = generateRandomCodeVerifier();
  const url = new URL(VISMA.authorization_endpoint);
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: options.clientId.trim(),
    redirect_uri: options.redirectUri,
    scope: SCOPES,
    state,
    code_challenge: await calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
  }).toString();
  return { url: url.href, state, codeVerifier };
}

export interface FinishOptions extends VismaOptions {
  redirectUri: string;
  begun: BegunSignIn;
  /** The address that the user came back to. */
  answerUrl: string;
}

/**
 * Exchanges the answer for tokens.
 * @throws ProblemError `declined` when the user said no; `signed-out` when the code has expired or was used already
 */
export async function finishSignIn(options: FinishOptions): Promise<Grant> {
  const { redirectUri, begun } = options;
  const visma = createVismaTokens(options);
  let answer: URLSearchParams;
  try {
    const url = new URL(options.answerUrl);
    const expected = new URL(redirectUri);
    if (url.origin !== expected.origin || url.pathname !== expected.pathname) throw new Error('elsewhere');
    answer = validateAuthResponse(VISMA, visma.client, url, begun.state);
  } catch (error) {
    // The library's error contains the whole answer.
    const secrets = [...visma.secrets, begun.codeVerifier, begun.state, ...codesIn(options.answerUrl)];
    throw new ProblemError(sanitized(answerProblem(error), secrets));
  }
  return visma.exchange(answer, redirectUri, begun.codeVerifier);
}

function answerProblem(error: unknown): Problem {
  if (!(error instanceof AuthorizationResponseError)) return { system: 'dinero', code: 'garbled' };
  const quote = error.error_description ?? error.error;
  switch (error.error) {
    case 'access_denied':
      return { system: 'dinero', code: 'declined' };
    case 'server_error':
    case 'temporarily_unavailable':
      return { system: 'dinero', code: 'unreachable', quote };
    default: {
      // Everything else is about the client's registration: its addresses, scopes or grant types.
      const fields = [{ field: 'vismaClient', message: quote }];
      return { system: 'dinero', code: 'wrong-credentials', quote, fields };
    }
  }
}

/** The codes in an address, even if the rest of it is invalid. */
function codesIn(address: string): string[] {
  return [...address.matchAll(/[?&#]code=([^&#]*)/g)].flatMap(([, code = '']) => {
    return [code, ...new URLSearchParams(`code=${code}`).getAll('code')];
  });
}
