/** Long computations in small steps, so that a thread can do other things in between. */

/** Yields the share done (0..1, increasing) every few milliseconds, and returns the result. */
export type Stepwise<T> = Generator<number, T, void>;

/** Reports the work's progress as the part `from`..`to` of a larger one. */
export function* within<T>(from: number, to: number, work: Stepwise<T>): Stepwise<T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield from + step.value * (to - from);
  }
}

/** Calls back with every index of a list, `atATime` of them per step. */
export function* eachOf(length: number, atATime: number, call: (place: number) => void): Stepwise<void> {
  for (let i = 0; i < length; i++) {
    if (i % atATime === 0) yield i / length;
    call(i);
  }
}

/** Runs all steps at once. */
export function finish<T>(work: Stepwise<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
