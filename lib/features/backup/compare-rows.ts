/** Compares the rows in a file with the stored ones and counts the changes. Pure. */
import type { SavedDismissal, SavedKeptDifference } from './contents.ts';

export type RestoreMode = 'merge' | 'replace';

export interface ChangeCounts {
  added: number;
  changed: number;
  unchanged: number;
  /** Stored but not in the file: `replace` removes them. */
  removed: number;
  /** The file differs, and the stored value stays. */
  kept: number;
}

export const noChanges = (): ChangeCounts => ({ added: 0, changed: 0, unchanged: 0, removed: 0, kept: 0 });

export const countChanges = ({ added, changed, removed }: ChangeCounts): number => added + changed + removed;

export const dismissalKey = ({ of, key }: SavedDismissal): string => `${of} ${key}`;
export const keptKey = ({ customerId, field }: Pick<SavedKeptDifference, 'customerId' | 'field'>): string =>
  `${field} ${customerId}`;

/** The rows to store and to remove, with their counts. */
export interface Change<Row> {
  difference: ChangeCounts;
  put: Row[];
  remove: Row[];
}

interface Rules<Row> {
  mode: RestoreMode;
  keyOf(row: Row): string;
  /** Merges two rows that differ; without it the stored row wins. */
  merged?(mine: Row, theirs: Row): Row;
  /** Rows that never change. */
  isHeld?(row: Row): boolean;
}

export function compareRows<Row>(
  mine: readonly Row[],
  theirs: readonly Row[],
  rules: Rules<Row>,
): Change<Row> {
  const { mode, keyOf, merged = (row) => row, isHeld = () => false } = rules;
  const here = new Map(mine.map((row) => [keyOf(row), row]));
  const inFile = new Set(theirs.map(keyOf));
  const change: Change<Row> = { difference: noChanges(), put: [], remove: [] };
  const { difference } = change;
  for (const row of theirs) {
    const before = here.get(keyOf(row));
    if (before === undefined) {
      difference.added += 1;
      change.put.push(row);
      continue;
    }
    const after = isHeld(before) ? before : mode === 'merge' ? merged(before, row) : row;
    if (!isSame(before, after)) {
      difference.changed += 1;
      change.put.push(after);
    } else if (isSame(before, row) || (mode === 'merge' && rules.merged)) difference.unchanged += 1;
    else difference.kept += 1;
  }
  if (mode === 'replace')
    for (const row of mine) {
      if (inFile.has(keyOf(row))) continue;
      if (isHeld(row)) difference.kept += 1;
      else {
        difference.removed += 1;
        change.remove.push(row);
      }
    }
  return change;
}

/** Deep equality, ignoring the order of fields. */
export const isSame = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
