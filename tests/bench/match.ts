/**
 * Measures lib/match: quality on the labelled lists in ../shared/match (outside the repository; when they are absent
 * only time is measured, on the sandbox's names), and time next to fuzzysort. Run: node tests/bench/match.ts
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import fuzzysort from 'fuzzysort';
import { type MatchInput, matchCustomers } from '../../lib/match/index.ts';
import { generate } from '../sandbox/generate.ts';

type Metrics = Record<
  | 'precision'
  | 'recall'
  | 'f1'
  | 'recall1'
  | 'recall3'
  | 'recall5'
  | 'certainPrecision'
  | 'certainErrors'
  | 'certainCoverage'
  | 'certainOnDuplicate',
  number
>;
interface LabelledLists {
  evaluate(match: typeof matchCustomers, seeds?: number[]): Promise<Record<string, Metrics>>;
}
interface ListMaker {
  synthNames(n: number, seed?: number): unknown[];
  generate(options: { pool: unknown[]; n: number; seed: number }): {
    source: MatchInput[];
    target: MatchInput[];
  };
}

export interface TimeRow {
  /** Customers on each side. */
  customers: number;
  /** Milliseconds, the fastest of three runs. */
  kundebro: number;
  fuzzysort: number;
}
export interface MatchBench {
  /** Percentages per set of lists; empty when the labelled lists are absent. */
  quality: Record<string, Metrics>;
  time: TimeRow[];
  /** What the names were made by. */
  names: string;
}

const root = path.resolve(import.meta.dirname, '../..');
const labelled = path.join(root, '../shared/match');
const SIZES = [500, 2_000, 5_000];
const RUNS = 3;

async function listsOf(size: number): Promise<{ source: MatchInput[]; target: MatchInput[] }> {
  if (!existsSync(labelled)) {
    const { account, organization } = generate({ size: 'large' });
    const source = [...account.customers.values()].map((c) => ({ id: String(c.id), name: c.name }));
    const target = [...organization.contacts.values()].map((c) => ({
      id: c.ContactGuid,
      name: c.Name ?? '',
    }));
    return { source: source.slice(0, size), target: target.slice(0, size) };
  }
  const make: ListMaker = await import(pathToFileURL(path.join(labelled, 'gen.mjs')).href);
  return make.generate({ pool: make.synthNames(Math.ceil(size * 1.15), 5), n: size, seed: 9 });
}

function fastest(run: () => void): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.round(Math.min(...times));
}

function searchAll(source: MatchInput[], target: MatchInput[]): void {
  const snapshot = fuzzysort.snapshot(target.map((t) => t.name));
  for (const s of source) fuzzysort.go(s.name, snapshot, { limit: 5 });
}

/** Quality and time. Takes about ten seconds. */
export async function benchMatch(): Promise<MatchBench> {
  const present = existsSync(labelled);
  const time: TimeRow[] = [];
  for (const customers of SIZES) {
    const { source, target } = await listsOf(customers);
    time.push({
      customers,
      kundebro: fastest(() => matchCustomers(source, target)),
      fuzzysort: fastest(() => searchAll(source, target)),
    });
  }
  if (!present) return { quality: {}, time, names: 'tests/sandbox' };
  const lists: LabelledLists = await import(pathToFileURL(path.join(labelled, 'eval.mjs')).href);
  return { quality: await lists.evaluate(matchCustomers), time, names: 'shared/match' };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { quality, time, names } = await benchMatch();
  if (Object.keys(quality).length) console.table(quality);
  else console.log('The labelled lists (../shared/match) are absent: quality is not measured.');
  console.log(`Milliseconds, names by ${names}`);
  console.table(time);
}
