import type { Operation } from '../../../domain/run.ts';
import { done, failed, type OperationContext, type Outcome, recordProblem } from './outcome.ts';

/** Removes a customer's link; with `contactGuid` only that one, since somebody may have linked the customer anew. */
export async function unlink(operation: Operation, context: OperationContext): Promise<Outcome> {
  const { records, effihub } = context;
  const { customerId = '', contactGuid } = operation;
  const customer = records.customers.get(customerId);
  if (!customer) return failed(operation, { system: 'effihub', code: 'gone' });
  // Removed by an earlier attempt or by somebody else, who may have linked it anew.
  if (contactGuid && customer.contactGuid !== contactGuid)
    return { operation: done(operation, operation.state !== 'sent'), customer };
  const sent: Operation = { ...operation, state: 'sent' };
  await context.journal(sent);
  try {
    await effihub.unlinkContact(customerId);
    return { operation: done(sent), customer: { ...customer, contactGuid: undefined } };
  } catch (error) {
    return failed(sent, recordProblem(error));
  }
}

/** Removes every link of the account; the links are journaled first, so that they can be restored. */
export async function reset(operation: Operation, context: OperationContext): Promise<Outcome> {
  const { records, effihub } = context;
  const removed =
    operation.state === 'sent'
      ? operation.removed
      : [...records.customers.values()].flatMap(({ id, contactGuid, name }) =>
          contactGuid ? [{ customerId: id, contactGuid, name }] : [],
        );
  const sent: Operation = { ...operation, state: 'sent', removed };
  await context.journal(sent);
  await effihub.unlinkAll();
  return { operation: done(sent) };
}
