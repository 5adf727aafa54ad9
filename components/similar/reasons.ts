import { t } from '../text.ts';

/** Why somebody may be the same customer; what has no words is left out. */
export function reasonsInWords(reasons: readonly string[]): string {
  const words: Readonly<Record<string, string>> = t.value.wizard.reasons;
  return reasons
    .map((reason) => (Object.hasOwn(words, reason) ? words[reason] : undefined))
    .filter(Boolean)
    .join(', ');
}
