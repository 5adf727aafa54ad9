import { Dexie } from 'dexie';
import { beforeEach, describe, expect, it } from 'vitest';
import { VERSIONS } from '../../../lib/storage/versions.ts';
import {
  company,
  connectionId,
  dinero,
  effihub,
  open,
  problem,
  sandboxAround,
} from '../../helpers/company.ts';
import { type Office, openOffice } from '../../helpers/office.ts';
import { changeContact, contactGuid, credentials } from '../../sandbox/index.ts';
import { firstFormat } from './build.ts';

sandboxAround();

const preferences = { language: 'da', theme: 'dark', check: 'hourly' } as const;
const nothing = { added: 0, changed: 0, unchanged: 0, removed: 0, kept: 0 };

const names = ['Bagergården ApS', 'Måne Design ApS', 'Havblik I/S'];

const backupOf = async (office: Office): Promise<string> =>
  (await office.ask.makeBackup({ preferences })).text;
const linked = () => effihub().map(({ dineroContactGuid }) => dineroContactGuid ?? null);
const ignoredBy = async (office: Office) =>
  (await office.ask.ignored({ connectionId })).map(({ name }) => name).toSorted();
const ignore = (office: Office, n: number, ignoredAt: number) =>
  office.database.ignored.put({
    connectionId,
    contactGuid: contactGuid(n),
    name: `Kontakt ${n}`,
    ignoredAt,
  });

/** Two linked customers, contact 3 ignored, and one finished run. */
beforeEach(async () => {
  await open({
    customers: names.map((name, place) => ({ id: place + 1, name })),
    contacts: [...names, 'Kontakt 4', 'Kontakt 5'].map((Name) => ({ Name })),
  });
  const { office } = company;
  await office.begin();
  for (const n of [1, 2])
    await office.ask.matchOne({ connectionId, customerId: String(n), contactGuid: contactGuid(n) });
  await ignore(office, 3, 5);
});

async function finished(runs: { id: string }[]): Promise<void> {
  for (const { id } of runs) await company.office.rest(id);
}

describe('a backup', () => {
  it('contains links, ignore list, history and preferences', async () => {
    const file = JSON.parse(await backupOf(company.office));
    expect(file).toMatchObject({ kundebro: 'backup', format: 3, preferences });
    expect(file.companies).toHaveLength(1);
    expect(file.companies[0]).toMatchObject({
      id: connectionId,
      source: 'api',
      links: [
        { customerId: '1', contactGuid: contactGuid(1), customer: names[0], contact: names[0] },
        { customerId: '2', contactGuid: contactGuid(2) },
      ],
      ignored: [{ contactGuid: contactGuid(3), name: 'Kontakt 3', ignoredAt: 5 }],
      runs: [{ kind: 'match' }, { kind: 'match' }],
    });
  });

  it('contains no secrets, tokens, API addresses or requests', async () => {
    const text = await backupOf(company.office);
    const { clientId, clientSecret, apiKey, effihubToken } = credentials.nordisk;
    for (const secret of [
      clientId,
      clientSecret,
      apiKey,
      effihubToken,
      'api.effihub.com',
      'Bearer',
      'sandbox-',
    ])
      expect(text).not.toContain(secret);
    for (const field of ['body', 'idempotencyKey', 'token', 'clients', 'signIns', 'secrets'])
      expect(text).not.toContain(`"${field}"`);
  });

  it('can contain a single company', async () => {
    await company.office.connect(credentials.fjord);
    const ask = company.office.ask;
    const idsIn = ({ text }: { text: string }) =>
      (JSON.parse(text).companies as { id: string }[]).map(({ id }) => id).toSorted();
    expect(idsIn(await ask.makeBackup({ preferences }))).toEqual(['551307:58', connectionId]);
    expect(idsIn(await ask.makeBackup({ preferences, connectionId: '551307:58' }))).toEqual(['551307:58']);
  });

  it('is refused to a panel', async () => {
    const panel = company.office.panelIn(7);
    company.office.pages.set(7, { url: 'https://nordisktekst.effihub.com/customers', state: 'changed' });
    const text = await backupOf(company.office);
    for (const asked of [
      panel.makeBackup({ preferences }),
      panel.makeBackup({ preferences, connectionId }),
      panel.previewRestore({ text }),
      panel.restore({ text, mode: 'replace' }),
    ])
      expect(await problem(asked)).toMatchObject({ code: 'another-page' });
  });
});

