/** Finding rows by what is typed: every word must occur somewhere, whatever the case. */
import type { Contact, Customer } from './customer.ts';
import { readable } from './text.ts';

/** Made comparable: readable letters, lower case; lines stay lines. */
export const plain = (text: string): string => readable(text).toLocaleLowerCase('da');

/** The words of a query; none when it is blank. */
export const wordsOf = (query: string): string[] => plain(query).split(/\s+/).filter(Boolean);

/** Everything a customer or contact can be found by, in one text. */
export function searchText(party: Customer | Contact): string {
  const { name, city, vatNumber, email } = party;
  const number = 'customerNumber' in party ? party.customerNumber : undefined;
  // A Danish number is found with and without its prefix.
  const vat = vatNumber && /^\d{8}$/.test(vatNumber) ? `DK${vatNumber}` : vatNumber;
  return plain([name, city, vat, email, number].filter(Boolean).join('\n'));
}

/** @param words see `wordsOf` */
export const isFound = (text: string, words: readonly string[]): boolean =>
  words.every((word) => text.includes(word));
