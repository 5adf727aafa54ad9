import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { problemOf } from '../../../../lib/domain/problem.ts';
import { createEffihubApi, type EffihubApi } from '../../../../lib/systems/effihub/api.ts';
import { type CustomerBody, customerBody } from '../../../../lib/systems/effihub/body.ts';
import { contactGuid, credentials, type Sandbox, startSandbox, world } from '../../../sandbox/index.ts';
import { type AnyFault, effihubAt, httpTo, problem } from '../http/support.ts';

const hub = { showTimesheets: true, showProjects: true, showPunchCards: false, showInvoices: true };
const key = '7b1a4c1e-0c65-4b62-9d5e-000000000001';
const body = (parts: Partial<CustomerBody> = {}): CustomerBody => ({
  ...customerBody({ guid: contactGuid(1), name: 'Ny ApS', email: 'ny@example.dk' }, { hub, language: 'da' }),
  ...parts,
});

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() =>
  sandbox.reset({
    world: world({
      contacts: [{}, {}],
      customers: [
        {
          name: ' Hansens  VVS ',
          customerNumber: '10044',
          vatNumber: '25313763',
          street: '',
          countryCode: 'dk',
          invoiceEmail: 'faktura@hansensvvs.example',
          dineroContactGuid: contactGuid(2),
          updatedAt: '2026-10-30T12:00:01Z',
        },
        { name: 'Arkiveret', archivedAt: '2026-10-30T12:00:01Z' },
      ],
    }),
  }),
);
afterAll(() => sandbox.close());

const on = (fault: AnyFault) => sandbox.faults.add({ system: 'effihub', ...fault });
const page = { page: 1, perPage: 500 };

describe('customers from Effihub', () => {
  it('use our field names: ids as text, the invoice e-mail as e-mail, no empty texts', async () => {
    const { customers, total, deletedIds } = await effihubAt(sandbox).customersPage(page);
    expect(customers[0]).toEqual({
      id: '1',
      name: 'Hansens VVS',
      customerNumber: '10044',
      isPerson: false,
      vatNumber: '25313763',
      countryCode: 'DK',
      email: 'faktura@hansensvvs.example',
      language: 'da',
      hub: { showTimesheets: true, showProjects: true, showPunchCards: true, showInvoices: false },
      contactGuid: contactGuid(2),
      updatedAt: '2026-10-30T12:00:01.000Z',
    });
    expect(customers[1]).toMatchObject({ archivedAt: '2026-10-30T12:00:01.000Z' });
    expect({ total, deletedIds }).toEqual({ total: 2, deletedIds: [] });
  });

  it('may lack every field but the id, and a page its meta', async () => {
    on({ kind: 'garbled', garble: () => ({ data: [{ id: 7, hub: { showInvoices: true }, Shoe: 43 }] }) });
    const { customers, total, deletedIds } = await effihubAt(sandbox).customersPage(page);
    expect(customers).toEqual([
      {
        id: '7',
        name: '',
        hub: { showTimesheets: false, showProjects: false, showPunchCards: false, showInvoices: true },
      },
    ]);
    expect({ total, deletedIds }).toEqual({ total: undefined, deletedIds: [] });
  });

  it.each([
    ['wrong types everywhere', undefined],
    ['a customer without an id', { data: [{ name: 'X' }] }],
    ['an id below zero', { data: [{ id: -1, name: 'X' }] }],
    ['an id too large to be exact', { data: [{ id: 2 ** 53, name: 'X' }] }],
    ['a number for a name', { data: [{ id: 1, name: 5 }] }],
    ['a link that is none', { data: [{ id: 1, name: 'X', dineroContactGuid: 'abc' }] }],
    ['no data', { meta: {} }],
    ['data that is null', { data: null }],
    ['null', null],
  ])('are garbled with %s', async (_, answer) => {
    on({ kind: 'garbled', garble: answer === undefined ? undefined : () => answer });
    expect(await problem(effihubAt(sandbox).customersPage(page))).toMatchObject({
      system: 'effihub',
      code: 'garbled',
    });
  });

  it('are read one at a time, undefined when they do not exist', async () => {
    expect(await effihubAt(sandbox).customer('1')).toMatchObject({ id: '1', name: 'Hansens VVS' });
    expect(await effihubAt(sandbox).customer('99')).toBeUndefined();
    on({ kind: 'html', status: 404 });
    expect(await problem(effihubAt(sandbox).customer('1'))).toMatchObject({ code: 'garbled' });
  });

  it.each<[string, (api: EffihubApi) => Promise<unknown>, string, object]>([
    ['another customer', (api) => api.customer('1'), 'id', { id: 2 }],
    ['another customer’s link', (api) => api.linkContact('1', contactGuid(1)), 'id', { id: 2 }],
    [
      'a link to another contact',
      (api) => api.linkContact('1', contactGuid(1)),
      'dineroContactGuid',
      { dineroContactGuid: contactGuid(2) },
    ],
    [
      'a new customer without its link',
      (api) => api.createCustomer(body(), key),
      'dineroContactGuid',
      { dineroContactGuid: null },
    ],
  ])('are garbled when the answer is about %s', async (_, ask, field, changes) => {
    on({ kind: 'garbled', garble: (answer) => ({ ...(answer as object), ...changes }) });
    const fields = [{ field, message: '' }];
    expect(await problem(ask(effihubAt(sandbox)))).toEqual({ system: 'effihub', code: 'garbled', fields });
  });
});

