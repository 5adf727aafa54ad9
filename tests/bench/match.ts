/**
 * Measures lib/match next to what a developer would take instead: quality on the labelled lists in ../shared/match
 * (outside the repository; where they are absent, on the sandbox's names), and time.
 * Run: node tests/bench/match.ts [--large]
 */
import { pathToFileURL } from 'node:url';
import * as own from './judge.ts';
import { labelledLists } from './labelled.ts';
import { listsOf } from './lists.ts';
import { benchQuality, type QualityRow } from './quality.ts';
import { sisterTable } from './sister-table.ts';
import { benchSisters, type SisterBench, sisterPool } from './sisters.ts';
import { benchSpeed, type SpeedBench } from './speed.ts';
import { matchTable } from './table.ts';
import { qualityTasks } from './tasks.ts';

export interface MatchBench {
  /** Whose names they are. */
  names: string;
  quality: QualityRow[];
  sisters: SisterBench;
  speed: SpeedBench;
}

/** So many pairs of sisters are tried. */
const SISTERS = 40_000;

/** @param large 100,000 customers each way, too, which takes some minutes more */
export async function benchMatch(large: boolean): Promise<MatchBench> {
  const labelled = await labelledLists();
  return {
    names: labelled ? '../shared/match' : 'tests/sandbox',
    speed: benchSpeed((size) => listsOf(size, labelled), large),
    quality: benchQuality(qualityTasks(labelled), labelled ?? own),
    sisters: benchSisters(sisterPool(labelled), SISTERS, 7),
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const bench = await benchMatch(process.argv.includes('--large'));
  console.log(`${matchTable(bench)}\n\n${sisterTable(bench.sisters)}`);
}
