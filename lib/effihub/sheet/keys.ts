/** Forms in which the same reads the same, for ids and for finding again. `''` when there is nothing to compare. */
import { singleSpaced } from '../../remote/text.ts';

export const nameKey = (name: string): string => singleSpaced(name.normalize('NFC')).toLocaleLowerCase('da');

export const zipKey = (zipCode: string | undefined): string =>
  (zipCode ?? '')
    .replace(/\s/g, '')
    .toUpperCase()
    .replace(/^[A-Z]{1,2}-/, '');

/** Without the country's letters, which are not always written. */
export function vatKey(vatNumber: string | undefined): string {
  const key = (vatNumber ?? '')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^[A-Z]{2}/, '');
  return /\d/.test(key) ? key : '';
}

export const emailKey = (email: string | undefined): string => (email ?? '').trim().toLowerCase();

/** The last eight digits: with and without +45 it is the same phone. */
export const phoneKey = (phone: string | undefined): string => (phone ?? '').replace(/\D/g, '').slice(-8);
