/** The panel on a contact's page in Dinero. No API knows the number in its address: only names identify the contact. */

import { contactsOf, customersOf, inWorld } from '../../helpers/worlds.ts';
import { linkOf } from '../../pages/match.ts';
import { button, contactAt, contactPage, goTo, heading, inPanel, ready, text } from '../../pages/panel.ts';
import {
  contactIsLinked,
  offersNothing,
  openContact,
  openCustomer,
  openDinero,
  openEffihub,
  press,
  visitPanel,
} from '../../pages/panel-card.ts';
import { written } from '../../pages/result.ts';
import { contactGuid, type Sandbox, type StoredContact } from '../../sandbox/index.ts';
import { expect, type Page, test } from '../fixtures.ts';

const IMPORT = 'POST /v1/customers';
const ASK = 'Hvilken kontakt viser siden?';

const similar = (page: Page, name: string) =>
  inPanel(page)
    .getByRole('region', { name: 'Måske findes kunden allerede i Effihub', exact: true })
    .getByRole('listitem', { name, exact: true });
const dialog = (page: Page) => inPanel(page).getByRole('dialog', { name: 'Vælg Effihub-kunde', exact: true });

/** Somebody creates a contact in Dinero that resembles the first one. */
function addContact({ world }: Sandbox, changes: Partial<StoredContact>): StoredContact {
  const now = new Date(world.clock.tick()).toISOString();
  const contact = {
    ...contactAt(world, 1),
    ContactGuid: contactGuid(99),
    CreatedAt: now,
    UpdatedAt: now,
    number: 1_037_000_999,
    ...changes,
  };
  world.organization.contacts.set(contact.ContactGuid, contact);
  return contact;
}

test.describe('a contact in Dinero alone', () => {
  test.use({
    worldOptions: inWorld(() => ({
      contacts: [{ Name: 'Zenit Film ApS', City: 'Odense', VatNumber: '25313763' }],
      account: {
        defaults: {
          hub: { showTimesheets: false, showProjects: true, showPunchCards: false, showInvoices: true },
          language: 'en',
        },
      },
    })),
  });

  test('is imported and linked by one click, with the account’s hub defaults', async ({ app, sandbox }) => {
    const page = await openContact(app.context, sandbox);
    await expect(heading(page, 'Zenit Film ApS')).toBeVisible();
    await expect(text(page, 'Kunden er ikke linket til en kunde i Effihub.')).toBeVisible();
    await press(page, 'Importér til Effihub');
    await expect(text(page, 'Zenit Film ApS er importeret til Effihub og linket')).toBeVisible();
    await contactIsLinked(page, 'Zenit Film ApS');

    const { hub, language } = sandbox.world.account.defaults;
    expect(customersOf(sandbox.world)).toMatchObject([
      {
        name: 'Zenit Film ApS',
        city: 'Odense',
        vatNumber: '25313763',
        dineroContactGuid: contactGuid(1),
        hub,
        language,
      },
    ]);
    expect(written(sandbox)).toEqual([IMPORT]);
    const sent = sandbox.requests.find(({ method, path }) => method === 'POST' && path === '/v1/customers');
    expect(sent?.body).toMatchObject({ hub, language });
    await expect(openEffihub(page)).toHaveAttribute('href', 'https://nordisktekst.effihub.com/customers/1');
  });

  test('is imported once although the answer was lost', async ({ app, sandbox }) => {
    const page = await openContact(app.context, sandbox);
    sandbox.faults.add({ system: 'effihub', method: 'POST', path: /\/customers$/, kind: 'lost-answer' });
    await press(page, 'Importér til Effihub');
    await contactIsLinked(page, 'Zenit Film ApS');
    expect(written(sandbox)).toEqual([IMPORT, IMPORT]);
    expect(customersOf(sandbox.world)).toHaveLength(1);
  });

  test('goes onto the ignore list; Fortryd or Fjern fra ignorer-listen removes it', async ({
    app,
    sandbox,
  }) => {
    const page = await openContact(app.context, sandbox);
    await press(page, 'Ignorér');
    await expect(text(page, 'Sat på ignorer-listen')).toBeVisible();
    await expect(text(page, 'På ignorer-listen')).toBeVisible();
    await expect(button(page, 'Importér til Effihub')).toHaveCount(0);
    await press(page, 'Fortryd');
    await expect(button(page, 'Importér til Effihub')).toBeVisible();
    await expect(text(page, 'På ignorer-listen')).toHaveCount(0);

    await press(page, 'Ignorér');
    await expect(text(page, 'På ignorer-listen')).toBeVisible();
    await page.reload();
    await ready(page);
    await expect(text(page, 'På ignorer-listen')).toBeVisible();
    await press(page, 'Fjern fra ignorer-listen');
    await expect(text(page, 'Fjernet fra ignorer-listen')).toBeVisible();
    await expect(button(page, 'Ignorér')).toBeVisible();
    expect(written(sandbox)).toEqual([]);
  });

  test('has no card and no actions on a page without a name', async ({ app, sandbox }) => {
    const page = await visitPanel(app.context, contactPage({ number: 1_037_000_999 }));
    await expect(heading(page, 'Kunden på siden blev ikke fundet')).toBeVisible();
    await offersNothing(page);
    expect(written(sandbox)).toEqual([]);
  });

  test('is found although it was created after the lists were read', async ({ app, sandbox }) => {
    const page = await openContact(app.context, sandbox);
    await expect(heading(page, 'Zenit Film ApS')).toBeVisible();
    const contact = addContact(sandbox, { Name: 'Måne Design', VatNumber: null });
    await goTo(page, contactPage(contact));
    await ready(page);
    await expect(heading(page, 'Måne Design')).toBeVisible();
    await press(page, 'Importér til Effihub');
    await contactIsLinked(page, 'Måne Design');
    expect(customersOf(sandbox.world)).toMatchObject([
      { name: 'Måne Design', dineroContactGuid: contact.ContactGuid },
    ]);
  });
});

