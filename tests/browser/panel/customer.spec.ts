/** The panel on a customer's page in Effihub. */

import { contactNamed, inWorld } from '../../helpers/worlds.ts';
import { created } from '../../pages/create.ts';
import { linkOf } from '../../pages/match.ts';
import {
  button,
  contactPage,
  customerPage,
  heading,
  inPanel,
  launcher,
  openPanel,
  ready,
  text,
  visit,
} from '../../pages/panel.ts';
import { customerIsLinked, openCustomer, openDinero, press } from '../../pages/panel-card.ts';
import { written } from '../../pages/result.ts';
import { expect, test } from '../fixtures.ts';

const ZENIT = { id: 1, name: 'Zenit Film ApS', city: 'Odense', vatNumber: '25313763' };
const CREATE = 'POST /v1/637871/contacts';
const LINK = 'PUT /v1/customers/1/dinero-link';

test.describe('a customer in Effihub alone', () => {
  test.use({ worldOptions: inWorld(() => ({ customers: [ZENIT], contacts: [{ Name: 'Bagergården' }] })) });

  test('opens the contact list and copies its name, until the panel has been on the contact’s page', async ({
    app,
    sandbox,
  }) => {
    const page = await openCustomer(app.context);
    await press(page, 'Opret i Dinero');
    await expect(openDinero(page)).toHaveAttribute('href', 'https://app.dinero.dk/637871/contacts');
    const opened = app.context.waitForEvent('page');
    await openDinero(page).click();
    const list = await opened;
    await expect(list.getByRole('heading', { name: 'Kontakter', exact: true })).toBeVisible();
    await expect(text(page, '“Zenit Film ApS” er kopieret, så du kan søge efter kunden.')).toBeAttached();

    const address = contactPage(contactNamed(sandbox.world, 'Zenit Film ApS'));
    await list.goto(address);
    await openPanel(list);
    await expect(text(list, 'Synkroniseret med Zenit Film ApS')).toBeVisible();
    await page.reload();
    await expect(openDinero(page)).toHaveAttribute('href', address);
  });

  test('is created in Dinero and linked by one click', async ({ app, sandbox }) => {
    const page = await openCustomer(app.context);
    await expect(heading(page, 'Zenit Film ApS')).toBeVisible();
    await expect(text(page, 'Kunden er ikke linket til en kunde i Dinero.')).toBeVisible();
    await press(page, 'Opret i Dinero');
    await expect(text(page, 'Zenit Film ApS er oprettet i Dinero og linket')).toBeVisible();
    await customerIsLinked(page, 'Zenit Film ApS');

    const [contact, ...others] = created(sandbox);
    expect(others).toEqual([]);
    expect(contact).toMatchObject({
      Name: 'Zenit Film ApS',
      VatNumber: '25313763',
      City: 'Odense',
      CountryKey: 'DK',
      ExternalReference: 'effihub:41:1',
    });
    expect(linkOf(sandbox, 1)).toBe(contact?.ContactGuid);
    expect(written(sandbox)).toEqual([CREATE, LINK]);
  });
});

test.describe('an open panel', () => {
  test.use({ worldOptions: inWorld(() => ({ customers: [ZENIT] })) });

  test('is open again after a reload unless Escape has closed it', async ({ app }) => {
    const page = await openCustomer(app.context);
    await expect(heading(page, 'Zenit Film ApS')).toBeVisible();
    await page.reload();
    await ready(page);
    await expect(heading(page, 'Zenit Film ApS')).toBeVisible();
    await button(page, 'Alle kunder').press('Escape');
    await expect(launcher(page)).toBeVisible();
    await expect(heading(page, 'Zenit Film ApS')).toBeHidden();
    await page.reload();
    await expect(launcher(page)).toBeVisible();
    await expect(inPanel(page).getByRole('heading')).toHaveCount(0);
  });
});

test.describe('in an English browser', () => {
  test.use({ language: 'en-GB', worldOptions: inWorld(() => ({ customers: [ZENIT] })) });

  test('creating by one click has English words', { tag: '@slow' }, async ({ app, sandbox }) => {
    const page = await visit(app.context, customerPage(1));
    await page.getByRole('button', { name: 'Dinero synchronisation', exact: true }).click();
    const panel = page.frameLocator('iframe[title="Dinero synchronisation"]');
    await panel.getByRole('heading', { name: 'Zenit Film ApS', exact: true }).hover();
    await expect(panel.locator('html')).toHaveAttribute('data-ready', 'yes');
    await panel.getByRole('button', { name: 'Create in Dinero', exact: true }).click();
    await expect(panel.getByText('Zenit Film ApS has been created in Dinero and linked')).toBeVisible();
    await expect(panel.getByText('Synchronised with Zenit Film ApS')).toBeVisible();
    await expect(panel.getByRole('button', { name: 'Remove link', exact: true })).toBeVisible();
    expect(created(sandbox)).toHaveLength(1);
  });
});
