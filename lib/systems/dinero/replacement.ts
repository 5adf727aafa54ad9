/** A contact as Dinero wants it back when single fields change: a field left out is cleared. */
import type { Contact, Field } from '../../domain/customer.ts';
import type { FieldChange } from '../../domain/run.ts';

/** Every field of a contact as Dinero gave it, whatever it is called, so that all of it can be given back. */
export type RawContact = Readonly<Record<string, unknown>>;

/** In Dinero's words. */
const KEYS: Record<Field, string> = {
  name: 'Name',
  street: 'Street',
  zipCode: 'ZipCode',
  city: 'City',
  countryCode: 'CountryKey',
  email: 'Email',
  phone: 'Phone',
  website: 'Webpage',
  vatNumber: 'VatNumber',
};

/** Dinero's own, in lower case: what a client cannot set. */
const NOT_SENT = new Set([
  'contactguid',
  'createdat',
  'updatedat',
  'deletedat',
  'isdebitor',
  'iscreditor',
  'companystatus',
]);

/**
 * The whole contact with only the chosen fields changed, and what every body must have. `CompanyTypeKey` cannot be kept:
 * Dinero takes it, but never tells it.
 */
export function replacementBody(
  raw: RawContact,
  contact: Contact,
  changes: readonly FieldChange[],
): Record<string, unknown> {
  const body = new Map<string, unknown>();
  const keyOf = new Map<string, string>();
  for (const [key, value] of Object.entries(raw)) {
    if (NOT_SENT.has(key.toLowerCase()) || value === null || value === undefined || value === '') continue;
    keyOf.set(key.toLowerCase(), key);
    body.set(key, value);
  }
  const set = (key: string, value: unknown) => body.set(keyOf.get(key.toLowerCase()) ?? key, value);
  for (const { field, to } of changes) {
    const value = to.trim();
    if (value === '') body.delete(keyOf.get(KEYS[field].toLowerCase()) ?? KEYS[field]);
    else set(KEYS[field], value);
  }
  set('IsPerson', contact.isPerson ?? false);
  if (!keyOf.has('ismember')) set('IsMember', false);
  set('UseCvr', false);
  return Object.fromEntries(body);
}