describe('the account', () => {
  it('has its name, subdomain and own Dinero integration', async () => {
    expect(await effihubAt(sandbox).account()).toEqual({
      id: '41',
      name: 'Nordisk Tekst',
      subdomain: 'nordisktekst',
      dinero: { enabled: true, organizationId: credentials.nordisk.organizationId },
    });
  });

  it.each([
    [{ id: 41, name: 'N' }, undefined],
    [{ id: 41, name: 'N', dinero: null }, undefined],
    [{ id: 41, name: 'N', dinero: {} }, { enabled: false }],
  ])('%j reads as the integration %j', async (answer, dinero) => {
    on({ kind: 'garbled', garble: () => answer });
    expect((await effihubAt(sandbox).account()).dinero).toEqual(dinero);
  });

  it('has defaults for new customers', async () => {
    expect(await effihubAt(sandbox).customerDefaults()).toEqual({
      hub: { showTimesheets: true, showProjects: true, showPunchCards: true, showInvoices: false },
      language: 'da',
    });
    on({ kind: 'garbled', garble: () => ({}) });
    expect((await effihubAt(sandbox).customerDefaults()).hub.showInvoices).toBe(false);
  });

  it.each([
    ['a wrong token', { effihubToken: 'not-the-token' }, 'wrong-credentials'],
    ['a token with letters that no token has', { effihubToken: 'hemmelig…' }, 'wrong-credentials'],
    ['no token', { effihubToken: ' ' }, 'wrong-credentials'],
  ])('cannot be reached with %s', async (_, parts, code) => {
    const asked = async () => effihubAt(sandbox, parts).account();
    expect(await problem(asked())).toMatchObject({ system: 'effihub', code });
  });

  it('is not requested over an unencrypted address', () => {
    let thrown: unknown;
    try {
      createEffihubApi({
        baseUrl: 'http://api.effihub.com/v1',
        token: 'x',
        http: httpTo(sandbox, 'effihub'),
      });
    } catch (error) {
      thrown = error;
    }
    expect(problemOf(thrown)).toMatchObject({ code: 'refused', fields: [{ field: 'baseUrl' }] });
    expect(sandbox.requests).toEqual([]);
  });

  it('is forbidden when Effihub says so', async () => {
    on({ kind: 'status', status: 403, body: { message: 'Ingen adgang.' } });
    expect(await problem(effihubAt(sandbox).account())).toMatchObject({
      code: 'forbidden',
      quote: 'Ingen adgang.',
    });
  });
});

