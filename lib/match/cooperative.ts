/** Long work that lets the event loop run in between: until then no message arrives and the database answers nothing. */
import type { Stepwise } from './stepwise.ts';

/** Milliseconds of work between two turns of the others. */
export const SLICE_MS = 24;

/**
 * The others' turn: a moment in which messages are heard and the database answers, also several times in a row.
 * Measured with 20,000 customers: `scheduler.yield` goes on before all others in Chromium's worker, which then hears
 * nothing until the end; after a message to oneself (MessageChannel) one answer of the database gets through, and
 * whoever needs ten waits ten times. In Firefox's hidden page a timer is as quick.
 */
export const yieldToEventLoop = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 4));

/** Milliseconds between two tellings of how far it is. */
const TELL_EVERY = 100;

export interface CooperativeOptions {
  /** Told the share that is done (0..1, growing): at the beginning, then at most ten times a second. */
  onProgress?: (done: number) => void;
  /** Ends the work when the answer is no longer wanted. */
  signal?: AbortSignal;
  turn?: () => Promise<void>;
  /** Milliseconds. */
  now?: () => number;
}

/**
 * Does all steps of a work, with turns of the others in between.
 * @throws the signal's reason when it is aborted
 */
export async function runCooperatively<Result>(
  steps: Stepwise<Result>,
  { onProgress, signal, turn = yieldToEventLoop, now = () => performance.now() }: CooperativeOptions = {},
): Promise<Result> {
  let begun = now();
  let told = begun;
  onProgress?.(0);
  for (;;) {
    signal?.throwIfAborted();
    const step = steps.next();
    if (step.done) return step.value;
    const time = now();
    if (time - told >= TELL_EVERY) {
      told = time;
      onProgress?.(step.value);
    }
    if (time - begun < SLICE_MS) continue;
    await turn();
    begun = now();
  }
}

/** So many are sorted without a stop. */
const SORT_SLICE = 2_000;

/** The items in order, as `toSorted` gives them, with a turn of the others now and then. */
export async function sortCooperatively<Item>(
  items: readonly Item[],
  compare: (a: Item, b: Item) => number,
  turn = yieldToEventLoop,
): Promise<Item[]> {
  if (items.length <= SORT_SLICE) return items.toSorted(compare);
  const runs: Item[] = [];
  for (let from = 0; from < items.length; from += SORT_SLICE) {
    runs.push(...items.slice(from, from + SORT_SLICE).sort(compare));
    await turn();
  }
  // What is sorted already is only put together: a fifth of the work.
  runs.sort(compare);
  await turn();
  return runs;
}
