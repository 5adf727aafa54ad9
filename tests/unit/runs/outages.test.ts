/** Outages of either system during a run. */
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
import { contactGuid, type Fault, type FaultHandle } from '../../sandbox/index.ts';

sandboxAround();

/** A link, two creations and an import. */
beforeEach(async () => {
  await open({
    customers: [
      { id: 1, name: 'Bagergården ApS' },
      { id: 2, name: 'Nordlys Tømrer A/S' },
      { id: 3, name: 'Måne Design ApS' },
    ],
    contacts: [{ Name: 'Bagergården ApS' }, { Name: 'Fjordens Rengøring I/S' }],
  });
  await company.office.begin();
  const create = { action: 'create' as const };
  const match = { action: 'match' as const, contactGuid: contactGuid(1), confirmed: true };
  await company.office.ask.chooseCustomers({
    connectionId,
    choices: [
      ['1', match],
      ['2', create],
      ['3', create],
    ],
  });
  await company.office.ask.chooseContacts({
    connectionId,
    choices: [[contactGuid(2), { action: 'import' }]],
  });
});

const REQUESTS = {
  'reading contacts': { system: 'dinero', method: 'GET', path: /contacts\?/ },
  'reading customers': { system: 'effihub', method: 'GET', path: /customers\?/ },
  'looking whose key it is': { system: 'dinero', method: 'GET', path: /organizations/ },
  'a creation': CREATION,
  'a link': { system: 'effihub', method: 'PUT', path: /dinero-link$/ },
  'an import': { system: 'effihub', method: 'POST', path: /customers$/ },
} satisfies Record<string, Pick<Fault, 'system' | 'method' | 'path'>>;

type WithoutMatch<T> = T extends Fault ? Omit<T, 'system' | 'method' | 'path' | 'times' | 'after'> : never;

const FAULTS: Record<string, WithoutMatch<Fault> & { status?: number }> = {
  'a broken connection': { kind: 'drop' },
  'a lost answer': { kind: 'lost-answer' },
  'an error of the server': { kind: 'status', status: 500, body: { message: 'Server error' } },
  'a bad gateway': { kind: 'html', status: 502 },
  'a brownout': { kind: 'status', status: 480, body: 'Brownout' },
  'a page instead of an answer': { kind: 'html' },
  'half an answer': { kind: 'cut-json' },
};

/** A page or half an answer is not requested again while reading: it would most likely be the same. */
const isGarbled = (fault: string) => /page|half/.test(fault);

const all = Object.entries(REQUESTS).flatMap(([what, request]) =>
  Object.entries(FAULTS).map(([fault, kind]) => ({ what, fault, wrong: { ...request, ...kind } as Fault })),
);

function expectAllDone(run: Run): void {
  expect(run).toMatchObject({ state: 'done', failed: 0, finished: 4 });
  expect(dinero().map(({ Name }) => Name)).toEqual([
    'Bagergården ApS',
    'Fjordens Rengøring I/S',
    'Måne Design ApS',
    'Nordlys Tømrer A/S',
  ]);
  expect(effihub()).toHaveLength(4);
  expect(effihub().every(({ dineroContactGuid }) => dineroContactGuid)).toBe(true);
}

describe.each(all)('$fault at $what', ({ what, fault, wrong }) => {
  it('is survived when it passes', async () => {
    const reads = wrong.method === 'GET';
    const passing = company.sandbox.faults.add({ ...wrong, times: 2 });
    let { run } = await company.office.run();
    if (reads && isGarbled(fault)) {
      expect(run).toMatchObject({ state: 'paused', reason: { code: 'garbled' } });
      passing.remove();
      run = await resumed(run);
    }
    expect(passing.hits).toBeGreaterThan(0);
    expectAllDone(run);
  });

  it('pauses the run with the reason when it lasts, and damages nothing', async () => {
    const staying: FaultHandle = company.sandbox.faults.add({ ...wrong, times: 99 });
    const { run, operations } = await company.office.run();
    expect(run.state, what).toBe('paused');
    expect(run.reason?.system).toBe(wrong.system);
    expect(run.reason?.code).toMatch(/^(unreachable|garbled)$/);
    expect(operations.filter(({ state }) => state === 'failed')).toEqual([]);
    expect(staying.hits).toBeLessThanOrEqual(4);
    staying.remove();
    expectAllDone(await resumed(run));
  });
});

async function resumed(run: Run): Promise<Run> {
  await company.office.ask.resumeRun({ runId: run.id });
  return company.office.rest(run.id);
}

describe('lost access', () => {
  const REFUSALS = [
    ['a creation', 403, { message: 'No access' }, 'forbidden'],
    ['a creation', 403, { code: 48, message: 'No Pro' }, 'no-subscription'],
    ['a creation', 401, undefined, 'wrong-credentials'],
    ['a link', 403, { message: 'Forbidden' }, 'forbidden'],
    ['a link', 401, { message: 'Unauthenticated.' }, 'wrong-credentials'],
    ['an import', 403, { message: 'Forbidden' }, 'forbidden'],
    ['an import', 401, { message: 'Unauthenticated.' }, 'wrong-credentials'],
  ] as const;

  it.each(REFUSALS)(
    'at %s (%i %j) pauses the run and keeps the rest waiting',
    async (what, status, body, code) => {
      const request = REQUESTS[what];
      const closed = company.sandbox.faults.add({ ...request, kind: 'status', status, body, times: 99 });
      const { run, operations } = await company.office.run();
      expect(run).toMatchObject({ state: 'paused', failed: 0, reason: { system: request.system, code } });
      expect(operations.some(({ state }: Operation) => state === 'waiting')).toBe(true);
      // Asked once; Dinero once more, with a new token.
      expect(closed.hits).toBeLessThanOrEqual(2);
      closed.remove();
      expectAllDone(await resumed(run));
    },
  );
});

it('a token that expires during a run is renewed', async () => {
  const held = company.sandbox.faults.add({
    ...REQUESTS['a creation'],
    kind: 'hold',
    after: 1,
    when: 'done-last',
  });
  const { id } = await company.office.ask.startRun({ connectionId });
  await held.arrived;
  company.sandbox.expireTokens();
  held.release();
  expectAllDone(await company.office.rest(id));
  expect(company.sandbox.count({ host: 'authz.dinero.dk' })).toBe(2);
});
