import { describe, expect, it } from 'vitest';
import { createTableState } from '../../../components/sheets/state.ts';
import type { SheetTable } from '../../../lib/features/sheets/messages.ts';
import { mergeTable, type SheetRow } from '../../../lib/systems/spreadsheets/merge.ts';

type Columns = SheetTable['columns'];

const { read, readText, setColumn, tableToSend } = createTableState();

const lines = (...rows: string[]) => rows.join('\n');
const TWO_ADDRESSES = lines(
  'Kundenr;Navn;Adresse;Postnr;By;Adresse;Postnr;By',
  '1;Bagergården ApS;Vej 1;8000;Aarhus;Gade 2;9000;Aalborg',
  '2;Grøn Have;Vej 2;8000;Aarhus;Gade 3;9000;Aalborg',
);
const TWO_NAMES = lines('Kundenr;Firmanavn;Navn', '1;Bagergården ApS;Mette Holm');

/** Reads a table with the choices made for earlier ones, and corrects it. */
async function readAgain(text: string, remembered: Columns, correct = () => {}): Promise<SheetTable> {
  await readText(text, remembered);
  correct();
  const table = tableToSend();
  if (!table) throw new Error('not read');
  return table;
}
const mapping = () => read.value?.mapping;

/** What reading the same table twice changes. */
async function changesTwice(text: string, correct?: () => void) {
  const first = await readAgain(text, [], correct);
  const rows: SheetRow[] = mergeTable([], first.customers, new Set(), 1).rows;
  const second = await readAgain(text, first.columns);
  const { changes } = mergeTable(rows, second.customers, new Set(), 2);
  return Object.entries(changes).filter(([, count]) => count > 0);
}

describe('choices for headings', () => {
  it('are none when everything was recognised', async () => {
    for (const text of [TWO_ADDRESSES, TWO_NAMES]) expect((await readAgain(text, [])).columns).toEqual([]);
  });

  it.each([
    ['with repeated headings', TWO_ADDRESSES, undefined],
    ['with the second address', TWO_ADDRESSES, () => setColumn(5, 'street')],
    ['with the second name', TWO_NAMES, () => setColumn(2, 'name')],
    ['with an unused column', TWO_ADDRESSES, () => setColumn(4, undefined)],
  ])('change nothing when the same table is read again %s', async (_, text, correct) => {
    const customers = text === TWO_NAMES ? 1 : 2;
    expect(await changesTwice(text, correct)).toEqual([['unchanged', customers]]);
  });

  it('do not include a heading that lost its meaning to another one', async () => {
    const { columns } = await readAgain(TWO_NAMES, [], () => setColumn(2, 'name'));
    expect(columns).toEqual([['Navn', 'name']]);
    await readAgain(lines('Kundenr;Firmanavn', '1;Bagergården ApS'), columns);
    expect(mapping()).toEqual(['customerNumber', 'name']);
  });

  it('for one table do not hide the name in the next one', async () => {
    const { columns } = await readAgain(TWO_NAMES, []);
    await readAgain(lines('Kundenr;Navn', '1;Bagergården ApS'), columns);
    expect(mapping()).toEqual(['customerNumber', 'name']);
  });

  it('of an earlier version, which kept every heading, count for the first of repeated headings', async () => {
    const kept: Columns = [
      ['Kundenr', 'customerNumber'],
      ['Navn', 'name'],
      ['Adresse', 'street'],
      ['Postnr', 'zipCode'],
      ['By', 'city'],
      ['Adresse', ''],
      ['Postnr', ''],
      ['By', ''],
    ];
    expect((await readAgain(TWO_ADDRESSES, kept)).customers[0]).toMatchObject({
      street: 'Vej 1',
      city: 'Aarhus',
    });
  });
});
