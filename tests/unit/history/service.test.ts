/** The list of all runs. */
import { beforeEach, expect, it } from 'vitest';
import type { History } from '../../../lib/features/history/messages.ts';
import { company, connectionId, open, sandboxAround } from '../../helpers/company.ts';
import { contactGuid } from '../../sandbox/index.ts';

sandboxAround();

const history = (query = '', most = 200): Promise<History> =>
  company.office.ask.history({ connectionId, query, most });
const kinds = async (query?: string) => (await history(query)).runs.map(({ run }) => run.kind);

beforeEach(async () => {
  await open({
    customers: [
      { id: 1, name: 'Bagergården ApS' },
      { id: 2, name: 'Måne Design ApS' },
      { id: 3, name: 'Havnens Fisk I/S' },
    ],
    contacts: [{ Name: 'BAGERGÅRDEN' }, { Name: 'Måne Design' }, { Name: 'Grøn Have ApS' }],
  });
  const { ask } = company.office;
  await company.office.begin();
  const match = (guid: string) => ({ action: 'match' as const, contactGuid: guid, confirmed: true });
  await ask.chooseCustomers({
    connectionId,
    choices: [
      ['1', match(contactGuid(1))],
      ['2', match(contactGuid(2))],
    ],
  });
  await ask.chooseContacts({ connectionId, choices: [[contactGuid(3), { action: 'import' }]] });
  await company.office.run();
  await ask.finishFlow({ connectionId });
  await ask.unlink({ connectionId, customerId: '1' });
  const { id } = await ask.resetLinks({ connectionId });
  await company.office.rest(id);
});

it('the history has every run, newest first, with what it did', async () => {
  const { runs, more } = await history();
  expect(more).toBe(false);
  expect(runs.map(({ run, did, names }) => [run.kind, did, names])).toEqual([
    ['reset', { reset: 2 }, []],
    ['unlink', { unlink: 1 }, []],
    ['sync', { link: 2, import: 1 }, []],
  ]);
});

it.each([
  ['bager', ['unlink', 'sync']],
  ['DESIGN måne', ['reset', 'sync']],
  ['grøn', ['reset', 'sync']],
  // The other side's spelling.
  ['bagergården aps', ['unlink', 'sync']],
  // A sync did nothing to the customers it skipped.
  ['havnens', []],
  ['ingen', []],
  ['   ', ['reset', 'unlink', 'sync']],
])('the history is searched for %j', async (query, found) => {
  expect(await kinds(query)).toEqual(found);
});

it('the history names some of the customers found', async () => {
  const [reset, , sync] = (await history('a')).runs;
  expect(reset?.names).toEqual(['Måne Design ApS', 'Grøn Have ApS']);
  expect(sync?.names).toHaveLength(3);
});

it('the history returns a part, and whether there is more', async () => {
  expect(await history('', 2)).toMatchObject({ more: true, runs: [{}, {}] });
  expect(await history('grøn', 1)).toMatchObject({ more: true, runs: [{ run: { kind: 'reset' } }] });
  expect(await history('grøn', 2)).toMatchObject({ more: false });
});

it('the history counts what an older version did not store', async () => {
  await company.office.database.runs.toCollection().modify((run) => {
    delete run.did;
  });
  expect((await history()).runs.map(({ did }) => did)).toEqual([
    { reset: 2 },
    { unlink: 1 },
    { link: 2, import: 1 },
  ]);
});

it('the history tells which runs are undone, and what an undo undid', async () => {
  const { ask } = company.office;
  const [reset] = (await history()).runs;
  const { id } = await ask.undoRun({ runId: reset?.run.id ?? '' });
  await company.office.rest(id);
  const { runs } = await history();
  expect(runs[0]).toMatchObject({ run: { kind: 'undo' }, did: { link: 2 }, undid: { kind: 'reset' } });
  expect(runs[1]).toMatchObject({ run: { kind: 'reset' }, undone: 'whole' });
  expect(runs[2]?.undone).toBeUndefined();
});
