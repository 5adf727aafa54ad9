/** VAT check digits, country by country. */
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
} from 'jsvat-next';
import { prefixOf } from './vat-forms.ts';
import { readVatNumber, type VatNumber } from './vat-number.ts';

type Country = typeof denmark;

/** By ISO code. */
const COUNTRIES: Readonly<Record<string, Country>> = {
  AT: austria,
  BE: belgium,
  BG: bulgaria,
  CH: switzerland,
  CY: cyprus,
  CZ: czechRepublic,
  DE: germany,
  DK: denmark,
  EE: estonia,
  ES: spain,
  FI: finland,
  FR: france,
  GB: unitedKingdom,
  GR: greece,
  HR: croatia,
  HU: hungary,
  IE: ireland,
  IT: italy,
  LT: lithuania,
  LU: luxembourg,
  LV: latvia,
  MT: malta,
  NL: netherlands,
  NO: norway,
  PL: poland,
  PT: portugal,
  RO: romania,
  SE: sweden,
  SI: slovenia,
  SK: slovakiaRepublic,
  XI: unitedKingdom,
};

/** Whether a VAT number has its country's check digit; true where the rule is not known here. */
export function hasCheckDigit({ country, number }: VatNumber): boolean {
  const known = COUNTRIES[country];
  if (!known) return country !== '';
  const written = country === 'NO' ? `${number}MVA` : prefixOf(country) + number;
  return checkVAT(written, [known]).isValid;
}

/** Whether a text is a valid VAT number of a country, or of another one that it names: form and check digit. */
export function isVatNumber(vatNumber: string, countryCode: string): boolean {
  const read = readVatNumber(vatNumber, countryCode);
  return read !== undefined && hasCheckDigit(read);
}
