import { guessColumns } from './guess.ts';
import { type Column, headingOf } from './headings.ts';
import type { Table } from './table.ts';

/** What each column of a table holds, by its place; undefined for one that is not used. */
export type Mapping = readonly (Column | undefined)[];

export interface Recognised {
  mapping: Mapping;
  /** The place of the first row of data: 0 when there are no headings. What stands above the headings counts, too. */
  headings: number;
}

/** Titles and dates stand above the headings, but not many. */
const HIGHEST_HEADINGS = 15;
/** A lone known word so far down is somebody's name. */
const HIGHEST_LONE_HEADING = 3;

/** Finds the headings, and what they mean; without headings what the cells look like. */
export function recognise(table: Table): Recognised {
  const place = headingRow(table);
  if (place === undefined) return { mapping: guessColumns(table), headings: 0 };
  return { mapping: byHeadings(table, place), headings: place + 1 };
}

/** The first of the rows that have the most known headings. */
function headingRow(table: Table): number | undefined {
  let best: { place: number; known: number } | undefined;
  table.slice(0, HIGHEST_HEADINGS).forEach((row, place) => {
    const known = new Set(row.map((cell) => headingOf(cell)?.column).filter((column) => column)).size;
    if (known === 0 || known <= (best?.known ?? 0)) return;
    if (known === 1 && (place > HIGHEST_LONE_HEADING || row.some(isData))) return;
    best = { place, known };
  });
  return best?.place;
}

/** No heading has an e-mail address, or is a number. */
const isData = (cell: string): boolean => cell.includes('@') || /^[\d\s.,+-]+$/.test(cell);

/** Where two say the same, the surer one is used, unless nothing stands below it. */
function byHeadings(table: Table, place: number): Mapping {
  const headings = table[place] ?? [];
  const rows = table.slice(place + 1);
  const best = new Map<Column, { at: number; order: number }>();
  headings.forEach((heading, at) => {
    const found = headingOf(heading);
    if (!found) return;
    const order = found.rank + (rows.some((row) => row[at] !== '') ? 0 : 10_000);
    const other = best.get(found.column);
    if (!other || order < other.order) best.set(found.column, { at, order });
  });
  return headings.map((heading, at) => {
    const column = headingOf(heading)?.column;
    return column && best.get(column)?.at === at ? column : undefined;
  });
}
