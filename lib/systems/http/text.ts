/** Makes other systems' texts plain. */

const QUOTE_LENGTH = 300;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/**
 * A text on one line, without markup, scripts, control characters and bidirectional overrides.
 * @returns at most `length` characters; undefined when nothing is left
 */
export function plainText(text: string, length = QUOTE_LENGTH): string | undefined {
  const plain = text
    .slice(0, 50_000)
    .replace(/<(script|style|svg)\b[\s\S]*?(<\/\1\s*>|$)/gi, ' ')
    .replace(/<!--[\s\S]*?(-->|$)/g, ' ')
    .replace(/<[a-z!/?][^>]*(>|$)/gi, ' ')
    .replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,6});/gi, (whole, name: string) => entity(name) ?? whole)
    // Tags that entities spelled out, or that removing an inner tag left over.
    .replace(/(?<!<)<+(?=[a-z!/?])/gi, '')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .toWellFormed();
  return plain === '' ? undefined : shortened(plain, length);
}

/** Cuts a text to `length` characters; `…` marks the cut. */
export function shortened(text: string, length = QUOTE_LENGTH): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

function entity(name: string): string | undefined {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()];
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** Whether an answer is a web page. */
export const looksLikeHtml = (text: string): boolean => /^\s*</.test(text);

/**
 * Removes secrets from a text, also URL-encoded ones. Very short secrets are kept: removing them would garble the
 * text.
 */
export function hide(text: string, secrets: readonly string[]): string {
  let hidden = text;
  for (const secret of secrets) {
    if (secret.length < 4) continue;
    for (const form of new Set([secret, encodeURIComponent(secret.toWellFormed())]))
      hidden = hidden.replaceAll(form, '***');
  }
  return hidden;
}
