import type { System } from '../../domain/problem.ts';
import type { Operation, OperationKind } from '../../domain/run.ts';
import type { TimeFor } from '../access/service.ts';

type Requests = Record<System, number>;

/** Requests that an operation takes when nothing goes wrong. */
const USES: Record<OperationKind, Requests> = {
  link: { dinero: 0, effihub: 1 },
  create: { dinero: 1, effihub: 1 },
  import: { dinero: 0, effihub: 1 },
  unlink: { dinero: 0, effihub: 1 },
  reset: { dinero: 0, effihub: 1 },
  ignore: { dinero: 0, effihub: 0 },
  skip: { dinero: 0, effihub: 0 },
  // One of them reads the contact right before.
  updateContact: { dinero: 2, effihub: 0 },
  updateCustomer: { dinero: 0, effihub: 1 },
  deleteContact: { dinero: 1, effihub: 1 },
  deleteCustomer: { dinero: 0, effihub: 1 },
  unignore: { dinero: 0, effihub: 0 },
};

/**
 * Estimates when a run ends: at its speed so far, but no faster than the limits of both systems allow.
 * @param now milliseconds
 */
export function createRunEstimate(operations: readonly Operation[], now: () => number, timeFor: TimeFor) {
  const started = now();
  const rest: Requests = { dinero: 0, effihub: 0 };
  let waiting = 0;
  let ended = 0;
  const count = (kind: OperationKind, sign: 1 | -1) => {
    rest.dinero += sign * USES[kind].dinero;
    rest.effihub += sign * USES[kind].effihub;
    waiting += sign * (USES[kind].dinero + USES[kind].effihub > 0 ? 1 : 0);
  };
  for (const { kind, state } of operations) if (state === 'waiting' || state === 'sent') count(kind, 1);

  return {
    /** Counts an operation that has ended. @returns when the run will end, in ms since 1970 */
    async end(kind: OperationKind): Promise<number> {
      count(kind, -1);
      ended += 1;
      const bySpeed = (Math.max(0, now() - started) / ended) * waiting;
      const byLimit = await Promise.all([timeFor('dinero', rest.dinero), timeFor('effihub', rest.effihub)]);
      return Math.ceil(now() + Math.max(bySpeed, ...byLimit));
    },
  };
}
