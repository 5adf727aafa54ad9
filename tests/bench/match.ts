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
import { benchSpeed, type SpeedBench } from './speed.ts';
import { matchTable } from './table.ts';
import { qualityTasks } from './tasks.ts';

export interface MatchBench {
  /** Whose names they are. */
  names: string;
  quality: QualityRow[];
  speed: SpeedBench;
}

/** @param large 100,000 customers each way, too, which takes some minutes more */
export async function benchMatch(large: boolean): Promise<MatchBench> {
  const labelled = await labelledLists();
  return {
    names: labelled ? '../shared/match' : 'tests/sandbox',
    speed: benchSpeed((size) => listsOf(size, labelled), large),
    quality: benchQuality(qualityTasks(labelled), labelled ?? own),
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  console.log(matchTable(await benchMatch(process.argv.includes('--large'))));
