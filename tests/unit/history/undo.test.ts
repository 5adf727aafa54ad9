/** Undoing a sync. */
import { beforeEach, describe, expect, it } from 'vitest';
import { company, connectionId, effihub, problem, sandboxAround } from '../../helpers/company.ts';
import { writes } from '../../helpers/panel.ts';
import { customer, expectUndone, linkOf, made, NEW, openSmall, sync, undo } from '../../helpers/undo.ts';
import { changeContact, changeCustomer, contactGuid, deleteCustomer } from '../../sandbox/index.ts';

sandboxAround();
beforeEach(openSmall);

describe('the undo of a sync', () => {
  it('previews what it will do without sending anything', async () => {
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

  it('undoes all of it, and is a run in the journal', async () => {
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

  it('does not start when it would do something other than shown', async () => {
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

  it('is not offered again, and a second click returns the same run', async () => {
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

  it('lets the same sync create one of each again without asking', async () => {
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

  it('lets the one click create again without asking', async () => {
    const { run } = await sync();
    await undo(run.id);
    const create = company.office.ask.createOne;
    expect(await create({ connectionId, customerId: '2', create: {}, anyway: false })).toEqual({
      done: true,
    });
    expect(made()).toHaveLength(2);
  });

  it('does not answer for a contact that somebody else deleted', async () => {
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

  it('fails with busy while another run is unfinished', async () => {
    const { run } = await sync();
    const held = company.sandbox.faults.add({ system: 'effihub', method: 'DELETE', kind: 'hold' });
    const { id } = await company.office.ask.resetLinks({ connectionId });
    await held.arrived;
    expect(await problem(company.office.ask.undoRun({ runId: run.id }))).toMatchObject({ code: 'busy' });
    held.release();
    await company.office.rest(id);
  });
});

describe('what cannot be undone', () => {
  const cannot = async (runId: string) => (await company.office.ask.previewUndo({ runId })).cannot;

  it('is previewed, each with its reason', async () => {
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

  it('includes a contact that another customer is linked to by now', async () => {
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

  it('includes what Dinero refuses to delete: with its reason, and both stay linked', async () => {
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

    // The rest can be retried once that is possible.
    expect(await company.office.ask.previewUndo({ runId: run.id })).toMatchObject({
      counts: { deleteContact: 1 },
      cannot: [],
    });
    made()[0]!.usedOnInvoice = false;
    expect((await undo(run.id)).run).toMatchObject({ total: 1, failed: 0 });
    await expectUndone();
  });

  it('includes what is linked elsewhere during the undo', async () => {
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

  it('leaves the preview to count records to be deleted that were changed since', async () => {
    const { run } = await sync();
    const later = run.endedAt! + 60_000;
    const world = company.sandbox.world;
    world.clock.advance(later - world.clock.now());
    changeCustomer(world, customer('Fjordens Rengøring I/S')!, { phone: '86123456' });
    expect(await company.office.ask.previewUndo({ runId: run.id })).toMatchObject({ changedSince: 1 });
  });
});

describe('a record that existed before the run', () => {
  it('is only unlinked if it is a contact', async () => {
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

  it('is only unlinked if it is a customer', async () => {
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

  it('is deleted again if it is a restored contact, and asked about again', async () => {
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
