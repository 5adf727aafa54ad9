import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Caller, effihubCaller } from './callers.ts';
import { changeCustomer, contactGuid, credentials, type Sandbox, startSandbox, world } from './index.ts';

const key = '5f0c9b1e-0f5e-5a7b-8b1c-2b8f6f4f6a11';
const underKey = { 'idempotency-key': key };

let sandbox: Sandbox;
let effihub: Caller;

beforeAll(async () => {
  sandbox = await startSandbox();
  effihub = effihubCaller(sandbox);
});
afterAll(() => sandbox.close());

beforeEach(() =>
  sandbox.reset({
    world: world({
      customers: [
        { name: 'Hansens VVS ApS', invoiceEmail: 'faktura@Hansens.example' },
        { name: 'Sølvbæk Byg', dineroContactGuid: contactGuid(1) },
        { name: 'Åkrog El', archivedAt: '2026-01-01T00:00:00Z' },
      ],
      contacts: [{ Name: 'Sølvbæk Byg ApS' }],
    }),
  }),
);

const customer = (id: number) => {
  const found = sandbox.world.account.customers.get(id);
  if (!found) throw new Error(`no customer ${id}`);
  return found;
};

describe('account', () => {
  it('is known by its token', async () => {
    expect((await effihub('GET', '/account')).json).toEqual({
      id: 41,
      name: 'Nordisk Tekst',
      subdomain: 'nordisktekst',
      dinero: { enabled: true, organizationId: 637871 },
    });
    const fjord = effihubCaller(sandbox, credentials.fjord.effihubToken);
    expect((await fjord('GET', '/account')).json.name).toBe('Fjord Regnskab');
  });

  it('stays closed to a wrong token', async () => {
    const answer = await effihubCaller(sandbox, 'wrong')('GET', '/account');
    expect([answer.status, answer.json]).toEqual([401, { message: 'Unauthenticated.' }]);
  });

  it('tells its standard choices for new customers', async () => {
    expect((await effihub('GET', '/customer-defaults')).json).toEqual({
      hub: { showTimesheets: true, showProjects: true, showPunchCards: true, showInvoices: false },
      language: 'da',
    });
  });
});

describe('customer list', () => {
  it('pages by id from page one, archived customers included', async () => {
    const first = await effihub('GET', '/customers?page=1&perPage=2');
    const second = await effihub('GET', '/customers?page=2&perPage=2');
    expect([first, second].map(({ json }) => json.data?.map((one) => one.id))).toEqual([[1, 2], [3]]);
    expect(second.json.meta).toEqual({ page: 2, perPage: 2, total: 3, deletedIds: [] });
  });

  it('refuses more than 500 a page', async () => {
    expect((await effihub('GET', '/customers?perPage=501')).status).toBe(400);
  });

  it('tells what changed and what was deleted since a time', async () => {
    const since = new Date(sandbox.world.clock.now() - 1000).toISOString();
    changeCustomer(sandbox.world, customer(3), { city: 'Vejle' });
    await effihub('DELETE', '/customers/1');
    const { json } = await effihub('GET', `/customers?updatedSince=${since}`);
    expect(json.data?.map((one) => one.id)).toEqual([3]);
    expect(json.meta?.deletedIds).toEqual([1]);
  });

  it('counts a removed link as a change', async () => {
    const since = new Date(sandbox.world.clock.now() - 1000).toISOString();
    expect((await effihub('DELETE', '/dinero-links')).json).toEqual({ removed: 1 });
    const { json } = await effihub('GET', `/customers?updatedSince=${since}`);
    expect(json.data?.map((one) => [one.id, one.dineroContactGuid])).toEqual([[2, null]]);
  });
});

