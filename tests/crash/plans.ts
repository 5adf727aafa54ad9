/** The plans of the rounds. */
import { makeRandom } from '../sandbox/random.ts';
import type { Plan } from './judge.ts';
import type { Disturbance, Kind } from './round.ts';

const isSent = (label: string) => label.startsWith('sent ');

/** The worker dies once at every moment, and once more per request that is carried out late. */
export function everyMoment(points: readonly string[]): Plan[] {
  const deaths = points.map((_, place): Disturbance => ({ at: place + 1, kind: 'die' }));
  const late = points.flatMap((label, place): Disturbance[] =>
    isSent(label) ? [{ at: place + 1, kind: 'die late' }] : [],
  );
  return [...deaths, ...late].map((one) => ({ disturbances: [one] }));
}

/** The same, once per kind of moment. */
export function everySort(points: readonly string[]): Plan[] {
  const seen = new Set<string>();
  return everyMoment(points).filter(({ disturbances: [one] }) => {
    const sort = `${one?.kind} ${points[(one?.at ?? 0) - 1]}`;
    return !seen.has(sort) && seen.add(sort);
  });
}

const KINDS: readonly Kind[] = [
  'die',
  'die',
  'die late',
  'kill browser',
  'sleep',
  'cut',
  'refuse',
  'pause',
  'press again',
];

/**
 * One to six random disturbances per round; reproducible by seed.
 * @param alone otherwise every fourth round has two bookkeepers
 */
export function anything(seed: number, points: number, alone = false): Plan {
  const random = makeRandom(seed);
  const installations = !alone && seed % 4 === 0 ? 2 : 1;
  const disturbances = Array.from({ length: random.between(1, 6) }, (): Disturbance => {
    return {
      at: random.between(1, points * installations),
      kind: random.pick(KINDS),
      lasts: random.between(1, 30),
    };
  });
  return { installations, disturbances };
}
