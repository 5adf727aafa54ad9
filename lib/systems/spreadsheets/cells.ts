/** What single cells say. */
import { MADE_TEXT } from '../../domain/csv.ts';
import { singleSpaced } from '../../domain/text.ts';

const NOTHING = new Set(['-', '–', '—', 'n/a', '#n/a', '#i/t', 'null', 'undefined', '#ref!', '#reference!']);

/** A cell's text on one line; `''` also for what stands for nothing. */
export function plainCell(cell: string | undefined): string {
  const plain = singleSpaced(asText(cell ?? ''));
  return NOTHING.has(plain.toLowerCase()) ? '' : plain;
}

/** Spreadsheets keep text from being taken for a number (`="0042"`) or for a formula (`'+45`); the rest is the text. */
export function asText(cell: string): string {
  const written = /^="(.*)"$/s.exec(cell)?.[1] ?? cell;
  return MADE_TEXT.test(written) ? written.slice(1) : written;
}

/** `1,20E+07`: a spreadsheet's short form of a number that cannot be known any more. */
export const isRounded = (cell: string): boolean => /^\d([.,]\d+)?E\+?\d+$/i.test(cell);

/** `8000.0` is 8000. Not `10.000`, which can be ten thousand. */
export const wholeNumber = (cell: string): string => /^(\d+)[.,]0{1,2}$/.exec(cell)?.[1] ?? cell;

const PERSON = new Set(
  'privat privatperson privatkunde person p private individual b2c ja true yes x 1'.split(' '),
);
const COMPANY = new Set(
  'virksomhed firma firmakunde erhverv erhvervskunde company business organisation organization v e f c b2b nej false no 0'.split(
    ' ',
  ),
);

/** Whether a kind of customer is a private person; "ja" and "true" stand under headings such as "Privatperson". */
export function isPersonOf(kind: string): boolean | undefined {
  const word = kind.toLowerCase().replace(/\.$/, '');
  if (PERSON.has(word)) return true;
  return COMPANY.has(word) ? false : undefined;
}

/**
 * "8000 Aarhus C", "SE-111 22 Stockholm", "1012 AB Amsterdam". Without a postal code it is a city.
 * @returns `''` for what is not there
 */
export function zipAndCity(cell: string): { zipCode: string; city: string } {
  const [, zipCode = '', city = ''] =
    /^(?:[A-Z]{1,2}[- ])?(\d{3} \d{2}|\d{4} [A-Z]{2}|\d{3,6}),?(?: (.+))?$/.exec(cell) ?? [];
  return zipCode ? { zipCode, city } : { zipCode: '', city: cell };
}
