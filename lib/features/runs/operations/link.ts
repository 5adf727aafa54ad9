import type { ContactGuid } from '../../../domain/customer.ts';
import type { LinkOrigin } from '../../../domain/link.ts';
import type { Operation } from '../../../domain/run.ts';
import { done, failed, type OperationContext, type Outcome, rowProblem } from './outcome.ts';

/**
 * Tells Effihub which contact a customer is. Linked to it already is a result; linked to another is a failure with the
 * name, since somebody else decided that meanwhile: other than to the one it may be taken `from`.
 */
export async function link(
  operation: Operation,
  context: OperationContext,
  how: LinkOrigin = 'match',
): Promise<Outcome> {
  const { records: world, effihub } = context;
  const { customerId = '', contactGuid = '' } = operation;
  const customer = world.customers.get(customerId);
  const contact = world.contacts.get(contactGuid);
  if (!customer) return failed(operation, { system: 'effihub', code: 'gone' });
  if (contact?.deletedAt) return failed(operation, { system: 'dinero', code: 'gone' });
  if (customer.contactGuid === contactGuid)
    return { operation: done(operation, !wasSent(operation)), customer, how };
  const other = world.workingLink(customer);
  if (other && other !== operation.from) {
    const linkedTo = world.contacts.get(other)?.name ?? other;
    return failed(operation, { system: 'effihub', code: 'taken', linkedTo });
  }

  const sent: Operation = { ...operation, state: 'sent', body: { contactGuid } };
  await context.journal(sent);
  try {
    const answer = await effihub.linkContact(customerId, contactGuid);
    return { operation: done(sent), customer: answer, how };
  } catch (error) {
    const problem = rowProblem(error);
    const linkedTo = problem.linkedTo && (world.customers.get(problem.linkedTo)?.name ?? problem.linkedTo);
    return failed(sent, { ...problem, linkedTo });
  }
}

/** An earlier try may have got through: then it is this operation that has made the link. */
const wasSent = ({ body, contactGuid }: Operation): boolean =>
  (body as { contactGuid?: ContactGuid } | undefined)?.contactGuid === contactGuid;
