/** Deletes what a run created: a contact in Dinero, a customer in Effihub. */
import type { Contact } from '../../../domain/customer.ts';
import { type Problem, ProblemError, problemOf } from '../../../domain/problem.ts';
import type { Operation } from '../../../domain/run.ts';
import { done, failed, type OperationContext, type Outcome, recordProblem } from './outcome.ts';

/**
 * Deletes a contact that was created from a customer, then removes their link. An already deleted contact counts as done, so
 * a repeat after a lost answer does no harm. If Dinero refuses, the two still belong together and stay linked.
 */
export async function deleteContact(operation: Operation, context: OperationContext): Promise<Outcome> {
  const { records } = context;
  const { contactGuid: guid = '' } = operation;
  let current = operation;
  if (current.phase !== 'link') {
    try {
      if (await deleteInDinero(current, context)) current = { ...current, already: true };
    } catch (error) {
      return failed(current, refusedToDelete(recordProblem(error)));
    }
    current = { ...current, phase: 'link', state: 'waiting' };
    records.contacts.put(deletedContact(operation, context));
    await context.journal(current);
  }
  const contact = deletedContact(operation, context);
  return { ...(await removeLink(current, guid, context)), contact };
}

/**
 * @returns whether somebody else has deleted it
 * @throws ProblemError `taken` when it is linked to somebody else by now, `refused` when Dinero needs it
 */
async function deleteInDinero(operation: Operation, context: OperationContext): Promise<boolean> {
  const { records, dinero } = context;
  const { contactGuid: guid = '', customerId } = operation;
  const isFirst = operation.state !== 'sent';
  if (records.contacts.get(guid)?.deletedAt) return isFirst;
  const linked = records.linkedCustomer(guid);
  if (linked && linked.id !== customerId)
    throw new ProblemError({ system: 'dinero', code: 'taken', linkedTo: linked.name });
  await context.journal({ ...operation, state: 'sent' });
  try {
    await dinero.deleteContact(guid);
  } catch (error) {
    const code = problemOf(error)?.code;
    const isGone = code === 'gone' || (code === 'refused' && (await dinero.contact(guid))?.deletedAt);
    if (!isGone) throw error;
    return isFirst;
  }
  return false;
}

/** Kept as deleted: these contacts tell how often a customer was created. */
function deletedContact(
  { contactGuid: guid = '', name }: Operation,
  { records, now }: OperationContext,
): Contact {
  const known = records.contacts.get(guid) ?? { guid, name };
  return { ...known, deletedAt: known.deletedAt ?? new Date(now()).toISOString() };
}

/** Does nothing when the customer is linked to somebody else by now. */
async function removeLink(operation: Operation, guid: string, context: OperationContext): Promise<Outcome> {
  const { records, effihub } = context;
  const { customerId = '' } = operation;
  const customer = records.customers.get(customerId);
  if (customer?.contactGuid !== guid) return { operation: done(operation) };
  const sent: Operation = { ...operation, state: 'sent' };
  await context.journal(sent);
  try {
    await effihub.unlinkContact(customerId);
  } catch (error) {
    const problem = recordProblem(error);
    return problem.code === 'gone' ? { operation: done(sent) } : failed(sent, problem);
  }
  return { operation: done(sent), customer: { ...customer, contactGuid: undefined } };
}

/** Deletes a customer that was imported; its link goes with it. */
export async function deleteCustomer(operation: Operation, context: OperationContext): Promise<Outcome> {
  const { records, effihub } = context;
  const { customerId = '', contactGuid } = operation;
  const customer = records.customers.get(customerId);
  // Deleted by an earlier attempt or by somebody else.
  if (!customer)
    return { operation: done(operation, operation.state !== 'sent'), removedCustomer: customerId };
  const other = customer.contactGuid !== contactGuid && records.workingLink(customer);
  if (other) {
    const linkedTo = records.contacts.get(other)?.name ?? other;
    return failed(operation, { system: 'effihub', code: 'taken', linkedTo });
  }
  const sent: Operation = { ...operation, state: 'sent' };
  await context.journal(sent);
  try {
    await effihub.deleteCustomer(customerId);
  } catch (error) {
    const problem = recordProblem(error);
    if (problem.code !== 'gone') return failed(sent, refusedToDelete(problem));
  }
  return { operation: done(sent), removedCustomer: customerId };
}

/** Worded as a refused deletion: correcting a field of the customer would not help. */
const refusedToDelete = (problem: Problem): Problem =>
  problem.code === 'refused' ? { ...problem, fields: [{ field: 'deletion', message: '' }] } : problem;
