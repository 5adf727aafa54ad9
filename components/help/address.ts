/** The topic in the page's address. */
import { signal } from '@preact/signals';
import type { HelpTopic } from '../../lib/features/help/index.ts';
import { FORMER_ANCHORS, HELP_TOPICS } from '../../lib/features/help/words.ts';

/** A new object on each navigation, also to the same topic. */
export const wanted = signal<{ topic: HelpTopic } | undefined>(undefined);

export function goTo(topic: HelpTopic): void {
  wanted.value = { topic };
}

function read(): void {
  const anchor = location.hash.slice(1);
  const topic = FORMER_ANCHORS.get(anchor) ?? HELP_TOPICS.find((each) => each === anchor);
  wanted.value = topic && { topic };
}

/** @returns stops following */
export function followAddress(): () => void {
  read();
  addEventListener('hashchange', read);
  return () => removeEventListener('hashchange', read);
}
