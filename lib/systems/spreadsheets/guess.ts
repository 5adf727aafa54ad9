/** Guesses what columns without headings hold. Unclear columns stay open. */
import { isVatNumber } from '../../domain/vat-check-digit.ts';
import { readVatNumber } from '../../domain/vat-number.ts';
import { isPersonOf } from './cells.ts';
import { countryOf } from './country.ts';
import type { Column } from './headings.ts';
import type { Table } from './table.ts';

const SAMPLE = 500;

const isCvr = (cell: string): boolean =>
  readVatNumber(cell, 'DK')?.country === 'DK' && isVatNumber(cell, 'DK');
const isForeignVat = (cell: string): boolean =>
  !['', 'DK', undefined].includes(readVatNumber(cell, 'DK')?.country);
const isPhone = (cell: string): boolean =>
  /^(\+|\(|\d)[\d\s().-]{7,}$/.test(cell) && cell.replace(/\D/g, '').length <= 15;
const hasLetters = (cell: string): boolean => /\p{L}{2}/u.test(cell);

/** Surest first: a column that fits one is not tried for the others. */
const LOOKS: readonly (readonly [Column, (cell: string) => boolean])[] = [
  ['email', (cell) => /^(mailto:)?[^\s@]+@[^\s@]+\.[^\s@]+$/i.test(cell)],
  ['website', (cell) => /^(https?:\/\/|www\.)\S+$/i.test(cell)],
  ['vatNumber', (cell) => isCvr(cell) || isForeignVat(cell)],
  ['zipCity', (cell) => /^(DK-)?[1-9]\d{3},? \p{Lu}\D*$/u.test(cell)],
  ['countryCode', (cell) => countryOf(cell) !== undefined],
  ['kind', (cell) => cell.length > 1 && isPersonOf(cell) !== undefined],
  ['phone', isPhone],
  ['street', (cell) => /^\p{L}.*\p{L}{2,}.* \d+/u.test(cell)],
];

/** Guesses every column. A table with one column is a list of names. */
export function guessColumns(table: Table): (Column | undefined)[] {
  const width = table[0]?.length ?? 0;
  if (width === 1) return ['name'];
  const columns = Array.from({ length: width }, (_, at) =>
    table
      .slice(0, SAMPLE)
      .map((row) => row[at] ?? '')
      .filter((cell) => cell !== ''),
  );
  const guessed: (Column | undefined)[] = columns.map(() => undefined);
  const give = (column: Column, at: number) => {
    if (at >= 0) guessed[at] = column;
  };
  for (const [column, looks] of LOOKS)
    give(
      column,
      columns.findIndex(
        (cells, at) => guessed[at] === undefined && share(cells, looks) >= 0.8 && isClear(column, cells),
      ),
    );
  // In the first column it is more likely a customer number.
  const zip = columns.findIndex(
    (cells, at) =>
      at > 0 &&
      guessed[at] === undefined &&
      share(cells, (cell) => /^([1-9]\d{3}|\d{3} \d{2})$/.test(cell)) >= 0.8,
  );
  give('zipCode', zip);
  const afterZip = columns[zip + 1];
  const isCity =
    afterZip && guessed[zip + 1] === undefined && share(afterZip, (cell) => /^\p{L}\D+$/u.test(cell)) >= 0.8;
  if (zip > 0 && isCity) give('city', zip + 1);
  give(
    'name',
    columns.findIndex((cells, at) => guessed[at] === undefined && share(cells, hasLetters) >= 0.8),
  );
  return guessed;
}

/** Eight digits are phone numbers only when few of them could be CVR numbers; by chance one in eleven could. */
const isClear = (column: Column, cells: readonly string[]): boolean =>
  column !== 'phone' ||
  cells.some((cell) => /[+\s()-]/.test(cell)) ||
  (cells.length > 2 && share(cells, isCvr) < 0.3);

const share = (cells: readonly string[], looks: (cell: string) => boolean): number =>
  cells.length === 0 ? 0 : cells.filter(looks).length / cells.length;
