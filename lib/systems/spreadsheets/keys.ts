/** Comparison keys, for ids and for finding customers again. `''` when there is nothing to compare. */
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

/** Without the country prefix, which is often left out. */
export const vatKey = (vatNumber: string | undefined): string =>
  readVatNumber(vatNumber, undefined)?.number ?? '';

export const emailKey = (email = ''): string => emailsIn(email)[0] ?? comparableText(email);

/** The last eight digits, so +45 makes no difference. */
export const phoneKey = (phone = ''): string => phonesIn(phone)[0]?.number.slice(-8) ?? '';
