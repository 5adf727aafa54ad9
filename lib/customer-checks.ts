/** What can be known to be wrong with a customer before Dinero is asked. Pure. */
import {
  austria,
  belgium,
  bulgaria,
  checkVAT,
  croatia,
  cyprus,
  czechRepublic,
  denmark,
  estonia,
  finland,
  france,
  germany,
  greece,
  hungary,
  ireland,
  italy,
  latvia,
  lithuania,
  luxembourg,
  malta,
  netherlands,
  norway,
  poland,
  portugal,
  romania,
  slovakiaRepublic,
  slovenia,
  spain,
  sweden,
  switzerland,
  unitedKingdom,
} from 'jsvat';
import * as v from 'valibot';
import type { Customer } from './customer.ts';
import type { CreateFields } from './sync/create.ts';

/** Blocks: Dinero takes no contact without it. */
export type MissingField = 'name' | 'country';
/** Does not block: Dinero may know better. */
export type CustomerWarning = 'vatNumber' | 'email';

type Country = typeof denmark;

/** By ISO code, with the prefix that the number is written with. */
const COUNTRIES: Readonly<Record<string, { country: Country; prefix: string }>> = {
  AT: { country: austria, prefix: 'AT' },
  BE: { country: belgium, prefix: 'BE' },
  BG: { country: bulgaria, prefix: 'BG' },
  CH: { country: switzerland, prefix: 'CHE' },
  CY: { country: cyprus, prefix: 'CY' },
  CZ: { country: czechRepublic, prefix: 'CZ' },
  DE: { country: germany, prefix: 'DE' },
  DK: { country: denmark, prefix: 'DK' },
  EE: { country: estonia, prefix: 'EE' },
  ES: { country: spain, prefix: 'ES' },
  FI: { country: finland, prefix: 'FI' },
  FR: { country: france, prefix: 'FR' },
  GB: { country: unitedKingdom, prefix: 'GB' },
  GR: { country: greece, prefix: 'EL' },
  HR: { country: croatia, prefix: 'HR' },
  HU: { country: hungary, prefix: 'HU' },
  IE: { country: ireland, prefix: 'IE' },
  IT: { country: italy, prefix: 'IT' },
  LT: { country: lithuania, prefix: 'LT' },
  LU: { country: luxembourg, prefix: 'LU' },
  LV: { country: latvia, prefix: 'LV' },
  MT: { country: malta, prefix: 'MT' },
  NL: { country: netherlands, prefix: 'NL' },
  NO: { country: norway, prefix: 'NO' },
  PL: { country: poland, prefix: 'PL' },
  PT: { country: portugal, prefix: 'PT' },
  RO: { country: romania, prefix: 'RO' },
  SE: { country: sweden, prefix: 'SE' },
  SI: { country: slovenia, prefix: 'SI' },
  SK: { country: slovakiaRepublic, prefix: 'SK' },
};

/**
 * Whether a VAT number can be one of a country: its form, and its check digit where there is one.
 * @returns true also where the country's numbers are not known here
 */
export function isVatNumber(vatNumber: string, countryCode: string): boolean {
  const known = COUNTRIES[countryCode];
  if (!known) return true;
  const number = vatNumber.toUpperCase().replace(/[\s./-]/g, '');
  return checkVAT(number.startsWith(known.prefix) ? number : known.prefix + number, [known.country]).isValid;
}

const emailForm = v.pipe(v.string(), v.email());

/** The form of one address; domains with letters such as æ are fine. */
export function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@');
  const host = at < 0 ? undefined : asciiHost(text.slice(at + 1));
  return host !== undefined && v.safeParse(emailForm, `${text.slice(0, at)}@${host}`).success;
}

function asciiHost(host: string): string | undefined {
  if (/^[A-Za-z0-9.-]+$/.test(host)) return host;
  if (!/^[\p{L}\p{N}.-]+$/u.test(host)) return undefined;
  try {
    // The form that is checked knows no doubled hyphens, which such a name always has.
    return new URL(`https://${host}`).hostname.replaceAll('--', '-');
  } catch {
    return undefined;
  }
}

/** What blocks a creation, and what it should be looked at for. */
export function checkCustomer(
  customer: Customer,
  fields: CreateFields,
): { missing: MissingField[]; warnings: CustomerWarning[] } {
  const missing: MissingField[] = [];
  if (!fields.name) missing.push('name');
  if (!fields.countryCode) missing.push('country');
  const warnings: CustomerWarning[] = [];
  const vatSent = !fields.isPerson && customer.vatNumber;
  if (vatSent && !isVatNumber(vatSent, vatCountry(vatSent, fields.countryCode))) warnings.push('vatNumber');
  if (customer.email && !isEmail(customer.email)) warnings.push('email');
  return { missing, warnings };
}

/** A number may carry another country's prefix than the address: a Danish branch of a Swedish company. */
function vatCountry(vatNumber: string, countryCode: string): string {
  const written = /^\s*([A-Za-z]{2})/.exec(vatNumber)?.[1]?.toUpperCase() ?? '';
  if (written === 'EL') return 'GR';
  return COUNTRIES[written] ? written : countryCode;
}
