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

/** Visma Connect, as far as a public integration of Dinero's needs it. */
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
  /** The transport for token requests, which count against no limit. */
  http?: Http;
}

/** What a token request gives. `expiresAt` in ms. */
export interface Grant {
  accessToken: string;
  expiresAt: number;
  refreshToken: string;
}

/** The token endpoint. Everything thrown is a ProblemError. */
export interface VismaTokens {
  readonly client: Client;
  /** The client's own, as they are typed and as they are sent. */
  readonly secrets: readonly string[];
  /** @param answer what came back from the user, checked by the library */
  exchange(answer: URLSearchParams, redirectUri: string, codeVerifier: string): Promise<Grant>;
  refresh(refreshToken: string, secrets: readonly string[]): Promise<Grant>;
}

/** The library builds the requests and checks the answers; our transport carries them. */
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
      // The library's own errors hold the answer, and with it the tokens.
      throw problemOf(error) ? error : new ProblemError({ system: 'dinero', code: 'garbled' });
    });
    // An answer without a refresh token means that the one before goes on.
    const data = { refresh_token: refreshToken, ...answer };
    const { seconds, ...grant } = checked('dinero', grantAnswer, { status: 200, data });
    return { ...grant, expiresAt: now() + seconds * 1000 };
  }

  return {
    client,
    secrets: own,
    exchange: (answer, redirectUri, codeVerifier) =>
      // A code works once. Sent again after a lost answer, it would end the sign-in as if it were stolen.
      ask('never', [codeVerifier, ...answer.getAll('code')], async (sent) => {
        const args = [answer, redirectUri, codeVerifier, sent] as const;
        const response = await authorizationCodeGrantRequest(VISMA, client, basic, ...args);
        return processAuthorizationCodeResponse(VISMA, client, response);
      }),
    refresh: (refreshToken, secrets) =>
      // A lost answer may have taken the token's successor with it. Many servers, but not by any promise, take the old
      // one until the new one was used; where they don't, waiting for the next time would help no more than asking now.
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

/** The pair as a header carries it; id and secret are encoded first, so `btoa` of what was typed is another text. */
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
  // No page and no empty answer is Visma Connect's own no.
  if (status === 400 && !error) return { system: 'dinero', code: 'garbled', status, quote };
  return { system: 'dinero', code: codeOfStatus(status), status, quote };
};
