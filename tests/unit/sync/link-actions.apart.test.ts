import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { Background } from '../../../components/shared/background.ts';
import { createMending, createUnlinking } from '../../../components/sync/link-actions.ts';
import { type Problem, ProblemError, problemOf } from '../../../lib/domain/problem.ts';
import type { Operation, Run } from '../../../lib/domain/run.ts';
import { flow, link } from '../../helpers/flow.ts';

function setUpUnlinking(answer: () => Promise<void> = async () => {}) {
  const data = signal(flow({ links: [link('1', 'a'), link('2', 'b')] }));
  const sent: [string, unknown][] = [];
  const refused: string[] = [];
  const send = async (name: string, input: unknown) => {
    sent.push([name, input]);
    return answer();
  };
  const actions = createUnlinking({
    connectionId: 'c',
    send: send as Background['send'],
    data,
    refused: (action) => () => refused.push(action),
  });
  return { actions, data, sent, refused };
}

test('a removed link is gone from the list', async () => {
  const { actions, data } = setUpUnlinking();
  await actions.unlink('1');
  expect(data.value.links).toEqual([link('2', 'b')]);
  expect(actions.unlinked.value).toEqual({ customerId: '1', contactGuid: 'a' });
});

test('it can be put back', async () => {
  const { actions, data, sent } = setUpUnlinking();
  await actions.unlink('1');
  await actions.relink();
  // Only that link, whatever others have done since it was read.
  const seen = { connectionId: 'c', customerId: '1', contactGuid: 'a' };
  expect(sent).toEqual([
    ['unlink', seen],
    ['relink', seen],
  ]);
  expect(data.value.links).toContainEqual(link('1', 'a'));
  expect(actions.unlinked.value).toBeUndefined();
});

test('a link that could not be removed is still there', async () => {
  const { actions, data, refused } = setUpUnlinking(() =>
    Promise.reject(new ProblemError({ system: 'effihub', code: 'unreachable' })),
  );
  await actions.unlink('1');
  expect(data.value.links).toHaveLength(2);
  expect(actions.unlinked.value).toBeUndefined();
  expect(refused).toEqual(['unlink']);
});

test('a customer without a link is left alone', async () => {
  const { actions, sent } = setUpUnlinking();
  await actions.unlink('9');
  expect(sent).toEqual([]);
});

const run = (extra: Partial<Run> = {}): Run => ({
  id: 'r',
  connectionId: 'c',
  kind: 'mend',
  state: 'running',
  startedAt: 1,
  total: 2,
  finished: 0,
  failed: 0,
  ...extra,
});
const ended = run({ state: 'done', endedAt: 2, finished: 2 });
const links: [string, string][] = [
  ['1', 'a'],
  ['2', 'b'],
];
const taken: Problem = { system: 'effihub', code: 'taken', linkedTo: 'Birk Byg ApS' };

/**
 * @param results what `runResult` answers, one after the other, the last one again and again
 * @param begin what `mendLinks` answers
 */
function setUpMending(results: Run[] = [run()], begin: () => Promise<Run> = async () => run()) {
  const sent: string[] = [];
  const refused: (Problem | undefined)[] = [];
  const operations = [{ seq: 0 }, { seq: 1, problem: taken }] as Operation[];
  const send = async (name: string) => {
    sent.push(name);
    if (name === 'mendLinks') return begin();
    return { run: results.length > 1 ? results.shift() : results[0], operations };
  };
  const mend = createMending({
    connectionId: 'c',
    send: send as Background['send'],
    refused: () => (error) => refused.push(problemOf(error)),
  });
  return { ...mend, sent, refused };
}

test('the rows are busy until the run has ended, then it says how many were mended', async () => {
  const { mend, mending, mended, followRun, refused } = setUpMending();
  const pressed = mend(links);
  expect([...(mending.value?.customers ?? [])]).toEqual(['1', '2']);
  await pressed;
  followRun(run({ finished: 1 }));
  expect(mending.value?.run?.finished).toBe(1);
  followRun(ended);
  expect(mending.value).toBeUndefined();
  expect(mended.value).toBe(2);
  expect(refused).toEqual([]);
});

test('a run that has ended before its id was known is noticed', async () => {
  const { mend, mending, mended } = setUpMending([ended]);
  await mend(links);
  expect(mending.value).toBeUndefined();
  expect(mended.value).toBe(2);
});

test('the end that is told twice counts once', async () => {
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const { mend, mended, followRun, sent } = setUpMending([ended], async () => {
    await held;
    return run();
  });
  const pressed = mend(links);
  // Its id is not known yet.
  followRun(ended);
  expect(mended.value).toBe(0);
  answer();
  await pressed;
  followRun(ended);
  expect(mended.value).toBe(2);
  expect(sent).toEqual(['mendLinks', 'runResult']);
});

test('what failed is told with its reason, and the others count', async () => {
  const { mend, mended, refused } = setUpMending([{ ...ended, failed: 1 }]);
  await mend(links);
  await expect.poll(() => refused).toEqual([taken]);
  expect(mended.value).toBe(1);
});

test('a paused run lets the rows go', async () => {
  const { mend, mending, mended, followRun } = setUpMending();
  await mend(links);
  followRun(run({ state: 'paused', finished: 1 }));
  expect(mending.value).toBeUndefined();
  expect(mended.value).toBe(1);
});

test('other runs are not followed', async () => {
  const { mend, mending, followRun } = setUpMending();
  followRun(ended);
  await mend(links);
  followRun({ ...ended, id: 'another' });
  expect(mending.value?.run).toEqual(run());
});

test('a second press waits for the first, and none mends nothing', async () => {
  const { mend, sent } = setUpMending();
  await mend([]);
  expect(sent).toEqual([]);
  await Promise.all([mend(links), mend(links)]);
  expect(sent).toEqual(['mendLinks', 'runResult']);
});

test('a press that is refused can be made again', async () => {
  const busy: Problem = { system: 'kundebro', code: 'busy' };
  let tries = 0;
  const { mend, mending, mended, refused } = setUpMending([ended], async () => {
    tries += 1;
    if (tries === 1) throw new ProblemError(busy);
    return run();
  });
  await mend(links);
  expect(refused).toEqual([busy]);
  expect(mending.value).toBeUndefined();
  await mend(links);
  expect(mended.value).toBe(2);
});
