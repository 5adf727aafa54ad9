/** Finding in earlier runs. Pure; used by the list of runs, a run's own view and the reports. */
import type { Operation } from '../../domain/run.ts';
import { isFound, plain } from '../../domain/text-search.ts';

/** A skip did nothing to anybody. */
export const concerns = (operation: Operation, words: readonly string[]): boolean =>
  operation.kind !== 'skip' && hasName(operation, words);

/** @param words see `wordsOf`; every one must occur in a customer's name or in that on the other side */
export function hasName({ name, otherName, removed }: Operation, words: readonly string[]): boolean {
  return isFound(plain(`${name}\n${otherName ?? ''}`), words) || namesRemoved({ removed }, words).length > 0;
}

/** Whose links a reset has removed. */
export const namesRemoved = ({ removed }: Pick<Operation, 'removed'>, words: readonly string[]): string[] =>
  (removed ?? []).map(({ name }) => name).filter((name) => isFound(plain(name), words));

/** The customers that a query finds, each name once. */
export function namesIn(operations: readonly Operation[], words: readonly string[]): string[] {
  const names = operations
    .filter((operation) => concerns(operation, words))
    .flatMap((operation) => {
      const removed = namesRemoved(operation, words);
      return removed.length > 0 ? removed : [operation.name];
    });
  return [...new Set(names)];
}
