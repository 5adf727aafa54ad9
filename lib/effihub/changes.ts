import type { Field } from '../customer.ts';
import { vatNumberFor } from '../remote/vat.ts';
import type { FieldChange } from '../run.ts';

/** In Effihub's words. */
const KEYS: Record<Field, string> = {
  name: 'name',
  street: 'street',
  zipCode: 'zipCode',
  city: 'city',
  countryCode: 'countryCode',
  email: 'invoiceEmail',
  phone: 'phone',
  website: 'website',
  vatNumber: 'vatNumber',
};

/** What is sent to change fields of a customer: only these, `null` for what is taken away. */
export type CustomerChanges = Record<string, string | null>;

/** @param countryCode the customer's, where it is not among the changes */
export function customerChanges(
  changes: readonly FieldChange[],
  countryCode: string | undefined,
): CustomerChanges {
  const country = changes.find(({ field }) => field === 'countryCode')?.to || countryCode;
  return Object.fromEntries(
    changes.map(({ field, to }) => {
      const value = field === 'vatNumber' ? (vatNumberFor(to, country) ?? '') : to.trim();
      return [KEYS[field], value || null];
    }),
  );
}
