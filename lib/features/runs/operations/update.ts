import { isSame, says } from '../../../domain/comparable.ts';
import type { Contact, Customer, Party } from '../../../domain/customer.ts';
import type { Problem, System } from '../../../domain/problem.ts';
import type { FieldChange, Operation } from '../../../domain/run.ts';
import { replacementBody } from '../../../systems/dinero/replacement.ts';
import { customerChanges } from '../../../systems/effihub/body.ts';
import { done, failed, type OperationContext, type Outcome, recordProblem } from './outcome.ts';

/**
 * Gives a contact the chosen values. It is read right before and sent back whole, since Dinero clears what a body leaves
 * out. If it was changed since the user decided, it is left alone (`changed`), and its new state is stored.
 */
export async function updateContact(operation: Operation, context: OperationContext): Promise<Outcome> {
  const { contactGuid = '', changes = [], seen } = operation;
  const { dinero, records } = context;
  const read = await dinero.wholeContact(contactGuid);
  if (!read) return failed(operation, { system: 'dinero', code: 'gone' });
  const { contact, raw } = read;
  records.contacts.put(contact);
  if (contact.deletedAt) return { ...failed(operation, { system: 'dinero', code: 'gone' }), contact };
  if (haveAll(changes, contact)) return { operation: done(operation, operation.state !== 'sent'), contact };
  const customer = records.customers.get(operation.customerId ?? '');
  const problem =
    changedSince('dinero', changes, contact, seen) ??
    outOfDate(operation, 'effihub', customer, contact, customer);
  if (problem) return { ...failed(operation, problem), contact };

  const sent: Operation = { ...operation, state: 'sent', body: replacementBody(raw, contact, changes) };
  await context.journal(sent);
  try {
    await dinero.replaceContact(contactGuid, sent.body as object);
    const changed = withChanges(contact, changes);
    records.contacts.put(changed);
    return { operation: done(sent), contact: changed };
  } catch (error) {
    return { ...failed(sent, recordProblem(error)), contact };
  }
}

/** Gives a customer the chosen values. It is read right before, too. */
export async function updateCustomer(operation: Operation, context: OperationContext): Promise<Outcome> {
  const { customerId = '', changes = [], seen } = operation;
  const { effihub, records } = context;
  const customer = await effihub.customer(customerId);
  if (!customer) return failed(operation, { system: 'effihub', code: 'gone' });
  if (haveAll(changes, customer)) return { operation: done(operation, operation.state !== 'sent'), customer };
  const contact = records.contacts.get(operation.contactGuid ?? '');
  const problem =
    changedSince('effihub', changes, customer, seen) ??
    outOfDate(operation, 'dinero', contact, customer, customer);
  if (problem) return { ...failed(operation, problem), customer };

  const body = customerChanges(changes);
  const sent: Operation = { ...operation, state: 'sent', body };
  await context.journal(sent);
  try {
    return { operation: done(sent), customer: await effihub.changeCustomer(customerId, body) };
  } catch (error) {
    return { ...failed(sent, recordProblem(error)), customer };
  }
}

/** Somebody else did it, or an earlier attempt whose answer was lost. */
const haveAll = (changes: readonly FieldChange[], party: Party): boolean =>
  changes.every(({ field, to }) => says(party, field, to));

/** @param seen `updatedAt` as the user saw it */
function changedSince(
  system: System,
  changes: readonly FieldChange[],
  party: Contact | Customer,
  seen: string | undefined,
): Problem | undefined {
  const isOther = seen !== undefined && party.updatedAt !== undefined && party.updatedAt !== seen;
  const fields = changes.filter(({ field, from }) => !says(party, field, from));
  if (!isOther && fields.length === 0) return undefined;
  return { system, code: 'changed', fields: fields.map(({ field }) => ({ field, message: '' })) };
}

/**
 * Whether the other side no longer has the values, or the two are no longer linked, as of the run's refresh. An undo's
 * values come from the journal.
 * @param source the record in `system` that the values came from
 */
function outOfDate(
  { changes = [], contactGuid, undoes }: Operation,
  system: System,
  source: Contact | Customer | undefined,
  receiver: Party,
  customer: Customer | undefined,
): Problem | undefined {
  if (undoes !== undefined) return undefined;
  if (customer?.contactGuid !== contactGuid) return { system: 'effihub', code: 'changed' };
  const changed = withChanges(receiver, changes);
  const fields = changes.filter(({ field }) => !source || !isSame(field, source, changed));
  if (fields.length === 0) return undefined;
  return { system, code: 'changed', fields: fields.map(({ field }) => ({ field, message: '' })) };
}

/** Without `updatedAt`, which the next refresh reads. */
function withChanges<Side extends Party>(side: Side, changes: readonly FieldChange[]): Side {
  const values = changes.map(({ field, to }) => [field, to.trim() || undefined]);
  return { ...side, ...Object.fromEntries(values), updatedAt: undefined };
}
