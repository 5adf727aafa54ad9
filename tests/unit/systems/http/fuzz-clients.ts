/** Whatever a server answers, a client returns what its types say, or a problem that can be shown. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Problem, type ProblemCode, ProblemError } from '../../../../lib/domain/problem.ts';
import { createDineroApi, type DineroApi } from '../../../../lib/systems/dinero/api.ts';
import { type Auth, createPersonalAuth } from '../../../../lib/systems/dinero/auth.ts';
import { readContacts } from '../../../../lib/systems/dinero/read.ts';
import { createEffihubApi, type EffihubApi } from '../../../../lib/systems/effihub/api.ts';
import { readCustomers } from '../../../../lib/systems/effihub/read.ts';
import { createHttp } from '../../../../lib/systems/http/http.ts';
import { createLimiter } from '../../../../lib/systems/http/limiter.ts';
import { carriedOut, type StrangeAnswer, strangeAnswer } from './strange-answers.ts';
import { expectNoSecret, fakeClock, limiterStore, tokenStore } from './support.ts';

const SEED = 20261102;

const GUID = '6a1f0c52-7d0e-4c3b-9a3e-4a5d1a0f6c11';
const clientId = 'klient-4711';
const clientSecret = 'Kx81-hemmelig-klient';
const apiKey = 'Rq55-hemmelig-nøgle';
const accessToken = 'Aa90-adgang-til-dinero';
const effihubToken = 'Ew33-adgang-til-effihub';
const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
const ALL_SECRETS = [clientSecret, apiKey, accessToken, effihubToken, basic];

const contact = {
  ContactGuid: GUID,
  ExternalReference: 'effihub:41:1207',
  Name: 'Hansens VVS ApS',
  Street: 'Nørregade 7',
  CountryKey: 'DK',
  Email: 'faktura@hansensvvs.example',
  VatNumber: '25313763',
  IsPerson: false,
  IsDebitor: true,
  UpdatedAt: '2026-10-30T12:00:01Z',
  DeletedAt: null,
};
const contacts = { Collection: [contact, { Name: 'Anna Holm', ContactGuid: GUID.replace('6a', '7b') }] };
const customer = {
  id: 1207,
  customerNumber: '10044',
  name: 'Hansens VVS ApS',
  isPerson: false,
  countryCode: 'DK',
  invoiceEmail: 'faktura@hansensvvs.example',
  notes: null,
  hub: { showTimesheets: true, showProjects: true, showPunchCards: null, showInvoices: false },
  dineroContactGuid: GUID,
  updatedAt: '2026-10-30T12:00:01Z',
  archivedAt: null,
};
const customers = {
  data: [customer, { id: '1208', name: 'Anna Holm' }],
  meta: { page: 1, perPage: 500, total: 2, deletedIds: [9] },
};
const account = {
  id: 41,
  name: 'Nordisk Tekst',
  subdomain: 'nordisk',
  dinero: { enabled: true, organizationId: 7 },
};

const dineroRefusals = [
  {
    code: 42,
    message: 'Validation Error',
    validationErrors: { VatNumber: 'CVR-nummeret findes ikke' },
    languageSpecificMessages: [{ property: 'VatNumber', message: 'CVR-nummeret findes ikke' }],
    errorMessageList: [{ Code: 'guidMustBeUnique', Message: 'taken' }],
  },
  { code: 48, message: 'No Pro' },
  { code: 40 },
];
const effihubRefusals = [
  { message: 'Fejl', errors: { invoiceEmail: ['E-mailen er allerede i brug på kontoen.'] } },
  { message: 'Taken', customerId: 88 },
];
const tokenRefusals = [
  { error: 'invalid_grant', error_description: 'wrong key' },
  { error: 'invalid_client' },
];

type Check = (value: unknown) => boolean;
const is =
  (type: string): Check =>
  (value) =>
    typeof value === type;
const like =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value);
const maybe =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
/** A plain object with exactly these properties. */
const shape =
  (fields: Record<string, Check>): Check =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.getPrototypeOf(value) === Object.prototype &&
    Reflect.ownKeys(value).every((key) => Object.hasOwn(fields, key)) &&
    Object.entries(fields).every(([key, check]) => check((value as Record<string, unknown>)[key]));

