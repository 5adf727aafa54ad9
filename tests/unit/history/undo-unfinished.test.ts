/** Undos of runs that were stopped, interrupted or resumed. */
import { beforeEach, describe, expect, it } from 'vitest';
import {
  CREATION,
  company,
  connectionId,
  dinero,
  effihub,
  open,
  problem,
  sandboxAround,
} from '../../helpers/company.ts';
import { pair, worldOf } from '../../helpers/linked.ts';
import { customer, expectUndone, linkOf, made, openSmall, sync, undo } from '../../helpers/undo.ts';
import { contactGuid } from '../../sandbox/index.ts';

sandboxAround();
beforeEach(openSmall);

type FaultToAdd = Parameters<typeof company.sandbox.faults.add>[0];

const ask = () => company.office.ask;
const preview = (runId: string) => ask().previewUndo({ runId });
const fault = (what: FaultToAdd, times = 99) => company.sandbox.faults.add({ ...what, times });

const IMPORT = { system: 'effihub', method: 'POST', path: /customers$/ } as const;
const LINK_OF_CREATED = { system: 'effihub', method: 'PUT', path: /customers\/2/ } as const;

/** The latest run, which has ended. */
async function latest(): Promise<string> {
  const { runs } = await ask().history({ connectionId, query: '', most: 1 });
  return runs[0]!.run.id;
}

async function stop(runId: string): Promise<void> {
  await ask().stopRun({ runId });
  await company.office.rest(runId);
}

describe('a sync that lost its access half-way and was stopped', () => {
  it.each([401, 403])('(%i) reports a contact as created, and its undo deletes it', async (status) => {
    const refusing = fault({ ...LINK_OF_CREATED, kind: 'status', status });
    const { run } = await sync();
    expect(run.state).toBe('paused');
    await stop(run.id);
    refusing.remove();
    const { operations } = await ask().runResult({ runId: run.id });
    expect(operations.find(({ kind }) => kind === 'create')).toMatchObject({
      state: 'failed',
      phase: 'link',
    });
    expect((await preview(run.id)).counts).toEqual({ unlink: 1, deleteContact: 1 });
    expect((await undo(run.id)).run).toMatchObject({ state: 'done', failed: 0 });
    await expectUndone();
  });

  it('links the contact when access is back', async () => {
    const refusing = fault({ ...LINK_OF_CREATED, kind: 'status', status: 403 });
    const { run } = await sync();
    refusing.remove();
    await stop(run.id);
    const { operations } = await ask().runResult({ runId: run.id });
    expect(operations.find(({ kind }) => kind === 'create')).toMatchObject({ state: 'done' });
    await undo(run.id);
    await expectUndone();
  });

  it.each([
    ['is known to be its own once that can be looked up', true],
    ['is not said to have had no turn', false],
  ])('an import whose answer was lost before that %s', async (_, isBack) => {
    fault({ ...IMPORT, kind: 'lost-answer' }, 1);
    const refusing = fault({ ...IMPORT, kind: 'status', status: 401 });
    const { run } = await sync();
    if (isBack) refusing.remove();
    await stop(run.id);
    refusing.remove();
    const { operations } = await ask().runResult({ runId: run.id });
    expect(operations.find(({ kind }) => kind === 'import')?.state).toBe(isBack ? 'done' : 'failed');
    const { counts, cannot } = await preview(run.id);
    expect(counts.deleteCustomer).toBe(isBack ? 1 : undefined);
    expect(cannot.map(({ reason }) => reason)).toEqual(isBack ? [] : ['unanswered']);
  });
});

describe('one click whose answer was lost', () => {
  it('that created a contact is undone by deleting it', async () => {
    await company.office.begin();
    const losing = fault({ ...CREATION, kind: 'lost-answer' });
    const input = { connectionId, customerId: '2', create: { countryCode: 'DK' }, anyway: true };
    expect(await problem(ask().createOne(input))).toMatchObject({ unanswered: true });
    losing.remove();
    expect(made()).toHaveLength(1);
    const runId = await latest();
    expect((await preview(runId)).counts).toEqual({ deleteContact: 1 });
    await undo(runId);
    expect(made().every(({ DeletedAt }) => DeletedAt !== null)).toBe(true);
  });

  it('that created a contact and could not link it reports the contact as created', async () => {
    await company.office.begin();
    fault({ ...LINK_OF_CREATED, kind: 'status', status: 403 });
    const input = { connectionId, customerId: '2', create: { countryCode: 'DK' }, anyway: true };
    expect(await problem(ask().createOne(input))).toMatchObject({ code: 'forbidden', unanswered: true });
    expect((await preview(await latest())).counts).toEqual({ deleteContact: 1 });
  });

  it('that imported a customer is reported as not undoable', async () => {
    await company.office.begin();
    const losing = fault({ ...IMPORT, kind: 'lost-answer' });
    await problem(ask().importOne({ connectionId, contactGuid: contactGuid(2), anyway: true }));
    losing.remove();
    expect((await preview(await latest())).cannot).toMatchObject([{ reason: 'unanswered' }]);
  });

  it('that moved a link is undone by moving it back', async () => {
    await open(
      worldOf([pair(1, 'Bagergården ApS'), pair(2, 'Bagergården ApS', { dineroContactGuid: null })]),
    );
    await company.office.begin();
    const losing = fault({ system: 'effihub', method: 'PUT', path: /dinero-link$/, kind: 'lost-answer' });
    const move = { connectionId, of: 'customers', linked: contactGuid(1), from: '1', to: '2' } as const;
    await problem(ask().moveLink(move));
    losing.remove();
    const { runs } = await ask().history({ connectionId, query: '', most: 9 });
    const { run } = runs.find((past) => past.run.kind === 'move')!;
    await undo(run.id);
    expect(effihub().map(({ dineroContactGuid }) => dineroContactGuid)).toEqual([contactGuid(1), null]);
  });
});

