/** The labelled lists that lie beside the repository, on machines that have them. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CustomerMatch } from '../../lib/match/index.ts';
import type { Metrics, Row } from './judge.ts';
import type { Entry, Lists } from './pairs.ts';

export interface LabelledLists {
  /** Pairs of lists; those of one name count together. */
  sets(): Iterable<Lists & { name: string }>;
  judge(lists: Pick<Lists, 'source' | 'truth'>, matches: readonly CustomerMatch[]): Row[];
  metrics(rows: readonly Row[]): Metrics;
  realNames(): Entry[];
  synthNames(count: number, seed: number): Entry[];
  generate(options: { pool: readonly Entry[]; n: number; seed: number }): Lists;
}

const folder = new URL('../../../shared/match/', import.meta.url);

/** Nothing where they are absent. */
export async function labelledLists(): Promise<LabelledLists | undefined> {
  if (!existsSync(fileURLToPath(folder))) return undefined;
  return {
    ...(await import(new URL('gen.mjs', folder).href)),
    ...(await import(new URL('eval.mjs', folder).href)),
  };
}