const guid = like(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const id = like(/^\d+$/);
const name = like(/^(\S+( \S+)*)?$/);
const text = maybe((value) => typeof value === 'string' && value !== '' && value === value.trim());
const flag = maybe(is('boolean'));
const country = maybe(like(/^[A-Z]{2}$/));
const time = maybe(like(/^(\d{4}|[+-]\d{6})-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/));
const cursor = like(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
const number: Check = (value) => typeof value === 'number' && !Number.isNaN(value);
const party = {
  ...{ name, isPerson: flag, vatNumber: text, street: text, zipCode: text, city: text, countryCode: country },
  ...{ email: text, phone: text, website: text, updatedAt: time },
};
const aContact = shape({
  ...party,
  ...{ guid, externalReference: text, isDebtor: flag, isCreditor: flag, deletedAt: time },
});
const hub = shape({
  ...{ showTimesheets: is('boolean'), showProjects: is('boolean') },
  ...{ showPunchCards: is('boolean'), showInvoices: is('boolean') },
});
const aCustomer = shape({
  ...party,
  ...{ id, customerNumber: text, notes: text, language: text, hub: maybe(hub) },
  ...{ contactGuid: maybe(guid), archivedAt: time },
});
const nothing: Check = (value) => value === undefined;

interface Clients {
  auth: Auth;
  dinero: DineroApi;
  effihub: EffihubApi;
  now: () => number;
}

interface Target {
  system: 'dinero' | 'effihub' | 'token';
  good: unknown[];
  call(clients: Clients): Promise<unknown>;
  fits: Check;
}

const contactBody = {
  ...{ ContactGuid: GUID, ExternalReference: 'effihub:41:1207', Name: 'Hansens VVS ApS', CountryKey: 'DK' },
  ...({ IsPerson: false, IsMember: false, UseCvr: false } as const),
};
const customerBody = { name: 'Hansens VVS ApS', isPerson: false, language: 'da', hub: {} as never };
const aRead = { cursor, complete: is('boolean') };

const targets: Record<string, Target> = {
  'the token': {
    system: 'token',
    good: [{ access_token: accessToken, token_type: 'bearer', expires_in: 3600 }],
    call: ({ auth }) => auth.token(),
    fits: like(/^[\x21-\x7e]+$/),
  },
  organizations: {
    system: 'dinero',
    good: [[{ name: 'Nordisk Tekst', id: 637871, isPro: true }]],
    call: ({ dinero }) => dinero.organizations(),
    fits: listOf(shape({ id: (value) => Number.isSafeInteger(value), name, isPro: flag })),
  },
  'a page of contacts': {
    system: 'dinero',
    good: [contacts],
    call: ({ dinero }) => dinero.contactsPage({ page: 0, pageSize: 1000 }),
    fits: shape({ contacts: listOf(aContact), serverTime: maybe(number) }),
  },
  'a contact': {
    system: 'dinero',
    good: [contact],
    call: ({ dinero }) => dinero.contact(GUID),
    fits: maybe(aContact),
  },
  'a new contact': {
    system: 'dinero',
    good: [{ ContactGuid: GUID }],
    call: ({ dinero }) => dinero.createContact(contactBody),
    fits: guid,
  },
  'a restored contact': {
    system: 'dinero',
    good: [{}],
    call: ({ dinero }) => dinero.restoreContact(GUID),
    fits: nothing,
  },
  'a deleted contact': {
    system: 'dinero',
    good: [null],
    call: ({ dinero }) => dinero.deleteContact(GUID),
    fits: nothing,
  },
  'all contacts': {
    system: 'dinero',
    good: [contacts, { Collection: [] }],
    call: ({ dinero, now }) => readContacts(dinero, undefined, undefined, undefined, now),
    fits: shape({ ...aRead, contacts: listOf(aContact), deleted: listOf(aContact) }),
  },
  'changed contacts': {
    system: 'dinero',
    good: [contacts, { Collection: [] }],
    call: ({ dinero, now }) => readContacts(dinero, '2026-11-01T00:00:00Z', undefined, undefined, now),
    fits: shape({ ...aRead, contacts: listOf(aContact), deleted: listOf(aContact) }),
  },
  'the account': {
    system: 'effihub',
    good: [account],
    call: ({ effihub }) => effihub.account(),
    fits: shape({
      ...{ id, name, subdomain: text },
      dinero: maybe(shape({ enabled: is('boolean'), organizationId: maybe(number) })),
    }),
  },
  'a page of customers': {
    system: 'effihub',
    good: [customers],
    call: ({ effihub }) => effihub.customersPage({ page: 1, perPage: 500 }),
    fits: shape({
      ...{ customers: listOf(aCustomer), total: maybe(number), deletedIds: listOf(id) },
      serverTime: maybe(number),
    }),
  },
  'a customer': {
    system: 'effihub',
    good: [customer],
    call: ({ effihub }) => effihub.customer('1207'),
    fits: maybe(aCustomer),
  },
  'a new customer': {
    system: 'effihub',
    good: [customer],
    call: ({ effihub }) => effihub.createCustomer({ ...customerBody, dineroContactGuid: GUID }, GUID),
    fits: shape({ customer: aCustomer, repeated: is('boolean') }),
  },
  'a linked customer': {
    system: 'effihub',
    good: [customer],
    call: ({ effihub }) => effihub.linkContact('1207', GUID),
    fits: aCustomer,
  },
  'an unlinked customer': {
    system: 'effihub',
    good: [null],
    call: ({ effihub }) => effihub.unlinkContact('1207'),
    fits: nothing,
  },
  'a deleted customer': {
    system: 'effihub',
    good: [null],
    call: ({ effihub }) => effihub.deleteCustomer('1207'),
    fits: nothing,
  },
  'all links taken away': {
    system: 'effihub',
    good: [{ removed: 212 }],
    call: ({ effihub }) => effihub.unlinkAll(),
    fits: number,
  },
  'the choices for new customers': {
    system: 'effihub',
    good: [{ hub: customer.hub, language: 'da' }],
    call: ({ effihub }) => effihub.customerDefaults(),
    fits: shape({ hub, language: is('string') }),
  },
  'all customers': {
    system: 'effihub',
    good: [customers, { data: [] }],
    call: ({ effihub, now }) => readCustomers(effihub, undefined, undefined, undefined, now),
    fits: shape({ ...aRead, customers: listOf(aCustomer), deletedIds: listOf(id) }),
  },
  'changed customers': {
    system: 'effihub',
    good: [customers, { data: [] }],
    call: ({ effihub, now }) => readCustomers(effihub, '2026-11-01T00:00:00Z', undefined, undefined, now),
    fits: shape({ ...aRead, customers: listOf(aCustomer), deletedIds: listOf(id) }),
  },
};

const PARTS = {
  token: {
    host: 'authz.dinero.dk',
    refusals: tokenRefusals,
    secrets: [clientSecret, apiKey, basic],
    element: {},
  },
  dinero: { host: 'api.dinero.dk', refusals: dineroRefusals, secrets: [accessToken], element: contact },
  effihub: {
    host: 'api.effihub.com',
    refusals: effihubRefusals,
    secrets: [effihubToken],
    element: { id: 7 },
  },
};

const CODES = new Set<ProblemCode>([
  ...(['wrong-credentials', 'forbidden', 'no-subscription', 'refused', 'guid-taken', 'taken'] as const),
  ...(['key-used', 'gone', 'rate-limited', 'unreachable', 'garbled'] as const),
]);

/** Both clients against a server that gives these answers in turn, starting over at the end. */
function clientsBefore(answers: readonly StrangeAnswer[], { system }: Target) {
  const { host, secrets } = PARTS[system];
  const clock = fakeClock();
  let answered = 0;
  const fetch = async (input: RequestInfo | URL, init?: RequestInit) => {
    const request = new Request(input, init);
    if (new URL(request.url).host !== host) return Response.json({ access_token: accessToken });
    return carriedOut(answers[answered++ % answers.length]!, request.signal, secrets);
  };
  const store = limiterStore();
  const timeoutMs = answers.some(({ does }) => does === 'hang') ? 1 : undefined;
  const common = { fetch, timeoutMs, now: clock.now, sleep: clock.sleep };
  const limiter = createLimiter({ key: 'k', limit: 100, store, now: clock.now, sleep: clock.sleep });
  const http = createHttp({ system: system === 'effihub' ? 'effihub' : 'dinero', ...common, limiter });
  const tokens = tokenStore();
  const withoutLimit = createHttp({ system: 'dinero', ...common });
  const auth = createPersonalAuth({
    clientId,
    clientSecret,
    apiKey,
    tokens,
    now: clock.now,
    http: withoutLimit,
  });
  const dinero = createDineroApi({ organizationId: 637871, auth, http });
  const effihub = createEffihubApi({ token: effihubToken, http });
  return { clients: { auth, dinero, effihub, now: clock.now }, clock, count: () => answered };
}

const HOUR = 3_600_000;
const strings = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
};
const isProblem = shape({
  ...{ system: like(/^(dinero|effihub)$/), code: is('string'), status: maybe(number) },
  quote: maybe((value) => is('string')(value) && (value as string).length <= 300),
  fields: maybe((value) => listOf(shape({ field: is('string'), message: is('string') }))(value)),
  linkedTo: maybe(is('string')),
});

function expectShowable(error: unknown): Problem {
  expect(error).toBeInstanceOf(ProblemError);
  const { problem } = error as ProblemError;
  expect(isProblem(problem), JSON.stringify(problem)).toBe(true);
  expect(CODES, problem.code).toContain(problem.code);
  for (const one of strings(problem)) {
    expect(one).not.toMatch(/<[a-z!/?]/i);
    expect(one.isWellFormed()).toBe(true);
  }
  // Even part of a secret is too much.
  expectNoSecret(
    error,
    ALL_SECRETS.map((secret) => secret.slice(0, 12)),
  );
  return problem;
}

const unhandled: unknown[] = [];
const note = (reason: unknown) => unhandled.push(reason);
const builtIn = () => [Object.prototype, Array.prototype].map((prototype) => Reflect.ownKeys(prototype));
/**
 * @param runs per client method
 * @param leastAnswers minimum number of answers in all runs together
 */
export function fuzzClients(runs: number, leastAnswers: number): void {
  let answered = 0;
  beforeAll(() => void process.on('unhandledRejection', note));
  afterAll(() => void process.off('unhandledRejection', note));

  describe('whatever the server answers,', () => {
    it.each(Object.entries(targets))(
      '%s returns what its types say, or a problem to show',
      async (_, target) => {
        const { system, good } = target;
        const before = builtIn();
        let fine = 0;
        let failed = 0;
        const answers = fc.array(strangeAnswer({ good, ...PARTS[system] }), { minLength: 1, maxLength: 4 });
        await fc.assert(
          fc.asyncProperty(answers, async (list) => {
            const { clients, clock, count } = clientsBefore(list, target);
            const begun = clock.time;
            try {
              const value = await target.call(clients);
              fine += 1;
              if (!target.fits(value)) expect.fail(`does not fit: ${JSON.stringify(value)?.slice(0, 2000)}`);
            } catch (error) {
              if (error instanceof Error && error.name === 'AssertionError') throw error;
              failed += 1;
              expectShowable(error);
            }
            answered += count();
            expect(clock.time - begun).toBeLessThan(24 * HOUR);
            expect(builtIn()).toEqual(before);
          }),
          { seed: SEED, numRuns: runs, timeout: 10_000 },
        );
        await new Promise((resolve) => setImmediate(resolve));
        expect(unhandled).toEqual([]);
        // A server that is always right, or always wrong, would test little.
        expect(Math.min(fine, failed)).toBeGreaterThan(runs / 20);
      },
    );

    it(`at least ${leastAnswers} requests were made`, () => {
      expect(answered).toBeGreaterThanOrEqual(leastAnswers);
    });
  });
}
