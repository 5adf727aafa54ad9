import { inSeconds, secondOf } from './clock.ts';
import { checkCustomer, type Errors } from './effihub-body.ts';
import {
  type Answer,
  type Authorization,
  bearerOf,
  type Call,
  isGuid,
  type JsonObject,
  json,
  jsonObject,
  wholeNumber,
} from './http.ts';
import { overLimit } from './limits.ts';
import type { Account, EffihubCustomer, World } from './world.ts';

const accountOf = (world: World, call: Call): Account | undefined =>
  [...world.accounts.values()].find((account) => account.token === bearerOf(call));

/** Judges the token of an API request. */
export function effihubAuthorization(world: World, call: Call): Authorization {
  if (!call.headers.authorization) return 'missing';
  return accountOf(world, call) ? 'ok' : 'wrong';
}

const message = (status: number, words: string, more: object = {}): Answer =>
  json(status, { message: words, ...more });
const unprocessable = (errors: Errors): Answer => message(422, 'Oplysningerne er ikke gyldige.', { errors });
const notFound = (): Answer => message(404, 'Not found.');
const badRequest = (words: string): Answer => message(400, words);
const noContent: Answer = { status: 204 };

/** Over the limit: 429 with the seconds to wait. */
export const tooManyRequests = (retryAfter: number): Answer =>
  json(429, { message: 'Too Many Attempts.' }, { 'retry-after': String(retryAfter) });

/** `https://api.effihub.com/v1`, as `effihub-api.md` assumes it. */
export function answerEffihub(world: World, call: Call): Answer {
  const account = accountOf(world, call);
  if (!account) return message(401, 'Unauthenticated.');
  const wait = overLimit(world, account.token, world.limits.effihub);
  if (wait !== undefined) return tooManyRequests(wait);

  const route = `${call.method} ${call.path.replace(/^\/v1/, '')}`;
  if (route === 'GET /account') {
    const { id, name, subdomain, dinero } = account;
    return json(200, { id, name, subdomain, dinero });
  }
  if (route === 'GET /customer-defaults') return json(200, account.defaults);
  if (route === 'DELETE /dinero-links') return json(200, { removed: removeLinks(world, account) });
  if (route === 'GET /customers') return listCustomers(account, call.query);
  if (route === 'POST /customers') return createCustomer(world, account, call);

  const [, id, link] = /^\w+ \/customers\/(\d+)(\/dinero-link)?$/.exec(route) ?? [];
  const customer = account.customers.get(Number(id));
  if (!customer) return notFound();
  if (link) {
    if (call.method === 'PUT') return putLink(world, account, customer, call);
    if (call.method !== 'DELETE') return message(405, 'Method not allowed.');
    if (customer.dineroContactGuid) changeCustomer(world, customer, { dineroContactGuid: null });
    return noContent;
  }
  if (call.method === 'GET') return json(200, customer);
  if (call.method === 'PATCH') return patchCustomer(world, account, customer, call);
  if (call.method !== 'DELETE') return message(405, 'Method not allowed.');
  deleteCustomer(world, account, customer);
  return noContent;
}

function listCustomers(account: Account, query: URLSearchParams): Answer {
  const page = wholeNumber(query.get('page'), 1);
  const perPage = wholeNumber(query.get('perPage'), 200);
  if (!(page >= 1) || !(perPage >= 1 && perPage <= 500)) {
    return badRequest('page from 1, perPage from 1 to 500.');
  }
  const since = query.get('updatedSince');
  const second = since === null ? Number.NEGATIVE_INFINITY : secondOf(since);
  if (Number.isNaN(second)) return badRequest('updatedSince is not a time.');
  const found = [...account.customers.values()]
    .filter((customer) => secondOf(customer.updatedAt) >= second)
    .sort((a, b) => a.id - b.id);
  const deletedIds =
    since === null ? [] : account.deleted.filter((one) => secondOf(one.at) >= second).map((one) => one.id);
  return json(200, {
    data: found.slice((page - 1) * perPage, page * perPage),
    meta: { page, perPage, total: found.length, deletedIds },
  });
}

