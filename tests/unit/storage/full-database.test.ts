/** The browser refuses to store anything: the disk is full, or the user's settings forbid it. */
import type { DBCore } from 'dexie';
import { beforeEach, describe, expect, it } from 'vitest';
import { Database } from '../../../lib/storage/database.ts';
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
import { type Office, openOffice } from '../../helpers/office.ts';
import { TAB } from '../../helpers/panel.ts';

sandboxAround();

const FULL = { system: 'kundebro', code: 'database', quote: 'QuotaExceededError' };
let full: boolean;
let office: Office;

/** A database that can be made to refuse writes. */
function limited(): Database {
  const database = new Database(`full-${crypto.randomUUID()}`);
  database.use({
    stack: 'dbcore',
    name: 'full',
    create: (down: DBCore): DBCore => ({
      ...down,
      table(name) {
        const table = down.table(name);
        return {
          ...table,
          mutate: (request) =>
            full
              ? Promise.reject(new DOMException('No space left', 'QuotaExceededError'))
              : table.mutate(request),
        };
      },
    }),
  });
  return database;
}

beforeEach(async () => {
  full = false;
  await open({
    customers: [
      { id: 1, name: 'Nordlys Tømrer A/S' },
      { id: 2, name: 'Måne Design ApS' },
    ],
  });
  office = openOffice(company.sandbox, undefined, { database: limited() });
  await office.connect();
  await office.begin();
  const create = { action: 'create' as const };
  await office.ask.chooseCustomers({
    connectionId,
    choices: [
      ['1', create],
      ['2', create],
    ],
  });
});

describe('a full database', () => {
  it('starts no run, and says why', async () => {
    full = true;
    expect(await problem(office.ask.startRun({ connectionId }))).toEqual(FULL);
    expect(await office.database.runs.count()).toBe(0);
    expect(dinero()).toEqual([]);
  });

  it('saves no choice, and says why', async () => {
    full = true;
    const choice = office.ask.chooseCustomers({ connectionId, choices: [['1', { action: 'skip' }]] });
    expect(await problem(choice)).toEqual(FULL);
  });

  it('pauses a run, tells every view, and lets it resume when there is room', async () => {
    const held = company.sandbox.faults.add({
      ...CREATION,
      kind: 'hold',
    });
    const { id } = await office.ask.startRun({ connectionId });
    await held.arrived;
    full = true;
    const told = office.heard();
    held.release();
    await told;
    const last = office.updates.findLast((update) => update.type === 'run');
    expect(last).toMatchObject({ run: { id, state: 'paused', reason: FULL } });
    // A view opened later gets the same.
    expect((await office.ask.runResult({ runId: id })).run).toMatchObject({ state: 'paused', reason: FULL });
    expect(await problem(office.ask.resumeRun({ runId: id }))).toEqual(FULL);
    expect(dinero()).toHaveLength(1);

    full = false;
    await office.ask.resumeRun({ runId: id });
    expect(await office.rest(id)).toMatchObject({ state: 'done', failed: 0, finished: 2 });
    expect(dinero()).toHaveLength(2);
    expect(effihub().every(({ dineroContactGuid }) => dineroContactGuid)).toBe(true);
  });

  it('makes a one-click action fail instead of appearing done', async () => {
    office.pages.set(TAB, {
      url: 'https://nordisktekst.effihub.com/customers/1',
      state: 'changed',
      soundFor: 60_000,
    });
    const held = company.sandbox.faults.add({
      ...CREATION,
      kind: 'hold',
    });
    const click = office.panelIn(TAB).createOne({ connectionId, customerId: '1', create: {}, anyway: true });
    await held.arrived;
    full = true;
    held.release();
    expect(await problem(click)).toMatchObject(FULL);
  });
});
