import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ContactBody, contactBody } from '../../../../lib/systems/dinero/body.ts';
import { contactGuid, credentials, type Sandbox, startSandbox, world } from '../../../sandbox/index.ts';
import { type AnyFault, dineroAt, problem } from '../http/support.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() =>
  sandbox.reset({
    world: world({
      cvrRegister: ['25313763'],
      contacts: [
        {
          Name: ' Hansens  VVS ApS ',
          Street: '',
          City: ' Aarhus C ',
          CountryKey: 'dk',
          VatNumber: '25313763',
          Email: null,
          ExternalReference: 'effihub:41:1',
          IsPerson: false,
          IsDebitor: true,
          UpdatedAt: '2026-10-30T12:00:01.25Z',
        },
        {
          Name: undefined,
          CountryKey: null,
          IsPerson: undefined,
          IsDebitor: undefined,
          IsCreditor: undefined,
        },
        { Name: 'Slettet', DeletedAt: '2026-10-30T12:00:01Z' },
      ],
    }),
  }),
);
afterAll(() => sandbox.close());

const on = (fault: AnyFault) => sandbox.faults.add({ system: 'dinero', host: 'api.dinero.dk', ...fault });
const page = { page: 0, pageSize: 1000 };

const body = (parts: Partial<ContactBody> = {}): ContactBody => ({
  ...contactBody(
    { id: '9', name: 'Ny ApS', countryCode: 'DK' },
    {},
    { guid: contactGuid(900), externalReference: 'effihub:41:9' },
  ),
  ...parts,
});

describe('contacts from Dinero', () => {
  it('use our field names: trimmed, without empty texts, the GUID in lower case', async () => {
    const { contacts, serverTime } = await dineroAt(sandbox).contactsPage(page);
    const hansen = contacts.find(({ guid }) => guid === contactGuid(1));
    expect(hansen).toEqual({
      guid: contactGuid(1),
      name: 'Hansens VVS ApS',
      city: 'Aarhus C',
      countryCode: 'DK',
      vatNumber: '25313763',
      externalReference: 'effihub:41:1',
      isPerson: false,
      isDebtor: true,
      isCreditor: false,
      updatedAt: '2026-10-30T12:00:01.250Z',
    });
    expect(serverTime).toBeGreaterThan(0);
  });

  it('may lack every field but the GUID', async () => {
    const { contacts } = await dineroAt(sandbox).contactsPage(page);
    const bare = contacts.find(({ guid }) => guid === contactGuid(2));
    expect(bare).toMatchObject({ guid: contactGuid(2), name: '' });
    expect(bare?.countryCode).toBeUndefined();
    expect(bare?.isDebtor).toBeUndefined();
  });

  it('are read with keys in any case and unknown fields', async () => {
    const garble = () => ({
      collection: [{ contactGuid: 'ABCDEF00-0000-4000-8000-000000000007', NAME: 'X', Shoe: 43 }],
    });
    on({ kind: 'garbled', garble });
    const { contacts } = await dineroAt(sandbox).contactsPage(page);
    expect(contacts).toMatchObject([{ guid: 'abcdef00-0000-4000-8000-000000000007', name: 'X' }]);
  });

  it.each([
    ['wrong types everywhere', undefined],
    ['one contact with a number for a name', { Collection: [{ ContactGuid: contactGuid(1), Name: 12 }] }],
    ['a contact without a guid', { Collection: [{ Name: 'X' }] }],
    ['a guid that is none', { Collection: [{ ContactGuid: '12', Name: 'X' }] }],
    ['no collection', { Pagination: {} }],
    ['a collection that is null', { Collection: null }],
    ['a list', []],
    ['null', null],
  ])('are garbled with %s', async (_, answer) => {
    on({ kind: 'garbled', garble: answer === undefined ? undefined : () => answer });
    expect(await problem(dineroAt(sandbox).contactsPage(page))).toMatchObject({
      system: 'dinero',
      code: 'garbled',
    });
  });

  it('that are garbled are named by their path, not their content', async () => {
    const garble = () => ({
      Collection: [{ ContactGuid: contactGuid(1) }, { ContactGuid: contactGuid(2), Email: ['a@b.example'] }],
    });
    on({ kind: 'garbled', garble });
    const { quote, fields } = await problem(dineroAt(sandbox).contactsPage(page));
    expect(fields).toEqual([{ field: 'collection.1.email', message: '' }]);
    expect(quote).toBeUndefined();
  });

  it('are found by a filter, including deleted ones on request', async () => {
    const api = dineroAt(sandbox);
    const queryFilter = "ExternalReference eq 'effihub:41:1'";
    expect((await api.contactsPage({ ...page, queryFilter })).contacts).toHaveLength(1);
    expect((await api.contactsPage({ ...page, queryFilter, deletedOnly: true })).contacts).toHaveLength(0);
    expect((await api.contactsPage({ ...page, deletedOnly: true })).contacts).toMatchObject([
      { name: 'Slettet' },
    ]);
  });

  it('are read one at a time, a deleted one with its deletion time', async () => {
    const api = dineroAt(sandbox);
    expect(await api.contact(contactGuid(1))).toMatchObject({ name: 'Hansens VVS ApS' });
    expect(await api.contact(contactGuid(3))).toMatchObject({ deletedAt: '2026-10-30T12:00:01.000Z' });
    expect(await api.contact(contactGuid(99))).toBeUndefined();
  });

  it('are garbled when the answer is about another contact', async () => {
    on({ kind: 'garbled', garble: (answer) => ({ ...(answer as object), ContactGuid: contactGuid(2) }) });
    const fields = [{ field: 'ContactGuid', message: '' }];
    expect(await problem(dineroAt(sandbox).contact(contactGuid(1)))).toEqual({
      system: 'dinero',
      code: 'garbled',
      fields,
    });
  });

  it('are not gone when a proxy answers 404', async () => {
    on({ kind: 'html', status: 404 });
    expect(await problem(dineroAt(sandbox).contact(contactGuid(1)))).toMatchObject({ code: 'garbled' });
  });

  it('are read by their GUID even if the name is markup or very long', async () => {
    const name = `<script>alert(1)</script>${'x'.repeat(10_000)}`;
    sandbox.world.organization.contacts.get(contactGuid(1))!.Name = name;
    expect(await dineroAt(sandbox).contact(contactGuid(1))).toMatchObject({ name });
  });
});

