import { ProblemError, type System } from '../../domain/problem.ts';

interface Of<Row> {
  system: System;
  /** The one that holds the id. */
  field: string;
  /** When a row was changed last, as comparable text; `''` when it does not say. */
  changedAt(row: Row): string;
}

/**
 * Of two rows with one id in the same list the newer one: a row that moves while the pages are read is met again.
 * @throws ProblemError `garbled`, naming the field, when they contradict each other and do not tell which is newer: either
 *   could be somebody else
 */
export function newerOf<Row extends { updatedAt?: string }>(
  one: Row,
  other: Row,
  { system, field, changedAt }: Of<Row>,
): Row {
  const [before, after] = [changedAt(one), changedAt(other)];
  if (before && after && before !== after) return before > after ? one : other;
  const said = (row: Row) => JSON.stringify({ ...row, updatedAt: undefined });
  if (said(one) !== said(other))
    throw new ProblemError({ system, code: 'garbled', fields: [{ field, message: '' }] });
  return before ? one : other;
}
