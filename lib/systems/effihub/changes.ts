import type { Field } from '../../domain/customer.ts';
import type { FieldChange } from '../../domain/run.ts';

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

export const customerChanges = (changes: readonly FieldChange[]): CustomerChanges =>
  Object.fromEntries(changes.map(({ field, to }) => [KEYS[field], to.trim() || null]));
