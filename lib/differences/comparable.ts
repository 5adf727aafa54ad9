/** Values of both systems in a form that can be compared: what differs only in how it is written is the same. Pure. */
import parsePhoneNumber, { isSupportedCountry } from 'libphonenumber-js/min';
import { FIELDS, type Field, type Party } from '../customer.ts';
import { singleSpaced } from '../remote/text.ts';
import { vatNumberFor } from '../remote/vat.ts';

/** A missing country is proposed as this one, so it is no difference either. */
export const HOME = 'DK';

type Form = (value: string, country: string) => string;

const plain: Form = (value) => singleSpaced(value.normalize('NFC').toLocaleLowerCase('da'));

/** Letters and digits: "A/S" is "AS", "Nørregade 7, 2. tv." is "Nørregade 7 2 tv". */
const wordsOnly: Form = (value) => {
  const words = singleSpaced(
    plain(value, HOME)
      .replace(/[^\p{L}\p{M}\p{N}&+@]+/gu, ' ')
      .replace(/\b(\d+) (?=\p{L}\b)/gu, '$1'),
  );
  return words || plain(value, HOME);
};

const FORMS: Record<Field, Form> = {
  // "A/S" and "AS" are one word; two words are not one.
  name: (value) => wordsOnly(value.replace(/(?<=\b\p{L})[./](?=\p{L}\b)/gu, ''), HOME),
  street: wordsOnly,
  zipCode: zipForm,
  // One name, two spellings.
  city: (value) => wordsOnly(value, HOME).replaceAll('aa', 'å'),
  countryCode: (value) => value.toUpperCase() || HOME,
  email: (value) => plain(value, HOME).replace(/^mailto:/, ''),
  phone: phoneForm,
  website: (value) =>
    plain(value, HOME)
      .replace(/^https?:\/\//, '')
      .replace(/^www\./, '')
      .replace(/\/+$/, ''),
  // With its prefix, as in a record of some other country.
  vatNumber: (value, country) =>
    vatNumberFor(value.toUpperCase().replace(/[^\p{L}\p{N}]/gu, ''), '', country) ?? '',
};

/** Before digits alone, the letters that stand for the country say nothing more: "SE-111 22", "D-10115". */
function zipForm(value: string, country: string): string {
  const zip = plain(value, HOME).replace(/[^\p{L}\p{N}]/gu, '');
  const [, letters = '', digits = zip] = /^([a-z]{1,2})(\d+)$/.exec(zip) ?? [];
  const isCountry = [country, HOME].some((code) => code.toLowerCase().startsWith(letters));
  return isCountry ? digits : zip;
}

/** With the country's own number; the usual Danish ways of writing one need no library. What says more is a text. */
function phoneForm(value: string, country: string): string {
  const text = value
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim();
  if (!/\d/.test(text) || /[^\d\s+().\-/]/.test(text)) return plain(value, HOME);
  const digits = text.replace(/[^\d+]/g, '');
  if (country === HOME && /^(\+45|0045|45)?\d{8}$/.test(digits)) return `+45${digits.slice(-8)}`;
  const defaultCountry = isSupportedCountry(country) ? country : HOME;
  const parsed = parsePhoneNumber(digits.replace(/^00(?=[1-9])/, '+'), { defaultCountry, extract: false });
  return parsed?.isPossible() ? parsed.number : digits;
}

/** As its own system writes it; `''` when there is none. */
export const written = (party: Party, field: Field): string => party[field] ?? '';

/** @param party whose value it is: its country tells how numbers are meant */
export function comparable(field: Field, value: string, party: Pick<Party, 'countryCode'>): string {
  if (value === '' && field !== 'countryCode') return '';
  return FORMS[field](value, party.countryCode ?? HOME);
}

/** Fields that two records of one customer have to share: persons have no CVR number. */
export const fieldsOf = (one: Party, other: Party): readonly Field[] =>
  one.isPerson || other.isPerson ? FIELDS.filter((field) => field !== 'vatNumber') : FIELDS;

/**
 * Whether a field says the same on both sides, however it is written. One of the countries may be wrong or missing: what is
 * the same in either of them is the same.
 */
export function isSame(field: Field, one: Party, other: Party): boolean {
  const [a, b] = [written(one, field), written(other, field)];
  if (a === b || comparable(field, a, one) === comparable(field, b, other)) return true;
  return says(one, field, b) || says(other, field, a);
}

/** Whether a party has a value by now, however it is written, when the value is read as the party's own. */
export const says = (party: Party, field: Field, value: string): boolean =>
  comparable(field, written(party, field), party) === comparable(field, value, party);
