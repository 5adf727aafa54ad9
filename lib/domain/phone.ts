/** Reads phone fields, which may hold several numbers in any notation. */
import parsePhoneNumber, { isSupportedCountry } from 'libphonenumber-js/min';
import { readable } from './text.ts';

export interface Phone {
  /** With the country code ("+4586123456"); just its digits when it is not a possible number. */
  number: string;
  /** `''` when there is none. */
  extension: string;
}

/** The country of numbers that name none. */
const HOME = 'DK';
/** Shorter ones are parts of a number. */
const FEWEST_DIGITS = 6;

const EXTENSION =
  /[\s,;/]*(?:\b(?:ext|extension|lok|lokal|local|int|intern|durchwahl|anknytning)|x|#)\.?\s*:?\s*(\d{1,6})#?$/iu;
const BETWEEN = /[;,/|\n]|\s+(?:og|eller|samt|and|or|&|\+)\s+|\s+(?=\+)/iu;
/** Words that say no more than the field's name. */
const LABEL = /^(?:tel|tlf|telefon|telefonnr|telefonnummer|phone|mobil|mobile|mob|nr|t|m)$/iu;

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** "86123456/57" and "86123456-57": the second number by its last digits. */
const NEXT = /^((?:\+45|0045)?\s?(?:\d\s?){8})\s?[/-]\s?(\d{1,4})$/;

/** @returns the parts that are separate numbers */
function severalIn(text: string, country: string): string[] {
  const [, first, last] = (country === HOME && NEXT.exec(text)) || [];
  if (first && last) return [first, digitsOf(first).slice(0, -last.length) + last];
  const parts = text
    .split(BETWEEN)
    .map((part) => part.trim())
    .filter(Boolean);
  if (
    parts.length > 1 &&
    parts.every((part) => digitsOf(part).length >= FEWEST_DIGITS || EXTENSION.test(part))
  )
    return parts.reduce<string[]>(withItsExtension, []);
  const digits = digitsOf(text);
  if (country === HOME && digits.length === 16 && !text.includes('+') && !text.startsWith('00'))
    return [digits.slice(0, 8), digits.slice(8)];
  return [text];
}

/** "86123456, lok. 12" is one number. */
function withItsExtension(parts: string[], part: string): string[] {
  const before = parts.at(-1);
  if (before === undefined || digitsOf(part).length >= FEWEST_DIGITS) return [...parts, part];
  return [...parts.slice(0, -1), `${before} ${part}`];
}

function numberOf(text: string, country: string): string {
  const digits = text
    .replace(/\(0\)/g, '')
    .replace(/[^\d+]/g, '')
    .replace(/(?!^)\+/g, '');
  if (country === HOME && /^(\+45|0045|45)?\d{8}$/.test(digits)) return `+45${digits.slice(-8)}`;
  const defaultCountry = isSupportedCountry(country) ? country : HOME;
  const parsed = parsePhoneNumber(digits.replace(/^00(?=[1-9])/, '+'), { defaultCountry, extract: false });
  return parsed?.isPossible() ? parsed.number : digits;
}

/**
 * @param country ISO 3166: applies to numbers that name no country
 * @returns in their order; none when there are no digits
 */
export function phonesIn(text: string, country = HOME): Phone[] {
  // Fast path: the usual Danish notations.
  if (country === HOME && /^(?:(?:\+|00)45)?\s?(?:\d\s?){8}$/.test(text))
    return [{ number: `+45${digitsOf(text).slice(-8)}`, extension: '' }];
  const plain = readable(text.slice(0, 300)).trim();
  if (!/\d/.test(plain)) return [];
  return severalIn(plain, country).map((part) => {
    const extension = EXTENSION.exec(part);
    return {
      number: numberOf(extension ? part.slice(0, extension.index) : part, country),
      extension: extension?.[1] ?? '',
    };
  });
}

/** The words beside the numbers, such as "(Jens)"; usually `''`. */
export const wordsBesidePhones = (text: string): string =>
  readable(text.slice(0, 300))
    .split(BETWEEN)
    .map((part) => part.trim().replace(EXTENSION, ''))
    .join(' ')
    .split(/[^\p{L}]+/u)
    .filter((word) => word && !LABEL.test(word))
    .join(' ')
    .toLocaleLowerCase('da');
