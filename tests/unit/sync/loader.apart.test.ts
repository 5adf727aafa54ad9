import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { Background } from '../../../components/shared/background.ts';
import { createLoader } from '../../../components/sync/loader.ts';
import { createProgressState, type Phase } from '../../../components/sync/progress.ts';
import type { WizardProgress } from '../../../lib/domain/choices.ts';
import { ProblemError } from '../../../lib/domain/problem.ts';
import type { Overview } from '../../../lib/features/overview/messages.ts';
import type { SyncLists } from '../../../lib/features/sync/lists.ts';
import type { SyncSnapshot } from '../../../lib/features/sync/messages.ts';
import { contact, customer, flow } from '../../helpers/flow.ts';

const begun: WizardProgress = { step: 1, startedAt: 1 };
const snapshot: SyncSnapshot = {
  head: begun,
  data: flow({}),
  lists: 'l',
  parts: 1,
  customers: [],
  contacts: [],
  defaults: {
    hub: { showTimesheets: true, showProjects: true, showPunchCards: true, showInvoices: true },
    language: 'da',
  },
  gone: 0,
};

/**
 * @param answers what `loadFlow` answers, one after the other; a function may never answer
 * @param parts what `flowPart` answers, one after the other
 */
function setUp(
  overview: Overview,
  answers: (() => Promise<SyncSnapshot>)[],
  parts: (SyncLists | undefined)[] = [],
) {
  const phase = signal<Phase>({ name: 'reading', read: {} });
  const progress = createProgressState();
  const shown: SyncLists[] = [];
  const seen = { asked: 0, ended: 0 };
  const order: string[] = [];
  const send = async (name: string) => {
    if (name === 'overview') return overview;
    order.push(name);
    if (name === 'flowPart') return parts.shift();
    seen.asked += 1;
    return answers[seen.asked - 1]?.();
  };
  const loader = createLoader({
    connectionId: 'c',
    send: send as Background['send'],
    phase,
    progress,
    applySnapshot: () => order.push('choices'),
    showLists: (each) => {
      shown.push(each);
      phase.value = { name: 'ready' };
    },
    onEnd: () => {
      seen.ended += 1;
    },
  });
  return { loader, phase, progress, shown, seen, order };
}

const stopped = () => Promise.reject<SyncSnapshot>(new Error('The message channel closed'));
const never = () => new Promise<SyncSnapshot>(() => {});

test('shows what was read', async () => {
  const { loader, shown, progress } = setUp({ flow: begun }, [async () => snapshot]);
  await loader.load();
  expect(shown).toEqual([snapshot.data]);
  expect(progress.current.value).toEqual(begun);
});

const long: SyncSnapshot = { ...snapshot, parts: 3, data: flow({ customers: [customer('1')] }) };

test('long lists come in parts; the choices are followed before all of them are there', async () => {
  const { loader, shown, order } = setUp(
    { flow: begun },
    [async () => long],
    [flow({ customers: [customer('2')], contacts: [contact('a')] }), flow({ contacts: [contact('b')] })],
  );
  await loader.load();
  expect(order).toEqual(['loadFlow', 'choices', 'flowPart', 'flowPart']);
  expect(shown).toEqual([
    flow({ customers: [customer('1'), customer('2')], contacts: [contact('a'), contact('b')] }),
  ]);
});

test('lists that are out of date before all parts are there are asked for anew', async () => {
  const { loader, shown, seen } = setUp(
    { flow: begun },
    [async () => long, async () => snapshot],
    [flow({ customers: [customer('2')] }), undefined],
  );
  await loader.load();
  expect(seen.asked).toBe(2);
  expect(shown).toEqual([snapshot.data]);
});

test('a run that goes on needs no reading', async () => {
  const { loader, seen, progress } = setUp({ flow: { ...begun, step: 4, runId: 'r' } }, []);
  await loader.load();
  expect(progress.current.value?.runId).toBe('r');
  expect(seen.asked).toBe(0);
});

test('without a flow there is nothing to show', async () => {
  const { loader, seen } = setUp({}, []);
  await loader.load();
  expect(seen).toEqual({ asked: 0, ended: 1 });
});

test('begins again when the worker was stopped while it answered', async () => {
  const { loader, shown, seen } = setUp({ flow: begun }, [stopped, async () => snapshot]);
  await loader.load();
  expect(seen.asked).toBe(2);
  expect(shown).toHaveLength(1);
});

test('gives up after a while, with something to try again', async () => {
  const { loader, phase } = setUp({ flow: begun }, [stopped, stopped, stopped]);
  await loader.load();
  expect(phase.value).toEqual({ name: 'failed', problem: undefined });
});

test('begins again on a new connection, and lets the old answer go', async () => {
  const { loader, shown, seen } = setUp({ flow: begun }, [never, async () => snapshot]);
  void loader.load();
  await expect.poll(() => seen.asked).toBe(1);
  await loader.reconnect();
  expect(shown).toHaveLength(1);
});

test('does not read again what is there when only the connection is new', async () => {
  const { loader, seen } = setUp({ flow: begun }, [async () => snapshot]);
  await loader.load();
  await loader.reconnect();
  expect(seen.asked).toBe(1);
});

test('does not go back to the step that an older answer tells of', async () => {
  const { loader, progress } = setUp({ flow: begun }, [async () => snapshot]);
  await loader.load();
  const asking = loader.reconnect();
  progress.receive({ ...begun, step: 3 });
  await asking;
  expect(progress.current.value?.step).toBe(3);
});

test('a problem is told, and trying again reads again', async () => {
  const problem = { system: 'dinero', code: 'unreachable' } as const;
  const { loader, phase, shown } = setUp({ flow: begun }, [
    () => Promise.reject(new ProblemError(problem)),
    async () => snapshot,
  ]);
  await loader.load();
  expect(phase.value).toEqual({ name: 'failed', problem });
  await loader.load();
  expect(shown).toHaveLength(1);
});

test('tells how far the reading is, for each system, and the matching of long lists', () => {
  const { loader, phase } = setUp({ flow: begun }, [never]);
  void loader.load();
  loader.follow({ type: 'reading', connectionId: 'c', system: 'dinero', read: 1000 });
  loader.follow({ type: 'reading', connectionId: 'c', system: 'effihub', read: 500 });
  expect(phase.value).toEqual({ name: 'reading', read: { dinero: 1000, effihub: 500 } });
  loader.follow({ type: 'matching', connectionId: 'c' });
  expect(phase.value).toEqual({ name: 'matching' });
  const progress = { done: 0.4, customers: 20_000, contacts: 6_000 };
  loader.follow({ type: 'matching', connectionId: 'c', progress });
  expect(phase.value).toEqual({ name: 'matching', progress });
});
