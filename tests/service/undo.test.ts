/** Taking back what a run has done. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Operation, Run } from '../../lib/run.ts';
import { company, connectionId, dinero, effihub, open, problem, sandboxAround } from '../helpers/company.ts';
import { openOffice } from '../helpers/office.ts';
import { writes } from '../helpers/panel.ts';
import { changeContact, changeCustomer, contactGuid, deleteCustomer } from '../sandbox/index.ts';

sandboxAround();

const NEW = 'Nordlys Tømrer A/S';
const made = () => dinero().filter(({ Name }) => Name === NEW);
const customer = (name: string) => effihub().find((one) => one.name === name);
const linkOf = (name: string) => customer(name)?.dineroContactGuid ?? null;
const ignored = async () => (await company.office.ask.ignored({ connectionId })).map(({ name }) => name);

beforeEach(() =>
  open({
    customers: [
      { id: 1, name: 'Bagergården ApS' },
      { id: 2, name: NEW },
    ],
    contacts: [{ Name: 'Bagergården ApS' }, { Name: 'Fjordens Rengøring I/S' }, { Name: 'Grøn Have ApS' }],
  }),
);

/** One of each: a match, a creation, an import and an ignored one. */
async function sync(): Promise<{ run: Run; operations: Operation[] }> {
  const { ask } = company.office;
  await company.office.begin();
  await ask.chooseCustomers({ connectionId, choices: [['2', { action: 'create' }]] });
  await ask.chooseContacts({
    connectionId,
    choices: [
      [contactGuid(2), { action: 'import' }],
      [contactGuid(3), { action: 'ignore' }],
    ],
  });
  const result = await company.office.run();
  await ask.finishFlow({ connectionId });
  return result;
}

/** Undoes a run and waits for the end. */
async function undo(runId: string): Promise<{ run: Run; operations: Operation[] }> {
  const { ask } = company.office;
  const { id } = await ask.undoRun({ runId });
  await company.office.rest(id);
  return ask.runResult({ runId: id });
}

/** Whatever the run did is not there any more. */
async function expectUndone(): Promise<void> {
  expect(effihub().map(({ name, dineroContactGuid }) => [name, dineroContactGuid])).toEqual([
    ['Bagergården ApS', null],
    [NEW, null],
  ]);
  expect(made().every(({ DeletedAt }) => DeletedAt !== null)).toBe(true);
  expect(dinero().filter(({ DeletedAt }) => DeletedAt === null)).toHaveLength(3);
  expect(await ignored()).toEqual([]);
  expect(await company.office.database.links.count()).toBe(0);
}

