import { beforeEach, describe, expect, it } from 'vitest';
import type { SheetTable } from '../../../lib/features/sheets/messages.ts';
import type { SheetCustomer } from '../../../lib/systems/spreadsheets/customers.ts';
import { CREATION, company, dinero, problem, sandboxAround } from '../../helpers/company.ts';
import { type Office, openOffice } from '../../helpers/office.ts';
import { changeContact, contactGuid, credentials, world } from '../../sandbox/index.ts';

sandboxAround();

const connectionId = '637871:sheet.nordisktekst';

/** Connects the usual Dinero company with an account without an API. */
async function connect(office: Office, who = credentials.nordisk, account = 'nordisktekst') {
  const { clientId, clientSecret, apiKey } = who;
  const organizationId = String(who.organizationId);
  return office.ask.saveConnection({
    dinero: { kind: 'personal', clientId, clientSecret, apiKey, organizationId },
    effihub: { kind: 'sheet', account },
  });
}

const row = (number: number, name: string, parts: Partial<SheetCustomer> = {}): SheetCustomer => ({
  id: `nr:${number}`,
  customerNumber: String(number),
  name,
  ...parts,
});
const table = (...customers: SheetCustomer[]): SheetTable => ({ customers, columns: [], refusedIds: [] });

const BAGER = row(1, 'Bagergården ApS', { city: 'Odense', countryCode: 'DK' });
const NORDLYS = row(2, 'Nordlys Tømrer A/S', { vatNumber: '25313763', countryCode: 'DK' });
const GARDEN = row(3, 'Grøn Have', { countryCode: 'DK' });
/** What Effihub shows of the import, with the number that it gave out. */
const FJORD = row(4, 'Fjordens Rengøring I/S', { email: 'post@fjordens.example' });

const read = (...customers: SheetCustomer[]) =>
  company.office.ask.readSheet({ connectionId, table: table(...customers) });

/** The flow's lists and a run, in an office that knows no other company than this one. */
async function begin(office = company.office) {
  await office.ask.startFlow({ connectionId, fresh: false });
  return (await office.ask.loadFlow({ connectionId })).data;
}
async function run(office = company.office) {
  const { id } = await office.ask.startRun({ connectionId });
  await office.rest(id);
  return office.ask.runResult({ runId: id });
}
const links = async (office = company.office) =>
  Object.fromEntries(
    (await begin(office)).links.map(({ customerId, contactGuid: guid }) => [customerId, guid]).sort(),
  );
const awaited = (office = company.office) => office.ask.awaitedImports({ connectionId });
const choose = async (office = company.office) => {
  await office.ask.chooseCustomers({ connectionId, choices: [['nr:2', { action: 'create' }]] });
  await office.ask.chooseContacts({
    connectionId,
    choices: [
      [contactGuid(2), { action: 'import' }],
      [contactGuid(3), { action: 'ignore' }],
    ],
  });
};

beforeEach(async () => {
  company.sandbox.reset({
    world: world({
      contacts: [
        { Name: 'BAGERGÅRDEN APS' },
        { Name: 'Fjordens Rengøring I/S', Email: 'post@fjordens.example' },
        { Name: 'Solsikke Børnehave' },
      ],
      otherCustomers: [{ id: 1, name: 'Havblik I/S' }],
      otherContacts: [{ Name: 'Havblik I/S' }],
      cvrRegister: ['25313763'],
    }),
    limits: false,
  });
  company.office = openOffice(company.sandbox);
  await connect(company.office);
});

