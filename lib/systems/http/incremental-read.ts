/** Reads long lists page by page, later only what has changed. */
import { ProblemError, type System } from '../../domain/problem.ts';

const OVERLAP_MS = 2 * 60_000;
const DAY_MS = 24 * 60 * 60_000;

/**
 * The sync cursor for the next read: the server's clock at the start of this one, less two minutes in case its
 * servers disagree. Without the server's clock, ours less a day.
 * @returns `yyyy-MM-ddTHH:mm:ssZ`
 */
export function cursorAt(serverTime: number | undefined, now: number): string {
  const from = serverTime === undefined ? now - DAY_MS : serverTime - OVERLAP_MS;
  return `${new Date(from).toISOString().slice(0, 19)}Z`;
}

interface Of<Row> {
  system: System;
  /** The field with the id. */
  field: string;
  /** When a row was last changed, as comparable text; `''` when unknown. */
  changedAt(row: Row): string;
}

/**
 * The newer of two rows with the same id: a row that changes while the pages are read appears twice.
 * @throws ProblemError `garbled`, naming the field, when the rows contradict each other and neither is newer: either
 *   could be another customer
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