describe('the undo of a sync', () => {
  it('says before what it will do, and sends nothing for that', async () => {
    const { run } = await sync();
    const before = writes().length;
    expect(await company.office.ask.previewUndo({ runId: run.id })).toEqual({
      counts: { unlink: 1, deleteContact: 1, deleteCustomer: 1, unignore: 1 },
      cannot: [],
      cannotCount: 0,
      changedSince: 0,
      mended: 0,
    });
    expect(writes()).toHaveLength(before);
  });

  it('takes back everything of it, and is a run in the journal', async () => {
    const { run } = await sync();
    expect(linkOf('Fjordens Rengøring I/S')).toBe(contactGuid(2));
    const before = writes().length;
    const undone = await undo(run.id);
    expect(undone.run).toMatchObject({ kind: 'undo', undoes: run.id, state: 'done', finished: 4, failed: 0 });
    await expectUndone();
    expect(writes().slice(before).toSorted()).toEqual([
      `DELETE /v1/637871/contacts/${made()[0]?.ContactGuid}`,
      'DELETE /v1/customers/1/dinero-link',
      'DELETE /v1/customers/2/dinero-link',
      'DELETE /v1/customers/3',
    ]);
  });

  it('does not begin when it would do something else than was shown', async () => {
    const { run } = await sync();
    const { counts } = await company.office.ask.previewUndo({ runId: run.id });
    const tasks = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const shown = { tasks, deletes: (counts.deleteContact ?? 0) + (counts.deleteCustomer ?? 0) };
    changeCustomer(company.sandbox.world, effihub()[0]!, { dineroContactGuid: null });
    const before = writes().length;
    expect(await problem(company.office.ask.undoRun({ runId: run.id, shown }))).toMatchObject({
      code: 'changed',
      fields: [{ field: 'undo' }],
    });
    expect(writes()).toHaveLength(before);
    const undo = await company.office.ask.undoRun({ runId: run.id, shown: { ...shown, tasks: tasks - 1 } });
    expect(await company.office.rest(undo.id)).toMatchObject({ state: 'done', failed: 0 });
  });

  it('is not offered a second time, and a second click gets the same run', async () => {
    const { run } = await sync();
    const [first, second] = await Promise.all([
      company.office.ask.undoRun({ runId: run.id }),
      company.office.ask.undoRun({ runId: run.id }),
    ]);
    expect(second.id).toBe(first.id);
    await company.office.rest(first.id);
    expect((await company.office.ask.undoRun({ runId: run.id })).id).toBe(first.id);
    expect(await company.office.ask.previewUndo({ runId: run.id })).toMatchObject({ counts: {}, cannot: [] });
    expect(await problem(company.office.ask.undoRun({ runId: first.id }))).toMatchObject({ code: 'changed' });
  });

  it('is followed by the same sync, which asks nothing and makes one of each again', async () => {
    const { run } = await sync();
    await undo(run.id);
    await company.office.begin();
    const [row] = await company.office.ask.findSimilar({ connectionId, customers: [{ id: '2', name: NEW }] });
    expect(row?.deleted).toBeUndefined();
    const again = await sync();
    expect(again.run).toMatchObject({ state: 'done', failed: 0 });
    expect(made().filter(({ DeletedAt }) => DeletedAt === null)).toHaveLength(1);
    expect(effihub().filter(({ name }) => name === 'Fjordens Rengøring I/S')).toHaveLength(1);
    expect(linkOf(NEW)).toBe(made().find(({ DeletedAt }) => DeletedAt === null)?.ContactGuid);
    // The links of the second sync are not the first one's.
    expect(await company.office.ask.previewUndo({ runId: run.id })).toMatchObject({ counts: {} });
  });

  it('is followed by the one click that creates, which asks nothing either', async () => {
    const { run } = await sync();
    await undo(run.id);
    const create = company.office.ask.createOne;
    expect(await create({ connectionId, customerId: '2', create: {}, anyway: false })).toEqual({
      done: true,
    });
    expect(made()).toHaveLength(2);
  });

  it('asks as before about a contact that somebody else has deleted', async () => {
    const { run } = await sync();
    changeContact(company.sandbox.world, made()[0]!, { DeletedAt: new Date().toISOString() });
    const { operations } = await undo(run.id);
    expect(operations).toHaveLength(4);
    const create = company.office.ask.createOne;
    expect(await create({ connectionId, customerId: '2', create: {}, anyway: false })).toEqual({
      done: false,
      deleted: NEW,
    });
  });

  it('waits while another run is not finished', async () => {
    const { run } = await sync();
    const held = company.sandbox.faults.add({ system: 'effihub', method: 'DELETE', kind: 'hold' });
    const { id } = await company.office.ask.resetLinks({ connectionId });
    await held.arrived;
    expect(await problem(company.office.ask.undoRun({ runId: run.id }))).toMatchObject({ code: 'busy' });
    held.release();
    await company.office.rest(id);
  });
});

