import { world } from './build.ts';
import { type Clock, makeClock } from './clock.ts';
import { ListMaker, type ListSize } from './lists.ts';
import { makeRandom } from './random.ts';
import type { World } from './world.ts';

export const worldSizes = ['empty', 'small', 'usual', 'large'] as const;
export type WorldSize = (typeof worldSizes)[number];

const sizes: Record<Exclude<WorldSize, 'empty'>, ListSize> = {
  small: { customers: 40, contacts: 40 },
  usual: { customers: 430, contacts: 380 },
  large: { customers: 5000, contacts: 5000, hasLongName: true },
};

/** Two believable lists, the same for the same seed but for the times, which lie before the clock's now. */
export function generate(options: { size: WorldSize; seed?: number; clock?: Clock }): World {
  const { size, seed = 1, clock = makeClock() } = options;
  if (size === 'empty') return world({ clock });
  const made = new ListMaker(makeRandom(seed), clock.now()).make(sizes[size]);
  const next = new ListMaker(makeRandom(seed + 1), clock.now()).makeNeighbours();
  return world({
    ...made,
    otherCustomers: next.customers,
    otherContacts: next.contacts,
    cvrRegister: [...(made.cvrRegister ?? []), ...(next.cvrRegister ?? [])],
    clock,
  });
}
