import { isGuid, type JsonObject } from './http.ts';
import type { Account, EffihubCustomer, Hub } from './world.ts';

const texts = [
  'customerNumber',
  'name',
  'vatNumber',
  'street',
  'zipCode',
  'city',
  'countryCode',
  'invoiceEmail',
  'phone',
  'website',
  'notes',
  'language',
] as const;
const hubChoices = ['showTimesheets', 'showProjects', 'showPunchCards', 'showInvoices'] as const;

/** What is wrong, by field: the `errors` of a 422. */
export type Errors = Record<string, string[]>;

export interface CheckedCustomer {
  /** Only the fields that the body names. */
  fields: Partial<EffihubCustomer>;
  errors: Errors;
}

/**
 * Reads the writable fields of a body and says what Effihub would say about them.
 * @param current the customer that is changed; undefined when one is created
 */
export function checkCustomer(
  account: Account,
  body: JsonObject,
  current?: EffihubCustomer,
): CheckedCustomer {
  const fields: Partial<EffihubCustomer> = {};
  const errors: Errors = {};
  for (const name of texts) {
    const value = body[name];
    if (value === undefined) continue;
    if (value === null || typeof value === 'string') Object.assign(fields, { [name]: value || null });
    else errors[name] = ['Feltet skal være tekst.'];
  }
  if ((!current || 'name' in body) && !fields.name?.trim()) errors.name = ['Navnet skal udfyldes.'];
  if (body.isPerson !== undefined) {
    if (body.isPerson === null || typeof body.isPerson === 'boolean') fields.isPerson = body.isPerson;
    else errors.isPerson = ['Feltet skal være ja eller nej.'];
  }
  if (fields.countryCode && !/^[A-Z]{2}$/.test(fields.countryCode)) {
    errors.countryCode = ['Landet skal angives med to bogstaver.'];
  }
  if (fields.invoiceEmail) {
    if (!/^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(fields.invoiceEmail)) {
      errors.invoiceEmail = ['E-mailen er ikke gyldig.'];
    } else if (emailInUse(account, fields.invoiceEmail, current)) {
      errors.invoiceEmail = ['E-mailen er allerede i brug på kontoen.'];
    }
  }
  if (body.hub !== undefined && body.hub !== null) {
    const hub = checkHub(body.hub);
    if (hub) fields.hub = { ...(current?.hub ?? account.defaults.hub), ...hub };
    else errors.hub = ['Visningen i kundeHUB kunne ikke læses.'];
  }
  if (body.dineroContactGuid !== undefined && body.dineroContactGuid !== null) {
    if (isGuid(body.dineroContactGuid)) fields.dineroContactGuid = body.dineroContactGuid.toLowerCase();
    else errors.dineroContactGuid = ['Kontaktens id er ikke gyldigt.'];
  }
  return { fields, errors };
}

function emailInUse(account: Account, email: string, current: EffihubCustomer | undefined): boolean {
  const wanted = email.toLowerCase();
  return [...account.customers.values()].some(
    (other) => other !== current && other.invoiceEmail?.toLowerCase() === wanted,
  );
}

function checkHub(value: unknown): Partial<Hub> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const hub: Partial<Hub> = {};
  for (const choice of hubChoices) {
    const given: unknown = (value as JsonObject)[choice];
    if (given === undefined) continue;
    if (typeof given !== 'boolean') return undefined;
    hub[choice] = given;
  }
  return hub;
}