describe('the organizations', () => {
  it('are those that the key reaches', async () => {
    expect(await dineroAt(sandbox).organizations()).toEqual([
      { id: credentials.nordisk.organizationId, name: 'Nordisk Tekst ApS', isPro: true },
    ]);
  });

  it('may be empty', async () => {
    on({ kind: 'garbled', garble: () => [] });
    expect(await dineroAt(sandbox).organizations()).toEqual([]);
  });

  it.each([-1, 1.5, 2 ** 53, '637871', null])('cannot have the id %s', async (id) => {
    on({ kind: 'garbled', garble: () => [{ id, name: 'Nordisk Tekst ApS' }] });
    expect(await problem(dineroAt(sandbox).organizations())).toMatchObject({ code: 'garbled' });
  });
});

describe('a connection that fails', () => {
  it('with an expired token gets a new one and continues, also for writes', async () => {
    const api = dineroAt(sandbox);
    await api.contactsPage(page);
    sandbox.expireTokens();
    expect((await api.contactsPage(page)).contacts).toHaveLength(2);
    sandbox.expireTokens();
    expect(await api.createContact(body())).toBe(contactGuid(900));
    expect(sandbox.count({ host: 'authz.dinero.dk' })).toBe(3);
  });

  it('reports wrong credentials after a second 401 in a row', async () => {
    const api = dineroAt(sandbox);
    on({ kind: 'status', status: 401, times: 9 });
    expect(await problem(api.contactsPage(page))).toMatchObject({ code: 'wrong-credentials', status: 401 });
    expect(sandbox.count()).toBe(2);
  });

  it.each([
    [
      'a wrong client secret',
      { clientSecret: 'not-the-secret' },
      { code: 'wrong-credentials', fields: [{ field: 'clientId' }] },
    ],
    [
      'a wrong key',
      { apiKey: 'not-the-api-key' },
      { code: 'wrong-credentials', fields: [{ field: 'apiKey' }] },
    ],
    ['the key of another company', { apiKey: credentials.fjord.apiKey }, { code: 'forbidden', status: 403 }],
    ['a company without Dinero Pro', credentials.withoutPro, { code: 'no-subscription', status: 403 }],
  ])('because of %s says so, without a second request', async (_, parts, expected) => {
    expect(await problem(dineroAt(sandbox, parts).contactsPage(page))).toMatchObject(expected);
    expect(sandbox.count()).toBeLessThanOrEqual(1);
  });
});

