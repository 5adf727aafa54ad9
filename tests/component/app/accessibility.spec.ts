import { helpCatalogues } from '../../../lib/features/help/words.ts';
import { catalogues, type Language } from '../../../lib/features/words.ts';
import { expectAccessible } from '../../helpers/axe.ts';
import { everyKindOfRow, inWorld } from '../../helpers/worlds.ts';
import type { Kundebro } from '../../pages/kundebro.ts';
import { button } from '../../pages/steps.ts';
import { credentials, type Faults } from '../../sandbox/index.ts';
import { expect, type Page, test } from '../fixtures.ts';

test.use({ worldOptions: inWorld(everyKindOfRow) });

/** Makes sure that axe measures the contrast of this colour scheme. */
async function expectColour(page: Page, colour: 'light' | 'dark'): Promise<void> {
  const text = await page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d');
    if (!canvas) return [];
    canvas.fillStyle = getComputedStyle(document.body).color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)];
  });
  const brightness = text.reduce((sum, part) => sum + part, 0) / 3;
  expect(brightness > 128).toBe(colour === 'dark');
}

/** Connects in either language. */
async function connect(page: Page, words: (typeof catalogues)[Language]['settings']): Promise<void> {
  const who = credentials.nordisk;
  await page.getByLabel(words.clientId, { exact: true }).fill(who.clientId);
  await page.getByLabel(words.clientSecret, { exact: true }).fill(who.clientSecret);
  await page.getByLabel(words.apiKey, { exact: true }).fill(who.apiKey);
  await page.getByLabel(words.organizationId, { exact: true }).fill(String(who.organizationId));
  await page.getByLabel(words.token, { exact: true }).fill(who.effihubToken);
  await button(page, words.saveConnection).click();
}

