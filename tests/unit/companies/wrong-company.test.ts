import { beforeEach, describe, expect, it } from 'vitest';
import type { RunKind } from '../../../lib/domain/run.ts';
import { CREATION, company, connectionId, open, problem, sandboxAround } from '../../helpers/company.ts';
import { type Ask, openOffice } from '../../helpers/office.ts';
import { contactGuid, credentials } from '../../sandbox/index.ts';

sandboxAround();

const { fjord } = credentials;

interface Case {
  /** Why nothing is written. */
  reason: object;
  /** Saved for the connection in place of the right ones. */
  secrets?: { token: string } | { apiKey: string };
  /** Dinero says that the right key is another company's. */
  moved?: true;
}

/** What has happened to the connection since it was saved. */
const cases: Record<string, Case> = {
  'a token of another account': {
    secrets: { token: fjord.effihubToken },
    reason: { system: 'effihub', code: 'wrong-company' },
  },
  'a key of another organization': {
    secrets: { apiKey: fjord.apiKey },
    // Whoever reads first is refused even that.
    reason: { system: 'dinero', code: expect.stringMatching(/^(wrong-company|forbidden)$/) },
  },
  'a key of another organization that may read this one': {
    moved: true,
    reason: { system: 'dinero', code: 'wrong-company', linkedTo: 'Fjord Regnskab ApS' },
  },
};

type Kind = Exclude<RunKind, 'update'>;

/** Every kind of run. `ignore` writes to neither system; it begins no more than the others do. */
const begins: Record<Kind, (ask: Ask) => Promise<unknown>> = {
  sync: (ask) => ask.startRun({ connectionId }),
  reset: (ask) => ask.resetLinks({ connectionId }),
  restore: (ask) => ask.undoReset({ connectionId, runId: 'the-reset' }),
  undo: (ask) => ask.undoRun({ runId: 'the-reset' }),
  mend: (ask) => ask.mendLinks({ connectionId, links: [['2', contactGuid(2)]] }),
  unlink: (ask) => ask.unlink({ connectionId, customerId: '1' }),
  relink: (ask) => ask.relink({ connectionId, customerId: '2', contactGuid: contactGuid(2) }),
  move: (ask) =>
    ask.moveLink({ connectionId, of: 'contacts', linked: '1', from: contactGuid(1), to: contactGuid(2) }),
  match: (ask) => ask.matchOne({ connectionId, customerId: '2', contactGuid: contactGuid(2) }),
  create: (ask) => ask.createOne({ connectionId, customerId: '3', create: {}, anyway: true }),
  import: (ask) => ask.importOne({ connectionId, contactGuid: contactGuid(3), anyway: true }),
  ignore: (ask) => ask.ignoreOne({ connectionId, contactGuid: contactGuid(3) }),
};
const kinds = Object.keys(begins) as Kind[];

/** Everything but reading, and asking for an access token. */
const writes = () =>
  company.sandbox.requests
    .filter(({ method, host }) => method !== 'GET' && host !== 'authz.dinero.dk')
    .map(({ method, path }) => `${method} ${path}`);

beforeEach(async () => {
  await open({
    customers: [
      { id: 1, name: 'Bagergården ApS', dineroContactGuid: contactGuid(1) },
      { id: 2, name: 'Måne Design ApS' },
      { id: 3, name: 'Stjerne Byg A/S' },
    ],
    contacts: [{ Name: 'Bagergården ApS' }, { Name: 'Måne Design ApS' }, { Name: 'Grøn Have ApS' }],
    otherCustomers: [
      { id: 1, name: 'Solsikken ApS', dineroContactGuid: contactGuid(900_001) },
      { id: 2, name: 'Havblik I/S' },
      { id: 3, name: 'Klitgården' },
    ],
    otherContacts: [{ Name: 'Solsikken ApS' }, { Name: 'Havblik I/S' }],
  });
  await company.office.begin();
  await company.office.ask.chooseCustomers({ connectionId, choices: [['3', { action: 'create' }]] });
  await company.office.ask.chooseContacts({
    connectionId,
    choices: [[contactGuid(3), { action: 'import' }]],
  });
  const run = { id: 'the-reset', connectionId, startedAt: 1, endedAt: 2, total: 1, finished: 1, failed: 0 };
  await company.office.database.runs.put({ ...run, kind: 'reset', state: 'done' });
  await company.office.database.operations.put({
    runId: run.id,
    seq: 0,
    connectionId,
    kind: 'reset',
    state: 'done',
    name: '',
    removed: [{ customerId: '2', contactGuid: contactGuid(2), name: 'Måne Design ApS' }],
  });
});

