/** What the matcher is asked to reach, next to what it reaches. */

import type { Taken } from './clock.ts';
import type { Metrics } from './judge.ts';
import type { QualityRow } from './quality.ts';
import { LARGE, type SpeedBench } from './speed.ts';

export interface Asked {
  figure: number;
  asked: number;
  atMost: boolean;
  reached: boolean;
}

const quality: Record<string, Partial<Metrics>> = {
  'real/realistic/name': {
    ...{ f1: 99.6, certainPrecision: 100, certainCoverage: 95, certainOnDuplicate: 3, recall3: 99.9 },
  },
  'synth/realistic/name': {
    ...{ f1: 98.5, certainPrecision: 99.9, certainCoverage: 90, certainOnDuplicate: 3, recall3: 99.8 },
  },
  'real/realistic/evidence': {
    ...{ f1: 99.8, certainPrecision: 100, certainCoverage: 98, certainOnDuplicate: 3, recall3: 100 },
  },
  'synth/realistic/evidence': {
    ...{ f1: 99.6, certainPrecision: 99.95, certainCoverage: 97, certainOnDuplicate: 3, recall3: 100 },
  },
  'real/hard/name': {
    ...{ f1: 97.5, certainPrecision: 99.9, certainCoverage: 82, certainOnDuplicate: 5, recall3: 99 },
  },
  'synth/hard/name': {
    ...{ f1: 95.5, certainPrecision: 99.7, certainCoverage: 76, certainOnDuplicate: 5, recall3: 98.8 },
  },
};

const compared = (figure: number, asked: number, atMost = false): Asked => ({
  figure,
  asked,
  atMost,
  reached: atMost ? figure <= asked : figure >= asked,
});

/** By figure; nothing is asked in most of the sets. */
export function askedOfQuality({ set, figures }: QualityRow): Partial<Record<keyof Metrics, Asked>> {
  const keys = Object.keys(quality[set] ?? {}) as (keyof Metrics)[];
  return Object.fromEntries(
    keys.map((key) => [key, compared(figures[key], quality[set]?.[key] ?? 0, key === 'certainOnDuplicate')]),
  );
}

/**
 * Each with what it is called.
 * @param by the clock, or the processor's time
 */
export function askedOfSpeed(
  { sizes, times, growth, memory }: SpeedBench,
  by: keyof Taken = 'ms',
): Record<string, Asked> {
  const time = (matcher: string, size: number) => times[matcher]?.[sizes.indexOf(size)]?.[by] ?? Number.NaN;
  const faster = (rival: string, size: number) => time(rival, size) / time('Kundebro', size);
  return {
    'fuzzysort’s time ÷ Kundebro’s, 5,000': compared(faster('fuzzysort', 5_000), 0.5),
    'fuzzysort’s time ÷ Kundebro’s, 20,000': compared(faster('fuzzysort', 20_000), 3),
    'fuzzball’s time ÷ Kundebro’s, 5,000': compared(faster('fuzzball', 5_000), 100),
    'growth exponent, 500 to 20,000': compared(growth.Kundebro?.[by].overall ?? Number.NaN, 1.08, true),
    ...(memory && {
      'fuzzysort’s time ÷ Kundebro’s, 100,000': compared(faster('fuzzysort', LARGE), 20),
      'MB resident at most, 100,000': compared(memory.peak, 500, true),
    }),
  };
}
