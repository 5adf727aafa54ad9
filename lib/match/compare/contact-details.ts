/** Numbers and addresses of a customer, made comparable. '' stands for missing or unusable. */
import { fold, tidy } from '../name/fold.ts';
import { FREE_EMAIL_DOMAINS } from '../rules.ts';

export interface ContactDetails {
  /** Danish numbers as eight digits, foreign ones with their country's letters. */
  vat: string;
  email: string;
  /** The e-mail's domain, '' when everybody can have it. */
  domain: string;
  /** The last eight digits. */
  phone: string;
  zip: string;
  city: string;
  /** Street and house number. */
  street: string;
  country: string;
  isPerson: boolean | undefined;
}

const freeDomains = new Set(FREE_EMAIL_DOMAINS);
const text = (value: unknown): string =>
  typeof value === 'string' ? value.slice(0, 300) : typeof value === 'number' ? String(value) : '';

function vatOf(value: unknown): string {
  let v = text(value);
  if (!v) return '';
  v = v
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^CVR(NR)?/, '');
  if (/^DK\d{8}$/.test(v)) v = v.slice(2);
  if (!/^[A-Z]{0,3}[0-9A-Z]{5,14}$/.test(v) || !/\d{4}/.test(v) || /^(\d)\1+$/.test(v) || v === '12345678')
    return '';
  return v;
}

function phoneOf(value: unknown): string {
  const digits = text(value).replace(/\D+/g, '');
  if (!digits) return '';
  return digits.length < 6 || digits.length > 16 || /^(\d)\1+$/.test(digits) ? '' : digits.slice(-8);
}

function streetOf(value: unknown): string {
  if (!value) return '';
  const m = /^(.*?\p{L}.*?)\s+(\d+)\s?(\p{L}?)(?![\p{L}\d])/u.exec(tidy(text(value)));
  return m ? fold(m[1]!).replace(/[^a-z]/g, '') + m[2]! + fold(m[3]!) : '';
}

function zipOf(value: unknown): string {
  const zip = text(value);
  if (/^\d*$/.test(zip)) return zip;
  return zip
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '')
    .replace(/^dk(?=\d)/, '');
}

const NOTHING: ContactDetails = {
  vat: '',
  email: '',
  domain: '',
  phone: '',
  zip: '',
  city: '',
  street: '',
  country: '',
  isPerson: undefined,
};

/** Reads what is there; anything ill-formed counts as missing. */
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
  const mail = email ? /^[^\s@]+@([^\s@]+\.[^\s@.]+)$/.exec(text(email).trim().toLowerCase()) : null;
  const domain = mail ? mail[1]!.replace(/^www\./, '') : '';
  return {
    vat: vatOf(vatNumber),
    email: mail ? mail[0] : '',
    domain: freeDomains.has(domain) ? '' : domain,
    phone: phoneOf(phone),
    zip: zipOf(zipCode),
    city: city ? fold(tidy(text(city))).replace(/[^a-z]+/g, '') : '',
    street: streetOf(street),
    country: text(countryCode).trim().toUpperCase(),
    isPerson: typeof isPerson === 'boolean' ? isPerson : undefined,
  };
}
