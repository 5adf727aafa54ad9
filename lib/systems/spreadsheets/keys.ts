/** Forms in which the same reads the same, for ids and for finding again. `''` when there is nothing to compare. */
import { emailsIn } from '../../domain/email.ts';
import { phonesIn } from '../../domain/phone.ts';
import { comparableText } from '../../domain/text.ts';
import { readVatNumber } from '../../domain/vat-number.ts';

export const nameKey = comparableText;

export const zipKey = (zipCode: string | undefined): string =>
  (zipCode ?? '')
    .replace(/\s/g, '')
    .toUpperCase()
    .replace(/^[A-Z]{1,2}-/, '');

/** Without the country's letters, which are not always written. */
export const vatKey = (vatNumber: string | undefined): string =>
  readVatNumber(vatNumber, undefined)?.number ?? '';

export const emailKey = (email = ''): string => emailsIn(email)[0] ?? comparableText(email);

/** The last eight digits: with and without +45 it is the same phone. */
export const phoneKey = (phone = ''): string => phonesIn(phone)[0]?.number.slice(-8) ?? '';
