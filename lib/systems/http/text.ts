/** Turning other systems' texts into plain ones. */

const QUOTE_LENGTH = 300;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/**
 * What a text says, on one line: without markup, scripts, control characters and bidirectional overrides.
 * @returns at most `length` characters; undefined when nothing is left
 */
export function plainText(text: string, length = QUOTE_LENGTH): string | undefined {
  const plain = text
    .slice(0, 50_000)
    .replace(/<(script|style|svg)\b[\s\S]*?(<\/\1\s*>|$)/gi, ' ')
    .replace(/<!--[\s\S]*?(-->|$)/g, ' ')
    .replace(/<[a-z!/?][^>]*(>|$)/gi, ' ')
    .replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,6});/gi, (whole, name: string) => entity(name) ?? whole)
    // What the entities spelled out, or what was left when an inner tag was taken out.
    .replace(/(?<!<)<+(?=[a-z!/?])/gi, '')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .toWellFormed();
  return plain === '' ? undefined : shortened(plain, length);
}

/** At most `length` characters, the last of them a `…` where something was cut off. */
export function shortened(text: string, length = QUOTE_LENGTH): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

function entity(name: string): string | undefined {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()];
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** A page instead of an answer. */
export const looksLikeHtml = (text: string): boolean => /^\s*</.test(text);

/** Takes secrets out of a text, also as they look in an address. Very short ones would only spoil the text. */
export function hide(text: string, secrets: readonly string[]): string {
  let hidden = text;
  for (const secret of secrets) {
    if (secret.length < 4) continue;
    for (const form of new Set([secret, encodeURIComponent(secret.toWellFormed())]))
      hidden = hidden.replaceAll(form, '***');
  }
  return hidden;
}
