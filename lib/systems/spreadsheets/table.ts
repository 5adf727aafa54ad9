import { headingOf } from './headings.ts';

/** Rows of equal length, with trimmed cells, `''` for empty ones. A row's index is that in the user's spreadsheet. */
export type Table = string[][];

export type TooLarge = 'too-many-rows' | 'too-many-columns';

export const MOST_ROWS = 100_000;
export const MOST_COLUMNS = 200;

const DELIMITERS = ['\t', ';', '|', ','];
/** Rows that each delimiter is tried on. */
const TRIED_ROWS = 50;

type Split = (text: string, delimiter: string, rows: number) => string[][];

/**
 * Reads CSV or cells pasted from a spreadsheet. Empty rows at the end and empty columns to the right are dropped;
 * empty rows in between stay, so that line numbers agree with the user's. Excel's line `sep=;` is not a row.
 */
export async function parseTable(text: string): Promise<{ table: Table } | { refused: TooLarge }> {
  const { default: papa } = await import('papaparse');
  const split: Split = (part, delimiter, rows) =>
    papa.parse<string[]>(withClosedQuotes(part, delimiter), { delimiter, newline: '\n', preview: rows }).data;
  const { delimiter, rest } = withoutSep(
    withoutEmptyEnd(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')),
  );
  if (rest.trim() === '') return { table: [] };
  const rows = split(rest, delimiter ?? delimiterOf(rest, split), MOST_ROWS + 1);
  if (rows.length > MOST_ROWS) return { refused: 'too-many-rows' };
  const table = rows.map((row) => row.map(cleanCell));
  const width = table.reduce((widest, row) => Math.max(widest, widthOf(row)), 0);
  if (width > MOST_COLUMNS) return { refused: 'too-many-columns' };
  return { table: table.map((row) => Array.from({ length: width }, (_, place) => row[place] ?? '')) };
}

/** Excel writes this line for itself, sometimes in quotes. */
function withoutSep(text: string): { delimiter?: string; rest: string } {
  const [line, delimiter] = /^"?sep=([^\n])"?[ \t]*(?:\n|$)/i.exec(text) ?? [''];
  return { delimiter, rest: text.slice(line.length) };
}

/** Sheets are sometimes saved down to their very last row: a million lines of semicolons. */
function withoutEmptyEnd(text: string): string {
  let end = text.length;
  while (end > 0) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    if (/[^\s;,|]/.test(text.slice(start, end))) break;
    end = start - 1;
  }
  return text.slice(0, Math.max(0, end));
}

/**
 * The delimiter that yields known headings, else the one that gives most rows the same length. A comma that is always
 * followed by a space and splits in two belongs to names ("Hansen, Ole").
 */
function delimiterOf(text: string, split: Split): string {
  // A quoted cell may contain line breaks; cutting the sample only damages its last row.
  const sample = text.slice(0, 200_000);
  const tried = DELIMITERS.filter((delimiter) => sample.includes(delimiter)).map((delimiter) => {
    const rows = split(sample, delimiter, TRIED_ROWS).filter((row) => row.some((cell) => cell.trim() !== ''));
    const columns = rows.slice(0, 15).map((row) => new Set(row.map((cell) => headingOf(cell)?.column)));
    const headings = columns.map((found) => found.size - (found.has(undefined) ? 1 : 0));
    return { delimiter, rows, headings: Math.max(0, ...headings), ...commonWidth(rows) };
  });
  const [headed] = tried.toSorted((a, b) => b.headings - a.headings);
  if (headed && headed.headings > 1) return headed.delimiter;
  const [best] = tried
    .filter(({ width, share, delimiter }) => width > 1 && (delimiter === '\t' || share >= 0.6))
    .filter(({ delimiter, rows, width }) => !(delimiter === ',' && width === 2 && isProse(rows)))
    .toSorted((a, b) => b.share - a.share || b.width - a.width);
  // One column: a delimiter that does not split names.
  return best?.delimiter ?? '\t';
}

/** The most common number of cells among rows that are split at all, and its share of all rows. */
function commonWidth(rows: readonly string[][]): { width: number; share: number } {
  const counts = new Map<number, number>();
  for (const { length } of rows) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [width, count] = [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
  return { width, share: count / Math.max(1, rows.length) };
}

const isProse = (rows: readonly string[][]): boolean =>
  rows.every((row) => row.slice(1).every((cell) => /^\s\S/.test(cell)));

/**
 * Escapes a quote that opens a cell and is not closed before a delimiter, as in `"Bageren" ApS`: Google Sheets copies
 * cells like that, and it would swallow the rows below. Done before parsing, since the parser remembers each such
 * quote and runs out of memory.
 */
function withClosedQuotes(text: string, delimiter: string): string {
  const end = `[${delimiter === '|' ? '\\|' : delimiter}\\n]`;
  const cell = new RegExp(`(^|${end})("[^"]*(?:""[^"]*)*" *(?=${end}|$)|"(?:(?!${end})[^])*)`, 'g');
  return text.replace(cell, (_whole, before: string, opened: string) => {
    const closed = /^"[^"]*(?:""[^"]*)*" *$/.test(opened);
    return before + (closed ? opened : `"${opened.replaceAll('"', '""')}"`);
  });
}

/** Removes invisible characters, but keeps line breaks. */
function cleanCell(cell: string): string {
  const seen = /[^\n -~\u00A1-\u00AC\u00AE-\u017F]/.test(cell)
    ? cell
        .replace(/[^\S\n]/gu, ' ')
        .replace(/(?!\n)[\p{Cc}\p{Cf}]/gu, '')
        .toWellFormed()
    : cell;
  return seen.trim();
}

const widthOf = (row: readonly string[]): number => row.findLastIndex((cell) => cell !== '') + 1;
