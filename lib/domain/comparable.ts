/** Brings values of both systems into a form that can be compared: differences in spelling disappear. Pure. */
import { FIELDS, type Field, type Party } from './customer.ts';
import { emailsIn } from './email.ts';
import { phonesIn, wordsBesidePhones } from './phone.ts';
import { postalCode } from './postal-code.ts';
import { comparableText, singleSpaced } from './text.ts';
import { prefixOf } from './vat-forms.ts';
import { isSameVatNumber, readVatNumber } from './vat-number.ts';

/** A missing country is proposed as this one, so it does not count as a difference. */
export const HOME = 'DK';

type Form = (value: string, country: string) => string;

/** Letters and digits only: "Nørregade 7, 2. tv." becomes "Nørregade 7 2 tv". */
const wordsOnly: Form = (value) => {
  const words = singleSpaced(
    comparableText(value)
      .replace(/[^\p{L}\p{M}\p{N}&+@]+/gu, ' ')
      .replace(/\b(\d+) (?=\p{L}\b)/gu, '$1'),
  );
  return words || comparableText(value);
};

const FORMS: Record<Field, Form> = {
  // "A/S" and "AS" are the same word; two separate words are not.
  name: (value) => wordsOnly(value.replace(/(?<=\b\p{L})[./](?=\p{L}\b)/gu, ''), HOME),
  street: wordsOnly,
  zipCode: postalCode,
  // "Aarhus" and "Århus" are the same city.
  city: (value) => wordsOnly(value, HOME).replaceAll('aa', 'å'),
  countryCode: (value) => value.toUpperCase() || HOME,
  email: emailForm,
  phone: phoneForm,
  website: (value) =>
    comparableText(value)
      .replace(/^https?:\/\//, '')
      .replace(/^www\./, '')
      .replace(/(?<!\/)\/+$/, ''),
  vatNumber: vatForm,
};

/** Addresses in any order; names around them are ignored. */
function emailForm(value: string): string {
  return emailsIn(value).sort().join(' ') || comparableText(value);
}

/** A field with more than phone numbers in it is compared as text. */
function phoneForm(value: string, country: string): string {
  const phones = phonesIn(value, country);
  if (phones.length === 0 || wordsBesidePhones(value)) return comparableText(value);
  return phones
    .map(({ number, extension }) => (extension ? `${number} x${extension}` : number))
    .sort()
    .join(' ');
}

/** With its prefix, as in the record of a foreign country. */
function vatForm(value: string, country: string): string {
  const read = readVatNumber(value, country);
  if (!read) return '';
  return read.country ? prefixOf(read.country) + read.number : read.number || comparableText(value);
}

/** The value as its system writes it; `''` when missing. */
export const written = (party: Party, field: Field): string => party[field] ?? '';

/** @param party the owner of the value; its country tells how numbers are to be read */
export function comparable(field: Field, value: string, party: Pick<Party, 'countryCode'>): string {
  if (value === '' && field !== 'countryCode') return '';
  return FORMS[field](value, party.countryCode ?? HOME);
}

/** Fields in which two records of one customer must agree. Persons have no CVR number. */
export const fieldsOf = (one: Party, other: Party): readonly Field[] =>
  one.isPerson || other.isPerson ? FIELDS.filter((field) => field !== 'vatNumber') : FIELDS;

/**
 * Whether a field has the same value on both sides, however it is written. One of the countries may be wrong or
 * missing, so being equal under either country is enough.
 */
export function isSame(field: Field, one: Party, other: Party): boolean {
  const [a, b] = [written(one, field), written(other, field)];
  if (a === b || comparable(field, a, one) === comparable(field, b, other)) return true;
  return says(one, field, b) || says(other, field, a) || (field === 'vatNumber' && isSameNumber(one, other));
}

function isSameNumber(one: Party, other: Party): boolean {
  const [a, b] = [one, other].map(({ vatNumber, countryCode }) => readVatNumber(vatNumber, countryCode));
  return a !== undefined && b !== undefined && a.number !== '' && isSameVatNumber(a, b);
}

/** Whether a party has this value, when the value is read as the party's own. */
export const says = (party: Party, field: Field, value: string): boolean =>
  comparable(field, written(party, field), party) === comparable(field, value, party);
