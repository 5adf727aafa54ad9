import { says } from '../../../domain/comparable.ts';
import { importKeyFor } from '../../../domain/computed-ids.ts';
import type { Customer } from '../../../domain/customer.ts';
import { ProblemError, problemOf } from '../../../domain/problem.ts';
import type { Operation } from '../../../domain/run.ts';
import { type CustomerBody, customerBody } from '../../../systems/effihub/body.ts';
import { done, failed, type OperationContext, type Outcome, recordProblem } from './outcome.ts';

/** Imports of one contact that were each deleted in Effihub again; more do not happen. */
const MAX_GENERATIONS = 20;

/**
 * Creates the customer in Effihub, linked from the start. The idempotency key is computed, so a repeat after a lost answer
 * gets the customer of the first attempt.
 */
export async function importContact(operation: Operation, context: OperationContext): Promise<Outcome> {
  const { records } = context;
  const { contactGuid = '', defaults } = operation;
  let current = operation;
  try {
    if (current.state !== 'sent') {
      const contact = records.contacts.get(contactGuid);
      if (!contact || contact.deletedAt) throw new ProblemError({ system: 'dinero', code: 'gone' });
      if (!defaults) throw new Error('An import without choices');
      current = { ...current, body: customerBody(contact, defaults) };
      const linked = records.linkedCustomer(contactGuid);
      // After an earlier attempt only the key tells whose customer it is.
      if (linked && !current.idempotencyKey) return linkedAlready(current, linked);
      current = { ...current, state: 'sent' };
    }
    const { operation: sent, customer } = await send(current, context);
    return { operation: done({ ...sent, customerId: customer.id }), customer, how: 'import' };
  } catch (error) {
    const problem = recordProblem(error);
    const linked =
      problem.code === 'taken' && problem.linkedTo && (await context.effihub.customer(problem.linkedTo));
    return linked ? linkedAlready(current, linked) : failed(current, problem);
  }
}

/**
 * A contact linked to a customer of exactly the name it was to get was imported by somebody else meanwhile: done. Linked to
 * any other customer, somebody decided otherwise: failed.
 */
function linkedAlready(operation: Operation, linked: Customer): Outcome {
  const { name } = operation.body as CustomerBody;
  if (linked.name === name)
    return {
      operation: done({ ...operation, customerId: linked.id }, true),
      customer: linked,
      how: 'import',
    };
  return failed(operation, { system: 'effihub', code: 'taken', linkedTo: linked.name });
}

/** The customer that the import created is archived or renamed by now: the user must decide what becomes of it. */
const changedSinceImport = ({ name }: Customer) =>
  new ProblemError({ system: 'effihub', code: 'key-used', linkedTo: name });

/**
 * Effihub remembers keys for ever, also those of deleted customers. A key that leads to a deleted customer, or that was used
 * with another body, belongs to an earlier import: the key of the next generation is tried.
 */
async function send(
  operation: Operation,
  context: OperationContext,
): Promise<{ operation: Operation; customer: Customer }> {
  const { effihub, pair } = context;
  const { contactGuid = '' } = operation;
  const body = operation.body as CustomerBody;
  const isFirst = operation.idempotencyKey === undefined;
  for (let generation = 0; generation < MAX_GENERATIONS; generation += 1) {
    const key = importKeyFor(pair, contactGuid, generation);
    const sent = { ...operation, idempotencyKey: key };
    await context.journal(sent);
    try {
      const { customer, repeated } = await effihub.createCustomer(body, key);
      if (!repeated) return { operation: sent, customer };
      const there = await effihub.customer(customer.id);
      const mine = there?.contactGuid === contactGuid;
      if (mine) return { operation: isFirst ? { ...sent, already: true } : sent, customer: there };
      // Imported earlier and unlinked since: it is linked again instead of created twice.
      if (there && !there.contactGuid) {
        if (there.archivedAt || !says(there, 'name', body.name)) throw changedSinceImport(there);
        const again: Operation = isFirst ? { ...sent, found: true } : sent;
        // Journaled at once, since a later attempt could not tell.
        if (isFirst) await context.journal(again);
        return { operation: again, customer: await effihub.linkContact(there.id, contactGuid) };
      }
    } catch (error) {
      // The key was used with another body, so its customer is another import's.
      if (problemOf(error)?.code !== 'key-used' || problemOf(error)?.linkedTo) throw error;
    }
  }
  throw new ProblemError({ system: 'effihub', code: 'key-used' });
}
