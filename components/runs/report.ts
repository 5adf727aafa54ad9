/** The result as a CSV report. Pure. */
import { csvOf } from '../../lib/domain/csv.ts';
import type { Operation } from '../../lib/domain/run.ts';
import type { Catalogue } from '../../lib/features/words.ts';
import { explain } from '../../lib/words/explain.ts';
import { groupsOf } from './operations.ts';

/** The headings, then one row per operation in the order of the result's groups. Request bodies are left out. */
export const reportRows = (operations: readonly Operation[], words: Catalogue): string[][] => [
  words.result.columns,
  ...operationRows(operations, words),
];

/** `reportRows` without the headings. */
export function operationRows(operations: readonly Operation[], words: Catalogue): string[][] {
  const { kinds } = words.result;
  const ordered = groupsOf(operations).flatMap((group) => group.operations);
  return ordered.map((operation) => {
    const { kind, name, otherName, problem, customerId, contactGuid } = operation;
    const explained = operation.state === 'failed' ? explain(problem, words) : undefined;
    return [
      stateOf(operation, words),
      kinds[kind],
      name || words.common.unnamed,
      otherName ?? '',
      explained?.what ?? '',
      explained?.todo ?? '',
      explained?.quote ?? '',
      customerId ?? '',
      contactGuid ?? '',
    ];
  });
}

function stateOf({ kind, state, already }: Operation, { result }: Catalogue): string {
  if (state === 'failed') return result.states.failed;
  if (kind === 'skip') return result.states.skipped;
  if (state !== 'done') return result.states.notRun;
  return already ? result.states.already : result.states.done;
}

export const reportCsv = (operations: readonly Operation[], words: Catalogue): Promise<string> =>
  csvOf(reportRows(operations, words));
