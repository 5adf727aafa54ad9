import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  type ChangeCounts,
  dismissalKey,
  keptKey,
  type RestoreMode,
} from '../../../lib/features/backup/compare-rows.ts';
import type { SavedCompany, SavedImport } from '../../../lib/features/backup/contents.ts';
import { readBackup, writeBackup } from '../../../lib/features/backup/file.ts';
import {
  applyPlan,
  currentState,
  inTransaction,
  savedCompanies,
} from '../../../lib/features/backup/repository.ts';
import { isEmptyPlan, planRestore } from '../../../lib/features/backup/restore-plan.ts';
import { type Database, openDatabase } from '../../../lib/storage/database.ts';
import { guid, savedBackup, savedCompany, savedDismissal, savedKept, savedLink, savedRun } from './build.ts';

let db: Database;
beforeEach(async () => {
  Dexie.dependencies.indexedDB = new IDBFactory();
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
  db = await openDatabase();
});

const MODES = ['merge', 'replace'] as const satisfies RestoreMode[];
const nothing = { added: 0, changed: 0, unchanged: 0, removed: 0, kept: 0 };

const savedImport = (n: number, extra: Partial<SavedImport> = {}): SavedImport => ({
  id: `ny:${n}`,
  customer: { name: `Kunde ${n}` },
  updatedAt: '2026-11-25T08:00:00.000Z',
  importKey: `key-${n}`,
  awaited: { madeAt: 1 },
  ...extra,
});

/** Every list of a saved company, each with an entry. */
const parts: Record<string, Partial<SavedCompany>> = {
  links: { links: [savedLink('1', 1)] },
  ignored: { ignored: [{ contactGuid: guid(2), name: 'Birk', ignoredAt: 5 }] },
  contactNumbers: { contactNumbers: [{ number: '1037', contactGuid: guid(1) }] },
  imports: { imports: [savedImport(1)] },
  columns: { columns: [['Kundenavn', 'name']] },
  dismissals: { dismissals: [savedDismissal('a|b')] },
  kept: { kept: [savedKept('1')] },
  runs: { runs: [savedRun('r')] },
};

/** An empty company without an API. */
const empty = savedCompany({
  source: 'sheet',
  links: [],
  ignored: [],
  contactNumbers: [],
  dismissals: [],
  kept: [],
  runs: [],
});

/** Restores a file. @returns its preview */
async function restore(company: SavedCompany, mode: RestoreMode) {
  const file = readBackup(writeBackup(savedBackup([company])).text);
  return inTransaction(db, async () => {
    const [plan] = planRestore(file, await currentState(db), mode);
    if (!plan) throw new Error('no plan');
    await applyPlan(db, plan, 1);
    return { preview: plan.preview, isEmpty: isEmptyPlan(plan) };
  });
}

/** Everything stored except derived data. */
async function stored() {
  const tables = db.tables.filter(({ name }) => name !== 'marks');
  return Object.fromEntries(
    await Promise.all(tables.map(async (table) => [table.name, await table.toArray()])),
  );
}

