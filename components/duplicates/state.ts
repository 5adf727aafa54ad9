/** What the list of duplicates shows, and what the user does with it. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { displayNames } from '../../lib/domain/display-names.ts';
import type { DuplicateMember, DuplicateSet, Duplicates, Side } from '../../lib/features/duplicates/index.ts';
import { type Background, background } from '../shared/background.ts';
import { createLiveView, type LiveView } from '../shared/live-view.ts';
import { t } from '../shared/text.ts';

export interface DuplicatesState {
  view: LiveView<Duplicates>;
  /** The share of a long list that has been looked through. */
  progress: ReadonlySignal<number | undefined>;
  /** These are no duplicates. @param name whose set it is */
  dismiss(side: Side, set: DuplicateSet): Promise<void>;
  /** The link of another member of the set goes to this one. @param name what it is called here */
  move(side: Side, from: DuplicateMember, to: DuplicateMember, name: string): Promise<void>;
  dispose(): void;
}

/** Which member of a set has a link to give; nobody when several have one, as nobody says whose. */
export function giverOf({ members }: DuplicateSet): DuplicateMember | undefined {
  const linked = members.filter(({ linkedTo }) => linkedTo);
  return linked.length === 1 ? linked[0] : undefined;
}

/** Names the action under way for a set or a member, so that its button can tell. */
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
  /** What is pressed while something is under way comes after it. @returns undefined when it failed */
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
