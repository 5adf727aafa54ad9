import { expect, test } from '../browser/fixtures.ts';
import { inWorld } from '../helpers/worlds.ts';
import {
  changes,
  connectWithSheets,
  countsCustomers,
  firstRows,
  openReading,
  upload,
} from '../pages/sheets.ts';
import { button } from '../pages/steps.ts';
import { utf8 } from '../sandbox/sheet-bytes.ts';
import { sheetRows } from '../sandbox/sheet-rows.ts';
import { longTable, tableFormats } from '../sandbox/sheets.ts';

test.use({ worldOptions: inWorld(() => ({ contacts: [{ Name: 'Solsikke Børnehave' }] })), connected: false });
test.beforeEach(({ app }) => connectWithSheets(app));

test('files of many formats are read with the right letters and columns', async ({ app }) => {
  test.setTimeout(180_000);
  const page = await openReading(app);
  for (const { title, file, bytes, customers, refused, fields } of tableFormats) {
    await test.step(title, async () => {
      await upload(page, { name: file, bytes });
      await expect(page.getByText(file)).toBeVisible();
      await countsCustomers(page, `${new Intl.NumberFormat('da').format(customers)} kunder`);
      if (refused > 0)
        await expect(page.getByRole('alert')).toContainText(`${refused} rækker bliver ikke læst`);
      else await expect(page.getByRole('alert')).toBeHidden();
      if (fields && !file.startsWith('fornavn')) {
        const cells = firstRows(page).getByRole('cell');
        for (const { name } of sheetRows) await expect(cells.filter({ hasText: name }).first()).toBeVisible();
      }
      await button(page, 'Vælg en anden tabel').click();
    });
  }
  expect(tableFormats.length).toBeGreaterThanOrEqual(16);
});

test('5,000 rows are read, and the page responds while they are stored', async ({ app, sandbox }) => {
  test.setTimeout(120_000);
  const page = await openReading(app);
  await upload(page, { name: 'mange.csv', bytes: utf8(longTable(5000)) });
  await countsCustomers(page, '5.000 kunder');
  await expect(changes(page).getByText('5.000 nye', { exact: true })).toBeVisible();
  const held = sandbox.faults.add({ system: 'dinero', path: /contacts$/, kind: 'hold' });
  await button(page, 'Brug tabellen').click();
  await held.arrived;
  await expect(button(page, 'Brug tabellen')).toHaveAttribute('aria-disabled', 'true');
  // A user who leaves meanwhile is not taken back.
  await button(page, 'Tilbage').click();
  await button(page, 'Læs kundetabel').click();
  await expect(app.heading(page, 'Læs kundetabel')).toBeVisible();
  held.release();
  await button(page, 'Tilbage').click();
  await expect(page.getByText(/^Læst .*: 5\.000 kunder$/)).toBeVisible({ timeout: 30_000 });
  await button(page, 'Start synkronisering').click();
  await expect(app.heading(page, 'Kunder uden match (5.000)')).toBeVisible({ timeout: 60_000 });
});
