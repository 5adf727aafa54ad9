import type { Operation, OperationKind } from '../run.ts';

/** Requests a minute that the two systems allow. */
const PER_MINUTE = { dinero: 100, effihub: 120 };

const USES: Record<OperationKind, { dinero: number; effihub: number }> = {
  link: { dinero: 0, effihub: 1 },
  create: { dinero: 1, effihub: 1 },
  import: { dinero: 0, effihub: 1 },
  unlink: { dinero: 0, effihub: 1 },
  reset: { dinero: 0, effihub: 1 },
  ignore: { dinero: 0, effihub: 0 },
  skip: { dinero: 0, effihub: 0 },
};

/**
 * How long a run still takes: as fast as it has gone so far, but no faster than the two systems allow.
 * @param now milliseconds
 */
export function createPace(operations: readonly Operation[], now: () => number) {
  const started = now();
  const rest = { dinero: 0, effihub: 0 };
  let waiting = 0;
  let ended = 0;
  const count = (kind: OperationKind, sign: 1 | -1) => {
    rest.dinero += sign * USES[kind].dinero;
    rest.effihub += sign * USES[kind].effihub;
    waiting += sign * (kind === 'ignore' || kind === 'skip' ? 0 : 1);
  };
  for (const { kind, state } of operations) if (state === 'waiting' || state === 'sent') count(kind, 1);
  const total = { ...rest };

  return {
    /** Takes note of an operation that has ended. @returns seconds left, rounded up */
    left(kind: OperationKind): number {
      count(kind, -1);
      ended += 1;
      const bySpeed = ((now() - started) / ended) * waiting;
      const byLimit = (system: 'dinero' | 'effihub') => {
        const used = Math.min(total[system] - rest[system], PER_MINUTE[system]);
        return (Math.max(0, rest[system] + used - PER_MINUTE[system]) / PER_MINUTE[system]) * 60_000;
      };
      return Math.ceil(Math.max(bySpeed, byLimit('dinero'), byLimit('effihub')) / 1000);
    },
  };
}
