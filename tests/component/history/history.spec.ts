import AxeBuilder from '@axe-core/playwright';
import { catalogues } from '../../../lib/features/words.ts';
import { inWorld, oneOfEach } from '../../helpers/worlds.ts';
import { download } from '../../pages/controls.ts';
import { openHistory, runOf, runs, search, showRun } from '../../pages/history.ts';
import type { Kundebro } from '../../pages/kundebro.ts';
import { openGroup, rowsOf } from '../../pages/result.ts';
import { button } from '../../pages/steps.ts';
import { expect, type Page, test } from '../fixtures.ts';

test.use({ worldOptions: inWorld(oneOfEach) });

/** A sync with one of each, and a link that was removed: the overview after that. */
async function twoRuns(app: Kundebro): Promise<Page> {
  const { run, operations } = await app.sync({
    create: ['Stjerne Byg A/S'],
    import: ['Grøn Have ApS'],
    ignore: ['Solsikke Børnehave'],
  });
  const linked = operations.find(({ name }) => name === 'Bagergården ApS');
  await app.ask.unlink({ connectionId: run.connectionId, customerId: linked?.customerId ?? '' });
  return app.open('sync');
}

/** The report as a table's lines. */
async function report(page: Page): Promise<{ name: string; lines: string[] }> {
  const { name, text } = await download(page, button(page, 'Hent rapport'));
  return { name, lines: text.replace('\uFEFF', '').trim().split('\r\n') };
}

test('every run is in the list, the newest first, with what it did in short', async ({ app }) => {
  const page = await twoRuns(app);
  await openHistory(page);
  await expect(runs(page)).toHaveCount(2);
  await expect(runs(page).first()).toHaveAccessibleName(/^Link fjernet \d/);
  await expect(runs(page).first()).toContainText('1 link fjernet');
  await expect(runs(page).nth(1)).toHaveAccessibleName(/^Synkronisering \d/);
  await expect(runs(page).nth(1)).toContainText(
    '1 matchet, 1 oprettet i Dinero, 1 importeret til Effihub, 1 ignoreret',
  );
  await expect(runs(page).nth(1)).toContainText('Færdig');

  await showRun(page, 'Synkronisering');
  await openGroup(page, 'Oprettet i Dinero (1)');
  await expect(rowsOf(page, 'Oprettet i Dinero (1)')).toHaveAccessibleName('Stjerne Byg A/S');
  await expect(page.getByRole('button', { name: 'Prøv fejlede igen' })).toHaveCount(0);
  await button(page, 'Til historikken').click();
  await expect(runs(page)).toHaveCount(2);
  await button(page, 'Til oversigten').click();
  await expect(app.heading(page, 'Synkroniser kunder')).toBeFocused();
});

test('the search finds the runs of a customer, and in a run what was done to it', async ({ app }) => {
  const page = await twoRuns(app);
  await openHistory(page);
  await search(page).fill('stjerne');
  await expect(page.getByText('1 kørsel', { exact: true })).toBeVisible();
  await expect(runs(page)).toHaveAccessibleName(/^Synkronisering/);
  await expect(runs(page)).toContainText('Stjerne Byg A/S');

  await showRun(page, 'Synkronisering');
  await expect(search(page)).toHaveValue('stjerne');
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(['Oprettet i Dinero (1)']);
  await search(page).fill('bagergården');
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(['Matchet (1)']);
  await button(page, 'Til historikken').click();
  await expect(search(page)).toHaveValue('bagergården');
  await expect(runs(page)).toHaveCount(2);
  await search(page).fill('findes ikke');
  await expect(page.getByText('Ingen kørsler med den kunde')).toBeVisible();
  await expect(button(page, 'Hent rapport')).toBeHidden();
});

