/** Several runs in one CSV report. */
import { csvOf } from '../../lib/domain/csv.ts';
import type { Operation, Run } from '../../lib/domain/run.ts';
import { wordsOf } from '../../lib/domain/text-search.ts';
import { concerns } from '../../lib/features/history/index.ts';
import type { Catalogue } from '../../lib/features/words.ts';
import { operationRows } from '../runs/index.ts';

/** The operations found by a query; a reset becomes one operation per removed link. */
export function shownOperations(operations: readonly Operation[], query: string): Operation[] {
  const words = wordsOf(query);
  const single = operations.flatMap(({ removed, ...operation }) =>
    removed ? removed.map((link, seq): Operation => ({ ...operation, ...link, seq })) : [operation],
  );
  return words.length === 0 ? single : single.filter((operation) => concerns(operation, words));
}

/** @param dateTime formats a time in ms */
export function historyRows(
  runs: readonly { run: Run; operations: readonly Operation[] }[],
  query: string,
  words: Catalogue,
  dateTime: (time: number) => string,
): string[][] {
  const rows = runs.flatMap(({ run, operations }) => {
    const head = [dateTime(run.startedAt), words.history.kinds[run.kind]];
    return operationRows(shownOperations(operations, query), words).map((row) => [...head, ...row]);
  });
  return [[...words.history.columns, ...words.result.columns], ...rows];
}

export const historyCsv = (...of: Parameters<typeof historyRows>): Promise<string> =>
  csvOf(historyRows(...of));
