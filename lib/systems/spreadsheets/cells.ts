/** Reads single cells. */
import { MADE_TEXT } from '../../domain/csv.ts';
import { singleSpaced } from '../../domain/text.ts';

const NOTHING = new Set(['-', '–', '—', 'n/a', '#n/a', '#i/t', 'null', 'undefined', '#ref!', '#reference!']);

/** A cell's text on one line; `''` for placeholders such as "n/a". */
export function plainCell(cell: string | undefined): string {
  const plain = singleSpaced(asText(cell ?? ''));
  return NOTHING.has(plain.toLowerCase()) ? '' : plain;
}

/** Removes what keeps a spreadsheet from reading text as a number (`="0042"`) or formula (`'+45`). */
export function asText(cell: string): string {
  const written = /^="(.*)"$/s.exec(cell)?.[1] ?? cell;
  return MADE_TEXT.test(written) ? written.slice(1) : written;
}

/** `1,20E+07`: a number that a spreadsheet has rounded, so its digits are lost. */
export const isRounded = (cell: string): boolean => /^\d([.,]\d+)?E\+?\d+$/i.test(cell);

/** `8000.0` becomes 8000; `10.000` stays, since it can mean ten thousand. */
export const wholeNumber = (cell: string): string => /^(\d+)[.,]0{1,2}$/.exec(cell)?.[1] ?? cell;

const PERSON = new Set(
  'privat privatperson privatkunde person p private individual b2c ja true yes x 1'.split(' '),
);
const COMPANY = new Set(
  'virksomhed firma firmakunde erhverv erhvervskunde company business organisation organization v e f c b2b nej false no 0'.split(
    ' ',
  ),
);

/** Whether a kind of customer is a private person; "ja" and "true" occur under headings such as "Privatperson". */
export function isPersonOf(kind: string): boolean | undefined {
  const word = kind.toLowerCase().replace(/\.$/, '');
  if (PERSON.has(word)) return true;
  return COMPANY.has(word) ? false : undefined;
}

/**
 * Splits "8000 Aarhus C", "SE-111 22 Stockholm", "1012 AB Amsterdam". Without a postal code all of it is the city.
 * @returns `''` for a missing part
 */
export function zipAndCity(cell: string): { zipCode: string; city: string } {
  const [, zipCode = '', city = ''] =
    /^(?:[A-Z]{1,2}[- ])?(\d{3} \d{2}|\d{4} [A-Z]{2}|\d{3,6}),?(?: (.+))?$/.exec(cell) ?? [];
  return zipCode ? { zipCode, city } : { zipCode: '', city: cell };
}
