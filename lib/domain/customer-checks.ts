/** Checks that a customer passes before it is sent to Dinero. Pure. */
import * as v from 'valibot';
import type { CreateFields } from './create-fields.ts';
import type { Party } from './customer.ts';
import { emailsIn } from './email.ts';
import { sendable } from './text.ts';
import { hasCheckDigit } from './vat-check-digit.ts';
import { readVatNumber } from './vat-number.ts';

/** Blocking: Dinero accepts no contact without it. */
export type MissingField = 'name' | 'country';
/**
 * Not blocking: Dinero may know better. `vatNumber`: wrong check digit; `vatUnread`: no VAT number, so it is not
 * sent; `email`: no address; `emails`: several in one field.
 */
type CustomerWarning = 'vatNumber' | 'vatUnread' | 'email' | 'emails';

const emailForm = v.pipe(v.string(), v.email());

/** Whether a text is one e-mail address; domains may have letters such as æ. */
export function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@');
  const host = at < 0 ? undefined : asciiHost(text.slice(at + 1));
  return host !== undefined && v.safeParse(emailForm, `${text.slice(0, at)}@${host}`).success;
}

function asciiHost(host: string): string | undefined {
  if (/^[A-Za-z0-9.-]+$/.test(host)) return host;
  if (!/^[\p{L}\p{N}.-]+$/u.test(host)) return undefined;
  try {
    // The schema rejects double hyphens, which punycode always has.
    return new URL(`https://${host}`).hostname.replaceAll('--', '-');
  } catch {
    return undefined;
  }
}

/** What blocks a creation, and what to warn about. */
export function checkCustomer(
  customer: Party,
  fields: Pick<CreateFields, 'name' | 'countryCode' | 'isPerson'>,
): { missing: MissingField[]; warnings: CustomerWarning[] } {
  const missing: MissingField[] = [];
  if (!fields.name) missing.push('name');
  if (!fields.countryCode) missing.push('country');
  return { missing, warnings: warningsOf(customer, fields) };
}

/** What to warn about before a customer is sent to the other system. */
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
