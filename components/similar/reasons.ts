import { t } from '../text.ts';

/** Why somebody may be the same customer, then what speaks against it; what has no words is left out. */
export function reasonsInWords(reasons: readonly string[]): string {
  const { reasons: words, but } = t.value.wizard;
  const listed = (contradicting: boolean) =>
    reasons
      .filter((reason) => reason.endsWith('-differs') === contradicting)
      .map((reason) => (Object.hasOwn(words, reason) ? words[reason as keyof typeof words] : undefined))
      .filter(Boolean)
      .join(', ');
  const [agreeing, contradicting] = [listed(false), listed(true)];
  return agreeing && contradicting ? but(agreeing, contradicting) : agreeing || contradicting;
}