describe('an account without an API', () => {
  it('links, creates, imports and ignores from table to table', async () => {
    const { office, sandbox } = company;
    expect((await office.ask.overview({ connectionId })).sheet).toMatchObject({ readAt: undefined });
    expect(await office.ask.previewSheet({ connectionId, table: table(BAGER, NORDLYS) })).toMatchObject({
      added: 2,
    });
    expect(await read(BAGER, NORDLYS)).toMatchObject({ added: 2 });

    const data = await begin();
    expect(data.customers.map(({ name }) => name)).toEqual(['Bagergården ApS', 'Nordlys Tømrer A/S']);
    await choose();
    const { run: ended, operations } = await run();
    expect(ended).toMatchObject({ state: 'done', failed: 0 });
    expect(operations.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'link done',
      'create done',
      'import done',
      'ignore done',
    ]);
    await office.ask.finishFlow({ connectionId });
    const created = dinero().find(({ Name }) => Name === 'Nordlys Tømrer A/S')?.ContactGuid;
    expect(created).toBeDefined();

    const waiting = await awaited();
    expect(waiting).toMatchObject([{ name: 'Fjordens Rengøring I/S', isPerson: false, pasted: false }]);
    expect((await office.ask.overview({ connectionId })).sheet).toMatchObject({
      toPaste: { companies: 1, persons: 0 },
      pasted: 0,
    });
    const ids = waiting.map(({ id }) => id);
    await office.ask.markPasted({ connectionId, ids, pasted: true });
    expect((await office.ask.overview({ connectionId })).sheet).toMatchObject({
      toPaste: { companies: 0, persons: 0 },
      pasted: 1,
    });

    expect(await read(BAGER, NORDLYS, FJORD)).toMatchObject({ unchanged: 2, added: 1, found: 1 });
    expect(await awaited()).toEqual([]);
    expect(await links()).toEqual({ 'nr:1': contactGuid(1), 'nr:2': created, 'nr:4': contactGuid(2) });
    const again = await begin();
    expect(again.customers.map(({ id }) => id).sort()).toEqual(['nr:1', 'nr:2', 'nr:4']);
    expect(again.ignored).toHaveLength(1);
    expect((await run()).run).toMatchObject({ state: 'done', total: 0 });
    expect(sandbox.count({ system: 'effihub' })).toBe(0);
  });

  it('reports the file and the meaning of its headings', async () => {
    const columns: SheetTable['columns'] = [['Navn 2', 'name']];
    await company.office.ask.readSheet({
      connectionId,
      table: { ...table(BAGER), file: 'kunder.csv', columns },
    });
    const { sheet } = await company.office.ask.overview({ connectionId });
    expect(sheet).toMatchObject({ file: 'kunder.csv', columns });
  });

  it('refuses a table during a run', async () => {
    await read(BAGER, NORDLYS);
    await begin();
    await choose();
    const held = company.sandbox.faults.add({ ...CREATION, kind: 'hold' });
    const { id } = await company.office.ask.startRun({ connectionId });
    await held.arrived;
    expect(await problem(read(BAGER))).toMatchObject({ system: 'kundebro', code: 'busy' });
    held.release();
    expect(await company.office.rest(id)).toMatchObject({ state: 'done', failed: 0 });
    expect(await read(BAGER, NORDLYS)).toMatchObject({ unchanged: 2 });
  });

  it('does everything exactly once although the worker stops', async () => {
    await read(BAGER, NORDLYS);
    await begin();
    await choose();
    const held = company.sandbox.faults.add({ ...CREATION, kind: 'hold' });
    const { id } = await company.office.ask.startRun({ connectionId });
    await held.arrived;
    company.office.database.close();
    const next = openOffice(company.sandbox, company.office.database.name);
    held.release();
    await next.wake();
    expect(await next.rest(id)).toMatchObject({ state: 'done', failed: 0, finished: 4 });
    expect(dinero().filter(({ Name }) => Name === 'Nordlys Tømrer A/S')).toHaveLength(1);
    expect(await awaited(next)).toHaveLength(1);
    expect(Object.keys(await links(next))).toEqual(['nr:1', 'nr:2', `ny:${contactGuid(2)}`]);
  });

  it('resets all links and restores them, with imports waiting to be pasted', async () => {
    await read(BAGER, NORDLYS);
    await begin();
    await choose();
    await run();
    await company.office.ask.finishFlow({ connectionId });
    const before = await links();
    expect(Object.keys(before)).toHaveLength(3);
    const reset = await company.office.ask.resetLinks({ connectionId });
    await company.office.rest(reset.id);
    expect(await links()).toEqual({});
    expect(await awaited()).toEqual([]);
    const undo = await company.office.ask.undoReset({ connectionId, runId: reset.id });
    expect(await company.office.rest(undo.id)).toMatchObject({ state: 'done', failed: 0 });
    expect(await links()).toEqual(before);
    expect(await awaited()).toHaveLength(1);
  });

  it('keeps the links of customers missing from a table', async () => {
    await read(BAGER, NORDLYS);
    await begin();
    await run();
    expect(await read(NORDLYS, GARDEN)).toMatchObject({ absent: 1, absentLinked: 1 });
    expect(await read(BAGER, NORDLYS, GARDEN)).toMatchObject({ added: 1 });
    expect(await links()).toEqual({ 'nr:1': contactGuid(1) });
  });

  it('counts the customers of the latest table', async () => {
    const counted = async () => (await company.office.ask.overview({ connectionId })).sheet?.customers;
    expect(await counted()).toBeUndefined();
    await read(BAGER, NORDLYS);
    await begin();
    await choose();
    await run();
    expect(await counted()).toBe(2);
    await read(NORDLYS);
    expect(await links()).toHaveProperty('nr:1');
    expect(await counted()).toBe(1);
  });

  it('reads a table even if Dinero does not answer', async () => {
    company.sandbox.faults.add({ system: 'dinero', kind: 'status', status: 500, times: 99 });
    expect(await read(BAGER)).toMatchObject({ added: 1 });
    expect((await company.office.ask.overview({ connectionId })).sheet?.readAt).toBeDefined();
  });
});

