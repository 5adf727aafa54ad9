/** Hostile or broken answers pause a run and change nothing else. */
import { describe, expect, it } from 'vitest';
import type { ContactChoice } from '../../../lib/domain/choices.ts';
import {
  CREATION,
  company,
  connectionId,
  dinero,
  effihub,
  open,
  sandboxAround,
} from '../../helpers/company.ts';
import { contactGuid } from '../../sandbox/index.ts';

sandboxAround();

async function creating() {
  await open({ customers: [{ id: 1, name: 'Stjerne Byg A/S' }] });
  await company.office.begin();
  await company.office.ask.chooseCustomers({ connectionId, choices: [['1', { action: 'create' }]] });
}

const linksOf = () => company.office.database.links.toArray();

describe('a run', () => {
  it('pauses when a creation is redirected to another host, and later creates one contact', async () => {
    await creating();
    const fault = company.sandbox.faults.add({
      ...{ ...CREATION, kind: 'redirect', times: 99 },
      // A host of the sandbox, so that following the redirect would be noticed.
      to: 'https://api.effihub.com/v1/elsewhere',
    });
    const { run, operations } = await company.office.run();
    expect(run).toMatchObject({
      state: 'paused',
      reason: { system: 'dinero', code: 'unreachable' },
      failed: 0,
    });
    expect(operations).toMatchObject([{ state: 'sent' }]);
    expect(company.sandbox.count({ path: /elsewhere$/ })).toBe(0);
    expect([dinero(), await linksOf()]).toEqual([[], []]);
    expect(effihub()).toMatchObject([{ dineroContactGuid: null }]);

    fault.remove();
    await company.office.ask.resumeRun({ runId: run.id });
    expect(await company.office.rest(run.id)).toMatchObject({ state: 'done', failed: 0 });
    expect(dinero()).toHaveLength(1);
  });

  it('pauses when a creation is answered by a page, and creates no second contact', async () => {
    await creating();
    const fault = company.sandbox.faults.add({
      ...{ ...CREATION, kind: 'html', status: 200, times: 99 },
    });
    const { run } = await company.office.run();
    expect(run).toMatchObject({
      state: 'paused',
      reason: { system: 'dinero', code: 'garbled', status: 200, quote: expect.not.stringContaining('<') },
    });
    expect(effihub()).toMatchObject([{ dineroContactGuid: null }]);
    expect(await linksOf()).toEqual([]);

    fault.remove();
    await company.office.ask.resumeRun({ runId: run.id });
    expect(await company.office.rest(run.id)).toMatchObject({ state: 'done', failed: 0 });
    expect(dinero()).toHaveLength(1);
  });

  it.each([
    ['has wrong types', undefined],
    ['is about a customer __proto__', (answer: unknown) => Object.assign({}, answer, { id: '__proto__' })],
    ['is nothing', () => null],
  ])('pauses when the answer to a link %s, and stores nothing of it', async (_, garble) => {
    await open({
      customers: [{ id: 1, name: 'Stjerne Byg A/S' }],
      contacts: [{ Name: 'Stjerne Byg A/S' }],
    });
    await company.office.begin();
    const before = await company.office.database.customers.toArray();
    const fault = company.sandbox.faults.add({
      ...{ system: 'effihub', method: 'PUT', path: /dinero-link$/, kind: 'garbled', times: 99 },
      garble,
    });
    const { run, operations } = await company.office.run();
    expect(run).toMatchObject({ state: 'paused', reason: { system: 'effihub', code: 'garbled' }, failed: 0 });
    expect(operations[0]).toMatchObject({ kind: 'link', state: 'sent' });
    expect(await linksOf()).toEqual([]);
    expect(await company.office.database.customers.toArray()).toEqual(before);

    fault.remove();
    await company.office.ask.resumeRun({ runId: run.id });
    expect(await company.office.rest(run.id)).toMatchObject({ state: 'done', failed: 0 });
    expect(await linksOf()).toMatchObject([{ customerId: '1', contactGuid: contactGuid(1) }]);
  });

  it('stores names of markup and of prototypes unchanged', async () => {
    const names = ['__proto__', 'constructor', 'toString', '<script>alert(1)</script> ApS', '"><img src=x>'];
    const builtIn = Reflect.ownKeys(Object.prototype);
    await open({ contacts: names.map((Name) => ({ Name })) });
    await company.office.begin();
    await company.office.ask.chooseCustomers({
      connectionId,
      choices: [['__proto__', { action: 'create' }]],
    });
    await company.office.ask.chooseContacts({
      connectionId,
      choices: [
        ['__proto__', { action: 'import' }],
        ...names.map((_, at): [string, ContactChoice] => [contactGuid(at + 1), { action: 'import' }]),
      ],
    });
    const { run, operations } = await company.office.run();
    expect(run).toMatchObject({ state: 'done', finished: names.length, failed: 0 });
    expect(operations.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
    expect(effihub().map(({ name, dineroContactGuid }) => [name, dineroContactGuid])).toEqual(
      expect.arrayContaining(names.map((name, at) => [name, contactGuid(at + 1)])),
    );
    expect(await linksOf()).toHaveLength(names.length);
    expect(Reflect.ownKeys(Object.prototype)).toEqual(builtIn);
  });
});
