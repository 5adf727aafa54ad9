import type { Customer } from '../../domain/customer.ts';
import { type FieldProblem, ProblemError } from '../../domain/problem.ts';
import { sendable, singleSpaced } from '../../domain/text.ts';
import { vatNumberFor } from '../../domain/vat-number.ts';
import { withoutEmpty } from '../http/schema.ts';

/** Request body that creates a contact, in Dinero's field names. The journal keeps it as it is sent. */
export interface ContactBody {
  ContactGuid: string;
  ExternalReference: string;
  Name: string;
  CountryKey: string;
  IsPerson: boolean;
  IsMember: false;
  UseCvr: false;
  Street?: string;
  ZipCode?: string;
  City?: string;
  Phone?: string;
  Email?: string;
  Webpage?: string;
  VatNumber?: string;
}

/** Values from step 2 that override the customer's. */
export interface ContactChoices {
  name?: string;
  countryCode?: string;
  isPerson?: boolean;
}

/**
 * The contact to be created from an Effihub customer. A customer of unknown kind becomes a company.
 * @throws ProblemError `incomplete` when name or country is missing
 */
export function contactBody(
  customer: Customer,
  choices: ContactChoices,
  ids: { guid: string; externalReference: string },
): ContactBody {
  const name = singleSpaced(choices.name ?? customer.name);
  const country = (choices.countryCode ?? customer.countryCode ?? '').trim().toUpperCase();
  const missing: FieldProblem[] = [];
  if (name === '') missing.push({ field: 'name', message: '' });
  if (!/^[A-Z]{2}$/.test(country)) missing.push({ field: 'countryCode', message: '' });
  if (missing.length > 0) throw new ProblemError({ system: 'kundebro', code: 'incomplete', fields: missing });

  const isPerson = choices.isPerson ?? customer.isPerson ?? false;
  return withoutEmpty({
    ContactGuid: ids.guid.toLowerCase(),
    ExternalReference: ids.externalReference,
    Name: name,
    CountryKey: country,
    IsPerson: isPerson,
    IsMember: false,
    UseCvr: false,
    Street: customer.street?.trim(),
    ZipCode: customer.zipCode?.trim(),
    City: customer.city?.trim(),
    Phone: sendable(customer.phone),
    Email: sendable(customer.email),
    Webpage: customer.website?.trim(),
    VatNumber: isPerson ? undefined : vatNumberFor(customer.vatNumber, country),
  });
}