describe('a resumed run', () => {
  /** The created contact could not be linked. */
  async function syncWithFailure(): Promise<string> {
    fault({ ...LINK_OF_CREATED, kind: 'status', status: 422, body: { message: 'Nej.' } }, 1);
    return (await sync()).run.id;
  }

  async function retry(runId: string): Promise<void> {
    await ask().retryFailed({ runId });
    await company.office.rest(runId);
  }

  it('does not undo what others did before it was resumed', async () => {
    const runId = await syncWithFailure();
    await ask().unlink({ connectionId, customerId: '1' });
    await ask().matchOne({ connectionId, customerId: '1', contactGuid: contactGuid(1) });
    await retry(runId);
    const { counts, cannot } = await preview(runId);
    expect(counts).toEqual({ deleteContact: 1, deleteCustomer: 1, unignore: 1 });
    expect(cannot).toMatchObject([{ name: 'Bagergården ApS', reason: 'again' }]);
  });

  it('can be stopped: what failed halfway before stays as it was', async () => {
    const names = ['Alfa ApS', 'Bravo ApS', 'Charlie ApS', 'Delta ApS'];
    await open({ customers: names.map((name, at) => ({ id: at + 1, name })) });
    await company.office.begin();
    const create = { action: 'create' } as const;
    await ask().chooseCustomers({ connectionId, choices: names.map((_, at) => [`${at + 1}`, create]) });
    const linking = { system: 'effihub', method: 'PUT', path: /dinero-link$/ } as const;
    const refusing = fault({ ...linking, kind: 'status', status: 422, body: { message: 'Nej.' } });
    const { run } = await company.office.run();
    refusing.remove();
    const held = fault({ ...linking, kind: 'hold' }, 1);
    await ask().retryFailed({ runId: run.id });
    await held.arrived;
    await ask().stopRun({ runId: run.id });
    held.release();
    await company.office.rest(run.id);
    const { operations } = await ask().runResult({ runId: run.id });
    expect(operations.map(({ state }) => state)).toEqual(['done', 'failed', 'failed', 'failed']);
    expect(operations[3]).toMatchObject({ phase: 'link', problem: { code: 'refused', quote: 'Nej.' } });
    expect(effihub().filter(({ dineroContactGuid }) => dineroContactGuid)).toHaveLength(1);
    expect((await preview(run.id)).counts).toEqual({ deleteContact: 4 });
  });

  it('counts as partly undone after its undo, and can be undone again', async () => {
    const runId = await syncWithFailure();
    await undo(runId);
    await retry(runId);
    const { runs } = await ask().history({ connectionId, query: '', most: 9 });
    expect(runs.find(({ run }) => run.id === runId)?.undone).toBe('partly');
    expect((await preview(runId)).counts).toEqual({ deleteContact: 1 });
    await undo(runId);
    await expectUndone();
  });
});

it('after an undo stopped during an unanswered deletion, the same sync asks nothing', async () => {
  const { run } = await sync();
  const losing = fault({ system: 'dinero', method: 'DELETE', path: /contacts/, kind: 'lost-answer' });
  const first = await undo(run.id);
  expect(first.run.state).toBe('paused');
  await stop(first.run.id);
  losing.remove();
  await undo(run.id);
  await expectUndone();
  const again = await sync();
  expect(again.run).toMatchObject({ state: 'done', failed: 0 });
  expect(linkOf('Bagergården ApS')).toBe(contactGuid(1));
  expect(customer('Fjordens Rengøring I/S')).toBeDefined();
  expect(dinero().filter(({ DeletedAt }) => DeletedAt === null)).toHaveLength(4);
});
