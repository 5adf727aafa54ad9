import { SLICE_MS, yieldToEventLoop } from './cooperative.ts';
import { type CustomerMatch, type MatchInput, matchInSteps } from './index.ts';
import type { Stepwise } from './stepwise.ts';

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

/** What `matchCustomers` answers, with turns of the others in between. The lists must not be changed meanwhile. */
export const matchCooperatively = (
  source: readonly MatchInput[],
  target: readonly MatchInput[],
  options?: CooperativeOptions,
): Promise<CustomerMatch[]> => runCooperatively(matchInSteps(source, target), options);

/** The same, every source customer judged as if it were the only one. */
export const matchEachCooperatively = (
  source: readonly MatchInput[],
  target: readonly MatchInput[],
  options?: CooperativeOptions,
): Promise<CustomerMatch[]> => runCooperatively(matchInSteps(source, target, { alone: true }), options);

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