/** The same installation after its worker was stopped, in that case. */
async function restart({ secrets, moved }: Case): Promise<void> {
  const { database } = company.office;
  if (secrets)
    await database.secrets.where({ connectionId }).modify(({ dinero, effihub }) => {
      Object.assign('token' in secrets ? effihub : dinero, secrets);
    });
  const body = [{ id: fjord.organizationId, name: 'Fjord Regnskab ApS' }];
  if (moved)
    company.sandbox.faults.add({
      system: 'dinero',
      path: /organizations$/,
      kind: 'status',
      status: 200,
      body,
      times: 99,
    });
  company.office = openOffice(company.sandbox, database.name);
  company.sandbox.requests.length = 0;
}

const begun = async () =>
  (await company.office.database.runs.toArray()).find(({ id }) => id !== 'the-reset')?.id ?? '';

/** Begins a run and waits until it rests. @returns why it did not go on */
async function reasonOf(kind: Kind): Promise<unknown> {
  const refused = await problem(begins[kind](company.office.ask));
  return refused ?? (await company.office.rest(await begun())).reason;
}

describe.each(Object.entries(cases))('with %s', (_, found) => {
  it.each(kinds)('nothing is written by %s', async (kind) => {
    await restart(found);
    expect(await reasonOf(kind)).toMatchObject(found.reason);
    expect(writes()).toEqual([]);
    expect(await company.office.database.ignored.count()).toBe(0);
  });

  describe('a run whose create was never answered', () => {
    beforeEach(async () => {
      const silent = company.sandbox.faults.add({
        ...CREATION,
        kind: 'lost-answer',
        times: 99,
      });
      const { run } = await company.office.run();
      expect(run).toMatchObject({ state: 'paused', reason: { code: 'unreachable' } });
      silent.remove();
      await restart(found);
    });

    it('writes nothing when it is resumed', async () => {
      await company.office.ask.resumeRun({ runId: await begun() });
      expect(await company.office.rest(await begun())).toMatchObject({
        state: 'paused',
        reason: found.reason,
      });
      expect(writes()).toEqual([]);
    });

    it('writes nothing when the next worker goes on', async () => {
      await company.office.database.runs.update(await begun(), { state: 'running' });
      await company.office.wake();
      expect(await company.office.rest(await begun())).toMatchObject({ state: 'paused' });
      expect(writes()).toEqual([]);
    });

    it('writes nothing when it is stopped, and says why', async () => {
      await company.office.ask.stopRun({ runId: await begun() });
      expect(await company.office.rest(await begun())).toMatchObject({ state: 'stopped' });
      expect(writes()).toEqual([]);
      const { operations } = await company.office.ask.runResult({ runId: await begun() });
      expect(operations.filter(({ state }) => state === 'failed')).toMatchObject([{ problem: found.reason }]);
    });
  });

  it('nothing is written by trying again what failed', async () => {
    company.sandbox.faults.add({
      ...CREATION,
      kind: 'status',
      status: 400,
    });
    const { run } = await company.office.run();
    expect(run).toMatchObject({ state: 'done', failed: 1 });
    await restart(found);
    await company.office.ask.retryFailed({ runId: run.id });
    expect(await company.office.rest(run.id)).toMatchObject({ state: 'paused', reason: found.reason });
    expect(writes()).toEqual([]);
  });
});

it.each(kinds.filter((kind) => kind !== 'ignore'))('with the right ones %s does write', async (kind) => {
  company.sandbox.requests.length = 0;
  expect(await reasonOf(kind)).toBeUndefined();
  expect(writes()).not.toEqual([]);
});
