import { type CustomerMatch, type MatchInput, matchInSteps } from '../match/index.ts';
import { BUDGET, othersTurn } from './turns.ts';

/** Milliseconds between two tellings of how far it is. */
const TELL_EVERY = 100;

export interface MatchingOptions {
  /** Told the share that is done (0..1, growing): at the beginning, then at most ten times a second. */
  onProgress?: (done: number) => void;
  /** Ends the work when the answer is no longer wanted. */
  signal?: AbortSignal;
  turn?: () => Promise<void>;
  /** Milliseconds. */
  now?: () => number;
}

/**
 * What `matchCustomers` answers, with turns of the others in between. The lists must not be changed meanwhile.
 * @throws the signal's reason when it is aborted
 */
export async function matchInTurns(
  source: readonly MatchInput[],
  target: readonly MatchInput[],
  { onProgress, signal, turn = othersTurn, now = () => performance.now() }: MatchingOptions = {},
): Promise<CustomerMatch[]> {
  const steps = matchInSteps(source, target);
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
    if (time - begun < BUDGET) continue;
    await turn();
    begun = now();
  }
}
