import type { Contact, Field, HubChoices } from '../../domain/customer.ts';
import { ProblemError } from '../../domain/problem.ts';
import type { FieldChange } from '../../domain/run.ts';
import { sendable, singleSpaced } from '../../domain/text.ts';
import { vatNumberFor } from '../../domain/vat-number.ts';
import { withoutEmpty } from '../http/schema.ts';

/**
 * Request body that creates and links a customer in one step, in Effihub's field names. The journal keeps it as it is
 * sent.
 */
export interface CustomerBody {
  name: string;
  isPerson: boolean;
  vatNumber?: string;
  street?: string;
  zipCode?: string;
  city?: string;
  countryCode?: string;
  invoiceEmail?: string;
  phone?: string;
  website?: string;
  language: string;
  hub: HubChoices;
  dineroContactGuid: string;
}

/**
 * The customer to be created from a Dinero contact. A contact of unknown kind becomes a company.
 * @throws ProblemError `incomplete` when it has no name
 */
export function customerBody(contact: Contact, choices: { hub: HubChoices; language: string }): CustomerBody {
  const name = singleSpaced(contact.name);
  if (name === '') {
    throw new ProblemError({
      system: 'kundebro',
      code: 'incomplete',
      fields: [{ field: 'name', message: '' }],
    });
  }
  const isPerson = contact.isPerson ?? false;
  const body: CustomerBody = {
    name,
    isPerson,
    vatNumber: isPerson ? undefined : vatNumberFor(contact.vatNumber, contact.countryCode),
    street: contact.street?.trim(),
    zipCode: contact.zipCode?.trim(),
    city: contact.city?.trim(),
    countryCode: contact.countryCode,
    invoiceEmail: sendable(contact.email),
    phone: sendable(contact.phone),
    website: contact.website?.trim(),
    language: choices.language,
    hub: { ...choices.hub },
    dineroContactGuid: contact.guid,
  };
  return withoutEmpty(body);
}

/** Effihub's field names. */
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

/** Request body that changes only these fields; `null` clears one. */
export type CustomerChanges = Record<string, string | null>;

export const customerChanges = (changes: readonly FieldChange[]): CustomerChanges =>
  Object.fromEntries(changes.map(({ field, to }) => [KEYS[field], to.trim() || null]));
