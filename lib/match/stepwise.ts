/** Long work in small steps, so that a thread can do other things in between. */

/** Yields the share done (0..1) every few milliseconds. */
export type Stepwise<T> = Generator<number, T, void>;

/** Reports the work's share done as the part `from`..`to` of a larger work. */
export function* within<T>(from: number, to: number, work: Stepwise<T>): Stepwise<T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield from + step.value * (to - from);
  }
}

/** Does something with every place of a list, `atATime` of them in one step. */
export function* eachOf(length: number, atATime: number, call: (place: number) => void): Stepwise<void> {
  for (let i = 0; i < length; i++) {
    if (i % atATime === 0) yield i / length;
    call(i);
  }
}

/** Does all steps at once. */
export function finish<T>(work: Stepwise<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
