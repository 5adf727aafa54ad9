import { catalogues } from '../../../lib/features/words.ts';
import { expectAccessible } from '../../helpers/axe.ts';
import { inWorld } from '../../helpers/worlds.ts';
import { press, tabTo } from '../../pages/keyboard.ts';
import {
  column,
  connectWithSheets,
  copy,
  countsCustomers,
  openReading,
  pasteField,
  SUBDOMAIN,
  upload,
} from '../../pages/sheets.ts';
import { button, shows } from '../../pages/steps.ts';
import { credentials } from '../../sandbox/index.ts';
import { tableFormats } from '../../sandbox/sheets.ts';
import { expect, type Page, test } from '../fixtures.ts';

test.use({
  worldOptions: inWorld(() => ({
    contacts: [{ Name: 'Zenit Film' }, { Name: 'Mette Holm', IsPerson: true }],
  })),
  connected: false,
});

const NARROW = { width: 400, height: 600 };
const WIDE = { width: 780, height: 600 };

/** Checks with axe, wide and narrow, and that nothing scrolls sideways. */
async function expectFits(page: Page, view: string): Promise<void> {
  for (const size of [NARROW, WIDE]) {
    await page.setViewportSize(size);
    await expectAccessible(page, `${view}, ${size.width} wide`);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `${view}, ${size.width} wide`).toBe(0);
  }
}

for (const [language, colour] of [
  ['da', 'light'],
  ['en', 'dark'],
] as const) {
  test.describe(`in ${language}, ${colour}`, () => {
    test.use({ language: { da: 'da-DK', en: 'en-GB' }[language], colour });
    const words = catalogues[language];
    const { sheet } = words;

    test('axe finds nothing between reading a table and pasting one', { tag: '@slow' }, async ({ app }) => {
      test.setTimeout(120_000);
      const page = await app.open('options');
      const who = credentials.nordisk;
      const { settings } = words;
      await page.getByLabel(settings.clientId, { exact: true }).fill(who.clientId);
      await page.getByLabel(settings.clientSecret, { exact: true }).fill(who.clientSecret);
      await page.getByLabel(settings.apiKey, { exact: true }).fill(who.apiKey);
      await page.getByRole('radio', { name: settings.sheet, exact: true }).check();
      await expectFits(page, 'settings without an API');
      await page.getByLabel(settings.account, { exact: true }).fill(SUBDOMAIN);
      await button(page, settings.saveConnection).click();
      await expect(page.getByText(settings.saved, { exact: true }).first()).toBeVisible();

      await page.goto(`${app.origin}/sync.html`);
      await expect(page.getByText(sheet.never, { exact: true })).toBeVisible();
      await expectFits(page, 'overview before the first table');
      await button(page, sheet.read).click();
      await expect(button(page, sheet.chooseFile)).toBeVisible();
      await expectFits(page, 'reading');
      await upload(page, { name: 'kunder.pdf', bytes: new TextEncoder().encode('%PDF-1.7') });
      await expect(page.getByRole('alert')).toContainText(sheet.refusedFile['not-text'][0] ?? '');
      await expectFits(page, 'reading, refused');

      const twice = tableFormats.find(({ refused }) => refused > 0);
      await upload(page, { name: 'kunder.csv', bytes: twice?.bytes ?? new Uint8Array() });
      await expect(page.getByText(sheet.customers('3', false), { exact: true })).toBeVisible();
      await expect(page.getByText(sheet.change.added('3', false), { exact: true })).toBeVisible();
      await expectFits(page, 'preview');
      await button(page, sheet.use).click();
      await expect(page.getByText(sheet.done('3', false), { exact: true })).toBeVisible();
      await expectFits(page, 'overview with a table');

      await button(page, words.overview.start).click();
      await button(page, words.wizard.next).click();
      await button(page, words.import.importAll).click();
      await expectFits(page, 'step 3 without an API');
      await button(page, words.import.save).click();
      await expect(button(page, sheet.copyCompanies)).toBeVisible();
      await button(page, sheet.copyPersons).click();
      await expect(page.getByText(sheet.copied('1', true), { exact: true })).toBeVisible();
      await expectFits(page, 'result with what is to be pasted');
      await page.getByRole('checkbox', { name: sheet.pastedCompanies, exact: true }).click();
      await expect(page.getByText(sheet.pasted('1', true), { exact: true })).toBeVisible();
      await expectFits(page, 'result with what has been pasted');
    });
  });
}

test('a table is read by keyboard alone', async ({ app, extension }) => {
  await connectWithSheets(app);
  await copy(extension, 'Firmanavn\tKontakt\nBagergården ApS\tpost@bageren.example');
  const page = await app.open('sync');
  await press(page, button(page, 'Læs kundetabel'));
  await expect(app.heading(page, 'Læs kundetabel')).toBeFocused();
  await press(page, pasteField(page), 'ControlOrMeta+V');
  await expect(app.heading(page, 'Passer kolonnerne?')).toBeFocused();
  await countsCustomers(page, '1 kunde');
  await tabTo(page, column(page, 'Kolonne 2: Kontakt'));
  // Its first letter alone would choose the name, which must keep its column.
  await page.keyboard.type('Fakt');
  await shows(column(page, 'Kolonne 2: Kontakt'), 'Faktureringsmail');
  await shows(column(page, 'Kolonne 1: Firmanavn'), 'Firmanavn');
  await press(page, button(page, 'Brug tabellen'));
  await expect(app.heading(page, 'Synkroniser kunder')).toBeFocused();
  await expect(page.getByText('1 kunde er læst ind', { exact: true })).toBeVisible();
});

test('after choosing another table Tab leads to the file and the field', async ({ app }) => {
  await connectWithSheets(app);
  const page = await openReading(app);
  await pasteField(page).fill('Firmanavn\nBagergården ApS');
  await button(page, 'Vælg en anden tabel').click();
  await expect(app.heading(page, 'Læs kundetabel')).toBeFocused();
});