describe('the undo of a sync with spreadsheets', () => {
  async function undo(runId: string) {
    const { id } = await company.office.ask.undoRun({ runId });
    await company.office.rest(id);
    return company.office.ask.runResult({ runId: id });
  }

  it('undoes an import waiting to be pasted, and everything else', async () => {
    await read(BAGER, NORDLYS, GARDEN);
    await begin();
    await choose();
    const { run: sync } = await run();
    expect(await awaited()).toHaveLength(1);
    const undone = await undo(sync.id);
    expect(undone.run).toMatchObject({ state: 'done', failed: 0 });
    expect(await awaited()).toEqual([]);
    expect(await links()).toEqual({});
    await company.office.ask.finishFlow({ connectionId });
    await begin();
    await choose();
    expect((await run()).run).toMatchObject({ state: 'done', failed: 0 });
    expect(await awaited()).toHaveLength(1);
  });

  it.each([
    ['is marked as pasted', false],
    ['was shown by a table', true],
  ])('leaves an import that %s, and announces it', async (_, isShown) => {
    await read(BAGER, NORDLYS, GARDEN);
    await begin();
    await choose();
    const { run: sync } = await run();
    const [made] = await awaited();
    await company.office.ask.markPasted({ connectionId, ids: [made?.id ?? ''], pasted: true });
    if (isShown) await read(BAGER, NORDLYS, GARDEN, FJORD);
    expect((await company.office.ask.previewUndo({ runId: sync.id })).cannot).toEqual([
      expect.objectContaining({ name: 'Fjordens Rengøring I/S', reason: 'pasted' }),
    ]);
    await undo(sync.id);
    expect(Object.values(await links())).toEqual([contactGuid(2)]);
  });
});

