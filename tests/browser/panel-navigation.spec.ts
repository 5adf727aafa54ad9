/** The panel while the user goes from page to page, and from company to company. */

import { inWorld, linksOf, oneOfEach } from '../helpers/worlds.ts';
import { created } from '../pages/create.ts';
import {
  button,
  contactAt,
  contactPage,
  customerPage,
  follow,
  heading,
  inPanel,
  openPanel,
  ready,
  text,
  visit,
} from '../pages/panel.ts';
import { written } from '../pages/result.ts';
import { GROUPS, STEPS } from '../pages/steps.ts';
import { credentials } from '../sandbox/index.ts';
import { expect, type Page, test } from './fixtures.ts';

const NORDISK = credentials.nordisk.organizationId;
const LIST = `https://app.dinero.dk/${NORDISK}/contacts`;

const press = (page: Page, name: string) => button(page, name).click();
const combobox = (page: Page, name: string) => inPanel(page).getByRole('combobox', { name, exact: true });

/** The panel is about somebody, and nobody else. */
async function shows(page: Page, name: string): Promise<void> {
  await expect(heading(page, name)).toBeVisible();
  await expect(inPanel(page).getByRole('heading', { level: 1 })).toHaveCount(1);
}

async function offersNothing(page: Page): Promise<void> {
  for (const name of ['Opret i Dinero', 'Importér til Effihub', 'Match med eksisterende', 'Ignorér'])
    await expect(button(page, name)).toHaveCount(0);
}

const three = ['Zenit Film ApS', 'Bagergården I/S', 'Måne Design'];

