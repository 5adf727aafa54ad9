/** A customer's numbers and addresses in comparable form. Missing and unusable values are `''` or undefined. */
import { emailsIn } from '../../domain/email.ts';
import { phonesIn } from '../../domain/phone.ts';
import { postalCode } from '../../domain/postal-code.ts';
import { readVatNumber, type VatNumber } from '../../domain/vat-number.ts';
import { fold, tidy } from '../name/fold.ts';
import { FREE_EMAIL_DOMAINS, TOWN_QUARTERS } from '../rules.ts';

/** All values of fields that hold several. */
export interface Several {
  emails: readonly string[];
  domains: readonly string[];
  phones: readonly string[];
}

export interface ContactDetails {
  vat: VatNumber | undefined;
  /** The first address, in lower case. */
  email: string;
  /** Its domain, `''` for a free e-mail provider. */
  domain: string;
  /** The last eight digits of the first number. */
  phone: string;
  /** Undefined unless a field holds several values, which is rare. */
  several: Several | undefined;
  zip: string;
  /** Without the quarter: "Aarhus" for "Aarhus C". */
  town: string;
  /** Street and house number. */
  street: string;
  country: string;
  isPerson: boolean | undefined;
}

const freeDomains = new Set(FREE_EMAIL_DOMAINS);
/** Whether an address is at a free e-mail provider. */
export const isPrivate = (email: string): boolean => domainOf(email) === '';
const text = (value: unknown): string =>
  typeof value === 'string' ? value.slice(0, 300) : typeof value === 'number' ? String(value) : '';

/** Digits typed because a number was required: all equal, or counting up. */
const isMadeUp = (digits: string): boolean => /^(\d)\1+$/.test(digits) || digits === '12345678';

function vatOf(value: unknown, country: string): VatNumber | undefined {
  const vat = readVatNumber(text(value), country || undefined);
  return vat && /\d{4}/.test(vat.number) && !isMadeUp(vat.number) ? vat : undefined;
}

const NONE: readonly string[] = [];
const eachOnce = (list: string[]): readonly string[] => (list.length > 1 ? [...new Set(list)] : list);

function phonesOf(value: unknown, country: string): readonly string[] {
  const written = text(value);
  if (!written) return NONE;
  const numbers = phonesIn(written, country || undefined).map(({ number }) => number.replace(/\D/g, ''));
  const usable = numbers.filter((digits) => digits.length >= 6 && digits.length <= 16);
  return eachOnce(usable.map((digits) => digits.slice(-8)).filter((digits) => !isMadeUp(digits)));
}

/** `''` for a free e-mail provider. */
function domainOf(email: string): string {
  const at = email.indexOf('@') + 1;
  const domain = email.slice(email.startsWith('www.', at) ? at + 4 : at);
  return freeDomains.has(domain) ? '' : domain;
}

/** All values of a kind. */
export function all(details: ContactDetails, kind: 'email' | 'domain' | 'phone'): readonly string[] {
  if (details.several) return details.several[`${kind}s`];
  return details[kind] ? [details[kind]] : NONE;
}

function streetOf(value: unknown): string {
  if (!value) return '';
  const m = /^(.*?\p{L}.*?)\s+(\d+)\s?(\p{L}?)(?![\p{L}\d])/u.exec(tidy(text(value)));
  return m ? fold(m[1]!).replace(/[^a-z]/g, '') + m[2]! + fold(m[3]!) : '';
}

/** Matches "Aarhus C" and "København NV", but not "Nykøbing F", which is a town of its own. */
const QUARTER = new RegExp(`\\s(?:${TOWN_QUARTERS.join('|')})\\.?$`);

const townOf = (value: unknown): string =>
  fold(
    tidy(text(value))
      .replace(QUARTER, '')
      .replace(/^kbh\b\.?/, 'københavn'),
  ).replace(/[^a-z]+/g, '');

/** The details of a customer with nothing but a name. */
export const NOTHING: ContactDetails = {
  vat: undefined,
  email: '',
  domain: '',
  phone: '',
  several: undefined,
  zip: '',
  town: '',
  street: '',
  country: '',
  isPerson: undefined,
};

/** Reads a customer's details; ill-formed values count as missing. */
export function readDetails(input: {
  vatNumber?: unknown;
  email?: unknown;
  phone?: unknown;
  street?: unknown;
  zipCode?: unknown;
  city?: unknown;
  countryCode?: unknown;
  isPerson?: unknown;
}): ContactDetails {
  const { vatNumber, email, phone, street, zipCode, city, countryCode, isPerson } = input;
  if (!(vatNumber || email || phone || street || zipCode || city || countryCode || isPerson !== undefined))
    return NOTHING;
  const country = text(countryCode).trim().toUpperCase();
  const emails = email ? emailsIn(text(email)) : NONE;
  const phones = phone ? phonesOf(phone, country) : NONE;
  const hasSeveral = emails.length > 1 || phones.length > 1;
  return {
    vat: vatNumber ? vatOf(vatNumber, country) : undefined,
    email: emails[0] ?? '',
    domain: emails[0] ? domainOf(emails[0]) : '',
    phone: phones[0] ?? '',
    several: hasSeveral ? { emails, phones, domains: emails.map(domainOf).filter(Boolean) } : undefined,
    zip: zipCode ? postalCode(text(zipCode), country) : '',
    town: city ? townOf(city) : '',
    street: streetOf(street),
    country,
    isPerson: typeof isPerson === 'boolean' ? isPerson : undefined,
  };
}
