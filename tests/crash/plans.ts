/** Which rounds are played. */
import { makeRandom } from '../sandbox/random.ts';
import type { Plan } from './judge.ts';
import type { Disturbance, Kind } from './round.ts';

const isSent = (label: string) => label.startsWith('sent ');

/** The worker dies at every moment once, and once more with each request carried out only later. */
export function everyMoment(points: readonly string[]): Plan[] {
  const deaths = points.map((_, place): Disturbance => ({ at: place + 1, kind: 'die' }));
  const late = points.flatMap((label, place): Disturbance[] =>
    isSent(label) ? [{ at: place + 1, kind: 'die late' }] : [],
  );
  return [...deaths, ...late].map((one) => ({ disturbances: [one] }));
}

/** The same, but each sort of moment once. */
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
 * Anything anywhere, one to six times in a round; the same for the same seed.
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
