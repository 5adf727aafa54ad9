/** Names to make lists of, as many as are wanted. */
import { companyName, personName } from '../sandbox/names.ts';
import { makeRandom } from '../sandbox/random.ts';
import type { Entry } from './pairs.ts';

/** Different names of companies, and every tenth a person's, out of the sandbox's words. */
export function sandboxNames(count: number, seed: number): Entry[] {
  const random = makeRandom(seed);
  const entries = new Map<string, Entry>();
  while (entries.size < count) {
    const person = random.chance(0.1);
    const name = person ? personName(random) : companyName(random);
    const key = name.toLowerCase();
    if (!entries.has(key)) entries.set(key, { name, person });
  }
  return [...entries.values()];
}
