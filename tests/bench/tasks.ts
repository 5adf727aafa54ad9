/** The pairs of lists on which quality is measured. */
import type { LabelledLists } from './labelled.ts';
import { sandboxNames } from './names.ts';
import { type Entry, makePair } from './pairs.ts';
import type { Task } from './quality.ts';
import { kinds } from './typed.ts';

const SEEDS = [101, 102, 103];

/** The labelled lists, and the names in them (else the sandbox's) as they really get typed. */
export function* qualityTasks(labelled: LabelledLists | undefined): Generator<Task> {
  if (labelled) yield* labelled.sets();
  const pools: Record<string, Entry[]> = labelled
    ? { real: labelled.realNames(), synth: labelled.synthNames(1200, 11) }
    : { sandbox: sandboxNames(1200, 11) };
  for (const [kind, ways] of Object.entries(kinds))
    for (const [name, pool] of Object.entries(pools))
      for (const seed of SEEDS) {
        const pair = makePair({ pool, count: Math.min(1000, Math.round(pool.length * 0.95)), seed, ways });
        if (pair.counted.length > 0) yield { name: `${name}/typed/${kind}`, ...pair };
      }
}
