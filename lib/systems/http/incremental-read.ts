/** Reading long lists page by page, later only what has changed. */
import { ProblemError, type System } from '../../domain/problem.ts';

const OVERLAP_MS = 2 * 60_000;
const DAY_MS = 24 * 60 * 60_000;

/**
 * Where the next incremental read begins: the server's clock at the start of this one, less two minutes in case its parts
 * disagree. Without the server's clock, ours less a day.
 * @returns `yyyy-MM-ddTHH:mm:ssZ`
 */
export function cursorAt(serverTime: number | undefined, now: number): string {
  const from = serverTime === undefined ? now - DAY_MS : serverTime - OVERLAP_MS;
  return `${new Date(from).toISOString().slice(0, 19)}Z`;
}

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
  const [ofOne, ofOther] = [changedAt(one), changedAt(other)];
  if (ofOne && ofOther && ofOne !== ofOther) return ofOne > ofOther ? one : other;
  const content = (row: Row) => JSON.stringify({ ...row, updatedAt: undefined });
  if (content(one) !== content(other))
    throw new ProblemError({ system, code: 'garbled', fields: [{ field, message: '' }] });
  return ofOne ? one : other;
}
