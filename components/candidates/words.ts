import { t } from '../shared/text.ts';

const speaksAgainst = (reason: string): number => (reason.endsWith('-differs') ? 1 : 0);

/** Why somebody may be the same customer, then what speaks against it; what has no words is left out. */
export function reasonsInWords(reasons: readonly string[]): string {
  const words: Readonly<Record<string, string>> = t.value.wizard.reasons;
  return reasons
    .toSorted((a, b) => speaksAgainst(a) - speaksAgainst(b))
    .map((reason) => (Object.hasOwn(words, reason) ? words[reason] : undefined))
    .filter(Boolean)
    .join(', ');
}
