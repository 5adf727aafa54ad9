import type { Pair } from '../../../domain/computed-ids.ts';
import type { Contact, Customer, CustomerId } from '../../../domain/customer.ts';
import type { LinkOrigin } from '../../../domain/link.ts';
import { isRecordLevel, type Problem, ProblemError } from '../../../domain/problem.ts';
import type { Operation } from '../../../domain/run.ts';
import type { DineroApi } from '../../../systems/dinero/api.ts';
import type { EffihubApi } from '../../../systems/effihub/api.ts';
import type { RecordIndex } from '../record-index.ts';

/** What performing one operation needs. */
export interface OperationContext {
  pair: Pair;
  dinero: DineroApi;
  effihub: EffihubApi;
  records: RecordIndex;
  /** Milliseconds. */
  now(): number;
  /** Writes the operation to the journal; await it before anything is sent. */
  journal(operation: Operation): Promise<void>;
}

/** An operation that has ended, with its effects; stored in one transaction. */
export interface Outcome {
  operation: Operation;
  customer?: Customer;
  contact?: Contact;
  /** Deleted in Effihub. */
  removedCustomer?: CustomerId;
  /** How the customer got its link, if it did. */
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
 * The problem, if it concerns this record alone.
 * @throws any other error
 */
export function recordProblem(error: unknown): Problem {
  if (error instanceof ProblemError && isRecordLevel(error.problem)) return error.problem;
  throw error;
}
