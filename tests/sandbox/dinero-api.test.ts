import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { askToken, type Caller, dineroCaller } from './callers.ts';
import { changeContact, contactGuid, credentials, type Sandbox, startSandbox, world } from './index.ts';

const list = '/v1/637871/contacts';
const company = {
  Name: 'Sølvbæk Byg ApS',
  CountryKey: 'DK',
  IsPerson: false,
  IsMember: false,
  UseCvr: false,
};
const knownCvr = '25313763';
const newGuid = '8c2f1f0e-64c4-5d0e-9a51-3f2b7d1c9a10';

let sandbox: Sandbox;
let dinero: Caller;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

beforeEach(async () => {
  sandbox.reset({
    world: world({
      contacts: [
        { Name: 'Hansens VVS ApS', VatNumber: knownCvr, Email: 'faktura@hansens.example' },
        { Name: 'Signe Hansen', IsPerson: true, IsDebitor: undefined },
        { Name: "Åkrog's El", ExternalReference: 'shop:7' },
      ],
    }),
  });
  dinero = await dineroCaller(sandbox);
});

const namesOf = (rows: Record<string, unknown>[] = []): unknown[] => rows.map((row) => row.Name);

describe('token', () => {
  it('is refused for a wrong secret and for a wrong key', async () => {
    const secret = await askToken(sandbox, { ...credentials.nordisk, clientSecret: 'wrong' });
    expect([secret.status, secret.json.error]).toEqual([401, 'invalid_client']);
    const key = await askToken(sandbox, { ...credentials.nordisk, apiKey: 'wrong' });
    expect([key.status, key.json.error]).toEqual([400, 'invalid_grant']);
  });

  it('opens only the organization of its key', async () => {
    expect(JSON.parse((await dinero('GET', '/v1/organizations?fields=name,id,isPro')).text)).toEqual([
      { Name: 'Nordisk Tekst ApS', Id: 637871, IsPro: true },
    ]);
    expect((await dinero('GET', '/v1/551307/contacts')).status).toBe(403);
  });

  it('ends after the time it was given', async () => {
    sandbox.world.clock.advance(3_600_001);
    expect((await dinero('GET', list)).status).toBe(401);
  });

  it('does not help an organization without Pro', async () => {
    const withoutPro = await dineroCaller(sandbox, credentials.withoutPro);
    const answer = await withoutPro('GET', '/v1/700100/contacts');
    expect([answer.status, answer.json.code]).toEqual([403, 48]);
  });
});

describe('contact list', () => {
  it('shows only name and id unless fields are asked for', async () => {
    const bare = await dinero('GET', list);
    expect(bare.json.Collection?.[0]).toEqual({ Name: 'Hansens VVS ApS', ContactGuid: contactGuid(1) });
    const asked = await dinero('GET', `${list}?fields=VatNumber,updatedAt`);
    expect(Object.keys(asked.json.Collection?.[0] ?? {})).toEqual(['VatNumber', 'UpdatedAt']);
  });

  it('leaves a field out where its value is unknown', async () => {
    const { json } = await dinero('GET', `${list}?fields=Name,IsDebitor`);
    expect(json.Collection?.[1]).toEqual({ Name: 'Signe Hansen' });
  });

  it('pages in the order of change, from page zero', async () => {
    const first = sandbox.world.organization.contacts.get(contactGuid(1));
    if (first) changeContact(sandbox.world, first, { City: 'Vejle' });
    const pages = await Promise.all(
      [0, 1, 2].map((page) => dinero('GET', `${list}?pageSize=2&page=${page}`)),
    );
    expect(pages.map((page) => namesOf(page.json.Collection))).toEqual([
      ['Signe Hansen', "Åkrog's El"],
      ['Hansens VVS ApS'],
      [],
    ]);
    expect(pages[1]?.json.Pagination).toEqual({
      MaxPageSizeAllowed: 1000,
      PageSize: 2,
      Result: 1,
      ResultWithoutFilter: 3,
      Page: 1,
    });
  });

  it('refuses more than 1,000 contacts a page and a time in another format', async () => {
    expect((await dinero('GET', `${list}?pageSize=1001`)).json.validationErrors).toHaveProperty('pageSize');
    const time = await dinero('GET', `${list}?changesSince=2026-11-01T00:00:00.000Z`);
    expect(time.json.validationErrors).toHaveProperty('changesSince');
  });

  it('tells what changed since a time, by the second', async () => {
    const third = sandbox.world.organization.contacts.get(contactGuid(3));
    if (third) changeContact(sandbox.world, third, { City: 'Vejle' });
    const changed = Date.parse(third?.UpdatedAt ?? '');
    const since = (time: number): string => new Date(time).toISOString().replace(/\.\d+Z/, 'Z');
    const same = await dinero('GET', `${list}?changesSince=${since(changed)}`);
    expect(namesOf(same.json.Collection)).toEqual(["Åkrog's El"]);
    const later = await dinero('GET', `${list}?changesSince=${since(changed + 1000)}`);
    expect(later.json.Collection).toEqual([]);
  });

  it('shows deleted contacts only on request', async () => {
    await dinero('DELETE', `${list}/${contactGuid(2)}`);
    expect((await dinero('GET', list)).json.Collection).toHaveLength(2);
    const deleted = await dinero('GET', `${list}?deletedOnly=true`);
    expect(namesOf(deleted.json.Collection)).toEqual(['Signe Hansen']);
  });

  it.each([
    ["VatNumber eq '25313763'", ['Hansens VVS ApS']],
    ["Name contains 'hansen'", ['Hansens VVS ApS', 'Signe Hansen']],
    ["Name contains 'hansen';IsPerson eq 'true'", ['Signe Hansen']],
    ["Name eq 'Åkrog''s El'", ["Åkrog's El"]],
    ["ExternalReference eq 'shop:7'", ["Åkrog's El"]],
  ])('filters by %s', async (filter, names) => {
    const { json } = await dinero('GET', `${list}?queryFilter=${encodeURIComponent(filter)}`);
    expect(namesOf(json.Collection)).toEqual(names);
  });

  it('refuses a filter on another field', async () => {
    expect((await dinero('GET', `${list}?queryFilter=${encodeURIComponent("City eq 'Vejle'")}`)).status).toBe(
      400,
    );
  });
});

