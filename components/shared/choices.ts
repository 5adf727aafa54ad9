/** Choices that are shown at once and kept by the background: one map of them, for customers or for contacts. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { retryOnce } from './retry-once.ts';

/** `null` takes a choice back. */
export type Change<Choice> = [id: string, choice: Choice | null];

export interface ChoiceMap<Choice> {
  current: ReadonlySignal<ReadonlyMap<string, Choice>>;
  /** Shows the changes, sends them, and takes them back when they are refused. Never throws. */
  choose: (changes: Change<Choice>[]) => Promise<void>;
  /** What the background tells, also of this view's own changes. */
  follow: (changes: readonly Change<Choice>[]) => void;
  replace: (entries: readonly [string, Choice][]) => void;
}

export interface ChoiceMapParts<Choice> {
  send: (changes: Change<Choice>[]) => Promise<void>;
  refused: (error: unknown) => void;
}

export function createChoices<Choice>({ send, refused }: ChoiceMapParts<Choice>): ChoiceMap<Choice> {
  const current = signal<ReadonlyMap<string, Choice>>(new Map());
  /** How many answers are awaited for an id: what is told meanwhile is older than what is shown. */
  const awaited = new Map<string, number>();
  const count = (changes: readonly Change<Choice>[], step: 1 | -1) => {
    for (const [id] of changes) awaited.set(id, (awaited.get(id) ?? 0) + step);
  };
  const put = (changes: readonly Change<Choice>[]) => {
    const next = new Map(current.value);
    for (const [id, choice] of changes) {
      if (choice) next.set(id, choice);
      else next.delete(id);
    }
    current.value = next;
  };

  return {
    current,
    follow: (changes) => put(changes.filter(([id]) => !awaited.get(id))),
    replace: (entries) => {
      const next = new Map(entries);
      // As `follow` does: what is on its way is newer.
      for (const id of awaited.keys()) {
        const choice = current.value.get(id);
        if (!awaited.get(id)) continue;
        if (choice) next.set(id, choice);
        else next.delete(id);
      }
      current.value = next;
    },
    choose: async (changes) => {
      if (changes.length === 0) return;
      const before = changes.map(([id]): Change<Choice> => [id, current.value.get(id) ?? null]);
      put(changes);
      count(changes, 1);
      try {
        await retryOnce(() => send(changes));
      } catch (error) {
        const isStill = (id: string, choice: Choice | null) => (current.value.get(id) ?? null) === choice;
        put(before.filter(([id], place) => isStill(id, changes[place]![1])));
        refused(error);
      } finally {
        count(changes, -1);
      }
    },
  };
}