describe('creating a customer', () => {
  it("fills what is left out with the account's choices", async () => {
    const made = await effihub('POST', '/customers', { name: 'Nordlys El', hub: { showInvoices: true } });
    expect(made.status).toBe(201);
    expect(made.json).toMatchObject({ id: 4, name: 'Nordlys El', language: 'da', city: null });
    expect(made.json.hub).toMatchObject({ showInvoices: true, showProjects: true });
  });

  it('answers the same again under the same key and body, and creates once', async () => {
    const made = await effihub('POST', '/customers', { name: 'Nordlys El', city: 'Vejle' }, underKey);
    const again = await effihub('POST', '/customers', { city: 'Vejle', name: 'Nordlys El' }, underKey);
    expect([made.status, again.status]).toEqual([201, 200]);
    expect(again.json).toEqual(made.json);
    expect(sandbox.world.account.customers.size).toBe(4);
  });

  it('refuses another body under the same key, without naming a customer', async () => {
    await effihub('POST', '/customers', { name: 'Nordlys El' }, underKey);
    const other = await effihub('POST', '/customers', { name: 'Nordlys El A/S' }, underKey);
    expect(other.status).toBe(409);
    expect(other.json).not.toHaveProperty('customerId');
  });

  it('uses no key up when it is refused', async () => {
    const inUse = { name: 'Nordlys El', invoiceEmail: 'Faktura@hansens.example' };
    const refused = await effihub('POST', '/customers', inUse, underKey);
    expect(refused.status).toBe(422);
    expect(refused.json.errors).toEqual({ invoiceEmail: ['E-mailen er allerede i brug på kontoen.'] });
    const mended = { ...inUse, invoiceEmail: 'faktura@nordlys.example' };
    expect((await effihub('POST', '/customers', mended, underKey)).status).toBe(201);
  });

  it.each([
    ['name', { name: '' }],
    ['invoiceEmail', { name: 'Nordlys El', invoiceEmail: 'faktura(at)nordlys' }],
    ['countryCode', { name: 'Nordlys El', countryCode: 'Danmark' }],
    ['city', { name: 'Nordlys El', city: 7 }],
    ['hub', { name: 'Nordlys El', hub: { showInvoices: 'yes' } }],
  ])('is refused for its %s', async (field, body) => {
    const answer = await effihub('POST', '/customers', body);
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.json.errors ?? {})).toEqual([field]);
  });

  it('links in the same step, but no contact twice', async () => {
    const free = await effihub('POST', '/customers', { name: 'A', dineroContactGuid: contactGuid(2) });
    expect(free.json.dineroContactGuid).toBe(contactGuid(2));
    const taken = await effihub('POST', '/customers', { name: 'B', dineroContactGuid: contactGuid(1) });
    expect([taken.status, taken.json.customerId]).toEqual([409, 2]);
  });
});

describe('a customer', () => {
  it('changes only in the fields that are sent', async () => {
    const before = { ...customer(1) };
    sandbox.world.clock.advance(5000);
    const { json } = await effihub('PATCH', '/customers/1', { city: 'Vejle', phone: null });
    expect(json).toEqual({ ...before, city: 'Vejle', updatedAt: json.updatedAt });
    expect(Date.parse(json.updatedAt ?? '')).toBeGreaterThan(Date.parse(before.updatedAt));
  });

  it('may keep its own e-mail', async () => {
    const body = { invoiceEmail: 'faktura@hansens.example' };
    expect((await effihub('PATCH', '/customers/1', body)).status).toBe(200);
  });

  it('is gone after it was deleted', async () => {
    expect((await effihub('DELETE', '/customers/1')).status).toBe(204);
    expect((await effihub('GET', '/customers/1')).status).toBe(404);
  });

  it('is linked once: repeating it changes nothing', async () => {
    const first = await effihub('PUT', '/customers/1/dinero-link', { contactGuid: contactGuid(9) });
    sandbox.world.clock.advance(5000);
    const again = await effihub('PUT', '/customers/1/dinero-link', {
      contactGuid: contactGuid(9).toUpperCase(),
    });
    expect(first.json.dineroContactGuid).toBe(contactGuid(9));
    expect(again.json).toEqual(first.json);
  });

  it('is not linked to a contact that another customer has, and the answer names that customer', async () => {
    const answer = await effihub('PUT', '/customers/1/dinero-link', { contactGuid: contactGuid(1) });
    expect([answer.status, answer.json.customerId]).toEqual([409, 2]);
    expect((await effihub('DELETE', '/customers/2/dinero-link')).status).toBe(204);
    const freed = await effihub('PUT', '/customers/1/dinero-link', { contactGuid: contactGuid(1) });
    expect(freed.status).toBe(200);
  });
});
