import { createHash } from 'node:crypto';
import { type Answer, type Call, json } from './http.ts';
import type { VismaSignIn, World } from './world.ts';

const refused = (status: number, error: string, headers: Record<string, string> = {}): Answer =>
  json(status, { error }, { 'cache-control': 'no-store', ...headers });

/** The id of the client whose id and secret a token request carries, each encoded as in a form (RFC 6749, 2.3.1). */
export function vismaClientOf(world: World, call: Call): string | undefined {
  const basic = /^Basic (.+)$/i.exec(call.headers.authorization ?? '')?.[1];
  const [id = '', secret = ''] = Buffer.from(basic ?? '', 'base64')
    .toString('utf8')
    .split(':')
    .map(decoded);
  const client = world.vismaClients.get(id);
  return client && client.secret === secret ? id : undefined;
}

const decoded = (text: string): string => new URLSearchParams(`text=${text}`).get('text') ?? '';

/** `POST /connect/token`: a code or a refresh token for an access token. */
export function answerVismaToken(world: World, call: Call): Answer {
  if (!call.headers['content-type']?.startsWith('application/x-www-form-urlencoded'))
    return refused(400, 'invalid_request');
  const client = vismaClientOf(world, call);
  if (!client) return refused(401, 'invalid_client', { 'www-authenticate': 'Basic realm="Visma Connect"' });
  const form = new URLSearchParams(call.text);
  switch (form.get('grant_type')) {
    case 'authorization_code':
      return exchange(world, client, form);
    case 'refresh_token':
      return refresh(world, client, form.get('refresh_token') ?? '');
    default:
      return refused(400, 'unsupported_grant_type');
  }
}

function exchange(world: World, client: string, form: URLSearchParams): Answer {
  const code = world.vismaCodes.get(form.get('code') ?? '');
  if (!code || code.signIn.clientId !== client) return refused(400, 'invalid_grant');
  if (code.isUsed) {
    // Somebody else has it too.
    code.signIn.isRevoked = true;
    return refused(400, 'invalid_grant');
  }
  code.isUsed = true;
  const verifier = form.get('code_verifier') ?? '';
  const isRight =
    code.expiresAt > world.clock.now() &&
    code.redirectUri === form.get('redirect_uri') &&
    code.challenge === createHash('sha256').update(verifier).digest('base64url');
  if (!isRight) return refused(400, 'invalid_grant');
  world.vismaSignIns.push(code.signIn);
  return give(world, code.signIn);
}

/** The newest one works, and the one before it as long as the newest was never used: its answer may have been lost. */
function refresh(world: World, client: string, token: string): Answer {
  const signIn = world.vismaSignIns.find(({ refreshTokens }) => refreshTokens.includes(token));
  if (!signIn || signIn.isRevoked || signIn.clientId !== client) return refused(400, 'invalid_grant');
  const older = signIn.refreshTokens.length - 1 - signIn.refreshTokens.indexOf(token);
  if (older > 1) {
    signIn.isRevoked = true;
    return refused(400, 'invalid_grant');
  }
  if (older === 1) signIn.refreshTokens.pop();
  return give(world, signIn);
}

function give(world: World, signIn: VismaSignIn): Answer {
  const { clientId, organizations, scope } = signIn;
  const token = `sandbox-access-token-${crypto.randomUUID()}`;
  const expiresAt = world.clock.now() + world.tokenLife * 1000;
  world.tokens.set(token, { organizations, clientId, expiresAt, signIn });
  const refreshToken = `sandbox-refresh-token-${crypto.randomUUID()}`;
  const isKept = scope.split(' ').includes('offline_access');
  if (isKept) signIn.refreshTokens.push(refreshToken);
  return json(
    200,
    {
      access_token: token,
      token_type: 'Bearer',
      expires_in: world.tokenLife,
      scope,
      ...(isKept && { refresh_token: refreshToken }),
    },
    { 'cache-control': 'no-store' },
  );
}