test.describe('going on without loading the page anew', () => {
  test.describe('in Effihub', () => {
    test.use({ worldOptions: inWorld(() => ({ customers: three.map((name) => ({ name })) })) });

    test('the panel follows to the next customer and creates that one', async ({ app, sandbox }) => {
      const page = await visit(app.context, customerPage(1));
      await openPanel(page);
      await shows(page, 'Zenit Film ApS');
      await follow(page, customerPage(2));
      await shows(page, 'Bagergården I/S');
      await press(page, 'Opret i Dinero');
      await expect(text(page, 'Synkroniseret med Bagergården I/S')).toBeVisible();
      expect(created(sandbox).map(({ Name }) => Name)).toEqual(['Bagergården I/S']);

      await page.goBack();
      await shows(page, 'Zenit Film ApS');
      await expect(text(page, 'Ikke linket')).toBeVisible();
      await expect(text(page, 'Bagergården I/S er oprettet i Dinero og linket')).toHaveCount(0);
      await page.goForward();
      await shows(page, 'Bagergården I/S');
      await expect(text(page, 'Synkroniseret med Bagergården I/S')).toBeVisible();
      await follow(page, 'https://nordisktekst.effihub.com/kunder');
      await shows(page, 'Synkroniser kunder');
      expect(linksOf(sandbox.world)).toEqual({
        'Zenit Film ApS': null,
        'Bagergården I/S': 'Bagergården I/S',
        'Måne Design': null,
      });
    });
  });

  test.describe('in Dinero', () => {
    test.use({ worldOptions: inWorld(() => ({ contacts: three.map((Name) => ({ Name })) })) });

    test('the panel follows to the next contact and imports that one', async ({ app, sandbox }) => {
      const page = await visit(app.context, LIST);
      await openPanel(page);
      await shows(page, 'Synkroniser kunder');
      await page.getByRole('link', { name: 'Zenit Film ApS', exact: true }).click();
      await shows(page, 'Zenit Film ApS');
      await follow(page, contactPage(contactAt(sandbox.world, 2)));
      await shows(page, 'Bagergården I/S');
      await page.goBack();
      await shows(page, 'Zenit Film ApS');
      await page.goForward();
      await shows(page, 'Bagergården I/S');
      await ready(page);
      await press(page, 'Importér til Effihub');
      await expect(text(page, 'Synkroniseret med Bagergården I/S')).toBeVisible();
      expect(linksOf(sandbox.world)).toEqual({ 'Bagergården I/S': 'Bagergården I/S' });
    });

    test('while the content is still that of the contact before, the panel takes it for nobody’s', async ({
      app,
      sandbox,
    }) => {
      const page = await visit(app.context, contactPage(contactAt(sandbox.world, 1)));
      await openPanel(page);
      await shows(page, 'Zenit Film ApS');
      const held = sandbox.faults.add({
        system: 'dinero',
        host: 'app.dinero.dk',
        path: /\/contacts\/\d+$/,
        kind: 'hold',
      });
      await follow(page, contactPage(contactAt(sandbox.world, 2)));
      await held.arrived;
      await expect(heading(page, 'Zenit Film ApS')).toHaveCount(0);
      await offersNothing(page);
      // After a while the old content might be the new one's, which only the user can tell.
      await shows(page, 'Hvilken kontakt viser siden?');
      await offersNothing(page);
      held.release();
      await shows(page, 'Bagergården I/S');
      await ready(page);
      await press(page, 'Ignorér');
      await expect(text(page, 'På ignorer-listen')).toBeVisible();
      await page.goBack();
      await shows(page, 'Zenit Film ApS');
      await expect(button(page, 'Ignorér')).toBeVisible();
      expect(written(sandbox)).toEqual([]);
    });

    test('a slow page is followed when it comes, and at last to where the user is', async ({
      app,
      sandbox,
    }) => {
      const page = await visit(app.context, contactPage(contactAt(sandbox.world, 1)));
      await openPanel(page);
      await shows(page, 'Zenit Film ApS');
      sandbox.faults.add({
        system: 'dinero',
        host: 'app.dinero.dk',
        path: /\/contacts\/\d+$/,
        kind: 'slow',
        ms: 700,
        times: 2,
      });
      await follow(page, contactPage(contactAt(sandbox.world, 2)));
      await follow(page, contactPage(contactAt(sandbox.world, 3)));
      await shows(page, 'Måne Design');
      await ready(page);
      await press(page, 'Importér til Effihub');
      await expect(text(page, 'Synkroniseret med Måne Design')).toBeVisible();
      expect(linksOf(sandbox.world)).toEqual({ 'Måne Design': 'Måne Design' });
    });
  });
});
test.describe('the four steps in the panel', () => {
  test.use({ worldOptions: inWorld(oneOfEach) });

  const openGroup = async (page: Page, name: string) => {
    await press(page, name);
    await expect(button(page, name)).toHaveAttribute('aria-expanded', 'true');
  };

  test('stay when the user looks at another customer meanwhile, and go on in a tab', async ({
    app,
    sandbox,
  }) => {
    const page = await visit(app.context, customerPage(1));
    await openPanel(page);
    await shows(page, 'Bagergården ApS');
    await press(page, 'Alle kunder');
    await press(page, 'Start synkronisering');
    await shows(page, STEPS[1]);
    await openGroup(page, GROUPS.unmatched);
    const choice = combobox(page, 'Handling for Stjerne Byg A/S');
    await choice.selectOption('Opret i Dinero');

    await follow(page, customerPage(3));
    await expect(page.getByRole('heading', { name: 'Stjerne Byg A/S', exact: true })).toBeVisible();
    await shows(page, STEPS[1]);
    await expect(choice.locator('option:checked')).toHaveText('Opret i Dinero');
    await press(page, 'Kunden på siden');
    await shows(page, 'Stjerne Byg A/S');

    const tab = await app.open('sync');
    await tab.getByRole('button', { name: 'Fortsæt synkronisering', exact: true }).click();
    await expect(app.heading(tab, STEPS[1])).toBeVisible();
    await app.next(tab);
    await expect(app.heading(tab, STEPS[2])).toBeVisible();
    await expect(app.row(tab, 'Stjerne Byg A/S')).toBeVisible();
    await app.toImport(tab);
    await app.finish(tab);
    expect(created(sandbox).map(({ Name }) => Name)).toEqual(['Stjerne Byg A/S']);
    await page.bringToFront();
    await expect(text(page, 'Synkroniseret med Stjerne Byg A/S')).toBeVisible();
  });
});
