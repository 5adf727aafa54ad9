/**
 * Long computations that yield to the event loop: while one runs, no message arrives and the database does not
 * answer.
 */
import type { Stepwise } from './stepwise.ts';

/** Milliseconds of work between two yields. */
export const SLICE_MS = 24;

/**
 * Lets messages arrive and the database answer, several times in a row if needed. Measured with 20,000 customers:
 * `scheduler.yield` resumes ahead of everything else in Chromium's worker, which then hears nothing until the end;
 * after a MessageChannel message only one database answer gets through, so ten answers need ten waits. In a hidden
 * page in Firefox a timer is as fast.
 */
export const yieldToEventLoop = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 4));

/** Milliseconds between two progress reports. */
const PROGRESS_MS = 100;

export interface CooperativeOptions {
  /** Called with the share done (0..1, increasing): at the start, then at most ten times a second. */
  onProgress?: (done: number) => void;
  /** Cancels the work. */
  signal?: AbortSignal;
  yieldNow?: () => Promise<void>;
  /** The current time in ms. */
  now?: () => number;
}

/**
 * Runs stepwise work to the end, yielding to the event loop in between.
 * @throws the signal's reason when it is aborted
 */
export async function runCooperatively<Result>(
  steps: Stepwise<Result>,
  { onProgress, signal, yieldNow = yieldToEventLoop, now = () => performance.now() }: CooperativeOptions = {},
): Promise<Result> {
  let sliceStart = now();
  let reportedAt = sliceStart;
  onProgress?.(0);
  for (;;) {
    signal?.throwIfAborted();
    const step = steps.next();
    if (step.done) return step.value;
    const time = now();
    if (time - reportedAt >= PROGRESS_MS) {
      reportedAt = time;
      onProgress?.(step.value);
    }
    if (time - sliceStart < SLICE_MS) continue;
    await yieldNow();
    sliceStart = now();
  }
}

/** Slice size. */
const SORT_SLICE = 2_000;

/** Sorts like `toSorted`, yielding to the event loop in between. */
export async function sortCooperatively<Item>(
  items: readonly Item[],
  compare: (a: Item, b: Item) => number,
  yieldNow = yieldToEventLoop,
): Promise<Item[]> {
  if (items.length <= SORT_SLICE) return items.toSorted(compare);
  const runs: Item[] = [];
  for (let from = 0; from < items.length; from += SORT_SLICE) {
    runs.push(...items.slice(from, from + SORT_SLICE).sort(compare));
    await yieldNow();
  }
  // Sorting presorted slices only merges them: a fifth of the work.
  runs.sort(compare);
  await yieldNow();
  return runs;
}