test.describe('a contact similar to a customer', () => {
  test.use({
    worldOptions: inWorld(() => ({
      contacts: [{ Name: 'Zenit Film A/S' }],
      customers: [
        { id: 4, name: 'Zenit Film ApS', city: 'Ribe' },
        { id: 5, name: 'Havnens Fisk I/S' },
        { id: 6, name: 'Bagergården ApS' },
      ],
    })),
  });

  test('is imported only by Importér alligevel', async ({ app, sandbox }) => {
    const page = await openContact(app.context, sandbox);
    await expect(similar(page, 'Zenit Film ApS').getByText('samme navn, anden selskabsform')).toBeVisible();
    await press(page, 'Importér til Effihub');
    await expect(button(page, 'Importér alligevel')).toBeVisible();
    expect(written(sandbox)).toEqual([]);
    await press(page, 'Importér alligevel');
    await contactIsLinked(page, 'Zenit Film A/S');
    expect(customersOf(sandbox.world)).toHaveLength(4);
    expect(linkOf(sandbox, 4)).toBeNull();
    expect(linkOf(sandbox, 7)).toBe(contactGuid(1));
  });

  test('is matched with that customer by one click', async ({ app, sandbox }) => {
    const page = await openContact(app.context, sandbox);
    await press(page, 'Match med Zenit Film ApS');
    await expect(text(page, 'Linket med Zenit Film ApS')).toBeVisible();
    await contactIsLinked(page, 'Zenit Film ApS');
    expect(linkOf(sandbox, 4)).toBe(contactGuid(1));
    expect(written(sandbox)).toEqual(['PUT /v1/customers/4/dinero-link']);
  });

  test('is matched with another customer found by searching', async ({ app, sandbox }) => {
    const page = await openContact(app.context, sandbox);
    await press(page, 'Match med eksisterende');
    const options = dialog(page).getByRole('option');
    await expect(options).toHaveText([/^Zenit Film ApS/, /^Bagergården ApS/, /^Havnens Fisk/]);
    await dialog(page).getByRole('searchbox', { name: 'Søg i Effihub-kunder' }).fill('fisk');
    await expect(options).toHaveText([/^Havnens Fisk/]);
    await options.click();
    await expect(dialog(page)).toHaveCount(0);
    await contactIsLinked(page, 'Havnens Fisk I/S');
    expect(linkOf(sandbox, 5)).toBe(contactGuid(1));
    expect(customersOf(sandbox.world)).toHaveLength(3);
  });
});

