import {
  type AuthorizationServer,
  authorizationCodeGrantRequest,
  type Client,
  ClientSecretBasic,
  customFetch,
  processAuthorizationCodeResponse,
  processRefreshTokenResponse,
  refreshTokenGrantRequest,
  type TokenEndpointRequestOptions,
  type TokenEndpointResponse,
} from 'oauth4webapi';
import { ProblemError, problemOf } from '../../domain/problem.ts';
import { quoteOf } from '../http/answer.ts';
import { codeOfStatus, entriesOf, type ReadErrorResponse, textsIn } from '../http/error-response.ts';
import { createHttp, type Http } from '../http/http.ts';
import { checked } from '../http/schema.ts';
import { grantAnswer } from './schema.ts';

/** Visma Connect's endpoints, as far as a public integration needs them. */
export const VISMA = {
  issuer: 'https://connect.visma.com',
  authorization_endpoint: 'https://connect.visma.com/connect/authorize',
  token_endpoint: 'https://connect.visma.com/connect/token',
} satisfies AuthorizationServer;

export interface VismaOptions {
  clientId: string;
  clientSecret: string;
  fetch?: typeof fetch;
  now?: () => number;
  /** Transport for token requests, which no limit counts. */
  http?: Http;
}

/** The result of a token request. `expiresAt` in ms. */
export interface Grant {
  accessToken: string;
  expiresAt: number;
  refreshToken: string;
}

/** The token endpoint. Throws only ProblemError. */
export interface VismaTokens {
  readonly client: Client;
  /** The client's secrets, as typed and as sent. */
  readonly secrets: readonly string[];
  /** @param answer the authorization response, validated by the library */
  exchange(answer: URLSearchParams, redirectUri: string, codeVerifier: string): Promise<Grant>;
  refresh(refreshToken: string, secrets: readonly string[]): Promise<Grant>;
}

/** The library builds the requests and validates the answers; our transport sends them. */
export function createVismaTokens(options: VismaOptions): VismaTokens {
  const { now = Date.now } = options;
  const http = options.http ?? createHttp({ system: 'dinero', fetch: options.fetch });
  const client: Client = { client_id: options.clientId.trim().toWellFormed() };
  const clientSecret = options.clientSecret.trim().toWellFormed();
  const basic = ClientSecretBasic(clientSecret);
  const own = [clientSecret, basicOf(basic, client)];

  async function ask(
    retry: 'read' | 'never',
    secrets: readonly string[],
    request: (options: TokenEndpointRequestOptions) => Promise<TokenEndpointResponse>,
    refreshToken?: string,
  ): Promise<Grant> {
    const answer = await request({
      async [customFetch](url, { headers, body }) {
        const { status, data } = await http.request('POST', url, {
          headers,
          body,
          retry,
          readError: tokenProblem,
          secrets: [...own, ...secrets],
          isAnswerSecret: true,
        });
        return new Response(JSON.stringify(data), {
          status,
          headers: { 'content-type': 'application/json' },
        });
      },
    }).catch((error: unknown) => {
      // The library's errors contain the answer, and with it the tokens.
      throw problemOf(error) ? error : new ProblemError({ system: 'dinero', code: 'garbled' });
    });
    // Without a refresh token in the answer, the old one stays valid.
    const data = { refresh_token: refreshToken, ...answer };
    const { seconds, ...grant } = checked('dinero', grantAnswer, { status: 200, data });
    return { ...grant, expiresAt: now() + seconds * 1000 };
  }

  return {
    client,
    secrets: own,
    exchange: (answer, redirectUri, codeVerifier) =>
      // A code works once. Repeated after a lost answer, it would look stolen and end the sign-in.
      ask('never', [codeVerifier, ...answer.getAll('code')], async (sent) => {
        const args = [answer, redirectUri, codeVerifier, sent] as const;
        const response = await authorizationCodeGrantRequest(VISMA, client, basic, ...args);
        return processAuthorizationCodeResponse(VISMA, client, response);
      }),
    refresh: (refreshToken, secrets) =>
      // A lost answer may have contained the token's successor. Many servers accept the old one until the new one is
      // used; where they do not, waiting would help no more than asking now.
      ask(
        'read',
        [refreshToken, ...secrets],
        async (sent) => {
          const response = await refreshTokenGrantRequest(VISMA, client, basic, refreshToken, sent);
          return processRefreshTokenResponse(VISMA, client, response);
        },
        refreshToken,
      ),
  };
}

/** The pair as the header carries it. Id and secret are URL-encoded first, so `btoa` of the typed ones differs. */
function basicOf(basic: ReturnType<typeof ClientSecretBasic>, client: Client): string {
  const headers = new Headers();
  void basic(VISMA, client, new URLSearchParams(), headers);
  return headers.get('authorization')?.replace(/^Basic /, '') ?? '';
}

const tokenProblem: ReadErrorResponse = ({ status, data, text }) => {
  const body = new Map(entriesOf(data));
  const [error = ''] = textsIn(body.get('error'));
  const [quote = error || quoteOf(text)] = textsIn(body.get('error_description'));
  if (error === 'invalid_grant') return { system: 'dinero', code: 'signed-out', status, quote };
  if (status === 401 || error === 'invalid_client' || error === 'unauthorized_client') {
    const fields = [{ field: 'vismaClient', message: quote ?? '' }];
    return { system: 'dinero', code: 'wrong-credentials', status, quote, fields };
  }
  // A page or an empty answer is not Visma Connect's own refusal.
  if (status === 400 && !error) return { system: 'dinero', code: 'garbled', status, quote };
  return { system: 'dinero', code: codeOfStatus(status), status, quote };
};