describe('a created customer', () => {
  it('is linked in the same request', async () => {
    const { customer, repeated } = await effihubAt(sandbox).createCustomer(body(), key);
    expect(customer).toMatchObject({ id: '3', name: 'Ny ApS', contactGuid: contactGuid(1), hub });
    expect(repeated).toBe(false);
    expect(sandbox.requests.at(-1)?.idempotencyKey).toBe(key);
  });

  it('is the same one when repeated with the same key', async () => {
    const api = effihubAt(sandbox);
    await api.createCustomer(body(), key);
    expect(await api.createCustomer(body(), key)).toMatchObject({ customer: { id: '3' }, repeated: true });
    expect(sandbox.world.account.customers.size).toBe(3);
  });

  it('is refused when the key was used for another body', async () => {
    const api = effihubAt(sandbox);
    await api.createCustomer(body(), key);
    expect(await problem(api.createCustomer(body({ name: 'Anden' }), key))).toMatchObject({
      code: 'key-used',
      status: 409,
    });
  });

  it('names the other customer when the contact is linked already', async () => {
    const refused = effihubAt(sandbox).createCustomer(body({ dineroContactGuid: contactGuid(2) }), key);
    expect(await problem(refused)).toMatchObject({ code: 'taken', linkedTo: '1', status: 409 });
  });

  it('with an e-mail in use is refused, naming the field and quoting Effihub', async () => {
    const refused = effihubAt(sandbox).createCustomer(
      body({ invoiceEmail: 'faktura@hansensvvs.example' }),
      key,
    );
    expect(await problem(refused)).toMatchObject({
      code: 'refused',
      status: 422,
      fields: [{ field: 'email', message: expect.stringContaining('i brug') }],
    });
  });

  it.each([
    ['lost-answer', 1],
    ['drop', 0],
  ] as const)('is not retried after %s', async (kind, made) => {
    on({ kind, times: 9 });
    expect(await problem(effihubAt(sandbox).createCustomer(body(), key))).toMatchObject({
      code: 'unreachable',
    });
    expect(sandbox.count()).toBe(1);
    expect(sandbox.world.account.customers.size).toBe(2 + made);
  });
});

describe('a link', () => {
  it('is created, repeated without harm, and removed', async () => {
    const api = effihubAt(sandbox);
    expect(await api.linkContact('2', contactGuid(1))).toMatchObject({
      id: '2',
      contactGuid: contactGuid(1),
    });
    expect(await api.linkContact('2', contactGuid(1))).toMatchObject({ contactGuid: contactGuid(1) });
    await api.unlinkContact('2');
    expect((await api.customer('2'))?.contactGuid).toBeUndefined();
  });

  it("to another customer's contact names that customer", async () => {
    expect(await problem(effihubAt(sandbox).linkContact('2', contactGuid(2)))).toMatchObject({
      code: 'taken',
      linkedTo: '1',
    });
  });

  it('of a deleted customer is gone', async () => {
    expect(await problem(effihubAt(sandbox).linkContact('99', contactGuid(1)))).toMatchObject({
      code: 'gone',
    });
    expect(await problem(effihubAt(sandbox).unlinkContact('99'))).toMatchObject({ code: 'gone' });
  });

  it('is removed with all others by a reset, which returns their number', async () => {
    const api = effihubAt(sandbox);
    await api.linkContact('2', contactGuid(1));
    expect(await api.unlinkAll()).toBe(2);
    expect(await api.unlinkAll()).toBe(0);
  });
});

describe('a deleted customer', () => {
  it('is gone, with its link', async () => {
    const api = effihubAt(sandbox);
    await api.deleteCustomer('1');
    expect(await api.customer('1')).toBeUndefined();
    expect(await problem(api.deleteCustomer('1'))).toMatchObject({ code: 'gone' });
    expect(await api.linkContact('2', contactGuid(2))).toMatchObject({ contactGuid: contactGuid(2) });
  });

  it('is not deleted again after a missing answer', async () => {
    on({ kind: 'lost-answer', method: 'DELETE', times: 9 });
    expect(await problem(effihubAt(sandbox).deleteCustomer('1'))).toMatchObject({ code: 'unreachable' });
    expect(sandbox.count({ method: 'DELETE' })).toBe(1);
  });
});