describe('a backup of an account without an API', () => {
  const preferences = { language: 'da', theme: 'dark', check: 'off' } as const;
  /** One is linked, one created, and one waits to be pasted. */
  async function backup(): Promise<string> {
    await read(BAGER, NORDLYS);
    await begin();
    await choose();
    await run();
    await company.office.ask.finishFlow({ connectionId });
    return (await company.office.ask.makeBackup({ preferences })).text;
  }

  it.each(['keys first', 'keys and table first', 'keys last'])(
    'brings all links along: %s',
    async (order) => {
      const text = await backup();
      const before = await links();
      expect(Object.keys(before)).toHaveLength(3);
      const moved = openOffice(company.sandbox);
      const { ask } = moved;
      if (order !== 'keys last') await connect(moved);
      if (order === 'keys and table first')
        await ask.readSheet({ connectionId, table: table(BAGER, NORDLYS) });
      const [preview] = (await ask.previewRestore({ text })).merge.companies;
      expect(preview).toMatchObject({ linkWay: 'stored', linksLeft: 0, links: { added: 3 } });
      expect((await ask.restore({ text, mode: 'merge' })).runs).toEqual([]);
      if (order === 'keys last') await connect(moved);
      if (order === 'keys and table first')
        expect((await ask.overview({ connectionId })).counts?.linked).toBe(3);
      await ask.readSheet({ connectionId, table: table(BAGER, NORDLYS) });
      expect(await links(moved)).toEqual(before);
      expect(await awaited(moved)).toHaveLength(1);

      // The import is pasted, and takes its link along to its number.
      await ask.readSheet({ connectionId, table: table(BAGER, NORDLYS, FJORD) });
      const pasted = await links(moved);
      expect(pasted).toMatchObject({ 'nr:4': contactGuid(2) });
      for (const mode of ['merge', 'replace'] as const) {
        await ask.restore({ text, mode });
        expect(await links(moved)).toEqual(pasted);
      }
    },
  );
});

describe('a customer missing from the table', () => {
  const gone = async (office = company.office) =>
    (await office.ask.missing({ connectionId })).map(({ kind, customerId }) => `${kind} ${customerId}`);
  const absent = 'customerArchived nr:1';

  it('is listed once a table is read; restored decisions are kept until then', async () => {
    await read(BAGER, NORDLYS);
    await begin();
    await run();
    await company.office.ask.finishFlow({ connectionId });
    await read(NORDLYS);
    expect(await gone()).toEqual([absent]);
    const about = { kind: 'customerArchived', customerId: 'nr:1', contactGuid: contactGuid(1) } as const;
    const preferences = { language: 'da', theme: 'dark', check: 'off' } as const;
    const backup = async () => (await company.office.ask.makeBackup({ preferences })).text;
    const open = await backup();
    await company.office.ask.dismissMissing({ connectionId, ...about, dismissed: true });

    for (const [text, listed] of [
      [open, [absent]],
      [await backup(), []],
    ] as const) {
      const moved = openOffice(company.sandbox);
      await moved.ask.restore({ text, mode: 'merge' });
      await connect(moved);
      await moved.ask.checkNow({ connectionId });
      expect(await gone(moved)).toEqual([]);
      expect((await moved.ask.overview({ connectionId })).counts).toMatchObject({ gone: 0, goneListed: 0 });
      await moved.ask.readSheet({ connectionId, table: table(NORDLYS) });
      expect(await gone(moved)).toEqual(listed);
      expect((await moved.ask.overview({ connectionId })).counts).toMatchObject({ gone: listed.length });
    }
  });
});

it('an import with its new number does not count as a deleted customer', async () => {
  await read(BAGER, NORDLYS);
  await begin();
  await choose();
  await run();
  await read(BAGER, NORDLYS, FJORD);
  await begin();
  await company.office.ask.unlink({ connectionId, customerId: 'nr:4' });
  expect(await company.office.ask.missing({ connectionId })).toEqual([]);
});

