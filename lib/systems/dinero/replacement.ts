/** The body of Dinero's PUT, which clears every field that is left out. */
import type { Contact, Field } from '../../domain/customer.ts';
import type { FieldChange } from '../../domain/run.ts';

/** Every field of a contact as Dinero returned it, known to us or not, so that all can be sent back. */
export type RawContact = Readonly<Record<string, unknown>>;

/** Dinero's field names. */
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

/** Read-only fields, in lower case. */
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
 * The whole contact with the changes applied, and the fields that every body needs. `CompanyTypeKey` is lost: Dinero
 * accepts but never returns it.
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
