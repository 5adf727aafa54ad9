/** Searches rows: every typed word must occur somewhere, ignoring case. */
import type { Contact, Customer } from './customer.ts';
import { readable } from './text.ts';

/** Readable letters in lower case; line breaks are kept. */
export const plain = (text: string): string => readable(text).toLocaleLowerCase('da');

/** The words of a query; none when it is blank. */
export const wordsOf = (query: string): string[] => plain(query).split(/\s+/).filter(Boolean);

/** Everything a customer or contact can be found by. */
export function searchText(party: Customer | Contact): string {
  const { name, city, vatNumber, email } = party;
  const number = 'customerNumber' in party ? party.customerNumber : undefined;
  // Danish numbers are found with and without their prefix.
  const vat = vatNumber && /^\d{8}$/.test(vatNumber) ? `DK${vatNumber}` : vatNumber;
  return plain([name, city, vat, email, number].filter(Boolean).join('\n'));
}

/** @param words see `wordsOf` */
export const isFound = (text: string, words: readonly string[]): boolean =>
  words.every((word) => text.includes(word));
