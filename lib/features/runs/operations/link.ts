import type { ContactGuid } from '../../../domain/customer.ts';
import type { LinkOrigin } from '../../../domain/link.ts';
import type { Operation } from '../../../domain/run.ts';
import { done, failed, type OperationContext, type Outcome, recordProblem } from './outcome.ts';

/**
 * Tells Effihub which contact a customer is. Already linked to it counts as done; linked to another than the one it may be
 * taken `from` is a failure with that name, since somebody else decided so meanwhile.
 */
export async function link(
  operation: Operation,
  context: OperationContext,
  how: LinkOrigin = 'match',
): Promise<Outcome> {
  const { records, effihub } = context;
  const { customerId = '', contactGuid = '' } = operation;
  const customer = records.customers.get(customerId);
  const contact = records.contacts.get(contactGuid);
  if (!customer) return failed(operation, { system: 'effihub', code: 'gone' });
  if (contact?.deletedAt) return failed(operation, { system: 'dinero', code: 'gone' });
  if (customer.contactGuid === contactGuid)
    return { operation: done(operation, !wasSent(operation)), customer, how };
  const other = records.workingLink(customer);
  if (other && other !== operation.from) {
    const linkedTo = records.contacts.get(other)?.name ?? other;
    return failed(operation, { system: 'effihub', code: 'taken', linkedTo });
  }

  const sent: Operation = { ...operation, state: 'sent', body: { contactGuid } };
  await context.journal(sent);
  try {
    const answer = await effihub.linkContact(customerId, contactGuid);
    return { operation: done(sent), customer: answer, how };
  } catch (error) {
    const problem = recordProblem(error);
    const linkedTo = problem.linkedTo && (records.customers.get(problem.linkedTo)?.name ?? problem.linkedTo);
    return failed(sent, { ...problem, linkedTo });
  }
}

/** An earlier attempt may have got through: then this operation made the link. */
const wasSent = ({ body, contactGuid }: Operation): boolean =>
  (body as { contactGuid?: ContactGuid } | undefined)?.contactGuid === contactGuid;
