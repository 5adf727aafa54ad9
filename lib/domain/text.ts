/** Normalizes text: what looks the same becomes the same. */

/** Trademark signs, which NFKC would spell as letters. */
const MARKS = /[™®©℠℗]/gu;

/** Invisible characters, including the fillers that Unicode counts as letters. */
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}|\u034f|\u115f|\u1160|\u3164|\uffa0/gu;

const isPlain = (text: string): boolean => !/[^\x20-\x7e]/.test(text);

/** NFKC (ligatures, full-width letters, odd spaces) with digits 0 to 9, without invisible characters. */
export function readable(text: string): string {
  if (isPlain(text)) return text;
  const compatible = text.replace(MARKS, '').normalize('NFKC').replace(INVISIBLE, '');
  return compatible.replace(/\p{Nd}/gu, (digit) => (digit > '9' ? String(valueOfDigit(digit)) : digit));
}

/** The ten digits of every script are consecutive code points. */
function valueOfDigit(digit: string): number {
  const code = digit.codePointAt(0)!;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
  return value;
}

/** A number or an address, as it is sent. */
export const sendable = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : readable(text).trim();

/** Trimmed, with single inner spaces. */
export const singleSpaced = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Equal for texts that differ only in case, spaces or encoding. */
export const comparableText = (text: string): string => singleSpaced(readable(text).toLocaleLowerCase('da'));
