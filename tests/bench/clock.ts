/** How long something takes: by the clock, and what the processor did for it, which says the same on a busy machine. */

export interface Taken {
  ms: number;
  /** Milliseconds of all threads together, those that clear up memory among them. */
  processor: number;
}

export function timed(run: () => void): Taken {
  const before = process.cpuUsage();
  const begin = performance.now();
  run();
  const ms = performance.now() - begin;
  const { user, system } = process.cpuUsage(before);
  return { ms, processor: (user + system) / 1000 };
}

/** So long is worth repeating; and about so long may all the repeating take. */
const REPEATED = 6_000;
const REPEATING = 3_000;

/** The shortest of several runs, the first of which is a warm-up for the others. */
export function fastest(run: () => void): Taken {
  const first = timed(run);
  const more = first.ms > REPEATED ? 0 : Math.min(7, Math.max(1, Math.round(REPEATING / first.ms)));
  const all = [first, ...Array.from({ length: more }, () => timed(run))];
  return {
    ms: Math.min(...all.map(({ ms }) => ms)),
    processor: Math.min(...all.map(({ processor }) => processor)),
  };
}
