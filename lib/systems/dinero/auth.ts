import { sha256Hex } from '../../domain/sha256.ts';
import { quoteOf } from '../http/answer.ts';
import { codeOfStatus, entriesOf, type ReadErrorResponse, textsIn } from '../http/error-response.ts';
import { createHttp, type Http } from '../http/http.ts';
import { checked } from '../http/schema.ts';
import { singleFlight } from '../http/single-flight.ts';
import { tokenAnswer } from './schema.ts';

/** Provides access tokens. */
export interface Auth {
  /** Secrets that no quote of Dinero's answers may contain, besides the token. */
  readonly secrets: readonly string[];
  /**
   * A token that is valid for another minute at least.
   * @throws ProblemError `wrong-credentials` with the field (`clientId`, `apiKey`) that Dinero refused, if it says
   *   so; `signed-out` when the user has to sign in again
   */
  token(signal?: AbortSignal): Promise<string>;
  /** Discards the token. With `token` only this one, since another caller may already have a newer one. */
  forget(token?: string): Promise<void>;
}

/** Token storage that survives the worker but not the browser. */
export interface TokenStore {
  load(key: string): Promise<StoredToken | undefined>;
  save(key: string, token: StoredToken): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
  /** All keys in the storage, others' included. */
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
  /** Transport for token requests, which no limit counts. */
  http?: Http;
}

/** Prefix of the storage keys of personal integrations' tokens. */
export const PERSONAL_TOKEN = 'dinero:';

/** Storage key of an access token. It depends on the credentials, so changed credentials never find the old token. */
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
/** Tokens count as expired this long before they do. */
export const EARLY_MS = 60_000;

/** Tokens for a personal integration: client id and secret, and an API key per organization. */
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
      // Requesting a token twice does no harm.
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