describe('one contact', () => {
  it('is created under a chosen id, with keys in either case', async () => {
    const body = { name: 'Nordlys El', countryKey: 'DK', isPerson: false, isMember: false, useCvr: false };
    const made = await dinero('POST', list, { ...body, contactGuid: newGuid });
    expect([made.status, made.json]).toEqual([201, { ContactGuid: newGuid }]);
    expect((await dinero('GET', `${list}/${newGuid}`)).json).toMatchObject({
      Name: 'Nordlys El',
      DeletedAt: null,
    });
  });

  it('is refused with guidMustBeUnique when its id is there already, also a deleted one', async () => {
    await dinero('POST', list, { ...company, ContactGuid: newGuid });
    const again = await dinero('POST', list, { ...company, ContactGuid: newGuid });
    expect([again.status, again.json.code]).toEqual([400, 42]);
    expect(again.json.errorMessageList?.[0]?.Code).toBe('guidMustBeUnique');
    await dinero('DELETE', `${list}/${newGuid}`);
    expect((await dinero('POST', list, { ...company, ContactGuid: newGuid })).status).toBe(400);
    expect(sandbox.world.organization.contacts.size).toBe(4);
  });

  it.each([
    ['Name', { Name: ' ' }],
    ['CountryKey', { CountryKey: undefined }],
    ['IsPerson', { IsPerson: undefined }],
    ['IsMember', { IsMember: 'no' }],
    ['UseCvr', { UseCvr: undefined }],
    ['ExternalReference', { ExternalReference: 'x'.repeat(129) }],
    ['VatNumber', { VatNumber: '12345678' }],
    ['PaymentConditionType', { PaymentConditionType: 'Later' }],
    ['ContactGuid', { ContactGuid: 'not-an-id' }],
  ])('is refused for its %s', async (field, wrong) => {
    const answer = await dinero('POST', list, { ...company, ...wrong });
    expect([answer.status, answer.json.code]).toEqual([400, 42]);
    expect(Object.keys(answer.json.validationErrors ?? {})).toEqual([field]);
    expect(answer.json.languageSpecificMessages?.[0]?.property).toBe(field);
  });

  it('may carry a CVR number of the register, and any number abroad', async () => {
    expect((await dinero('POST', list, { ...company, VatNumber: knownCvr })).status).toBe(201);
    const swedish = { ...company, CountryKey: 'SE', VatNumber: 'SE556012579001' };
    expect((await dinero('POST', list, swedish)).status).toBe(201);
  });

  it('loses what a replacement leaves out', async () => {
    const put = await dinero('PUT', `${list}/${contactGuid(1)}`, { ...company, City: 'Vejle' });
    expect(put.status).toBe(200);
    expect((await dinero('GET', `${list}/${contactGuid(1)}`)).json).toMatchObject({
      Name: company.Name,
      City: 'Vejle',
      VatNumber: null,
      Email: null,
      IsDebitor: true,
    });
  });

  it('can be read after it was deleted, and restored', async () => {
    const path = `${list}/${contactGuid(1)}`;
    expect((await dinero('DELETE', path)).status).toBe(200);
    expect((await dinero('GET', path)).json.DeletedAt).toEqual(expect.any(String));
    expect((await dinero('POST', `${path}/restore`)).status).toBe(200);
    expect((await dinero('GET', path)).json.DeletedAt).toBeNull();
  });

  it('is not deleted when an invoice uses it', async () => {
    const first = sandbox.world.organization.contacts.get(contactGuid(1));
    if (first) first.usedOnInvoice = true;
    expect((await dinero('DELETE', `${list}/${contactGuid(1)}`)).status).toBe(400);
  });

  it('is not found under an id that never was', async () => {
    const answer = await dinero('GET', `${list}/${newGuid}`);
    expect([answer.status, answer.json.code]).toEqual([404, 40]);
  });
});
