import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CustomerChoice } from '../../../lib/domain/choices.ts';
import { company, connectionId, open, problem, sandboxAround } from '../../helpers/company.ts';
import { writes } from '../../helpers/panel.ts';

sandboxAround();

const NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];

const untouched = Object.getOwnPropertyNames(Object.prototype).toSorted();

/** Adds these keys to every object in an answer, as JSON can. */
function poisoned(answer: unknown): unknown {
  const poison =
    '"__proto__":{"polluted":true,"name":"Forgiftet"},"constructor":{"prototype":{"polluted":true}}';
  return JSON.parse(JSON.stringify(answer).replaceAll('{"', `{${poison},"`));
}

beforeEach(() =>
  open({
    customers: [
      { id: 1, name: 'Bagergården ApS' },
      { id: 2, name: 'Måne Design ApS' },
    ],
    contacts: [{ Name: 'Bagergården ApS' }, { Name: 'Grøn Have ApS' }],
  }),
);

afterEach(() => {
  expect(Object.getOwnPropertyNames(Object.prototype).toSorted()).toEqual(untouched);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

describe('keys with a meaning in JavaScript', () => {
  it('are dropped from every answer, and nothing else is', async () => {
    for (const system of ['dinero', 'effihub'] as const)
      company.sandbox.faults.add({ system, method: 'GET', kind: 'garbled', garble: poisoned, times: 99 });
    const { data } = await company.office.begin();
    expect(data.customers.map(({ name }) => name)).toEqual(['Bagergården ApS', 'Måne Design ApS']);
    expect(data.contacts.map(({ name }) => name)).toEqual(['Bagergården ApS', 'Grøn Have ApS']);
    const stored = JSON.stringify([
      await company.office.database.customers.toArray(),
      await company.office.database.contacts.toArray(),
    ]);
    expect(stored).toContain('Grøn Have ApS');
    expect(stored).not.toMatch(/polluted|Forgiftet/);
    expect((await company.office.run()).run).toMatchObject({ state: 'done', failed: 0 });
  });

  it.each(['dinero', 'effihub'] as const)('in a refusal of %s are ordinary fields', async (system) => {
    await company.office.begin();
    await company.office.ask.chooseCustomers({
      connectionId,
      choices: [['2', { action: system === 'dinero' ? 'create' : 'skip' }]],
    });
    const messages = `{${NAMES.map((name) => `"${name}":["Ikke tilladt: ${name}"]`).join(',')}}`;
    const body = JSON.parse(`{"validationErrors":${messages},"errors":${messages}}`);
    const fault = {
      method: system === 'dinero' ? 'POST' : 'PUT',
      kind: 'status',
      status: 422,
      body,
    } as const;
    company.sandbox.faults.add({
      system,
      host: `api.${system}.${system === 'dinero' ? 'dk' : 'com'}`,
      ...fault,
    });
    const { run, operations } = await company.office.run();
    expect(run).toMatchObject({ state: 'done', failed: 1 });
    const fields = operations.find(({ state }) => state === 'failed')?.problem?.fields;
    expect(fields?.map(({ message }) => message)).toEqual(NAMES.map((name) => `Ikke tilladt: ${name}`));
  });
});

describe('an id with a meaning in JavaScript', () => {
  it.each(NAMES)('is accepted from no answer: %s', async (id) => {
    const garble = (answer: unknown) =>
      JSON.parse(JSON.stringify(answer).replace(/"(id|ContactGuid)":("[^"]*"|\d+)/g, `"$1":"${id}"`));
    for (const [system, path] of [
      ['effihub', /customers$/],
      ['dinero', /contacts$/],
    ] as const) {
      const fault = company.sandbox.faults.add({ system, path, kind: 'garbled', garble, times: 99 });
      expect(await problem(company.office.begin()), system).toMatchObject({ system, code: 'garbled' });
      expect(fault.hits).toBeGreaterThan(0);
      fault.remove();
    }
    const { customers, contacts } = company.office.database;
    for (const table of [customers, contacts])
      expect(JSON.stringify(await table.toArray())).not.toContain(`"${id}"`);
  });

  it('in a choice is stored unchanged and plans nothing', async () => {
    await company.office.begin();
    const choices = NAMES.map((id): [string, CustomerChoice] => [id, { action: 'create' }]);
    await company.office.ask.chooseCustomers({ connectionId, choices });
    await company.office.ask.chooseContacts({
      connectionId,
      choices: NAMES.map((id) => [id, { action: 'import' }]),
    });
    expect(await company.office.database.choices.count()).toBe(2 * NAMES.length);
    const { gone, customers, contacts } = await company.office.begin();
    expect({ gone, customers, contacts }).toEqual({ gone: 2 * NAMES.length, customers: [], contacts: [] });
    const { operations } = await company.office.run();
    expect(operations.filter(({ kind }) => kind === 'create' || kind === 'import')).toEqual([]);
  });

  it.each(NAMES)('cannot be the target of a click: %s', async (id) => {
    await company.office.begin();
    const { ask } = company.office;
    const clicks: (() => Promise<unknown>)[] = [
      () => ask.unlink({ connectionId, customerId: id }),
      () => ask.relink({ connectionId, customerId: id, contactGuid: id }),
      () => ask.matchOne({ connectionId, customerId: id, contactGuid: id }),
      () => ask.createOne({ connectionId, customerId: id, create: {}, anyway: true }),
      () => ask.importOne({ connectionId, contactGuid: id, anyway: true }),
      () => ask.ignoreOne({ connectionId, contactGuid: id }),
    ];
    for (const click of clicks) expect(await problem(click())).toMatchObject({ code: 'gone' });
    for (const name of ['loadFlow', 'startRun'] as const)
      await expect(ask[name]({ connectionId: id })).rejects.toThrow();
    expect(writes()).toEqual([]);
  });
});
