/** Optimistic updates: choices that are shown at once, stored by the background, and reverted when it refuses them. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { retryOnce } from './retry-once.ts';

/** `null` removes a choice. */
export type Change<Choice> = [id: string, choice: Choice | null];

export interface ChoiceMap<Choice> {
  current: ReadonlySignal<ReadonlyMap<string, Choice>>;
  /** Shows the changes, sends them, and reverts them when they are refused. Never throws. */
  choose: (changes: Change<Choice>[]) => Promise<void>;
  /** Takes what the background pushes, which includes this view's own changes. */
  follow: (changes: readonly Change<Choice>[]) => void;
  replace: (entries: readonly [string, Choice][]) => void;
}

export interface ChoiceMapParts<Choice> {
  send: (changes: Change<Choice>[]) => Promise<void>;
  refused: (error: unknown) => void;
}

export function createChoices<Choice>({ send, refused }: ChoiceMapParts<Choice>): ChoiceMap<Choice> {
  const current = signal<ReadonlyMap<string, Choice>>(new Map());
  /** Unanswered requests per id: what is pushed meanwhile is older than what is shown. */
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
      // As in `follow`: unanswered changes are newer.
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
