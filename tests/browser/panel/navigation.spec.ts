/** The panel while the user navigates between pages and companies. */

import { inWorld, linksOf, oneOfEach } from '../../helpers/worlds.ts';
import { created } from '../../pages/create.ts';
import {
  button,
  contactAt,
  contactPage,
  customerPage,
  follow,
  heading,
  inPanel,
  ready,
  text,
} from '../../pages/panel.ts';
import {
  isAbout,
  offersNothing,
  openContact,
  openCustomer,
  openGroup,
  press,
  visitPanel,
} from '../../pages/panel-card.ts';
import { written } from '../../pages/result.ts';
import { action, GROUPS, STEPS, shows } from '../../pages/steps.ts';
import { credentials } from '../../sandbox/index.ts';
import { expect, test } from '../fixtures.ts';

const NORDISK = credentials.nordisk.organizationId;
const LIST = `https://app.dinero.dk/${NORDISK}/contacts`;

const three = ['Zenit Film ApS', 'Bagergården I/S', 'Måne Design'];

test.describe('navigation within the site', () => {
  test.describe('in Effihub', () => {
    test.use({ worldOptions: inWorld(() => ({ customers: three.map((name) => ({ name })) })) });

    test('the panel follows to the next customer and creates that one', async ({ app, sandbox }) => {
      const page = await openCustomer(app.context);
      await isAbout(page, 'Zenit Film ApS');
      await follow(page, customerPage(2));
      await isAbout(page, 'Bagergården I/S');
      await press(page, 'Opret i Dinero');
      await expect(text(page, 'Synkroniseret med Bagergården I/S')).toBeVisible();
      expect(created(sandbox).map(({ Name }) => Name)).toEqual(['Bagergården I/S']);

      await page.goBack();
      await isAbout(page, 'Zenit Film ApS');
      await expect(text(page, 'Ikke linket')).toBeVisible();
      await expect(text(page, 'Bagergården I/S er oprettet i Dinero og linket')).toHaveCount(0);
      await page.goForward();
      await isAbout(page, 'Bagergården I/S');
      await expect(text(page, 'Synkroniseret med Bagergården I/S')).toBeVisible();
      await follow(page, 'https://nordisktekst.effihub.com/kunder');
      await isAbout(page, 'Synkroniser kunder');
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
      const page = await visitPanel(app.context, LIST);
      await isAbout(page, 'Synkroniser kunder');
      await page.getByRole('link', { name: 'Zenit Film ApS', exact: true }).click();
      await isAbout(page, 'Zenit Film ApS');
      await follow(page, contactPage(contactAt(sandbox.world, 2)));
      await isAbout(page, 'Bagergården I/S');
      await page.goBack();
      await isAbout(page, 'Zenit Film ApS');
      await page.goForward();
      await isAbout(page, 'Bagergården I/S');
      await ready(page);
      await press(page, 'Importér til Effihub');
      await expect(text(page, 'Synkroniseret med Bagergården I/S')).toBeVisible();
      expect(linksOf(sandbox.world)).toEqual({ 'Bagergården I/S': 'Bagergården I/S' });
    });

    test('content of the previous contact is not attributed to the new address', {
      tag: '@slow',
    }, async ({ app, sandbox }) => {
      const page = await openContact(app.context, sandbox);
      await isAbout(page, 'Zenit Film ApS');
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
      // After a while the old content may belong to the new address: the panel asks.
      await isAbout(page, 'Hvilken kontakt viser siden?');
      await offersNothing(page);
      held.release();
      await isAbout(page, 'Bagergården I/S');
      await ready(page);
      await press(page, 'Ignorér');
      await expect(text(page, 'På ignorer-listen')).toBeVisible();
      await page.goBack();
      await isAbout(page, 'Zenit Film ApS');
      await expect(button(page, 'Ignorér')).toBeVisible();
      expect(written(sandbox)).toEqual([]);
    });

    test('a slow page is followed once it loads, up to the user’s last page', async ({ app, sandbox }) => {
      const page = await openContact(app.context, sandbox);
      await isAbout(page, 'Zenit Film ApS');
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
      await isAbout(page, 'Måne Design');
      await ready(page);
      await press(page, 'Importér til Effihub');
      await expect(text(page, 'Synkroniseret med Måne Design')).toBeVisible();
      expect(linksOf(sandbox.world)).toEqual({ 'Måne Design': 'Måne Design' });
    });
  });
});

test.describe('the wizard in the panel', () => {
  test.use({ worldOptions: inWorld(oneOfEach) });

  test('stays when the user opens another customer meanwhile, and continues in a tab', async ({
    app,
    sandbox,
  }) => {
    const page = await openCustomer(app.context);
    await isAbout(page, 'Bagergården ApS');
    await press(page, 'Alle kunder');
    await press(page, 'Start synkronisering');
    await isAbout(page, STEPS[1]);
    await openGroup(page, GROUPS.unmatched);
    const choice = action(inPanel(page), 'Stjerne Byg A/S');
    await choice.selectOption('Opret i Dinero');

    await follow(page, customerPage(3));
    await expect(page.getByRole('heading', { name: 'Stjerne Byg A/S', exact: true })).toBeVisible();
    await isAbout(page, STEPS[1]);
    await shows(choice, 'Opret i Dinero');
    await press(page, 'Kunden på siden');
    await isAbout(page, 'Stjerne Byg A/S');

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
