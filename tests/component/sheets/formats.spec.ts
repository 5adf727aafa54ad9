import { inWorld } from '../../helpers/worlds.ts';
import {
  column,
  connectWithSheets,
  countsCustomers,
  firstRows,
  openReading,
  type TableFile,
  upload,
  use,
} from '../../pages/sheets.ts';
import { action, at, button, GROUPS, shows } from '../../pages/steps.ts';
import { utf8, windows1252 } from '../../sandbox/sheet-bytes.ts';
import { expect, type Page, test } from '../fixtures.ts';

test.use({ worldOptions: inWorld(() => ({ contacts: [{ Name: 'Solsikke Børnehave' }] })), connected: false });
test.beforeEach(({ app }) => connectWithSheets(app));

/** The messages about an unusable file. */
async function expectRefused(page: Page, file: TableFile, title: string): Promise<void> {
  await upload(page, file);
  await expect(page.getByRole('alert')).toContainText(title);
  await expect(page.getByRole('alert')).toContainText('Tabellen er ikke læst ind, og intet er ændret.');
  await expect(button(page, 'Brug tabellen')).toBeHidden();
}

const bytesOf = (...starts: number[]) => Uint8Array.from({ length: 400 }, (_, at) => starts[at] ?? at % 7);

test('a file that is not a table is refused with a reason, and nothing is changed', async ({
  app,
  sandbox,
}) => {
  const page = await openReading(app);
  const excel = 'Filen er en Excel-projektmappe';
  const noTable = 'Filen er ikke en tabel';
  await expectRefused(page, { name: 'kunder.xlsx', bytes: bytesOf(0x50, 0x4b, 3, 4) }, excel);
  await expectRefused(page, { name: 'kunder.csv', bytes: bytesOf(0xd0, 0xcf, 0x11, 0xe0) }, excel);
  await expectRefused(page, { name: 'kunder.xls', bytes: utf8('<html><table><tr><td>Navn') }, excel);
  await expectRefused(page, { name: 'kunder.pdf', bytes: utf8('%PDF-1.7\nkunder') }, noTable);
  await expectRefused(page, { name: 'kunder.txt', bytes: bytesOf(0, 1, 2) }, noTable);
  const wide = utf8(Array.from({ length: 300 }, (_, index) => `Kolonne ${index}`).join(';'));
  await expectRefused(page, { name: 'bred.csv', bytes: wide }, 'Tabellen har mere end 200 kolonner');
  for (const text of ['', ' \n\t\n', 'Firmanavn;By\n', 'Firmanavn;By\n;\n'])
    await expectRefused(page, { name: 'tom.csv', bytes: utf8(text) }, 'Der er ingen kunder i tabellen');
  await button(page, 'Tilbage').click();
  await expect(page.getByText('Kunderne er ikke læst ind endnu.', { exact: true })).toBeVisible();
  expect(sandbox.count({ method: 'POST', path: /contacts/ })).toBe(0);

  // A valid one removes the message.
  await button(page, 'Læs kundetabel').click();
  await upload(page, { name: 'god.csv', bytes: windows1252('Firmanavn;By\nMåne Design ApS;Ærø\n') });
  await countsCustomers(page, '1 kunde');
  await expect(page.getByRole('alert')).toBeHidden();
});

test('rejected rows are named with line and reason', async ({ app }) => {
  const page = await openReading(app);
  const rows = [
    'Kundenr.;Firmanavn;Land;CVR',
    '1;Bagergården ApS;DK;',
    '1;Havnens Fisk I/S;DK;',
    '2;;DK;',
    '3;Grøn Have;Atlantis;1,23E+07',
    '4;Måne Design ApS;Danmark;ukendt',
  ];
  await upload(page, { name: 'rod.csv', bytes: utf8(rows.join('\n')) });
  await countsCustomers(page, '2 kunder');
  const refused = page.getByRole('alert');
  await expect(refused).toContainText('3 rækker bliver ikke læst');
  await expect(refused).toContainText('Række 2, Bagergården ApS: har samme nummer eller navn som række 3');
  await expect(refused).toContainText('Række 3, Havnens Fisk I/S: har samme nummer eller navn som række 2');
  await expect(refused).toContainText('Række 4 har intet navn');
  const doubts = page.getByRole('status').filter({ hasText: '3 felter bliver ikke læst' });
  await expect(doubts).toContainText('Række 5, Grøn Have: landet “Atlantis” kendes ikke');
  await expect(doubts).toContainText('Række 5, Grøn Have: regnearket har forkortet tallet “1,23E+07”');
  await expect(doubts).toContainText('Række 6, Måne Design ApS: “ukendt” er ikke et CVR-nummer');
  await use(page, '2 kunder er læst ind');
});

test('formulas, markup and JavaScript names are text, in the preview and afterwards', async ({ app }) => {
  const opened: string[] = [];
  const image = '<img src=x onerror=alert(1)>';
  const formula = '=HYPERLINK("https://ondt.example";"Klik")';
  const page = await openReading(app);
  page.on('dialog', (dialog) => {
    opened.push(dialog.message());
    void dialog.dismiss();
  });
  const rows = [
    ['__proto__', 'Firmanavn', 'constructor', 'By', image],
    ['1', image, 'toString', formula, '<script>alert(2)</script>'],
    ['2', formula, 'valueOf', image, '{{7*7}}'],
    ['3', '__proto__', 'hasOwnProperty', 'constructor', '<%= 7*7 %>'],
  ];
  await upload(page, {
    name: `${image}.csv`,
    bytes: utf8(rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n')),
  });
  await countsCustomers(page, '3 kunder');
  for (const cell of [image, formula, '__proto__', '{{7*7}}'])
    await expect(firstRows(page).getByRole('cell', { name: cell, exact: true }).first()).toBeVisible();
  await expect(page.getByText(`${image}.csv`)).toBeVisible();
  await column(page, 'Kolonne 1: __proto__').selectOption('Kundenummer');
  await column(page, 'Kolonne 3: constructor').selectOption('Noter');
  await use(page, '3 kunder er læst ind');

  await button(page, 'Start synkronisering').click();
  await at(page, 1);
  await app.openGroup(page, GROUPS.unmatched);
  for (const name of [image, formula, '__proto__']) await expect(action(page, name)).toBeVisible();
  await expect(app.row(page, image)).toContainText(formula);
  await expect(page.locator('img, body script, [onerror]')).toHaveCount(0);
  expect(opened).toEqual([]);

  // Choices for such headings are remembered like any others.
  const again = await openReading(app);
  await upload(again, { name: 'igen.csv', bytes: utf8('__proto__;Firmanavn;constructor\n1;Ny;note\n') });
  await shows(column(again, 'Kolonne 1: __proto__'), 'Kundenummer');
  await shows(column(again, 'Kolonne 3: constructor'), 'Noter');
});
