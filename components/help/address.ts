/** Which topic the page's address leads to. */
import { signal } from '@preact/signals';
import { HELP_TOPICS, type HelpTopic } from '../../lib/features/help/topics.ts';

/** A new object every time that a topic is gone to, also to the same one again. */
export const wanted = signal<{ topic: HelpTopic } | undefined>(undefined);

export function goTo(topic: HelpTopic): void {
  wanted.value = { topic };
}

function read(): void {
  const named = HELP_TOPICS.find((topic) => location.hash === `#${topic}`);
  wanted.value = named && { topic: named };
}

/** @returns what ends it */
export function followAddress(): () => void {
  read();
  addEventListener('hashchange', read);
  return () => removeEventListener('hashchange', read);
}
