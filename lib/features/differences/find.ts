/** Finds the differences between the records of a linked customer, and which side changed. Pure. */

import { fieldsOf, isSame, says, written } from '../../domain/comparable.ts';
import { type Contact, type Customer, FIELDS, type Field } from '../../domain/customer.ts';
import type { Agreed, CustomerDifferences, Decision, Difference } from '../../domain/difference.ts';
import type { System } from '../../domain/problem.ts';

/**
 * @param agreed the values when both sides last agreed
 * @param known the fields that Effihub provides: a table may lack columns
 * @returns undefined when nothing differs
 */
export function findDifferences(
  customer: Customer,
  contact: Contact,
  agreed: Agreed | undefined,
  known: readonly Field[] = FIELDS,
): CustomerDifferences | undefined {
  const before = agreed?.contactGuid === contact.guid ? agreed.fields : {};
  const differences = fieldsOf(customer, contact).flatMap((field): Difference[] => {
    if (!known.includes(field) || isSame(field, customer, contact)) return [];
    const changedIn = whoChanged(field, before[field], customer, contact);
    const values = { dinero: written(contact, field), effihub: written(customer, field) };
    return [{ field, ...values, ...(changedIn && { changedIn }) }];
  });
  if (differences.length === 0) return undefined;
  return {
    customerId: customer.id,
    contactGuid: contact.guid,
    name: customer.name,
    otherName: contact.name,
    city: customer.city,
    vatNumber: customer.vatNumber,
    changedAt: { dinero: contact.updatedAt, effihub: customer.updatedAt },
    countries: { dinero: contact.countryCode, effihub: customer.countryCode },
    differences,
  };
}

/** If one side still has the last agreed value, the other one changed it. */
function whoChanged(
  field: Field,
  before: string | undefined,
  customer: Customer,
  contact: Contact,
): System | undefined {
  if (before === undefined) return undefined;
  const [here, there] = [says(customer, field, before), says(contact, field, before)];
  if (here === there) return undefined;
  return here ? 'dinero' : 'effihub';
}

/**
 * The agreed values, updated with all fields that are equal now.
 * @returns `before` itself when nothing is new
 */
export function updateAgreed(customer: Customer, contact: Contact, before: Agreed | undefined): Agreed {
  const known = before?.contactGuid === contact.guid ? before : undefined;
  const fields: Agreed['fields'] = { ...known?.fields };
  let isNew = known === undefined;
  for (const field of fieldsOf(customer, contact)) {
    const value = written(contact, field);
    if (fields[field] === value || !isSame(field, customer, contact)) continue;
    fields[field] = value;
    isNew = true;
  }
  return isNew || !known ? { customerId: customer.id, contactGuid: contact.guid, fields } : known;
}

/** Whether a decision is still valid: neither value has changed since, except in spelling. */
export function stillHolds(decision: Decision, customer: Customer, contact: Contact): boolean {
  const { field } = decision;
  return (
    decision.contactGuid === contact.guid &&
    says(contact, field, decision.dinero) &&
    says(customer, field, decision.effihub)
  );
}