test('the reports hold one run, or every run that is shown', async ({ app }) => {
  const page = await twoRuns(app);
  await openHistory(page);
  const all = await report(page);
  expect(all.name).toMatch(/^kundebro-historik-\d{4}-\d\d-\d\d\.csv$/);
  expect(all.lines[0]).toMatch(/^Tidspunkt;Kørsel;Resultat;Handling;Kunde;Modpart;/);
  expect(all.lines[1]).toMatch(/^"?\d+\..*;Link fjernet;Udført;Fjern link;Bagergården ApS;BAGERGÅRDEN APS;/);
  expect(all.lines.filter((line) => line.includes(';Synkronisering;')).length).toBeGreaterThan(4);

  await search(page).fill('stjerne');
  await expect(runs(page)).toHaveCount(1);
  const found = await report(page);
  expect(found.lines).toHaveLength(2);
  expect(found.lines[1]).toContain(';Synkronisering;Udført;Opret i Dinero;Stjerne Byg A/S;');

  await showRun(page, 'Synkronisering');
  const one = await report(page);
  expect(one.name).toMatch(/^kundebro-koersel-/);
  expect(one.lines[0]).toMatch(/^Resultat;Handling;Kunde;Modpart;/);
  expect(one.lines.length).toBeGreaterThan(5);
});

test('before the first run it says so', async ({ app }) => {
  const page = await app.open('popup');
  await openHistory(page);
  await expect(page.getByText('Der er ikke sket noget endnu')).toBeVisible();
  await expect(button(page, 'Hent rapport')).toBeHidden();
});

test('a run that is going shows how far it is, and then what it did', async ({ app, sandbox }) => {
  const page = await app.openAt(3);
  const held = sandbox.faults.add({ system: 'effihub', method: 'PUT', path: /dinero-link$/, kind: 'hold' });
  await button(page, 'Gem og fuldfør').click();
  await held.arrived;
  const popup = await app.open('popup');
  await openHistory(popup);
  await expect(runOf(popup, 'Synkronisering')).toContainText('I gang');
  await showRun(popup, 'Synkronisering');
  await expect(popup.getByRole('progressbar', { name: 'Fremdrift' })).toBeVisible();
  held.release();
  await expect(popup.getByRole('heading', { name: 'Matchet (1)' })).toBeVisible();
  await button(popup, 'Til historikken').click();
  await expect(runOf(popup, 'Synkronisering')).toContainText('Færdig');
});

test('what a run is called is told late, and takes the focus from nobody', async ({ app, office }) => {
  await app.sync();
  const page = await app.open('sync');
  await openHistory(page);
  const { runResult } = office.handlers;
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  office.handlers.runResult = async (...input) => {
    await released;
    return runResult(...input);
  };
  await button(page, 'Vis').click();
  await expect(app.heading(page, 'Historik')).toBeFocused();
  await button(page, 'Til historikken').focus();
  release();
  await expect(button(page, 'Fortryd kørsel')).toBeVisible();
  // What the view does after it is drawn has been done, too.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  await expect(button(page, 'Til historikken')).toBeFocused();
});

test('keys alone lead to a run, through its dialog and back', async ({ app }) => {
  await app.sync();
  const page = await app.open('sync');
  await button(page, 'Historik').focus();
  await page.keyboard.press('Enter');
  await expect(app.heading(page, 'Historik')).toBeFocused();
  await expect(button(page, 'Vis')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(search(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(button(page, 'Vis')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /^Synkronisering / })).toBeFocused();
  await button(page, 'Fortryd kørsel').focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('alertdialog', { name: 'Fortryd kørsel' });
  await expect(dialog.getByRole('button', { name: 'Annuller' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(button(page, 'Fortryd kørsel')).toBeFocused();
});

for (const [language, colour] of [
  ['da', 'light'],
  ['en', 'dark'],
] as const) {
  test.describe(`in ${language}, ${colour}`, () => {
    test.use({ language: { da: 'da-DK', en: 'en-GB' }[language], colour });
    const { history } = catalogues[language];

    test('axe finds nothing in overview, list, run and dialog, nor does anything stick out at 400 pixels', async ({
      app,
    }) => {
      await app.sync();
      const page = await app.open('sync');
      await page.setViewportSize({ width: 400, height: 600 });
      const check = async (view: string) => {
        const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
        expect(
          violations.map(({ id }) => id),
          view,
        ).toEqual([]);
        const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(scrollWidth, view).toBeLessThanOrEqual(400);
      };
      await expect(button(page, history.title)).toBeVisible();
      await check('overview');
      await button(page, history.title).click();
      await expect(button(page, history.show)).toBeVisible();
      await check('list');
      await button(page, history.show).click();
      await expect(button(page, history.undo)).toBeVisible();
      await check('run');
      await button(page, history.undo).click();
      await expect(page.getByText(history.undoTasks.unlink('1', true))).toBeVisible();
      await check('dialog');
    });
  });
}
