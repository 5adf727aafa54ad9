/** A small company, a sync of it, and its undo. */
import { expect } from 'vitest';
import type { Operation, Run } from '../../lib/domain/run.ts';
import { contactGuid } from '../sandbox/index.ts';
import { company, connectionId, dinero, effihub, open } from './company.ts';

export const NEW = 'Nordlys Tømrer A/S';
/** The contacts that were created. */
export const made = () => dinero().filter(({ Name }) => Name === NEW);
export const customer = (name: string) => effihub().find((one) => one.name === name);
export const linkOf = (name: string) => customer(name)?.dineroContactGuid ?? null;
export const ignored = async () =>
  (await company.office.ask.ignored({ connectionId })).map(({ name }) => name);

/** Two customers, one of whom Dinero has, and two contacts that Effihub has not. */
export const openSmall = () =>
  open({
    customers: [
      { id: 1, name: 'Bagergården ApS' },
      { id: 2, name: NEW },
    ],
    contacts: [{ Name: 'Bagergården ApS' }, { Name: 'Fjordens Rengøring I/S' }, { Name: 'Grøn Have ApS' }],
  });

/** One of each: a match, a creation, an import and an ignored one. */
export async function sync(): Promise<{ run: Run; operations: Operation[] }> {
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
export async function undo(runId: string): Promise<{ run: Run; operations: Operation[] }> {
  const { ask } = company.office;
  const { id } = await ask.undoRun({ runId });
  await company.office.rest(id);
  return ask.runResult({ runId: id });
}

/** Whatever the run did is not there any more. */
export async function expectUndone(): Promise<void> {
  expect(effihub().map(({ name, dineroContactGuid }) => [name, dineroContactGuid])).toEqual([
    ['Bagergården ApS', null],
    [NEW, null],
  ]);
  expect(made().every(({ DeletedAt }) => DeletedAt !== null)).toBe(true);
  expect(dinero().filter(({ DeletedAt }) => DeletedAt === null)).toHaveLength(3);
  expect(await ignored()).toEqual([]);
  expect(await company.office.database.links.count()).toBe(0);
}
