/** What can be known to be wrong with a customer before Dinero is asked. Pure. */
import * as v from 'valibot';
import type { CreateFields } from './create-fields.ts';
import type { Party } from './customer.ts';
import { emailsIn } from './email.ts';
import { sendable } from './text.ts';
import { hasCheckDigit } from './vat-check-digit.ts';
import { readVatNumber } from './vat-number.ts';

/** Blocks: Dinero takes no contact without it. */
export type MissingField = 'name' | 'country';
/**
 * Does not block: Dinero may know better. `vatNumber`: its check digit is wrong; `vatUnread`: it is no VAT number and is not
 * sent; `email`: no address; `emails`: several in one field.
 */
type CustomerWarning = 'vatNumber' | 'vatUnread' | 'email' | 'emails';

const emailForm = v.pipe(v.string(), v.email());

/** The form of one address; domains with letters such as æ are fine. */
export function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@');
  const host = at < 0 ? undefined : asciiHost(text.slice(at + 1));
  return host !== undefined && v.safeParse(emailForm, `${text.slice(0, at)}@${host}`).success;
}

function asciiHost(host: string): string | undefined {
  if (/^[A-Za-z0-9.-]+$/.test(host)) return host;
  if (!/^[\p{L}\p{N}.-]+$/u.test(host)) return undefined;
  try {
    // The form that is checked knows no doubled hyphens, which such a name always has.
    return new URL(`https://${host}`).hostname.replaceAll('--', '-');
  } catch {
    return undefined;
  }
}

/** What blocks a creation, and what it should be looked at for. */
export function checkCustomer(
  customer: Party,
  fields: Pick<CreateFields, 'name' | 'countryCode' | 'isPerson'>,
): { missing: MissingField[]; warnings: CustomerWarning[] } {
  const missing: MissingField[] = [];
  if (!fields.name) missing.push('name');
  if (!fields.countryCode) missing.push('country');
  return { missing, warnings: warningsOf(customer, fields) };
}

/** What should be looked at before a customer is sent to the other system. */
export function warningsOf(
  { vatNumber, email: written }: Party,
  { countryCode, isPerson }: Pick<CreateFields, 'countryCode' | 'isPerson'>,
): CustomerWarning[] {
  const warnings: CustomerWarning[] = [];
  const read = isPerson ? undefined : readVatNumber(vatNumber, countryCode || undefined);
  if (read?.country === '') warnings.push('vatUnread');
  else if (read && !hasCheckDigit(read)) warnings.push('vatNumber');
  const email = sendable(written);
  if (email && emailsIn(email).length > 1) warnings.push('emails');
  else if (email && !isEmail(email)) warnings.push('email');
  return warnings;
}