describe('a created contact', () => {
  it('has the chosen GUID', async () => {
    expect(await dineroAt(sandbox).createContact(body({ VatNumber: '25313763' }))).toBe(contactGuid(900));
    expect(sandbox.world.organization.contacts.get(contactGuid(900))).toMatchObject({
      Name: 'Ny ApS',
      VatNumber: '25313763',
      ExternalReference: 'effihub:41:9',
    });
  });

  it.each([undefined, {}, { ContactGuid: contactGuid(900) }])(
    'exists even if the answer is %j',
    async (answer) => {
      on({ kind: 'status', status: 201, body: answer });
      expect(await dineroAt(sandbox).createContact(body())).toBe(contactGuid(900));
    },
  );

  it('created twice fails with guid-taken', async () => {
    const api = dineroAt(sandbox);
    await api.createContact(body());
    expect(await problem(api.createContact(body()))).toMatchObject({ code: 'guid-taken', status: 400 });
  });

  it('that Dinero refuses names the field and quotes Dinero', async () => {
    const refused = dineroAt(sandbox).createContact(body({ VatNumber: '99999999' }));
    expect(await problem(refused)).toEqual({
      system: 'dinero',
      code: 'refused',
      status: 400,
      quote: 'CVR-nummeret findes ikke',
      fields: [{ field: 'vatNumber', message: 'CVR-nummeret findes ikke' }],
    });
  });

  it.each([
    ['lost-answer', 1],
    ['drop', 0],
  ] as const)('is not retried after %s', async (kind, made) => {
    on({ kind, path: /contacts$/, times: 9 });
    expect(await problem(dineroAt(sandbox).createContact(body()))).toMatchObject({ code: 'unreachable' });
    expect(sandbox.count({ method: 'POST' })).toBe(1);
    expect(sandbox.world.organization.contacts.size).toBe(3 + made);
  });

  it('is created once after a 429', async () => {
    on({ kind: 'rate-limited', path: /contacts$/, times: 2 });
    expect(await dineroAt(sandbox).createContact(body())).toBe(contactGuid(900));
    expect(sandbox.count({ method: 'POST' })).toBe(3);
  });

  it('can be deleted, and is gone then', async () => {
    const api = dineroAt(sandbox);
    await api.deleteContact(contactGuid(1));
    expect((await api.contact(contactGuid(1)))?.deletedAt).toBeDefined();
    expect(await problem(api.deleteContact(contactGuid(1)))).toMatchObject({ code: 'gone' });
  });

  it('is not deleted when it is on an invoice, quoting Dinero', async () => {
    sandbox.world.organization.contacts.get(contactGuid(1))!.usedOnInvoice = true;
    expect(await problem(dineroAt(sandbox).deleteContact(contactGuid(1)))).toMatchObject({
      code: 'refused',
      quote: 'Kontakten er brugt på en faktura',
    });
  });

  it('is not deleted again after an unanswered deletion', async () => {
    on({ kind: 'lost-answer', method: 'DELETE', times: 9 });
    expect(await problem(dineroAt(sandbox).deleteContact(contactGuid(1)))).toMatchObject({
      code: 'unreachable',
    });
    expect(sandbox.count({ method: 'DELETE' })).toBe(1);
  });

  it('can be restored after deletion', async () => {
    const api = dineroAt(sandbox);
    await api.restoreContact(contactGuid(3));
    expect((await api.contact(contactGuid(3)))?.deletedAt).toBeUndefined();
  });
});