describe.each(MODES)('the preview (%s)', (mode) => {
  it('counts every list in a file', () => {
    const lists = Object.entries(readBackup(writeBackup(savedBackup()).text).companies[0]!);
    const names = lists.flatMap(([name, value]) => (Array.isArray(value) ? name : []));
    expect(Object.keys(parts).toSorted()).toEqual(names.toSorted());
  });

  it.each(Object.entries(parts))('counts %s once, and nothing else', async (name, part) => {
    await restore(empty, 'merge');
    const before = await stored();
    const first = await restore({ ...empty, ...part }, mode);
    expect(first.isEmpty).toBe(false);
    for (const each of ['company', ...Object.keys(parts)])
      expect({ [each]: first.preview[each as 'links'] }).toEqual({
        [each]: each === name ? { ...nothing, added: 1 } : nothing,
      });
    const after = await stored();
    expect(after).not.toEqual(before);

    const again = await restore({ ...empty, ...part }, mode);
    expect(again.isEmpty).toBe(true);
    expect(again.preview[name as 'links']).toEqual({ ...nothing, unchanged: 1 });
    expect(await stored()).toEqual(after);
  });

  it('counts a new company and its name', async () => {
    const first = await restore(empty, mode);
    expect([first.preview.company, first.isEmpty]).toEqual([{ ...nothing, added: 1 }, false]);
    const named = await restore({ ...empty, name: 'Vores' }, mode);
    expect([named.preview.company, named.isEmpty]).toEqual([{ ...nothing, changed: 1 }, false]);
    expect((await db.connections.toArray()).map(({ name }) => name)).toEqual(['Vores']);
    const other = await restore({ ...empty, name: 'Andre' }, mode);
    const isReplaced = mode === 'replace';
    expect(other.preview.company).toEqual({ ...nothing, [isReplaced ? 'changed' : 'kept']: 1 });
    expect(other.isEmpty).toBe(!isReplaced);
    const nameless = await restore({ ...empty, name: '' }, mode);
    expect(nameless.isEmpty).toBe(!isReplaced);
    expect((await db.connections.toArray()).map(({ name }) => name)).toEqual([
      isReplaced ? undefined : 'Vores',
    ]);
  });

  it('restores no tables for an account with an API', async () => {
    await restore({ ...empty, source: 'api' }, 'merge');
    const before = await stored();
    for (const part of [parts.imports, parts.columns])
      for (const source of ['api', 'sheet'] as const)
        expect((await restore({ ...empty, ...part, source }, mode)).isEmpty).toBe(true);
    expect(await stored()).toEqual(before);
  });

  it.each([
    ['under its number', savedImport(1, { importKey: 'another', customer: { name: 'Anden' } })],
    ['under another number', savedImport(7, { importKey: 'key-1' })],
  ])('does not count an import that was made here %s', async (_, made) => {
    await restore({ ...empty, imports: [savedImport(1)] }, 'merge');
    await db.sheetRows.toCollection().modify((row) => {
      // Seen in a table since.
      delete row.awaited;
      row.seenAt = 2;
    });
    const before = await stored();
    const { preview, isEmpty } = await restore({ ...empty, imports: [made] }, mode);
    expect([preview.imports, isEmpty]).toEqual([{ ...nothing, kept: 1 }, true]);
    expect(await stored()).toEqual(before);
  });

  it('counts repeated entries as often as they are stored', async () => {
    const imports = [savedImport(1), savedImport(2, { importKey: 'key-1' })];
    const { preview } = await restore({ ...empty, imports }, mode);
    expect(preview.imports).toEqual({ ...nothing, added: 1, kept: 1 });
    expect(await db.sheetRows.count()).toBe(1);
  });

  it('counts replaced numbers and column meanings', async () => {
    const numbers = (...pairs: [number: string, contact: number][]) =>
      pairs.map(([number, n]) => ({ number, contactGuid: guid(n) }));
    await restore(
      {
        ...empty,
        contactNumbers: numbers(['10', 1], ['20', 2], ['30', 3]),
        columns: [
          ['Navn', 'name'],
          ['Nr.', 'phone'],
        ],
      },
      'merge',
    );
    const { preview } = await restore(
      { ...empty, contactNumbers: numbers(['11', 1], ['20', 4]), columns: [['Nr.', 'customerNumber']] },
      mode,
    );
    const isReplaced = mode === 'replace';
    expect(preview).toMatchObject({
      contactNumbers: isReplaced ? { added: 1, changed: 1, removed: 1, kept: 1 } : { ...nothing, kept: 2 },
      columns: isReplaced ? { changed: 1, removed: 1, kept: 0 } : { ...nothing, kept: 1 },
    });
    const [{ contactNumbers, columns } = empty] = await savedCompanies(db);
    expect(contactNumbers).toEqual(
      isReplaced ? numbers(['11', 1], ['20', 4], ['30', 3]) : numbers(['10', 1], ['20', 2], ['30', 3]),
    );
    expect(columns).toEqual(
      isReplaced
        ? [['Nr.', 'customerNumber']]
        : [
            ['Navn', 'name'],
            ['Nr.', 'phone'],
          ],
    );
  });
});

it('a restored company does not stay the last used one', async () => {
  await restore({ ...empty, lastUsedAt: 8.64e15 }, 'merge');
  await restore(
    { ...empty, id: '551307:58', organizationId: 551307, accountId: '58', subdomain: 'f' },
    'merge',
  );
  expect((await db.connections.orderBy('lastUsedAt').toArray()).map(({ lastUsedAt }) => lastUsedAt)).toEqual([
    0, 1,
  ]);
});

