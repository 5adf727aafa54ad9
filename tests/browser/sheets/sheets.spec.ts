import { TABLE, threeToImport } from '../../helpers/sheet-table.ts';
import { inWorld } from '../../helpers/worlds.ts';
import { button, inPanel, ready, text } from '../../pages/panel.ts';
import { press, visitPanel } from '../../pages/panel-card.ts';
import { connectWithSheets, pasteField, SUBDOMAIN } from '../../pages/sheets.ts';
import { choice, next, save } from '../../pages/steps.ts';
import { expect, test } from '../fixtures.ts';

test.use({ worldOptions: inWorld(threeToImport), connected: false });
test.beforeEach(({ app }) => connectWithSheets(app));

test('the panel on Effihub’s import page reads a table, and has what is to be pasted there', async ({
  app,
  extension,
}) => {
  const page = await visitPanel(extension, `https://${SUBDOMAIN}.effihub.com/customers/import`);
  await expect(text(page, 'Her indsætter du kunderne fra Dinero')).toBeVisible();
  await press(page, 'Læs kundetabel');
  await pasteField(inPanel(page)).fill(TABLE);
  await press(page, 'Brug tabellen');
  await expect(text(page, '2 kunder er læst ind')).toBeVisible();

  const tab = await app.begin();
  await next(tab, 3);
  await choice(tab, 'Mette Holm', 'Importér').check();
  await save(tab);
  await tab.close();
  await page.reload();
  await expect(button(page, 'Kopiér privatpersoner')).toBeVisible();
  await ready(page);
  await press(page, 'Kopiér privatpersoner');
  await expect(inPanel(page).getByText('1 kunde er kopieret. Indsæt den i Effihub.')).toBeVisible();
  const field = pasteField(page);
  await field.focus();
  await page.keyboard.press('ControlOrMeta+V');
  await expect(field).toHaveValue(/\nMette Holm\t/);
});
