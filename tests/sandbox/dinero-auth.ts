import { type Answer, type Authorization, bearerOf, type Call, json } from './http.ts';
import type { Token, World } from './world.ts';

const refused = (status: number, error: string): Answer =>
  json(status, { error }, { 'cache-control': 'no-store' });

function clientOf(world: World, call: Call): string | undefined {
  const basic = /^Basic (.+)$/i.exec(call.headers.authorization ?? '')?.[1];
  if (!basic) return undefined;
  const [id = '', ...secret] = Buffer.from(basic, 'base64').toString('utf8').split(':');
  return id !== '' && world.clients.get(id) === secret.join(':') ? id : undefined;
}

/** Judges the client id and secret of a token request. */
export function clientAuthorization(world: World, call: Call): Authorization {
  if (!call.headers.authorization) return 'missing';
  return clientOf(world, call) ? 'ok' : 'wrong';
}

/** The token of an API request, as long as it lives. */
export function tokenOf(world: World, call: Call): Token | undefined {
  const token = world.tokens.get(bearerOf(call) ?? '');
  if (!token || token.signIn?.isRevoked) return undefined;
  return token.expiresAt > world.clock.now() ? token : undefined;
}

/** Judges the access token of an API request. */
export function tokenAuthorization(world: World, call: Call): Authorization {
  if (!call.headers.authorization) return 'missing';
  return tokenOf(world, call) ? 'ok' : 'wrong';
}

/** The token endpoint of a personal integration: `POST /dineroapi/oauth/token`. */
export function answerToken(world: World, call: Call): Answer {
  if (call.path !== '/dineroapi/oauth/token') return json(404, { error: 'not_found' });
  if (call.method !== 'POST') return json(405, { error: 'invalid_request' });
  if (!call.headers['content-type']?.startsWith('application/x-www-form-urlencoded')) {
    return refused(400, 'invalid_request');
  }
  const client = clientOf(world, call);
  if (!client) return refused(401, 'invalid_client');
  const form = new URLSearchParams(call.text);
  if (form.get('grant_type') !== 'password') return refused(400, 'unsupported_grant_type');
  const scopes = form.get('scope')?.split(' ') ?? [];
  if (!scopes.includes('read') || !scopes.includes('write')) return refused(400, 'invalid_scope');
  const key = form.get('username') ?? '';
  const organization = [...world.organizations.values()].find((one) => one.apiKey === key);
  if (!organization || form.get('password') !== key) return refused(400, 'invalid_grant');

  const token = `sandbox-access-token-${crypto.randomUUID()}`;
  world.tokens.set(token, {
    organizations: [organization.id],
    clientId: client,
    expiresAt: world.clock.now() + world.tokenLife * 1000,
  });
  return json(
    200,
    { access_token: token, token_type: 'bearer', expires_in: world.tokenLife },
    { 'cache-control': 'no-store' },
  );
}
