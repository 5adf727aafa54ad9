/** Interrupted undos, and undos of runs other than a sync. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Run } from '../../../lib/domain/run.ts';
import { company, connectionId, dinero, effihub, sandboxAround } from '../../helpers/company.ts';
import { openOffice } from '../../helpers/office.ts';
import { customer, expectUndone, linkOf, made, NEW, openSmall, sync, undo } from '../../helpers/undo.ts';
import { changeContact, changeCustomer, contactGuid } from '../../sandbox/index.ts';

sandboxAround();
beforeEach(openSmall);

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

  it('repeated, pauses the undo, which resumes where it was, also after a restart of the worker', async () => {
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

  it('of the sync itself makes no difference: what it created is known', async () => {
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

  it('the contact of a creation that failed halfway is deleted', async () => {
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

    // Retried, it starts over, and that can be undone, too.
    await company.office.ask.retryFailed({ runId: run.id });
    expect(await company.office.rest(run.id)).toMatchObject({ state: 'done', failed: 0 });
    expect(linkOf(NEW)).toBe(made().find(({ DeletedAt }) => DeletedAt === null)?.ContactGuid);
    expect(made()).toHaveLength(2);
    await undo(run.id);
    await expectUndone();
  });

  it('a reset is undone: every link is restored, except for who is linked elsewhere by now', async () => {
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

  it('a removed link is restored', async () => {
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

  describe('corrected fields', () => {
    /** Dinero gets the phone number that Effihub has. */
    async function correctPhone(): Promise<Run> {
      const { ask } = company.office;
      changeCustomer(company.sandbox.world, customer('Bagergården ApS')!, { phone: '86123456' });
      await company.office.begin();
      const said = { customerId: '1', field: 'phone', answer: 'effihub', effihub: '86123456' } as const;
      const answer = { ...said, dinero: dinero()[0]?.Phone ?? '' };
      await ask.answerDifferences({ connectionId, answers: [answer] });
      const { run } = await ask.updateFields({ connectionId });
      await company.office.rest(run!.id);
      expect(dinero()[0]?.Phone).toBe('86123456');
      return run!;
    }

    it('get their old values back', async () => {
      await sync();
      const before = dinero()[0]?.Phone ?? null;
      const { id: runId } = await correctPhone();
      expect(await company.office.ask.previewUndo({ runId })).toMatchObject({
        counts: { updateContact: 1 },
        cannot: [],
      });
      expect((await undo(runId)).run).toMatchObject({ state: 'done', failed: 0 });
      expect(dinero()[0]?.Phone ?? null).toBe(before);
    });

    it('keep the values of a later run', async () => {
      await sync();
      const { id: runId } = await correctPhone();
      changeContact(company.sandbox.world, dinero()[0]!, { Phone: '70707070' });
      const later = await correctPhone();
      expect(await company.office.ask.previewUndo({ runId })).toMatchObject({
        counts: {},
        cannot: [{ name: 'Bagergården ApS', reason: 'again' }],
      });
      expect((await undo(later.id)).run).toMatchObject({ state: 'done', failed: 0 });
      expect(dinero()[0]?.Phone).toBe('70707070');
    });
  });

  it('a link made again by a later run belongs to that run', async () => {
    const { run } = await sync();
    await company.office.ask.unlink({ connectionId, customerId: '1' });
    await company.office.ask.matchOne({ connectionId, customerId: '1', contactGuid: contactGuid(1) });
    expect((await company.office.ask.previewUndo({ runId: run.id })).cannot).toMatchObject([
      { name: 'Bagergården ApS', reason: 'again' },
    ]);
  });
});
