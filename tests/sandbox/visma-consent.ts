import type { Answer } from './http.ts';
import { contentSecurityPolicy, escapeHtml, page } from './page.ts';
import type { World } from './world.ts';

const SCOPES = ['dineropublicapi:read', 'dineropublicapi:write', 'offline_access'];
const CODE_LIFE = 5 * 60_000;

/** The addresses that Chrome and Firefox give to extensions for coming back from a sign-in. */
const EXTENSIONS = /^https:\/\/([a-p]{32}\.chromiumapp\.org|[0-9a-f-]+\.extensions\.allizom\.org)\//;

/** What was asked for is carried on by the form, and checked again when it comes back. */
const CARRIED = [
  'response_type',
  'client_id',
  'redirect_uri',
  'scope',
  'state',
  'code_challenge',
  'code_challenge_method',
];

/** `GET /connect/authorize`: which organizations may the client reach? */
export function authorizePage(world: World, query: URLSearchParams): Answer {
  const refused = refusal(world, query);
  if (refused) return refused;
  const carried = CARRIED.map(
    (name) => `<input type="hidden" name="${name}" value="${escapeHtml(query.get(name))}">`,
  );
  const choices = world.vismaGrantable.map(
    (id) =>
      `<p><label><input type="checkbox" name="organization" value="${id}" checked> ` +
      `${escapeHtml(world.organizations.get(id)?.name)} (${id})</label></p>`,
  );
  return vismaPage(
    'Giv adgang til Dinero',
    '<p>Kundebro vil se og ændre kunder i de firmaer, du vælger.</p>' +
      `<form method="post" action="/connect/consent">${carried.join('')}${choices.join('')}` +
      '<button name="answer" value="yes">Giv adgang</button> ' +
      '<button name="answer" value="no">Afvis</button></form>',
  );
}

/** `POST /connect/consent`: back to the client, with a code or with the user's no. */
export function consentGiven(world: World, form: URLSearchParams): Answer {
  const refused = refusal(world, form);
  if (refused) return refused;
  if (form.get('answer') !== 'yes') return back(form, { error: 'access_denied' });
  const organizations = form.getAll('organization').map(Number);
  const isAllowed = organizations.every((id) => world.vismaGrantable.includes(id));
  if (organizations.length === 0 || !isAllowed) return vismaPage('Vælg mindst ét firma', '', 400);
  const code = `sandbox-visma-code-${crypto.randomUUID()}`;
  world.vismaCodes.set(code, {
    signIn: {
      clientId: form.get('client_id') ?? '',
      organizations,
      scope: form.get('scope') ?? '',
      refreshTokens: [],
      isRevoked: false,
    },
    redirectUri: form.get('redirect_uri') ?? '',
    challenge: form.get('code_challenge') ?? '',
    expiresAt: world.clock.now() + CODE_LIFE,
    isUsed: false,
  });
  return back(form, { code });
}

/** @returns undefined when everything that was asked for is in order */
function refusal(world: World, query: URLSearchParams): Answer | undefined {
  const client = world.vismaClients.get(query.get('client_id') ?? '');
  if (!client) return vismaPage('Ukendt program', '<p>invalid_client</p>', 400);
  const address = query.get('redirect_uri') ?? '';
  // Nothing may be sent to an address that nobody has registered.
  if (!(client.redirectUris ? client.redirectUris.has(address) : EXTENSIONS.test(address)))
    return vismaPage('Ukendt adresse', '<p>invalid_redirect_uri</p>', 400);
  if (query.get('response_type') !== 'code') return back(query, { error: 'unsupported_response_type' });
  const scopes = (query.get('scope') ?? '').split(' ');
  if (!scopes.includes('dineropublicapi:read') || !scopes.every((scope) => SCOPES.includes(scope)))
    return back(query, { error: 'invalid_scope' });
  const isHard = /^[\w-]{43}$/.test(query.get('code_challenge') ?? '');
  if (!query.get('state') || !isHard || query.get('code_challenge_method') !== 'S256')
    return back(query, { error: 'invalid_request' });
  return undefined;
}

function back(query: URLSearchParams, answer: Record<string, string>): Answer {
  const address = new URL(query.get('redirect_uri') ?? '');
  const state = query.get('state');
  for (const [name, value] of Object.entries({ ...answer, ...(state && { state }) }))
    address.searchParams.set(name, value);
  return { status: 302, headers: { location: address.href, 'cache-control': 'no-store' } };
}

function vismaPage(heading: string, rest: string, status?: number): Answer {
  const main = `<h1>${heading}</h1>${rest}`;
  const answer = page({ title: heading, brand: 'Visma Connect', menu: [], main, status });
  return {
    ...answer,
    headers: {
      ...answer.headers,
      'cache-control': 'no-store',
      // Where a form's answer leads on to counts as well, and that is the extension's address.
      'content-security-policy': contentSecurityPolicy.replace("form-action 'self'", 'form-action https:'),
    },
  };
}