/** The same body in the same words, whatever the order of its fields. */
const fingerprint = (body: JsonObject): string =>
  JSON.stringify(body, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

function createCustomer(world: World, account: Account, call: Call): Answer {
  const body = jsonObject(call.text);
  if (!body) return badRequest('The body is not a JSON object.');
  const key = call.headers['idempotency-key'];
  if (key !== undefined && !isGuid(key)) return badRequest('Idempotency-Key is not a UUID.');
  const remembered = key && account.answers.get(key.toLowerCase());
  if (remembered) {
    if (remembered.body !== fingerprint(body)) {
      return message(409, 'The Idempotency-Key was used with another body.');
    }
    return json(200, JSON.parse(remembered.answer));
  }
  const { fields, errors } = checkCustomer(account, body);
  if (Object.keys(errors).length > 0) return unprocessable(errors);
  const taken = linkedTo(account, fields.dineroContactGuid);
  if (taken) return alreadyLinked(taken);

  const customer = addCustomer(world, account, fields);
  if (key) {
    account.answers.set(key.toLowerCase(), { body: fingerprint(body), answer: JSON.stringify(customer) });
  }
  return json(201, customer);
}

/** A customer of which nothing is known yet. */
export const emptyCustomer = (account: Pick<Account, 'defaults'>): EffihubCustomer => ({
  id: 0,
  customerNumber: null,
  name: '',
  isPerson: null,
  vatNumber: null,
  street: null,
  zipCode: null,
  city: null,
  countryCode: null,
  invoiceEmail: null,
  phone: null,
  website: null,
  notes: null,
  language: account.defaults.language,
  hub: { ...account.defaults.hub },
  dineroContactGuid: null,
  createdAt: '',
  updatedAt: '',
  archivedAt: null,
});

const linkedTo = (account: Account, guid: string | null | undefined): EffihubCustomer | undefined =>
  guid ? [...account.customers.values()].find((customer) => customer.dineroContactGuid === guid) : undefined;

const alreadyLinked = (customer: EffihubCustomer): Answer =>
  message(409, 'Dinero-kontakten er allerede knyttet til en anden kunde.', { customerId: customer.id });

function patchCustomer(world: World, account: Account, customer: EffihubCustomer, call: Call): Answer {
  const body = jsonObject(call.text);
  if (!body) return badRequest('The body is not a JSON object.');
  if ('dineroContactGuid' in body) return badRequest('Use /dinero-link to change the link.');
  const { fields, errors } = checkCustomer(account, body, customer);
  if (Object.keys(errors).length > 0) return unprocessable(errors);
  changeCustomer(world, customer, fields);
  return json(200, customer);
}

function putLink(world: World, account: Account, customer: EffihubCustomer, call: Call): Answer {
  const guid = jsonObject(call.text)?.contactGuid;
  if (!isGuid(guid)) return badRequest('contactGuid is not a UUID.');
  const wanted = guid.toLowerCase();
  const taken = linkedTo(account, wanted);
  if (taken && taken !== customer) return alreadyLinked(taken);
  if (!taken) changeCustomer(world, customer, { dineroContactGuid: wanted });
  return json(200, customer);
}

function removeLinks(world: World, account: Account): number {
  const linked = [...account.customers.values()].filter((customer) => customer.dineroContactGuid);
  for (const customer of linked) changeCustomer(world, customer, { dineroContactGuid: null });
  return linked.length;
}

/** Changes a customer as somebody in Effihub would: the change moves `updatedAt`. */
export function changeCustomer(
  world: World,
  customer: EffihubCustomer,
  changes: Partial<EffihubCustomer>,
): void {
  Object.assign(customer, changes, { updatedAt: inSeconds(world.clock.tick()) });
}

/** Makes a customer, by whatever hand. */
export function addCustomer(
  world: World,
  account: Account,
  fields: Partial<EffihubCustomer>,
): EffihubCustomer {
  const now = inSeconds(world.clock.tick());
  const stamps = { id: account.nextId++, createdAt: now, updatedAt: now };
  const customer: EffihubCustomer = { ...emptyCustomer(account), ...fields, ...stamps };
  account.customers.set(customer.id, customer);
  return customer;
}

/** Deletes a customer; its link goes with it. */
export function deleteCustomer(world: World, account: Account, customer: EffihubCustomer): void {
  account.customers.delete(customer.id);
  account.deleted.push({ id: customer.id, at: inSeconds(world.clock.tick()) });
}
