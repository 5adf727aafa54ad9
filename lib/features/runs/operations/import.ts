import { says } from '../../../domain/comparable.ts';
import { importKeyFor } from '../../../domain/computed-ids.ts';
import type { Customer } from '../../../domain/customer.ts';
import { ProblemError, problemOf } from '../../../domain/problem.ts';
import type { Operation } from '../../../domain/run.ts';
import { type CustomerBody, customerBody } from '../../../systems/effihub/body.ts';
import { done, failed, type OperationContext, type Outcome, rowProblem } from './outcome.ts';

/** More than this many imports of one contact, each deleted again in Effihub, is not a thing that happens. */
const MOST_GENERATIONS = 20;

/**
 * Makes the customer in Effihub, linked from the start. The idempotency key is computed, so a repeat after a lost answer
 * gets the customer that the first try made.
 */
export async function importContact(operation: Operation, context: OperationContext): Promise<Outcome> {
  const { records: world } = context;
  const { contactGuid = '', defaults } = operation;
  let current = operation;
  try {
    if (current.state !== 'sent') {
      const contact = world.contacts.get(contactGuid);
      if (!contact || contact.deletedAt) throw new ProblemError({ system: 'dinero', code: 'gone' });
      if (!defaults) throw new Error('An import without choices');
      current = { ...current, body: customerBody(contact, defaults) };
      const linked = world.linkedCustomer(contactGuid);
      // Where an earlier try may have made it, only the key tells whose it is.
      if (linked && !current.idempotencyKey) return linkedAlready(current, linked);
      current = { ...current, state: 'sent' };
    }
    const { operation: sent, customer } = await send(current, context);
    return { operation: done({ ...sent, customerId: customer.id }), customer, how: 'import' };
  } catch (error) {
    const problem = rowProblem(error);
    const linked =
      problem.code === 'taken' && problem.linkedTo && (await context.effihub.customer(problem.linkedTo));
    return linked ? linkedAlready(current, linked) : failed(current, problem);
  }
}

/**
 * Linked to a customer of the very name it was to get, it has been imported by somebody else meanwhile: a result. Linked to
 * any other one, somebody has decided otherwise.
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

/** What the import made is not in use, or somebody else by now: only the user can tell what is to become of it. */
const otherwiseNow = ({ name }: Customer) =>
  new ProblemError({ system: 'effihub', code: 'key-used', linkedTo: name });

/**
 * Effihub remembers a key for ever, also when the customer was deleted since. A key that leads to a deleted customer, or
 * that was used for another body, belongs to an earlier import: the next generation's key is tried.
 */
async function send(
  operation: Operation,
  context: OperationContext,
): Promise<{ operation: Operation; customer: Customer }> {
  const { effihub, pair } = context;
  const { contactGuid = '' } = operation;
  const body = operation.body as CustomerBody;
  const isFirst = operation.idempotencyKey === undefined;
  for (let generation = 0; generation < MOST_GENERATIONS; generation += 1) {
    const key = importKeyFor(pair, contactGuid, generation);
    const sent = { ...operation, idempotencyKey: key };
    await context.journal(sent);
    try {
      const { customer, repeated } = await effihub.createCustomer(body, key);
      if (!repeated) return { operation: sent, customer };
      const there = await effihub.customer(customer.id);
      const mine = there?.contactGuid === contactGuid;
      if (mine) return { operation: isFirst ? { ...sent, already: true } : sent, customer: there };
      // Imported before and unlinked since: linking it again is what was asked for, a second customer is not.
      if (there && !there.contactGuid) {
        if (there.archivedAt || !says(there, 'name', body.name)) throw otherwiseNow(there);
        const again: Operation = isFirst ? { ...sent, found: true } : sent;
        // Stored at once: whoever goes on after this cannot tell any more.
        if (isFirst) await context.journal(again);
        return { operation: again, customer: await effihub.linkContact(there.id, contactGuid) };
      }
    } catch (error) {
      // Another body had the key: its customer is another import's.
      if (problemOf(error)?.code !== 'key-used' || problemOf(error)?.linkedTo) throw error;
    }
  }
  throw new ProblemError({ system: 'effihub', code: 'key-used' });
}
