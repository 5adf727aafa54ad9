/**
 * Matches two large lists in a process of its own, which does nothing else, so that its memory is what matching takes.
 * Run: node tests/bench/large.ts [customers]
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { matchCustomers } from '../../lib/match/index.ts';
import { type Taken, timed } from './clock.ts';
import { labelledLists } from './labelled.ts';
import { listsOf } from './lists.ts';

export interface LargeRun {
  time: Taken;
  /** MB resident: when the lists were made, now and at most until then; and at most, when they were matched. */
  memory: { before: number; peakBefore: number; peak: number };
}

export function inChild(size: number): LargeRun {
  const file = fileURLToPath(import.meta.url);
  return JSON.parse(execFileSync(process.execPath, [file, String(size)], { encoding: 'utf8' }));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { source, target } = listsOf(Number(process.argv[2] ?? 100_000), await labelledLists());
  const peak = () => process.resourceUsage().maxRSS / 1024;
  const before = process.memoryUsage.rss() / 1024 ** 2;
  const peakBefore = peak();
  const time = timed(() => matchCustomers(source, target));
  console.log(JSON.stringify({ time, memory: { before, peakBefore, peak: peak() } } satisfies LargeRun));
}