describe('restoring', () => {
  let text: string;
  beforeEach(async () => {
    text = await backupOf(company.office);
  });

  it('the stored state reports nothing to do', async () => {
    const preview = await company.office.ask.previewRestore({ text });
    expect(preview.merge.isEmpty).toBe(true);
    expect(preview.replace.isEmpty).toBe(true);
    const { runs } = await company.office.ask.restore({ text, mode: 'replace' });
    expect(runs).toEqual([]);
  });

  it('by merging restores what was lost and keeps what is new', async () => {
    const { ask } = company.office;
    await ask.unlink({ connectionId, customerId: '1' });
    await ask.unlink({ connectionId, customerId: '2' });
    await ask.matchOne({ connectionId, customerId: '2', contactGuid: contactGuid(4) });
    await ask.unignore({ connectionId, contactGuid: contactGuid(3) });
    await ignore(company.office, 5, 9);

    const { merge } = await ask.previewRestore({ text });
    expect(merge.companies).toMatchObject([
      {
        state: 'connected',
        links: { ...nothing, added: 1, kept: 1 },
        ignored: { ...nothing, added: 1 },
        runs: { ...nothing, unchanged: 2 },
      },
    ]);
    const before = await company.office.database.runs.count();
    const answer = await ask.restore({ text, mode: 'merge' });
    expect(answer.preferences).toBeUndefined();
    expect(answer.runs).toMatchObject([{ kind: 'restore', total: 1 }]);
    await finished(answer.runs);
    expect(linked()).toEqual([contactGuid(1), contactGuid(4), null]);
    expect(await ignoredBy(company.office)).toEqual(['Kontakt 3', 'Kontakt 5']);
    expect(await company.office.database.runs.count()).toBe(before + 1);
  });

  it('by replacing matches the file, writing to Effihub through the journal', async () => {
    const { ask } = company.office;
    await ask.unlink({ connectionId, customerId: '1' });
    await ask.unlink({ connectionId, customerId: '2' });
    await ask.matchOne({ connectionId, customerId: '3', contactGuid: contactGuid(1) });
    await ask.matchOne({ connectionId, customerId: '2', contactGuid: contactGuid(4) });
    await ignore(company.office, 5, 9);

    const { replace } = await ask.previewRestore({ text });
    expect(replace.companies).toMatchObject([
      {
        links: { ...nothing, added: 1, changed: 1, removed: 1 },
        ignored: { ...nothing, unchanged: 1, removed: 1 },
        runs: { ...nothing, unchanged: 2, removed: 4 },
      },
    ]);
    const answer = await ask.restore({ text, mode: 'replace' });
    expect(answer.preferences).toEqual(preferences);
    await finished(answer.runs);
    expect(linked()).toEqual([contactGuid(1), contactGuid(2), null]);
    expect(await ignoredBy(company.office)).toEqual(['Kontakt 3']);
    const { operations } = await ask.runResult({ runId: answer.runs[0]!.id });
    expect(operations.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'unlink done',
      'unlink done',
      'link done',
      'link done',
    ]);
    expect((await ask.previewRestore({ text })).replace.companies[0]?.links.unchanged).toBe(2);
  });

  it('reports links left out because a customer or contact is missing', async () => {
    const { ask } = company.office;
    await ask.unlink({ connectionId, customerId: '1' });
    await company.office.database.contacts.update([connectionId, contactGuid(1)], {
      deletedAt: '2026-11-20',
    });
    const { merge } = await ask.previewRestore({ text });
    expect(merge.companies[0]).toMatchObject({ links: { ...nothing, unchanged: 1 }, linksLeft: 1 });
    expect((await ask.restore({ text, mode: 'merge' })).runs).toEqual([]);
  });

  it('restores dismissals and kept differences, but no pending answers', async () => {
    const { ask, database } = company.office;
    for (const contact of dinero().slice(0, 2))
      changeContact(company.sandbox.world, contact, { Phone: '86123456', City: 'Skive' });
    await company.office.begin();
    const dismissal = { connectionId, of: 'duplicate', key: 'a|b', dismissedAt: 5 } as const;
    const phone = {
      connectionId,
      customerId: '1',
      contactGuid: contactGuid(1),
      field: 'phone',
      answer: 'both',
      dinero: '+4586123456',
      effihub: '',
    } as const;
    const city = { ...phone, field: 'city', answer: 'dinero' } as const;
    await database.dismissals.put(dismissal);
    await database.decisions.bulkPut([{ ...phone, kept: true }, city]);
    const made = await backupOf(company.office);
    await database.dismissals.clear();
    await database.decisions.clear();
    await database.decisions.put({ ...phone, customerId: '2', contactGuid: contactGuid(2), kept: true });

    const added = { ...nothing, added: 1 };
    expect((await ask.previewRestore({ text: made })).merge).toMatchObject({
      isEmpty: false,
      companies: [{ dismissals: added, kept: added }],
    });
    await ask.restore({ text: made, mode: 'merge' });
    expect(await database.dismissals.toArray()).toEqual([dismissal]);
    expect(await database.decisions.count()).toBe(2);
    expect((await ask.overview({ connectionId })).counts?.differing).toBe(2);

    const waiting = { ...phone, answer: 'effihub' } as const;
    await database.decisions.put(waiting);
    const { merge } = await ask.previewRestore({ text: made });
    expect(merge).toMatchObject({ isEmpty: true, companies: [{ kept: { ...nothing, kept: 1 } }] });
    await ask.restore({ text: made, mode: 'merge' });
    expect(await database.decisions.get([connectionId, '1', 'phone'])).toEqual(waiting);

    await ask.restore({ text: made, mode: 'replace' });
    expect(await database.dismissals.toArray()).toEqual([dismissal]);
    expect(await database.decisions.toArray()).toEqual([{ ...phone, kept: true }]);
    expect((await ask.previewRestore({ text: made })).replace.isEmpty).toBe(true);
  });

  it('restores runs for reading only: they cannot be undone', async () => {
    const file = await backupOf(company.office);
    const office = openOffice(company.sandbox);
    await office.connect();
    await office.ask.restore({ text: file, mode: 'merge' });
    const { runs } = await office.ask.history({ connectionId, query: names[0]!, most: 10 });
    const match = runs.find(({ run }) => run.kind === 'match')!.run;
    expect(match.restored).toBe(true);
    const before = linked();
    const refusal = { system: 'kundebro', code: 'changed' };
    expect(await problem(office.ask.previewUndo({ runId: match.id }))).toMatchObject(refusal);
    expect(await problem(office.ask.undoRun({ runId: match.id }))).toMatchObject(refusal);
    expect(linked()).toEqual(before);
    const [own] = (await company.office.ask.history({ connectionId, query: '', most: 10 })).runs;
    expect(own?.run.restored).toBeUndefined();
  });

  it('resumes after the worker stops', async () => {
    const { ask } = company.office;
    await ask.unlink({ connectionId, customerId: '1' });
    const fault = company.sandbox.faults.add({ system: 'effihub', method: 'PUT', kind: 'drop', times: 99 });
    const { runs } = await ask.restore({ text, mode: 'merge' });
    await finished(runs);
    expect(linked()[0]).toBeNull();
    fault.remove();
    await ask.resumeRun({ runId: runs[0]!.id });
    await company.office.heard();
    expect(linked()[0]).toBe(contactGuid(1));
  });

  it('changes nothing while a run is unfinished', async () => {
    const { ask, database } = company.office;
    await ask.unignore({ connectionId, contactGuid: contactGuid(3) });
    await database.runs.put({
      id: 'paused',
      connectionId,
      kind: 'restore',
      state: 'paused',
      startedAt: 1,
      total: 0,
      finished: 0,
      failed: 0,
    });
    for (const mode of ['merge', 'replace'] as const)
      expect(await problem(ask.restore({ text, mode }))).toMatchObject({ code: 'busy' });
    expect(await ignoredBy(company.office)).toEqual([]);
  });

  it('stores all of it or nothing', async () => {
    const { ask, database } = company.office;
    await ask.unignore({ connectionId, contactGuid: contactGuid(3) });
    await ask.unlink({ connectionId, customerId: '1' });
    const runs = await database.runs.count();
    const refuse = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    database.operations.hook('creating', refuse);
    expect(await problem(ask.restore({ text, mode: 'merge' }))).toMatchObject({ code: 'database' });
    database.operations.hook('creating').unsubscribe(refuse);
    expect(await ignoredBy(company.office)).toEqual([]);
    expect(await database.runs.count()).toBe(runs);
  });

  it('refuses a file that is no backup', async () => {
    const { ask } = company.office;
    for (const asked of [ask.previewRestore({ text: 'x' }), ask.restore({ text: 'x', mode: 'merge' })])
      expect(await problem(asked)).toEqual({ system: 'kundebro', code: 'backup', quote: 'foreign' });
  });
});