describe('what cannot be taken back', () => {
  const cannot = async (runId: string) => (await company.office.ask.previewUndo({ runId })).cannot;

  it('is said before, each with its reason', async () => {
    const { run } = await sync();
    changeCustomer(company.sandbox.world, customer('Bagergården ApS')!, {
      dineroContactGuid: contactGuid(3),
    });
    deleteCustomer(company.sandbox.world, company.sandbox.world.account, customer('Fjordens Rengøring I/S')!);
    changeContact(company.sandbox.world, made()[0]!, { DeletedAt: new Date().toISOString() });
    changeCustomer(company.sandbox.world, customer(NEW)!, { dineroContactGuid: null });
    expect(await cannot(run.id)).toMatchObject([
      { name: 'Fjordens Rengøring I/S', reason: 'customer-gone' },
      { name: NEW, reason: 'contact-gone' },
      { name: 'Bagergården ApS', reason: 'linked-otherwise' },
    ]);
    const before = writes().length;
    expect((await undo(run.id)).run).toMatchObject({ total: 1, failed: 0 });
    expect(writes()).toHaveLength(before);
    expect(linkOf('Bagergården ApS')).toBe(contactGuid(3));
  });

  it('is a contact that another customer is linked to by now', async () => {
    const { run } = await sync();
    const guid = made()[0]?.ContactGuid ?? '';
    changeCustomer(company.sandbox.world, customer(NEW)!, { dineroContactGuid: null });
    changeCustomer(company.sandbox.world, customer('Bagergården ApS')!, { dineroContactGuid: guid });
    expect(await cannot(run.id)).toContainEqual(
      expect.objectContaining({ name: NEW, reason: 'contact-linked' }),
    );
    await undo(run.id);
    expect(made()[0]?.DeletedAt).toBeNull();
    expect(linkOf('Bagergården ApS')).toBe(guid);
  });

  it('is what Dinero refuses to delete: it says why, and the two stay linked', async () => {
    const { run } = await sync();
    const guid = made()[0]?.ContactGuid;
    made()[0]!.usedOnInvoice = true;
    const undone = await undo(run.id);
    expect(undone.run).toMatchObject({ state: 'done', finished: 4, failed: 1 });
    expect(undone.operations.find(({ state }) => state === 'failed')).toMatchObject({
      kind: 'deleteContact',
      problem: { system: 'dinero', code: 'refused', quote: 'Kontakten er brugt på en faktura' },
    });
    expect(made()[0]?.DeletedAt).toBeNull();
    expect(linkOf(NEW)).toBe(guid);
    expect(customer('Fjordens Rengøring I/S')).toBeUndefined();

    // What is left can be tried again once it is possible.
    expect(await company.office.ask.previewUndo({ runId: run.id })).toMatchObject({
      counts: { deleteContact: 1 },
      cannot: [],
    });
    made()[0]!.usedOnInvoice = false;
    expect((await undo(run.id)).run).toMatchObject({ total: 1, failed: 0 });
    await expectUndone();
  });

  it('is what happens to be linked otherwise while the undo is going', async () => {
    const { run } = await sync();
    const held = company.sandbox.faults.add({
      system: 'effihub',
      method: 'DELETE',
      path: /customers\/3$/,
      kind: 'hold',
      when: 'done-last',
    });
    const { id } = await company.office.ask.undoRun({ runId: run.id });
    await held.arrived;
    await company.office.ask.pauseRun({ runId: id });
    held.release();
    await company.office.rest(id);
    changeCustomer(company.sandbox.world, customer('Bagergården ApS')!, {
      dineroContactGuid: contactGuid(3),
    });
    const before = writes().length;
    await company.office.ask.resumeRun({ runId: id });
    expect(await company.office.rest(id)).toMatchObject({ state: 'done', failed: 0 });
    expect(linkOf('Bagergården ApS')).toBe(contactGuid(3));
    expect(writes().slice(before)).not.toContain('DELETE /v1/customers/1/dinero-link');
    const { operations } = await company.office.ask.runResult({ runId: id });
    expect(operations.find(({ kind }) => kind === 'unlink')).toMatchObject({ state: 'done', already: true });
  });

  it('tells how many of those to be deleted somebody has worked on since', async () => {
    const { run } = await sync();
    const later = run.endedAt! + 60_000;
    const world = company.sandbox.world;
    world.clock.advance(later - world.clock.now());
    changeCustomer(world, customer('Fjordens Rengøring I/S')!, { phone: '86123456' });
    expect(await company.office.ask.previewUndo({ runId: run.id })).toMatchObject({ changedSince: 1 });
  });
});