describe('a company with an API and one without', () => {
  it('never mix', async () => {
    const { office, sandbox } = company;
    const { clientId, clientSecret, apiKey, effihubToken: token } = credentials.fjord;
    const other = await office.ask.saveConnection({
      dinero: { kind: 'personal', clientId, clientSecret, apiKey, organizationId: '551307' },
      effihub: { kind: 'api', baseUrl: '', token },
    });
    await read(BAGER, NORDLYS);
    await begin();
    await choose();
    await run();
    await office.ask.startFlow({ connectionId: other.id, fresh: false });
    const theirs = (await office.ask.loadFlow({ connectionId: other.id })).data;
    expect(theirs.customers.map(({ name }) => name)).toEqual(['Havblik I/S']);
    expect(theirs.links).toEqual([]);
    expect((await office.ask.overview({ connectionId: other.id })).sheet).toBeUndefined();
    expect(await office.ask.awaitedImports({ connectionId: other.id })).toEqual([]);
    expect(await links()).toHaveProperty('nr:1', contactGuid(1));
    const written = sandbox.requests.filter(({ system, method }) => system === 'effihub' && method !== 'GET');
    expect(written).toEqual([]);
  });

  it('cannot be one account twice', async () => {
    const taken = await problem(connect(company.office, credentials.fjord));
    expect(taken).toMatchObject({ code: 'account-taken' });
  });
});

describe('a customer with an id made of a long name', () => {
  it('gets a reference that Dinero accepts, and is created once', async () => {
    const name = `Foreningen ${'for langsomme læsere '.repeat(12)}`.trim();
    const long: SheetCustomer = { id: `navn:${name.toLowerCase()}|8000`, name, countryCode: 'DK' };
    await read(long);
    await begin();
    await company.office.ask.chooseCustomers({ connectionId, choices: [[long.id, { action: 'create' }]] });
    const { run: ended } = await run();
    expect(ended).toMatchObject({ state: 'done', failed: 0 });
    const [created] = dinero().filter(({ ExternalReference }) => ExternalReference);
    expect(created?.ExternalReference).toMatch(/^effihub:/);
    expect(created?.ExternalReference?.length).toBeLessThanOrEqual(128);
    expect(await links()).toEqual({ [long.id]: created?.ContactGuid });
    // Tables have no links: another installation finds the contact by its reference.
    const other = openOffice(company.sandbox);
    await connect(other);
    await other.ask.readSheet({ connectionId, table: table(long) });
    await begin(other);
    await other.ask.chooseCustomers({ connectionId, choices: [[long.id, { action: 'create' }]] });
    expect((await run(other)).run).toMatchObject({ state: 'done', failed: 0 });
    expect(dinero().filter(({ Name }) => Name === name)).toHaveLength(1);
  });
});

describe('differences of customers in a table', () => {
  const differences = async () =>
    (await company.office.ask.differences({ connectionId })).rows.flatMap(({ name, differences }) =>
      differences.map(({ field, dinero, effihub }) => `${name} ${field}: ${dinero} / ${effihub}`),
    );

  it('cover only the table’s columns, and are never written to Effihub', async () => {
    await read(BAGER, NORDLYS, GARDEN);
    await begin();
    await company.office.ask.matchOne({ connectionId, customerId: 'nr:1', contactGuid: contactGuid(1) });
    changeContact(company.sandbox.world, dinero()[0]!, { City: 'Svendborg', Phone: '86123456' });
    await begin();
    expect(await differences()).toEqual(['Bagergården ApS city: Svendborg / Odense']);
    const answer = { customerId: 'nr:1', field: 'city', dinero: 'Svendborg', effihub: 'Odense' } as const;
    await company.office.ask.answerDifferences({
      connectionId,
      answers: [{ ...answer, answer: 'dinero' }],
    });
    const { run: begun } = await company.office.ask.updateFields({ connectionId });
    await company.office.rest(begun?.id ?? '');
    const { operations } = await company.office.ask.runResult({ runId: begun?.id ?? '' });
    expect(operations[0]?.problem).toMatchObject({ system: 'effihub', code: 'refused' });
    await company.office.ask.answerDifferences({
      connectionId,
      answers: [{ ...answer, answer: 'effihub' }],
    });
    const again = await company.office.ask.updateFields({ connectionId });
    await company.office.rest(again.run?.id ?? '');
    expect(dinero()[0]).toMatchObject({ City: 'Odense', Phone: '86123456' });
  });
});
