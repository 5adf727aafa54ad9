/** Tables for Effihub's "Importer kunder > kopier og indsæt fra regneark". */
import { countryNames } from '../../domain/countries.ts';
import { CALCULATED_BUT_NUMBERS, csvOf } from '../../domain/csv.ts';
import type { Party } from '../../domain/customer.ts';
import { singleSpaced } from '../../domain/text.ts';
import { vatNumberFor } from '../../domain/vat-number.ts';

/** A customer to import; `id` finds it again. */
export interface SheetImport extends Omit<Party, 'isPerson' | 'updatedAt'> {
  id: string;
  isPerson: boolean;
}

/** Rows in the order of `PASTE_HEADINGS`, without line breaks in cells. */
export type PasteTable = readonly (readonly string[])[];

export const PASTE_HEADINGS: readonly string[] = [
  'Firmanavn',
  'Kundenummer',
  'CVR nummer',
  'Adresse',
  'Postnummer',
  'By',
  'Land',
  'Faktureringsmail',
  'Telefon',
  'Webside',
  'Noter',
];

/** Companies and private persons, which Effihub imports separately. Effihub assigns the numbers. */
export function pasteTables(imports: readonly SheetImport[]): { companies: PasteTable; persons: PasteTable } {
  const danish = new Map(countryNames('da').map(({ code, name }) => [code, name]));
  const row = (party: SheetImport): string[] =>
    [
      party.name,
      '',
      party.isPerson ? '' : vatNumberFor(party.vatNumber, party.countryCode),
      party.street,
      party.zipCode,
      party.city,
      party.countryCode && (danish.get(party.countryCode) ?? party.countryCode),
      party.email,
      party.phone,
      party.website,
      '',
    ].map((cell) => singleSpaced(cell ?? ''));
  return {
    companies: imports.filter(({ isPerson }) => !isPerson).map(row),
    persons: imports.filter(({ isPerson }) => isPerson).map(row),
  };
}

/**
 * A table in the clipboard format of spreadsheets. A cell that would be a formula gets a `'`, which reading removes
 * again; a cell that begins with a quote is quoted, or it would swallow the next ones.
 */
export function asClipboard(table: PasteTable): string {
  const cellOf = (cell: string): string => {
    if (CALCULATED_BUT_NUMBERS.test(cell)) return `'${cell}`;
    return cell.startsWith('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
  };
  return [PASTE_HEADINGS, ...table].map((row) => row.map(cellOf).join('\t')).join('\r\n');
}

/** A CSV file; formulas as in `asClipboard`. */
export const asCsv = (table: PasteTable): Promise<string> =>
  csvOf([PASTE_HEADINGS, ...table], CALCULATED_BUT_NUMBERS);