describe('what had been there before the run', () => {
  it('is only unlinked when it was a contact', async () => {
    await sync();
    await company.office.ask.unlink({ connectionId, customerId: '2' });
    await company.office.begin();
    await company.office.ask.chooseCustomers({ connectionId, choices: [['2', { action: 'create' }]] });
    const { run, operations } = await company.office.run();
    expect(operations.find(({ kind }) => kind === 'create')).toMatchObject({ state: 'done', found: true });
    expect(await company.office.ask.previewUndo({ runId: run.id })).toMatchObject({ counts: { unlink: 1 } });
    await undo(run.id);
    expect(linkOf(NEW)).toBeNull();
    expect(made()).toMatchObject([{ DeletedAt: null }]);
  });

  it('is only unlinked when it was a customer', async () => {
    await sync();
    await company.office.ask.unlink({ connectionId, customerId: '3' });
    const { ask } = company.office;
    await ask.importOne({ connectionId, contactGuid: contactGuid(2), anyway: true });
    const { runs } = await ask.history({ connectionId, query: '', most: 9 });
    const runId = runs[0]?.run.id ?? '';
    expect(runs[0]?.run.kind).toBe('import');
    expect(await ask.previewUndo({ runId })).toMatchObject({ counts: { unlink: 1 } });
    await undo(runId);
    expect(customer('Fjordens Rengøring I/S')?.dineroContactGuid).toBeNull();
  });

  it('goes back to being deleted when it was a restored contact, and is asked about again', async () => {
    await sync();
    changeContact(company.sandbox.world, made()[0]!, { DeletedAt: new Date().toISOString() });
    const create = company.office.ask.createOne;
    const input = { connectionId, customerId: '2', anyway: true };
    await create({ ...input, create: { deleted: 'restore' } });
    expect(made()[0]?.DeletedAt).toBeNull();
    const { runs } = await company.office.ask.history({ connectionId, query: '', most: 1 });
    await undo(runs[0]?.run.id ?? '');
    expect(made()[0]?.DeletedAt).not.toBeNull();
    expect(await create({ ...input, create: {} })).toEqual({ done: false, deleted: NEW });
  });
});

describe('a lost answer', () => {
  it.each([
    ['of the deletion in Dinero', { system: 'dinero', method: 'DELETE', path: /contacts\/[0-9a-f-]+$/ }],
    ['of the deletion in Effihub', { system: 'effihub', method: 'DELETE', path: /customers\/3$/ }],
    ['of the removal of a created link', { system: 'effihub', method: 'DELETE', path: /2\/dinero-link$/ }],
    ['of the removal of a link', { system: 'effihub', method: 'DELETE', path: /1\/dinero-link$/ }],
  ] as const)('%s leaves nothing behind, whether it was done or not', async (_, request) => {
    for (const kind of ['lost-answer', 'drop'] as const) {
      const { run } = await sync();
      const fault = company.sandbox.faults.add({ ...request, kind });
      const undone = await undo(run.id);
      // Only the first round has the customer with that number.
      if (fault.hits === 0) expect(customer('Fjordens Rengøring I/S')).toBeUndefined();
      fault.remove();
      expect(undone.run).toMatchObject({ state: 'done', failed: 0 });
      await expectUndone();
    }
  });

  it('again and again pauses the undo, which goes on where it was, also after the worker was stopped', async () => {
    const { run } = await sync();
    const silent = company.sandbox.faults.add({
      system: 'dinero',
      method: 'DELETE',
      kind: 'lost-answer',
      times: 99,
    });
    const undone = await undo(run.id);
    expect(undone.run).toMatchObject({ state: 'paused', reason: { code: 'unreachable' } });
    silent.remove();
    company.office.database.close();
    company.office = openOffice(company.sandbox, company.office.database.name);
    await company.office.wake();
    await company.office.ask.resumeRun({ runId: undone.run.id });
    expect(await company.office.rest(undone.run.id)).toMatchObject({ state: 'done', failed: 0 });
    await expectUndone();
  });

  it('of the sync itself makes no difference: what it made is known', async () => {
    for (const [system, method, path] of [
      ['dinero', 'POST', /contacts$/],
      ['effihub', 'POST', /customers$/],
      ['effihub', 'PUT', /dinero-link$/],
    ] as const)
      company.sandbox.faults.add({ system, method, path, kind: 'lost-answer' });
    const { run } = await sync();
    expect(run).toMatchObject({ state: 'done', failed: 0 });
    await undo(run.id);
    await expectUndone();
  });
});