/** Each list by key, without the fields that a restore fills in. */
const said: Record<string, (company: SavedCompany) => [key: string, value: unknown][]> = {
  company: ({ id, name }) => [[id, name]],
  links: ({ links }) => links.map(({ customerId, contactGuid }) => [customerId, contactGuid]),
  ignored: ({ ignored }) => ignored.map((row) => [row.contactGuid, row]),
  contactNumbers: ({ contactNumbers }) => contactNumbers.map((row) => [row.contactGuid, row.number]),
  imports: ({ imports }) => imports.map((row) => [row.id, row.customer]),
  columns: ({ columns }) => columns,
  dismissals: ({ dismissals }) => dismissals.map((row) => [dismissalKey(row), row]),
  kept: ({ kept }) => kept.map((row) => [keptKey(row), row]),
  runs: ({ runs }) => runs.map((row) => [row.id, row]),
};

/** Counts the changes of a list without using the plan. */
function changed(name: string, before: SavedCompany | undefined, after: SavedCompany) {
  const says = said[name];
  const [was, is] = [before, after].map((company) => new Map(company && says?.(company)));
  const entries = [...(is ?? [])];
  return {
    added: entries.filter(([key]) => !was?.has(key)).length,
    changed: entries.filter(
      ([key, value]) => was?.has(key) && JSON.stringify(was.get(key)) !== JSON.stringify(value),
    ).length,
    removed: [...(was ?? [])].filter(([key]) => !is?.has(key)).length,
  };
}

it('the preview matches the restore for any stored state and file', async () => {
  const n = fc.integer({ min: 1, max: 4 });
  const twice = fc.constantFrom(1, 2);
  const list = <Item>(item: fc.Arbitrary<Item>) => fc.array(item, { maxLength: 4 });
  const id = fc.oneof(
    n.map(String),
    n.map((each) => `ny:${each}`),
  );
  const company = fc
    .record({
      name: fc.constantFrom(undefined, '', 'Vores', 'Andre'),
      links: list(fc.tuple(id, n).map((pair) => savedLink(...pair))),
      ignored: list(fc.record({ contactGuid: n.map(guid), name: fc.constant('Birk'), ignoredAt: twice })),
      contactNumbers: list(fc.record({ number: n.map(String), contactGuid: n.map(guid) })),
      imports: list(
        fc.tuple(n, fc.option(n, { nil: undefined }), twice).map(([each, key, name]) =>
          savedImport(each, {
            importKey: key === undefined ? key : `key-${key}`,
            customer: { name: `Kunde ${name}` },
          }),
        ),
      ),
      columns: list(fc.tuple(fc.constantFrom('Navn', 'Nr.', 'By'), fc.constantFrom('name', 'city'))),
      dismissals: list(fc.tuple(n.map(String), twice).map((pair) => savedDismissal(...pair))),
      kept: list(fc.tuple(n.map(String), fc.constantFrom('1', '2'))).map((pairs) =>
        pairs.map(([each, dinero]) => savedKept(each, { dinero })),
      ),
      runs: list(fc.tuple(n.map(String), twice).map(([each, failed]) => savedRun(each, { failed }))),
      source: fc.constantFrom('sheet' as const, 'sheet' as const, 'api' as const),
    })
    .map((made) => savedCompany(made));
  await fc.assert(
    fc.asyncProperty(
      fc.array(company, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(...MODES),
      async (files, mode) => {
        await db.delete({ disableAutoOpen: false });
        for (const file of files) {
          const [before] = await savedCompanies(db);
          const all = await stored();
          const { preview, isEmpty } = await restore(file, mode);
          const [after] = await savedCompanies(db);
          if (!after) throw new Error('nothing stored');
          for (const name of Object.keys(said)) {
            const { added, changed: other, removed } = preview[name as 'links'] satisfies ChangeCounts;
            expect({ [name]: { added, changed: other, removed } }).toEqual({
              [name]: changed(name, before, after),
            });
          }
          if (isEmpty) expect(await stored()).toEqual(all);
          else expect(await stored()).not.toEqual(all);
        }
      },
    ),
    { numRuns: 60 },
  );
});
