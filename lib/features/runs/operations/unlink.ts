import type { Operation } from '../../../domain/run.ts';
import { done, failed, type OperationContext, type Outcome, rowProblem } from './outcome.ts';

/** Takes one customer's link away; where it says which, no other one, which somebody else has made meanwhile. */
export async function unlink(operation: Operation, context: OperationContext): Promise<Outcome> {
  const { records: world, effihub } = context;
  const { customerId = '', contactGuid } = operation;
  const customer = world.customers.get(customerId);
  if (!customer) return failed(operation, { system: 'effihub', code: 'gone' });
  // Gone by an earlier try, or by somebody else, who may have linked it otherwise.
  if (contactGuid && customer.contactGuid !== contactGuid)
    return { operation: done(operation, operation.state !== 'sent'), customer };
  const sent: Operation = { ...operation, state: 'sent' };
  await context.journal(sent);
  try {
    await effihub.unlinkContact(customerId);
    return { operation: done(sent), customer: { ...customer, contactGuid: undefined } };
  } catch (error) {
    return failed(sent, rowProblem(error));
  }
}

/** Takes every link of the account away; what was linked is journaled first, so that it can be brought back. */
export async function reset(operation: Operation, context: OperationContext): Promise<Outcome> {
  const { records: world, effihub } = context;
  const removed =
    operation.state === 'sent'
      ? operation.removed
      : [...world.customers.values()].flatMap(({ id, contactGuid, name }) =>
          contactGuid ? [{ customerId: id, contactGuid, name }] : [],
        );
  const sent: Operation = { ...operation, state: 'sent', removed };
  await context.journal(sent);
  await effihub.unlinkAll();
  return { operation: done(sent) };
}
