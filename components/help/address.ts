/** Which topic the page's address leads to. */
import { signal } from '@preact/signals';
import type { HelpTopic } from '../../lib/features/help/index.ts';
import { FORMER_ANCHORS, HELP_TOPICS } from '../../lib/features/help/words.ts';

/** A new object every time that a topic is gone to, also to the same one again. */
export const wanted = signal<{ topic: HelpTopic } | undefined>(undefined);

export function goTo(topic: HelpTopic): void {
  wanted.value = { topic };
}

function read(): void {
  const anchor = location.hash.slice(1);
  const topic = FORMER_ANCHORS.get(anchor) ?? HELP_TOPICS.find((each) => each === anchor);
  wanted.value = topic && { topic };
}

/** @returns what ends it */
export function followAddress(): () => void {
  read();
  addEventListener('hashchange', read);
  return () => removeEventListener('hashchange', read);
}
