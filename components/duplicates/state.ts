/** The list of duplicates, and the user's actions on it. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { displayNames } from '../../lib/domain/display-names.ts';
import type { DuplicateMember, DuplicateSet, Duplicates, Side } from '../../lib/features/duplicates/index.ts';
import { type Background, background } from '../shared/background.ts';
import { createLiveView, type LiveView } from '../shared/live-view.ts';
import { t } from '../shared/text.ts';

export interface DuplicatesState {
  view: LiveView<Duplicates>;
  /** The share of a long list that has been compared. */
  progress: ReadonlySignal<number | undefined>;
  /** The user says that these are not duplicates. */
  dismiss(side: Side, set: DuplicateSet): Promise<void>;
  /** Moves the link of another member to this one. @param name its name in this list */
  move(side: Side, from: DuplicateMember, to: DuplicateMember, name: string): Promise<void>;
  dispose(): void;
}

/** The member whose link can be moved; undefined when several are linked, as it would be unclear whose. */
export function giverOf({ members }: DuplicateSet): DuplicateMember | undefined {
  const linked = members.filter(({ linkedTo }) => linkedTo);
  return linked.length === 1 ? linked[0] : undefined;
}

/** Identifies the set or member that an action is about, so that its button shows the progress. */
export const busyWith = (side: Side, id: string): string => `${side}:${id}`;

export function createDuplicatesState(
  connectionId: string,
  { send, updates }: Background = background,
): DuplicatesState {
  const progress = signal<number | undefined>(undefined);
  const view = createLiveView<Duplicates>(connectionId, (fresh) =>
    send('duplicates', { connectionId, fresh }),
  );
  const stop = updates.onUpdate((update) => {
    if (update.type !== 'duplicates' || update.connectionId !== connectionId) return;
    if (update.done === undefined) void view.reload();
    else progress.value = update.done;
  });
  let last: Promise<unknown> = Promise.resolve();
  /** Runs actions one after the other. @returns undefined when the action failed */
  const inTurn = <Result>(action: string, work: () => Promise<Result>): Promise<Result | undefined> => {
    const mine = last.then(() => view.perform(action, work));
    last = mine;
    return mine;
  };
  return {
    view,
    progress,
    async dismiss(of, { members }) {
      const input = { connectionId, of, ids: members.map(({ id }) => id) };
      const action = `dismiss ${busyWith(of, members[0]?.id ?? '')}`;
      const done = await inTurn(action, async () => {
        await send('dismissDuplicate', input);
        return true;
      });
      if (!done) return;
      view.announce(t.value.duplicates.dismissed, async () => {
        await inTurn('undismiss', () => send('undismissDuplicate', input));
      });
    },
    async move(of, from, to, name) {
      const linked = from.linkedTo?.id ?? '';
      const run = await inTurn(`move ${busyWith(of, to.id)}`, () =>
        send('moveLink', { connectionId, of, linked, from: from.id, to: to.id }),
      );
      if (!run) return;
      view.announce(t.value.duplicates.moved(name), async () => {
        await inTurn('move back', () =>
          send('moveLink', { connectionId, of, linked, from: to.id, to: from.id }),
        );
      });
    },
    dispose() {
      stop();
      view.dispose();
    },
  };
}

/** Names the sets and members of a list, no two the same. */
export function namesOf(sets: readonly DuplicateSet[], unnamed: string) {
  const members = new Map(sets.flatMap((set) => set.members.map((member) => [member.id, member])));
  const named = [...members.values()].map(({ id, name, city, vatNumber, customerNumber }) => ({
    ...{ id, name, city, number: vatNumber ?? customerNumber },
  }));
  const ofMembers = displayNames(named, unnamed);
  const nameOf = (member: DuplicateMember) => ofMembers.get(member.id) ?? member.name;
  // The same customer can be first in two sets.
  const heads = sets.map((set) => ({ id: keyOf(set), name: nameOf(set.members[0]!) }));
  const ofSets = displayNames(heads, unnamed);
  return { member: nameOf, set: (set: DuplicateSet) => ofSets.get(keyOf(set)) ?? '' };
}

export type Names = ReturnType<typeof namesOf>;

/** Identifies a set by its members. */
export const keyOf = ({ members }: DuplicateSet): string => JSON.stringify(members.map(({ id }) => id));
