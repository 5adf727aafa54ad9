import type { Contact, Customer, CustomerId } from '../../customer.ts';
import type { DineroApi } from '../../dinero/api.ts';
import type { EffihubApi } from '../../effihub/api.ts';
import type { LinkOrigin } from '../../flow.ts';
import { isOfOne, type Problem, ProblemError } from '../../problem.ts';
import type { Operation } from '../../run.ts';
import type { Pair } from '../ids.ts';
import type { World } from '../world.ts';

/** What carrying out one operation needs. */
export interface OperationContext {
  pair: Pair;
  dinero: DineroApi;
  effihub: EffihubApi;
  world: World;
  /** Milliseconds. */
  now(): number;
  /** Writes the operation to the journal as it is; must be awaited before anything is sent. */
  journal(operation: Operation): Promise<void>;
}

/** An operation that has ended, with what it changed; all of it is stored in one transaction. */
export interface Outcome {
  operation: Operation;
  customer?: Customer;
  contact?: Contact;
  /** Deleted in Effihub. */
  removedCustomer?: CustomerId;
  /** How the customer came to its link, if it got one. */
  how?: LinkOrigin;
}

export const done = (operation: Operation, already = false): Operation => {
  const { problem: _, phase: __, ...rest } = operation;
  return { ...rest, state: 'done', ...(already && { already }) };
};

export const failed = (operation: Operation, problem: Problem): Outcome => ({
  operation: { ...operation, state: 'failed', problem },
});

/**
 * The problem, when it concerns this customer alone.
 * @throws whatever else it was
 */
export function rowProblem(error: unknown): Problem {
  if (error instanceof ProblemError && isOfOne(error.problem)) return error.problem;
  throw error;
}