// axe's findings depend on words or colours, never on both together.
for (const [language, colour] of [
  ['da', 'light'],
  ['en', 'dark'],
] as const) {
  test.describe(`in ${language}, ${colour}`, () => {
    test.use({ language: { da: 'da-DK', en: 'en-GB' }[language], colour, connected: false });
    const words = catalogues[language];

    test('axe finds nothing on the overview and in the settings', { tag: '@slow' }, async ({
      app,
      sandbox,
    }) => {
      const overview = await app.open('popup');
      await expect(button(overview, words.overview.connect)).toBeVisible();
      await expectColour(overview, colour);
      await expectAccessible(overview, 'overview, not connected');

      const options = await app.open('options');
      await expect(options.getByRole('heading', { name: words.settings.title, exact: true })).toBeVisible();
      await expectAccessible(options, 'settings, empty');
      await button(options, words.settings.saveConnection).click();
      await expect(options.locator('[aria-invalid=true]').first()).toBeVisible();
      await expectAccessible(options, 'settings, with empty fields');
      sandbox.world.account.token = 'sandbox-another-token';
      await connect(options, words.settings);
      await expect(options.getByRole('alert').first()).toBeVisible();
      await expectAccessible(options, 'settings, refused');
      sandbox.world.account.token = credentials.nordisk.effihubToken;
      await button(options, words.settings.saveConnection).click();
      await expect(options.getByText(words.settings.saved, { exact: true }).first()).toBeVisible();
      await expectAccessible(options, 'settings, saved');

      await overview.reload();
      await expect(button(overview, words.overview.start)).toBeVisible();
      await expectAccessible(overview, 'overview, connected');
      sandbox.world.account.dinero = { enabled: false, organizationId: 1 };
      await overview.reload();
      await expect(overview.getByText(words.overview.integrationOff)).toBeVisible();
      await expectAccessible(overview, 'overview, with a warning');
    });

    test('axe finds nothing on the four steps, their dialogs and the result', {
      tag: language === 'en' ? '@slow' : [],
    }, async ({ app, sandbox }) => {
      test.setTimeout(120_000);
      await app.connect(credentials.nordisk);
      const page = await app.open('sync');
      const reading = sandbox.faults.add({
        system: 'dinero',
        method: 'GET',
        path: /contacts$/,
        kind: 'hold',
      });
      await button(page, words.overview.start).click();
      await reading.arrived;
      await expect(page.getByText(words.wizard.reading, { exact: true })).toBeVisible();
      await expectAccessible(page, 'reading');
      reading.release();

      await stepOne(app, page);
      await expect(page.getByRole('heading', { name: words.create.title, exact: true })).toBeVisible();
      await expect(page.getByText(words.create.warnings.vatNumber).first()).toBeVisible();
      await expectAccessible(page, 'step 2');
      await button(page, words.wizard.next).click();

      await stepThree(page);
      await run(page, sandbox.faults);
      await afterwards(app, page);
    });

    async function stepOne(app: Kundebro, page: Page): Promise<void> {
      const { match } = words;
      await expect(button(page, match.review.matched)).toBeVisible();
      await expectAccessible(page, 'step 1, closed');
      for (const group of Object.values(match.review)) await app.openGroup(page, group);
      await expectAccessible(page, 'step 1, open');
      await page.getByRole('button', { name: match.contactFor('Lyngens Honning ApS', 'Lyngens') }).click();
      const dialog = page.getByRole('dialog', { name: match.dialog });
      await expect(dialog.getByRole('option').first()).toBeVisible();
      await expectAccessible(page, 'contact dialog');
      await dialog.getByRole('searchbox').fill('findes ikke');
      await expect(dialog.getByText(match.noContact)).toBeVisible();
      await expectAccessible(page, 'contact dialog, nothing found');
      await page.keyboard.press('Escape');
      for (const name of ['Stjerne Byg A/S', 'Måne Design ApS'])
        await page
          .getByRole('combobox', { name: match.actionFor(name), exact: true })
          .selectOption(match.actions.create);
      await button(page, words.wizard.next).click();
    }

    async function stepThree(page: Page): Promise<void> {
      await expect(page.getByRole('heading', { name: words.import.title, exact: true })).toBeVisible();
      await page.getByRole('checkbox', { name: words.import.suppliers }).check();
      await button(page, words.import.importAll).click();
      await page
        .getByRole('radiogroup', { name: words.import.choiceFor('Papir og Blæk A/S') })
        .getByRole('radio', { name: words.import.actions.ignore })
        .check();
      await expectAccessible(page, 'step 3');
    }

    async function run(page: Page, faults: Faults): Promise<void> {
      await pausedRun(page, faults);
      await button(page, words.result.resume).click();
      await expect(page.getByText(words.result.doneWithFailures(3))).toBeVisible();
      await expectAccessible(page, 'result, with failures');
    }

    /** Held midway, then paused with a reason. */
    async function pausedRun(page: Page, faults: Faults): Promise<void> {
      const write = { system: 'dinero', method: 'POST', path: /contacts$/ } as const;
      const held = faults.add({ ...write, kind: 'hold' });
      const refused = faults.add({ ...write, kind: 'status', status: 403, body: { code: 48 }, times: 9 });
      await button(page, words.import.save).click();
      await held.arrived;
      await expect(page.getByRole('progressbar', { name: words.result.progress })).toBeVisible();
      await expectAccessible(page, 'running');
      held.release();
      await expect(button(page, words.result.resume)).toBeVisible();
      await expect(page.getByRole('alert')).toBeVisible();
      await expectAccessible(page, 'paused with a reason');
      refused.remove();
    }

    async function afterwards(app: Kundebro, page: Page): Promise<void> {
      await button(page, words.result.finish).click();
      await button(page, words.overview.reset).click();
      await expect(page.getByRole('alertdialog', { name: words.overview.reset })).toBeVisible();
      await expectAccessible(page, 'reset dialog');
      await page.keyboard.press('Escape');
      await app.read();
      await button(page, words.overview.startOver).click();
      await expect(page.getByRole('alertdialog', { name: words.overview.startOver })).toBeVisible();
      await expectAccessible(page, 'start over dialog');

      const options = await app.open('options');
      await expect(button(options, words.settings.removeNamed('Papir og Blæk A/S'))).toBeVisible();
      await expectAccessible(options, 'ignore list');
    }

    test('axe finds nothing on the help', { tag: '@slow' }, async ({ app }) => {
      const page = await app.open('help');
      const help = helpCatalogues[language];
      await expect(page.getByRole('heading', { level: 1, name: words.common.help })).toBeVisible();
      await expectColour(page, colour);
      await expectAccessible(page, 'help');
      await page.goto(`${app.origin}/help.html#invoices`);
      await expect(page.getByRole('heading', { name: help.topics.invoices.title })).toBeFocused();
      await expectAccessible(page, 'help, at a topic');
      await page.setViewportSize({ width: 400, height: 600 });
      await button(page, help.contents).click();
      await expectAccessible(page, 'help, narrow with its contents');
      await page.getByRole('searchbox', { name: help.search }).fill('intet af det her');
      await expect(page.getByRole('article')).toHaveCount(0);
      await expectAccessible(page, 'help, nothing found');
    });
  });
}
