/** Whatever happened since a run, its undo touches nothing of others. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isUnanswered, type Operation } from '../../../../lib/domain/run.ts';
import { planUndo } from '../../../../lib/features/history/undo/plan.ts';
import type { CurrentState, Dated, UndoTask } from '../../../../lib/features/history/undo/types.ts';
import { END, endedRun } from './build.ts';

const run = endedRun();
const ids = ['1', '2', '3', '4'];
const guids = ['a', 'b', 'c', 'd'];

const operations = fc
  .array(
    fc.record({
      kind: fc.constantFrom('link', 'create', 'import', 'ignore', 'unlink', 'skip'),
      state: fc.constantFrom('done', 'done', 'done', 'failed', 'notRun', 'sent'),
      problem: fc.constantFrom(undefined, { system: 'effihub', code: 'unreachable' } as const),
      name: fc.constant('X'),
      customerId: fc.constantFrom(...ids),
      contactGuid: fc.constantFrom(...guids),
      already: fc.constantFrom(undefined, undefined, true),
      found: fc.constantFrom(undefined, undefined, true as const),
      phase: fc.constantFrom(undefined, 'link' as const),
    }),
    { maxLength: 6 },
  )
  // A run is about each customer and each contact once.
  .map((list) =>
    list
      .filter(
        ({ customerId, contactGuid }, place) =>
          !list
            .slice(0, place)
            .some((one) => one.customerId === customerId || one.contactGuid === contactGuid),
      )
      .map((one, seq): Operation => ({ ...one, seq, runId: 'run', connectionId: 'c' }) as Operation),
  );

const world = fc
  .record({
    links: fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...guids)), { maxLength: 6 }),
    customers: fc.subarray(ids),
    deleted: fc.subarray(guids),
    later: fc.subarray(ids),
    ignored: fc.subarray(guids),
  })
  .map(({ links, customers, deleted, later, ignored }): CurrentState => {
    const of = new Map<string, string>();
    for (const [id, guid] of links) if (![...of.values()].includes(guid)) of.set(id, guid);
    return {
      customers: customers.map((id) => ({ id, name: id, contactGuid: of.get(id) })),
      contacts: guids.map((guid) => ({
        guid,
        name: guid,
        ...(deleted.includes(guid) && { deletedAt: '2026-11-01T00:00:00Z' }),
      })),
      links: later.map((customerId) => ({ customerId, how: 'match', linkedAt: END + 1 })),
      ignored: ignored.map((contactGuid) => ({ contactGuid, ignoredAt: END - 1 })),
    };
  });

/** Applies a task to the state like the operations do: what no longer fits is left alone. */
function after(now: CurrentState, { kind, customerId = '', contactGuid = '' }: UndoTask): CurrentState {
  const relinked = (guid: string | undefined) =>
    now.customers.map((one) => (one.id === customerId ? { ...one, contactGuid: guid } : one));
  switch (kind) {
    case 'link':
      return { ...now, customers: relinked(contactGuid) };
    case 'unlink':
      return { ...now, customers: relinked(undefined) };
    case 'deleteCustomer':
      return { ...now, customers: now.customers.filter(({ id }) => id !== customerId) };
    case 'deleteContact': {
      const contacts = now.contacts.map((one) =>
        one.guid === contactGuid ? { ...one, deletedAt: '2026-11-02T00:00:00Z' } : one,
      );
      const isOwn = now.customers.some((one) => one.id === customerId && one.contactGuid === contactGuid);
      return { ...now, contacts, customers: isOwn ? relinked(undefined) : now.customers };
    }
    case 'unignore':
      return { ...now, ignored: now.ignored.filter((one) => one.contactGuid !== contactGuid) };
    default:
      return now;
  }
}

it('planUndo undoes what is the run’s own, keeps the rest, and plans nothing the second time', () => {
  fc.assert(
    fc.property(operations, world, (done, begin) => {
      const { tasks, cannot } = planUndo(run, done, begin);
      let now = begin;
      for (const task of tasks) {
        const operation = done.find(({ seq }) => seq === task.undoes);
        expect(operation?.customerId === task.customerId || task.kind === 'unignore').toBe(true);
        expect(operation?.contactGuid).toBe(task.contactGuid);
        const isOwn = operation?.state === 'done' || operation?.phase === 'link';
        expect(isOwn || (operation && isUnanswered(operation))).toBe(true);
        expect(operation?.already).toBeUndefined();
        if (task.kind.startsWith('delete')) expect(operation?.found).toBeUndefined();
        const link = now.customers.find(({ id }) => id === task.customerId)?.contactGuid;
        if (task.kind === 'unlink') expect(link).toBe(task.contactGuid);
        if (task.kind === 'deleteCustomer') expect([undefined, task.contactGuid]).toContain(link);
        now = after(now, task);
      }
      // No contact has two customers, and nobody is linked to what the undo has deleted.
      const linked = now.customers.flatMap(({ contactGuid }) => contactGuid ?? []);
      const wasTwice = new Set(linked).size < linked.length;
      expect(wasTwice).toBe(false);
      for (const { kind, contactGuid } of tasks)
        if (kind === 'deleteContact') expect(linked).not.toContain(contactGuid);
      // Customers outside the run are unchanged.
      const ofRun = new Set(done.map(({ customerId }) => customerId));
      const others = (one: CurrentState) => one.customers.filter(({ id }) => !ofRun.has(id));
      expect(others(now)).toEqual(others(begin));
      // Each is done or explained, exactly once.
      expect(new Set(tasks.map(({ undoes }) => undoes)).size).toBe(tasks.length);
      expect(tasks.length + cannot.length).toBeLessThanOrEqual(done.length);
      const undone = tasks.map(
        (task): Dated => ({
          at: END,
          operation: { ...task, state: 'done', runId: 'undo', seq: 0, connectionId: 'c' },
        }),
      );
      expect(planUndo(run, done, now, undone).tasks).toEqual([]);
    }),
    { numRuns: 2_000 },
  );
});
