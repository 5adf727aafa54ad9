import { sha256Hex } from '../../domain/sha256.ts';
import { quoteOf } from '../http/answer.ts';
import { codeOfStatus, entriesOf, type ReadErrorResponse, textsIn } from '../http/error-response.ts';
import { createHttp, type Http } from '../http/http.ts';
import { checked } from '../http/schema.ts';
import { singleFlight } from '../http/single-flight.ts';
import { tokenAnswer } from './schema.ts';

/** Gives the token that a call needs. */
export interface Auth {
  /** What no answer of Dinero's may be quoted with, besides the token. */
  readonly secrets: readonly string[];
  /**
   * A token that is good for another minute at least.
   * @throws ProblemError `wrong-credentials` with the field (`clientId`, `apiKey`) that Dinero refused, where it says so;
   *   `signed-out` when the user has to sign in again
   */
  token(signal?: AbortSignal): Promise<string>;
  /** Drops the token, or only this one: another caller may have a newer one already. */
  forget(token?: string): Promise<void>;
}

/** A memory that outlives the worker but not the browser. */
export interface TokenStore {
  load(key: string): Promise<StoredToken | undefined>;
  save(key: string, token: StoredToken): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
  /** Whoever else keeps something there has names of its own. */
  keys(): Promise<string[]>;
}

/** `expiresAt` in ms. */
export interface StoredToken {
  token: string;
  expiresAt: number;
}

export interface PersonalAuthOptions {
  clientId: string;
  clientSecret: string;
  apiKey: string;
  fetch?: typeof fetch;
  tokens: TokenStore;
  now?: () => number;
  /** The transport for token requests, which count against no limit. */
  http?: Http;
}

/** What the name of every personal integration's access token begins with. */
export const PERSONAL_TOKEN = 'dinero:';

/** The name that an access token is kept under: credentials that change must not find the token of the old ones. */
export async function personalTokenKey(
  credentials: Pick<PersonalAuthOptions, 'clientId' | 'clientSecret' | 'apiKey'>,
): Promise<string> {
  const { clientId, clientSecret, apiKey } = trimmed(credentials);
  return PERSONAL_TOKEN + (await sha256Hex(`${clientId}\n${clientSecret}\n${apiKey}`)).slice(0, 24);
}

const trimmed = ({
  clientId,
  clientSecret,
  apiKey,
}: Pick<PersonalAuthOptions, 'clientId' | 'clientSecret' | 'apiKey'>) => ({
  clientId: clientId.trim(),
  clientSecret: clientSecret.trim(),
  apiKey: apiKey.trim(),
});

const TOKEN_URL = 'https://authz.dinero.dk/dineroapi/oauth/token';
/** How long before its end a token counts as over. */
export const EARLY_MS = 60_000;

/** Tokens for a personal integration: client id and secret, and one API key per organization. */
export function createPersonalAuth(options: PersonalAuthOptions): Auth {
  const { tokens, now = Date.now } = options;
  const { clientId, clientSecret, apiKey } = trimmed(options);
  const basic = base64(`${clientId}:${clientSecret}`);
  const secrets = [clientSecret, apiKey, basic];
  const http = options.http ?? createHttp({ system: 'dinero', fetch: options.fetch });
  const key = personalTokenKey(options);
  let held: StoredToken | undefined;

  async function obtain(): Promise<string> {
    held ??= await tokens.load(await key);
    if (held && held.expiresAt - EARLY_MS > now()) return held.token;
    const answer = await http.request('POST', TOKEN_URL, {
      headers: { authorization: `Basic ${basic}` },
      body: new URLSearchParams({
        grant_type: 'password',
        scope: 'read write',
        username: apiKey,
        password: apiKey,
      }),
      // A token asked for twice does no harm.
      retry: 'read',
      readError: tokenProblem,
      secrets,
      isAnswerSecret: true,
    });
    const { token, seconds } = checked('dinero', tokenAnswer, answer);
    held = { token, expiresAt: now() + seconds * 1000 };
    await tokens.save(await key, held);
    return token;
  }

  return {
    secrets,
    token: singleFlight(obtain),
    async forget(token) {
      held ??= await tokens.load(await key);
      if (held && (token === undefined || held.token === token)) {
        held = { token: '', expiresAt: 0 };
        await tokens.save(await key, held);
      }
    },
  };
}

const tokenProblem: ReadErrorResponse = ({ status, data, text }) => {
  const body = new Map(entriesOf(data));
  const [error = ''] = textsIn(body.get('error'));
  const [quote = error || quoteOf(text)] = textsIn(body.get('error_description'));
  if (status !== 400 && status !== 401)
    return { system: 'dinero', code: codeOfStatus(status), status, quote };
  const field = { invalid_client: 'clientId', invalid_grant: 'apiKey' }[error];
  return {
    system: 'dinero',
    code: 'wrong-credentials',
    status,
    quote,
    fields: field ? [{ field, message: quote ?? error }] : [],
  };
};

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