describe('another installation', () => {
  it('of the same office merges ignore lists both ways without loss', async () => {
    const other = openOffice(company.sandbox);
    await other.connect();
    await other.begin();
    await ignore(other, 4, 7);
    await ignore(other, 3, 2);
    await other.ask.restore({ text: await backupOf(company.office), mode: 'merge' });
    await company.office.ask.restore({ text: await backupOf(other), mode: 'merge' });
    for (const office of [company.office, other]) {
      expect(await ignoredBy(office)).toEqual(['Kontakt 3', 'Kontakt 4']);
      expect((await office.database.ignored.get([connectionId, contactGuid(3)]))?.ignoredAt).toBe(2);
      expect((await office.ask.overview({ connectionId })).counts?.ignored).toBe(2);
    }
  });

  it('that is empty gets the company without keys, and its links once connected', async () => {
    const text = await backupOf(company.office);
    const moved = openOffice(company.sandbox);
    const { merge } = await moved.ask.previewRestore({ text });
    expect(merge.companies).toMatchObject([
      { state: 'unconnected', linkWay: 'effihub', linksLeft: 2, ignored: { ...nothing, added: 1 } },
    ]);
    expect((await moved.ask.restore({ text, mode: 'merge' })).runs).toEqual([]);
    expect((await moved.ask.overview(undefined)).connection).toMatchObject({
      id: connectionId,
      organizationName: 'Nordisk Tekst ApS',
    });
    expect(await moved.database.secrets.count()).toBe(0);
    expect(await problem(moved.ask.loadFlow({ connectionId }))).toMatchObject({ code: 'wrong-credentials' });

    await moved.connect();
    const { data } = await moved.begin();
    expect(data.links).toHaveLength(2);
    expect(data.ignored).toEqual([contactGuid(3)]);
    expect(await moved.database.operations.count()).toBe(2);
  });

  it('restores a file made after a database upgrade', async () => {
    const old = new Dexie('office-of-version-2');
    old.version(2).stores({ ...VERSIONS[1], ...VERSIONS[2] });
    for (const { name } of company.office.database.tables.filter(({ name }) => name in { ...VERSIONS[1] })) {
      const rows: object[] = await company.office.database.table(name).toArray();
      const asBefore = { connections: { source: undefined }, secrets: { clientId: 'i', clientSecret: 's' } };
      const before = { ...asBefore }[name as keyof typeof asBefore];
      await old.table(name).bulkAdd(rows.map((row) => ({ ...row, ...before })));
    }
    old.close();
    const upgraded = openOffice(company.sandbox, 'office-of-version-2');
    const moved = openOffice(company.sandbox);
    await moved.ask.restore({ text: await backupOf(upgraded), mode: 'replace' });
    const companies = async (office: Office) => JSON.parse(await backupOf(office)).companies;
    const [expected] = await companies(company.office);
    // Effihub has the links.
    expect(await companies(moved)).toEqual([{ ...expected, links: [] }]);
  });

  it('keeps decisions until the lists are read, and then applies them', async () => {
    const { database } = company.office;
    changeContact(company.sandbox.world, dinero()[0]!, { Phone: '86123456' });
    await company.office.begin();
    const decision = {
      connectionId,
      customerId: '1',
      contactGuid: contactGuid(1),
      field: 'phone',
      answer: 'both',
      dinero: '+4586123456',
      effihub: '',
      kept: true,
    } as const;
    await database.decisions.put(decision);
    const moved = openOffice(company.sandbox);
    await moved.ask.restore({ text: await backupOf(company.office), mode: 'replace' });
    expect(await moved.database.decisions.toArray()).toEqual([decision]);
    await moved.connect();
    await moved.begin();
    expect(await moved.database.decisions.toArray()).toEqual([decision]);
    expect((await moved.ask.overview({ connectionId })).counts?.differing).toBe(0);
  });

  it('restores a file of an earlier version', async () => {
    const moved = openOffice(company.sandbox);
    await moved.ask.restore({ text: firstFormat, mode: 'merge' });
    expect(await moved.database.connections.get(connectionId)).toMatchObject({ source: 'api' });
    expect(await ignoredBy(moved)).toEqual(['Birk']);
    expect((await moved.ask.runResult({ runId: 'r' })).operations).toHaveLength(1);
  });

  it('without an API keeps the links until its table is read', async () => {
    const file = JSON.parse(await backupOf(company.office));
    file.companies[0].source = 'sheet';
    file.companies[0].columns = [['Kundenavn', 'name']];
    const text = JSON.stringify(file);
    const moved = openOffice(company.sandbox);
    await moved.ask.restore({ text, mode: 'merge' });
    expect(await moved.database.sheetRows.toArray()).toMatchObject([
      { id: '1', customer: { name: names[0] }, contactGuid: contactGuid(1), absentSince: expect.any(String) },
      { id: '2', contactGuid: contactGuid(2) },
    ]);
    expect(await moved.database.links.count()).toBe(2);
    expect((await moved.database.sheets.get(connectionId))?.columns).toEqual([['Kundenavn', 'name']]);
    const again = await moved.ask.previewRestore({ text });
    expect([again.merge.isEmpty, again.replace.isEmpty]).toEqual([true, true]);

    file.companies[0].links = [{ ...file.companies[0].links[0], customerId: '2' }];
    await moved.ask.restore({ text: JSON.stringify(file), mode: 'replace' });
    expect(
      (await moved.database.links.toArray()).map(({ customerId, contactGuid }) => [customerId, contactGuid]),
    ).toEqual([['2', contactGuid(1)]]);
  });
});
