/** A contact created from a customer and deleted in Dinero by the user since. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Operation, Run } from '../../../lib/domain/run.ts';
import {
  CREATION,
  company,
  connectionId,
  dinero,
  effihub,
  open,
  sandboxAround,
} from '../../helpers/company.ts';
import { panel, showCustomer, writes } from '../../helpers/panel.ts';
import { changeContact, type StoredContact } from '../../sandbox/index.ts';

sandboxAround();

const NAME = 'Nordlys Tømrer A/S';
const named = () => dinero().filter(({ Name }) => Name === NAME);
const remove = (contact: StoredContact | undefined) => {
  if (!contact) throw new Error('No contact');
  changeContact(company.sandbox.world, contact, { DeletedAt: new Date().toISOString() });
};
const linkedTo = () => effihub()[0]?.dineroContactGuid;

/** Creates the customer by a whole sync. */
async function sync(): Promise<{ run: Run; operations: Operation[] }> {
  await company.office.begin();
  await company.office.ask.chooseCustomers({ connectionId, choices: [['1', { action: 'create' }]] });
  const result = await company.office.run();
  return result;
}

async function answer(run: Run, said: 'restore' | 'new') {
  await company.office.ask.answerDeleted({ runId: run.id, seq: 0, answer: said });
  await company.office.rest(run.id);
  return company.office.ask.runResult({ runId: run.id });
}

beforeEach(async () => {
  await open({ customers: [{ id: 1, name: NAME }] });
  await sync();
  await company.office.ask.finishFlow({ connectionId });
  remove(named()[0]);
});

describe('a sync that creates it again', () => {
  it('asks, and writes nothing until it is answered', async () => {
    const before = writes().length;
    const { run, operations } = await sync();
    expect(run).toMatchObject({ state: 'done', failed: 1 });
    expect(operations[0]?.problem).toEqual({ system: 'dinero', code: 'contact-deleted', linkedTo: NAME });
    expect(writes()).toHaveLength(before);

    await company.office.ask.retryFailed({ runId: run.id });
    expect(await company.office.rest(run.id)).toMatchObject({ state: 'done', failed: 1 });
    expect(writes()).toHaveLength(before);
  });

  it('restores the deleted contact', async () => {
    const { run } = await sync();
    const after = await answer(run, 'restore');
    expect(after.run).toMatchObject({ state: 'done', failed: 0, finished: 1 });
    expect(named()).toHaveLength(1);
    expect(named()[0]?.DeletedAt).toBeNull();
    expect(linkedTo()).toBe(named()[0]?.ContactGuid);
    expect(await company.office.database.links.toArray()).toMatchObject([{ customerId: '1', state: 'ok' }]);
  });

  it.each([
    ['makes another one', 'new', /contacts$/, 2],
    ['restores it', 'restore', /restore$/, 1],
  ] as const)('%s, once, though the first answer gets lost', async (_, said, path, many) => {
    const { run } = await sync();
    const lost = company.sandbox.faults.add({ system: 'dinero', method: 'POST', path, kind: 'lost-answer' });
    const after = await answer(run, said);
    expect(after.run).toMatchObject({ state: 'done', failed: 0 });
    expect(lost.hits).toBe(1);
    expect(named()).toHaveLength(many);
    expect(linkedTo()).toBe(named().at(-1)?.ContactGuid);
  });

  it('links a contact restored in Dinero meanwhile, whatever the answer', async () => {
    const { run } = await sync();
    changeContact(company.sandbox.world, named()[0]!, { DeletedAt: null });
    const after = await answer(run, 'new');
    expect(after.run).toMatchObject({ state: 'done', failed: 0 });
    expect(named()).toHaveLength(1);
    expect(linkedTo()).toBe(named()[0]?.ContactGuid);
  });

  it('asks in step 2 already, and follows that answer', async () => {
    await company.office.begin();
    const customers = [{ id: '1', name: NAME }];
    const [row] = await company.office.ask.findSimilar({ connectionId, customers });
    expect(row?.deleted).toBe(NAME);
    const create = { action: 'create' as const, create: { deleted: 'restore' as const } };
    await company.office.ask.chooseCustomers({ connectionId, choices: [['1', create]] });
    const { run } = await company.office.run();
    expect(run).toMatchObject({ state: 'done', failed: 0 });
    expect(named()).toHaveLength(1);
  });
});

describe('a repeated refusal', () => {
  it('is not caused by a contact whose reference was changed in Dinero', async () => {
    changeContact(company.sandbox.world, named()[0]!, { ExternalReference: null });
    const { run, operations } = await sync();
    expect(operations[0]?.problem?.code).toBe('contact-deleted');
    const after = await answer(run, 'new');
    expect(after.run).toMatchObject({ state: 'done', failed: 0 });
    expect(named()).toHaveLength(2);
  });

  it('is not caused by a contact deleted after the lists were read', async () => {
    changeContact(company.sandbox.world, named()[0]!, { DeletedAt: null });
    const held = company.sandbox.faults.add({ ...CREATION, kind: 'hold', when: 'done-last' });
    await company.office.begin();
    await company.office.ask.unlink({ connectionId, customerId: '1' });
    await company.office.ask.chooseCustomers({ connectionId, choices: [['1', { action: 'create' }]] });
    const { id } = await company.office.ask.startRun({ connectionId });
    await held.arrived;
    remove(named()[0]);
    held.release();
    const run = await company.office.rest(id);
    const { operations } = await company.office.ask.runResult({ runId: id });
    expect(operations[0]?.problem?.code).toBe('contact-deleted');
    const after = await answer(run, 'new');
    expect(after.run).toMatchObject({ state: 'done', failed: 0 });
    expect(named()).toHaveLength(2);
    expect(linkedTo()).toBe(named()[1]?.ContactGuid);
  });
});

describe('the one click on its page', () => {
  const create = (deleted?: 'restore' | 'new') =>
    panel().createOne({ connectionId, customerId: '1', create: { deleted }, anyway: false });

  beforeEach(() => showCustomer(1));

  it('asks first, and creates another one if answered so', async () => {
    expect(await create()).toEqual({ done: false, deleted: NAME });
    expect(named()).toHaveLength(1);
    expect(await create('new')).toEqual({ done: true });
    expect(named()).toHaveLength(2);
    expect(linkedTo()).toBe(named()[1]?.ContactGuid);
  });

  it('restores it if answered so', async () => {
    expect(await create('restore')).toEqual({ done: true });
    expect(named()).toHaveLength(1);
    expect(named()[0]?.DeletedAt).toBeNull();
    expect(linkedTo()).toBe(named()[0]?.ContactGuid);
  });
});
