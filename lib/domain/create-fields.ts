/** Step 2: what a contact gets that is made from a customer. */

import type { CreateChoice } from './choices.ts';
import { isCountry } from './countries.ts';
import type { Customer } from './customer.ts';

/** Proposed where Effihub has no country. */
export const ASSUMED_COUNTRY = 'DK';

export interface CreateFields {
  /** `''` when it is missing. */
  name: string;
  /** `''` when Effihub has one that is none. */
  countryCode: string;
  /** Effihub has no country, and nobody has said another than the proposed one. */
  countryAssumed: boolean;
  isPerson: boolean;
  /** Effihub does not say whether it is a person, and no CVR number tells. */
  kindAsked: boolean;
}

/** The choice where there is one, else what Effihub has, else the proposal. */
export function createFields(customer: Customer, choice: CreateChoice): CreateFields {
  const written = choice.countryCode ?? customer.countryCode;
  const countryCode = written ?? ASSUMED_COUNTRY;
  return {
    name: (choice.name ?? customer.name).trim(),
    countryCode: isCountry(countryCode) ? countryCode : '',
    countryAssumed: customer.countryCode === undefined && countryCode === ASSUMED_COUNTRY,
    isPerson: choice.isPerson ?? customer.isPerson ?? false,
    kindAsked: customer.isPerson === undefined && customer.vatNumber === undefined,
  };
}
