/** Searching earlier runs. Pure; used by the list of runs, a run's own view and the reports. */
import type { Operation } from '../../domain/run.ts';
import { isFound, plain } from '../../domain/text-search.ts';

/** Whether a query finds an operation. Skips did nothing, so they are never found. */
export const concerns = (operation: Operation, words: readonly string[]): boolean =>
  operation.kind !== 'skip' && hasName(operation, words);

/** @param words see `wordsOf`; each must occur in the name on either side */
export function hasName({ name, otherName, removed }: Operation, words: readonly string[]): boolean {
  return isFound(plain(`${name}\n${otherName ?? ''}`), words) || namesRemoved({ removed }, words).length > 0;
}

/** The customers found among those whose links a reset removed. */
export const namesRemoved = ({ removed }: Pick<Operation, 'removed'>, words: readonly string[]): string[] =>
  (removed ?? []).map(({ name }) => name).filter((name) => isFound(plain(name), words));

/** The names of the customers that a query finds, without repetitions. */
export function namesIn(operations: readonly Operation[], words: readonly string[]): string[] {
  const names = operations
    .filter((operation) => concerns(operation, words))
    .flatMap((operation) => {
      const removed = namesRemoved(operation, words);
      return removed.length > 0 ? removed : [operation.name];
    });
  return [...new Set(names)];
}