test.describe('a linked contact', () => {
  test.use({
    worldOptions: inWorld(() => ({
      contacts: [{ Name: 'ZENIT FILM' }],
      customers: [{ id: 4, name: 'Zenit Film ApS', dineroContactGuid: contactGuid(1) }],
    })),
  });

  test('shows its customer and a link to it, and Fjern link can be undone', async ({ app, sandbox }) => {
    const page = await openContact(app.context, sandbox);
    await expect(heading(page, 'ZENIT FILM')).toBeVisible();
    await contactIsLinked(page, 'Zenit Film ApS');
    await press(page, 'Fjern link');
    await expect(button(page, 'Importér til Effihub')).toBeVisible();
    expect(linkOf(sandbox, 4)).toBeNull();
    await press(page, 'Fortryd');
    await contactIsLinked(page, 'Zenit Film ApS');
    expect(linkOf(sandbox, 4)).toBe(contactGuid(1));

    const opened = app.context.waitForEvent('page');
    await openEffihub(page).click();
    await expect((await opened).getByRole('heading', { name: 'Zenit Film ApS', exact: true })).toBeVisible();
  });
});

test.describe('two contacts of the same name', () => {
  test.use({
    worldOptions: inWorld(() => ({
      contacts: [
        { Name: 'Jens Hansen', City: 'Ribe' },
        { Name: 'Jens Hansen', City: 'Odense' },
      ],
      customers: [{ id: 1, name: 'Jens Hansen', city: 'Odense', dineroContactGuid: contactGuid(2) }],
    })),
  });

  test('make the panel ask, and the answer is remembered', async ({ app, sandbox }) => {
    const page = await openContact(app.context, sandbox, 2);
    await expect(heading(page, ASK)).toBeVisible();
    await expect(button(page, 'Importér til Effihub')).toHaveCount(0);
    await expect(button(page, 'Det er Jens Hansen (Ribe)')).toBeVisible();
    await press(page, 'Det er Jens Hansen (Odense)');
    await expect(heading(page, 'Jens Hansen')).toBeVisible();
    await contactIsLinked(page, 'Jens Hansen');

    await page.reload();
    await ready(page);
    await contactIsLinked(page, 'Jens Hansen');
    await expect(heading(page, ASK)).toHaveCount(0);
    expect(written(sandbox)).toEqual([]);

    const effihub = await openCustomer(app.context);
    await expect(openDinero(effihub)).toHaveAttribute('href', contactPage(contactAt(sandbox.world, 2)));
  });

  test('make the panel ask for each, although the other one’s number is known', async ({ app, sandbox }) => {
    const page = await openContact(app.context, sandbox, 2);
    await press(page, 'Det er Jens Hansen (Odense)');
    await contactIsLinked(page, 'Jens Hansen');
    await goTo(page, contactPage(contactAt(sandbox.world, 1)));
    await ready(page);
    await expect(heading(page, ASK)).toBeVisible();
    await press(page, 'Det er Jens Hansen (Ribe)');
    await expect(button(page, 'Importér til Effihub')).toBeVisible();
    await expect(text(page, 'Ikke linket')).toBeVisible();
    expect(contactsOf(sandbox.world)).toHaveLength(2);
    expect(linkOf(sandbox, 1)).toBe(contactGuid(2));
  });
});
