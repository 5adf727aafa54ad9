/** Reads postal codes. */
import { readable } from './text.ts';

const HOME = 'dk';

/**
 * Letters and digits in lower case. Country letters before digits are dropped: "DK-8000", "SE-111 22", "D-10115".
 * @param country ISO 3166; Denmark's letters are always known
 */
export function postalCode(text: string, country = ''): string {
  if (/^\d*$/.test(text)) return text;
  const zip = readable(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  const [, letters = '', digits = ''] = /^([a-z]{1,2})(\d+)$/.exec(zip) ?? [];
  return letters && (HOME.startsWith(letters) || country.toLowerCase().startsWith(letters)) ? digits : zip;
}
