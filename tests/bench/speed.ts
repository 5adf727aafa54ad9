/** How long the matcher and its rivals take, and how that grows with the lists. */
import { matchCustomers } from '../../lib/match/index.ts';
import { fastest, type Taken, timed } from './clock.ts';
import { inChild, type LargeRun } from './large.ts';
import { exponent, sampleOf } from './measure.ts';
import type { Lists } from './pairs.ts';
import { type Rival, rivals } from './rivals.ts';

export const SIZES = [500, 2_000, 5_000, 20_000];
export const LARGE = 100_000;

export interface Time extends Taken {
  /** Measured on so many source customers, and reckoned up to all. */
  sample?: number;
}

interface Growth {
  overall: number;
  from2000: number;
}

export interface SpeedBench {
  sizes: number[];
  /** By matcher, one for each size. */
  times: Record<string, Time[]>;
  /** Exponents by matcher: over the sizes up to 20,000, and from 2,000 to 20,000. */
  growth: Record<string, Record<keyof Taken, Growth>>;
  memory?: LargeRun['memory'];
}

/** Longer than this, and a sample of about so long a time must do. */
const LONG = 20_000;
const SAMPLE = 4_000;
const FEW = 20;

/** @param listsOf makes lists with so many customers each */
export function benchSpeed(listsOf: (size: number) => Lists, large: boolean): SpeedBench {
  // First, since a process begins with the peak of memory of the one that starts it.
  const child = large ? inChild(LARGE) : undefined;
  const times: Record<string, Time[]> = {};
  const measure = (size: number, known?: Taken) => {
    const lists = listsOf(size);
    const ours = known ?? fastest(() => matchCustomers(lists.source, lists.target));
    const theirs = rivals.map((rival): [string, Time] => [rival.name, timeOf(rival, lists)]);
    for (const [matcher, time] of [['Kundebro', ours] as const, ...theirs])
      times[matcher] = [...(times[matcher] ?? []), time];
  };
  for (const size of SIZES) measure(size);
  const growth = Object.fromEntries(
    Object.entries(times).map(([matcher, each]) => [
      matcher,
      {
        ms: growthOf(each.map(({ ms }) => ms)),
        processor: growthOf(each.map(({ processor }) => processor)),
      },
    ]),
  );
  if (child) measure(LARGE, child.time);
  return { sizes: child ? [...SIZES, LARGE] : SIZES, times, growth, memory: child?.memory };
}

/** Preparing counts, since a match of two lists begins with it. */
function timeOf(rival: Rival, { source, target }: Lists): Time {
  const prepare = () => rival.prepare(target, rival.usual);
  const names = source.map(({ name }) => name);
  const search = (find: (name: string) => unknown, some: readonly string[]) => {
    for (const name of some) find(name);
  };
  const find = prepare();
  const few = sampleOf(names, FEW);
  const perName = fastest(() => search(find, few)).ms / few.length;
  if (perName * names.length <= LONG) return fastest(() => search(prepare(), names));

  const preparing = timed(prepare);
  const some = sampleOf(names, Math.max(FEW, SAMPLE / perName));
  const searching = timed(() => search(find, some));
  const all = (key: keyof Taken) => preparing[key] + (searching[key] * names.length) / some.length;
  return { ms: all('ms'), processor: all('processor'), sample: some.length };
}

function growthOf(times: readonly number[]): Growth {
  const points = SIZES.map((size, at): [number, number] => [size, times[at] ?? Number.NaN]);
  return {
    overall: exponent(points),
    from2000: exponent(points.filter(([size]) => size === 2_000 || size === 20_000)),
  };
}
