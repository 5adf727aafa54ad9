import { guessColumns } from './guess.ts';
import { type Column, headingOf } from './headings.ts';
import type { Table } from './table.ts';

/** What each column holds, by position; undefined for an unused one. */
export type Mapping = readonly (Column | undefined)[];

export interface Recognised {
  mapping: Mapping;
  /** Index of the first data row, 0 without headings. Rows above the headings count. */
  headings: number;
}

/** Headings are searched in so many rows: titles and dates may come first. */
const HIGHEST_HEADINGS = 15;
/** Further down, a row with one known word is data. */
const HIGHEST_LONE_HEADING = 3;

/** Finds the headings and their meaning; without headings, guesses from the cells. */
export function recognise(table: Table): Recognised {
  const place = headingRow(table);
  if (place === undefined) return { mapping: guessColumns(table), headings: 0 };
  return { mapping: byHeadings(table, place), headings: place + 1 };
}

/** The first row with the most known headings. */
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

/** A heading is never an e-mail address or a number. */
const isData = (cell: string): boolean => cell.includes('@') || /^[\d\s.,+-]+$/.test(cell);

/** Of two headings with the same meaning the surer one is used, unless its column is empty. */
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