describe('other runs', () => {
  const latest = async () =>
    (await company.office.ask.history({ connectionId, query: '', most: 1 })).runs[0]?.run.id ?? '';

  it('a creation that failed halfway has made a contact, which the undo deletes', async () => {
    const refused = company.sandbox.faults.add({
      system: 'effihub',
      method: 'PUT',
      path: /customers\/2/,
      kind: 'status',
      status: 422,
      body: { message: 'Nej.' },
    });
    const { run } = await sync();
    expect(run.failed).toBe(1);
    expect(refused.hits).toBe(1);
    await undo(run.id);
    await expectUndone();

    // Tried once more it begins anew, and that can be undone, too.
    await company.office.ask.retryFailed({ runId: run.id });
    expect(await company.office.rest(run.id)).toMatchObject({ state: 'done', failed: 0 });
    expect(linkOf(NEW)).toBe(made().find(({ DeletedAt }) => DeletedAt === null)?.ContactGuid);
    expect(made()).toHaveLength(2);
    await undo(run.id);
    await expectUndone();
  });

  it('a reset is undone: every link comes back, but for who is linked otherwise by now', async () => {
    await sync();
    const { id } = await company.office.ask.resetLinks({ connectionId });
    await company.office.rest(id);
    changeCustomer(company.sandbox.world, customer('Bagergården ApS')!, {
      dineroContactGuid: contactGuid(3),
    });
    expect(await company.office.ask.previewUndo({ runId: id })).toMatchObject({
      counts: { link: 2 },
      cannot: [{ name: 'Bagergården ApS', reason: 'linked-otherwise' }],
    });
    expect((await undo(id)).run).toMatchObject({ state: 'done', failed: 0 });
    expect(linkOf('Fjordens Rengøring I/S')).toBe(contactGuid(2));
    expect(linkOf(NEW)).toBe(made()[0]?.ContactGuid);
  });

  it('a link that was removed comes back', async () => {
    await sync();
    await company.office.ask.unlink({ connectionId, customerId: '1' });
    await undo(await latest());
    expect(linkOf('Bagergården ApS')).toBe(contactGuid(1));
    await undo(await latest()).catch(() => undefined);
    expect(linkOf('Bagergården ApS')).toBe(contactGuid(1));
  });

  it.each([
    ['another contact', { of: 'contacts', linked: '1', from: contactGuid(1), to: contactGuid(3) }],
    ['another customer', { of: 'customers', linked: contactGuid(1), from: '1', to: '2' }],
  ] as const)('a link that was moved to %s goes back', async (_, move) => {
    await company.office.begin();
    await company.office.ask.matchOne({ connectionId, customerId: '1', contactGuid: contactGuid(1) });
    await company.office.ask.moveLink({ connectionId, ...move });
    expect(effihub().map(({ dineroContactGuid }) => dineroContactGuid)).not.toEqual([contactGuid(1), null]);
    expect((await undo(await latest())).run).toMatchObject({ state: 'done', failed: 0 });
    expect(effihub().map(({ dineroContactGuid }) => dineroContactGuid)).toEqual([contactGuid(1), null]);
  });

  it('fields that were made the same get their old values back', async () => {
    await sync();
    const { ask } = company.office;
    changeCustomer(company.sandbox.world, customer('Bagergården ApS')!, { phone: '86123456' });
    await company.office.begin();
    const before = dinero()[0]?.Phone ?? null;
    const said = { customerId: '1', field: 'phone', answer: 'effihub', effihub: '86123456' } as const;
    await ask.answerDifferences({ connectionId, answers: [{ ...said, dinero: before ?? '' }] });
    const { run } = await ask.updateFields({ connectionId });
    await company.office.rest(run?.id ?? '');
    expect(dinero()[0]?.Phone).toBe('86123456');
    expect(await ask.previewUndo({ runId: run?.id ?? '' })).toMatchObject({ counts: { updateContact: 1 } });
    expect((await undo(run?.id ?? '')).run).toMatchObject({ state: 'done', failed: 0 });
    expect(dinero()[0]?.Phone ?? null).toBe(before);
  });

  it('a link that a later run has made again is that one’s', async () => {
    const { run } = await sync();
    await company.office.ask.unlink({ connectionId, customerId: '1' });
    await company.office.ask.matchOne({ connectionId, customerId: '1', contactGuid: contactGuid(1) });
    expect((await company.office.ask.previewUndo({ runId: run.id })).cannot).toMatchObject([
      { name: 'Bagergården ApS', reason: 'again' },
    ]);
  });
});
