/** What a developer would take who does not write a matcher. */
import * as fuzzball from 'fuzzball';
import fuzzysort from 'fuzzysort';
import type { MatchInput } from '../../lib/match/index.ts';

/** A target customer, the better the higher the score. */
export interface Found {
  id: string;
  score: number;
}

export interface Rival {
  name: string;
  /** Takes so long with large lists that a sample of the source must do. */
  slow: boolean;
  /** About the score from which on its suggestions are best in realistic lists. */
  usual: number;
  /**
   * Makes ready whatever can be used for every search.
   * @param from the lowest score that is of interest
   * @returns finds at most 5 for a name, the best first
   */
  prepare(target: readonly MatchInput[], from: number): (name: string) => Found[];
}

const LIMIT = 5;

const sorted: Rival = {
  name: 'fuzzysort',
  slow: false,
  usual: 0.33,
  prepare(target, from) {
    fuzzysort.cleanup();
    const snapshot = fuzzysort.snapshot(target, { key: 'name' });
    return (name) =>
      fuzzysort
        .go(name, snapshot, { limit: LIMIT, threshold: from })
        .map(({ obj, score }) => ({ id: obj.id, score }));
  },
};

/** Prepared as its manual advises for many searches in the same list, and with æ, ø and å left in. */
const ball: Rival = {
  name: 'fuzzball',
  slow: true,
  usual: 83,
  prepare(target, from) {
    const processed = (name: string) => fuzzball.full_process(name, { force_ascii: false });
    const choices = target.map(({ id, name }) => {
      const text = processed(name);
      return { id, text, tokens: fuzzball.unique_tokens(text) };
    });
    const options = {
      scorer: fuzzball.token_set_ratio,
      processor: ({ text }: (typeof choices)[number]) => text,
      full_process: false,
      limit: LIMIT,
      cutoff: from,
      returnObjects: true,
    } as const;
    return (name) => {
      const query = processed(name);
      if (!query.trim()) return [];
      return fuzzball
        .extract(query, choices, options)
        .map(({ choice, score }: { choice: (typeof choices)[number]; score: number }) => ({
          id: choice.id,
          score,
        }));
    };
  },
};

const equal: Rival = {
  name: 'equal names',
  slow: false,
  usual: 1,
  prepare(target) {
    const key = (name: string) => name.trim().toLowerCase();
    const byName = Map.groupBy(target, ({ name }) => key(name));
    return (name) => (byName.get(key(name)) ?? []).slice(0, LIMIT).map(({ id }) => ({ id, score: 1 }));
  },
};

export const rivals: readonly Rival[] = [sorted, ball, equal];
