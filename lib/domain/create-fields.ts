/** Step 2: the fields of a contact to be created from a customer. */

import type { CreateChoice } from './choices.ts';
import { isCountry } from './countries.ts';
import type { Customer } from './customer.ts';

/** Proposed when Effihub has no country. */
export const ASSUMED_COUNTRY = 'DK';

export interface CreateFields {
  /** `''` when it is missing. */
  name: string;
  /** `''` when Effihub's is not a country. */
  countryCode: string;
  /** Effihub has no country, and the user has not chosen another than the proposed one. */
  countryAssumed: boolean;
  isPerson: boolean;
  /** Neither Effihub nor a CVR number tells whether it is a person. */
  kindAsked: boolean;
}

/** Per field: the user's choice, else Effihub's value, else the proposal. */
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
