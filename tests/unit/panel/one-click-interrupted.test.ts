import { describe, expect, it } from 'vitest';
import { company, connectionId, dinero, effihub, open, sandboxAround } from '../../helpers/company.ts';
import { openOffice } from '../../helpers/office.ts';
import {
  anotherInstallation,
  contactsNamed,
  createOne,
  name,
  operations,
  runs,
} from '../../helpers/one-click.ts';
import { panel, showCustomer, writes } from '../../helpers/panel.ts';
import { contactGuid } from '../../sandbox/index.ts';

sandboxAround();

describe('two customers created at once in one installation', () => {
  it('are reported as done only when they are', async () => {
    await open({
      customers: [
        { id: 1, name },
        { id: 2, name: 'Måne Design ApS' },
      ],
    });
    showCustomer(1);
    company.office.pages.set(8, {
      url: 'https://nordisktekst.effihub.com/customers/2',
      state: 'changed',
      soundFor: 60_000,
    });
    const input = { connectionId, create: {}, anyway: false };
    const clicks = await Promise.allSettled([
      panel().createOne({ ...input, customerId: '1' }),
      company.office.panelIn(8).createOne({ ...input, customerId: '2' }),
    ]);
    for (const [at, click] of clicks.entries()) {
      const linked = Boolean(effihub()[at]?.dineroContactGuid);
      expect(click.status === 'fulfilled').toBe(linked);
      if (click.status === 'rejected') expect(click.reason).toMatchObject({ problem: { code: 'busy' } });
    }
    expect(dinero().length).toBeGreaterThan(0);
  });
});

describe('a worker that is stopped in the middle of a one-click create', () => {
  it.each([
    ['before the contact is made', 'dinero', 'POST', /contacts$/, 'done-last'],
    ['after the contact was made', 'dinero', 'POST', /contacts$/, 'done-first'],
    ['while it is linked', 'effihub', 'PUT', /dinero-link$/, 'done-last'],
  ] as const)(
    '%s is followed by one that ends with one linked contact',
    async (_, system, method, path, when) => {
      await open({ customers: [{ id: 1, name }] });
      showCustomer(1);
      const held = company.sandbox.faults.add({ system, method, path, kind: 'hold', when });
      const click = createOne().catch(() => 'the worker is gone');
      await held.arrived;
      company.office.database.close();

      const next = openOffice(company.sandbox, company.office.database.name);
      // The old worker's lock goes with it in a browser; here its request has to end first.
      held.release();
      expect(await click).toBe('the worker is gone');
      await next.wake();
      const [run] = await runs(next);
      expect(await next.rest(run?.id ?? '')).toMatchObject({
        kind: 'create',
        state: 'done',
        finished: 1,
        failed: 0,
      });
      expect(contactsNamed()).toHaveLength(1);
      expect(effihub()[0]?.dineroContactGuid).toBe(contactsNamed()[0]?.ContactGuid);
      showCustomer(1, '', next);
      const before = writes();
      expect(await createOne('1', true, next)).toEqual({ done: true });
      expect(writes()).toEqual(before);
    },
  );

  it('before the first request is followed by one that respects changes made meanwhile', async () => {
    await open({ customers: [{ id: 1, name }], contacts: [{ Name: 'Nordlys' }] });
    showCustomer(1);
    const held = company.sandbox.faults.add({ system: 'dinero', path: /organizations/, kind: 'hold' });
    const click = createOne('1', true).catch(() => 'the worker is gone');
    await held.arrived;
    company.office.database.close();
    held.release();
    expect(await click).toBe('the worker is gone');

    const other = await anotherInstallation();
    await panel(other).matchOne({ connectionId, customerId: '1', contactGuid: contactGuid(1) });
    const next = openOffice(company.sandbox, company.office.database.name);
    await next.wake();
    expect(await operations(next)).toMatchObject([
      { kind: 'create', state: 'failed', problem: { code: 'taken', linkedTo: 'Nordlys' } },
    ]);
    expect(contactsNamed()).toEqual([]);
    expect(effihub()[0]?.dineroContactGuid).toBe(contactGuid(1));
  });
});
