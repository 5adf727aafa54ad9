/** Several companies: in settings, in the popup and in the panel. */
import { storedBy } from '../../helpers/stored.ts';
import { inWorld } from '../../helpers/worlds.ts';
import { company, download, field, press, status } from '../../pages/controls.ts';
import type { Kundebro } from '../../pages/kundebro.ts';
import { customerPage, heading, openPanel, visit } from '../../pages/panel.ts';
import { button, GROUPS } from '../../pages/steps.ts';
import { credentials } from '../../sandbox/index.ts';
import { expect, type Page, test } from '../fixtures.ts';

const { nordisk, fjord } = credentials;
const NORDISK = 'Nordisk Tekst ApS · Nordisk Tekst';
const FJORD = 'Fjord Regnskab ApS · Fjord Regnskab';

test.use({
  worldOptions: inWorld(() => ({
    customers: [{ id: 1, name: 'Zenit Film ApS' }],
    contacts: [{ Name: 'Måne Design' }],
    otherCustomers: [{ id: 1, name: 'Havnens Fisk I/S' }],
    otherContacts: [{ Name: 'Grøn Have' }],
  })),
});

const options = (page: Page) => company(page).locator('option');
const chosen = (page: Page) => company(page).locator('option:checked');

/** Everything stored but the request counts, since opening a view sends requests. */
async function kept(app: Kundebro) {
  const { limiters: _, ...tables } = (await storedBy(app)).tables;
  return tables;
}

test.describe('with one company', () => {
  test('the popup has no choice, and settings add another one', async ({ app }) => {
    const popup = await app.open('popup');
    await expect(button(popup, 'Start synkronisering')).toBeVisible();
    await expect(company(popup)).toHaveCount(0);

    const page = await app.open('options');
    await expect(options(page)).toHaveText([NORDISK]);
    await press(page, 'Tilføj firma');
    await expect(chosen(page)).toHaveText('Nyt firma');
    await expect(button(page, 'Tilføj firma')).toHaveCount(0);
    // What all companies share is not entered again.
    await expect(field(page, 'Klient-id')).toHaveValue(nordisk.clientId);
    await expect(field(page, 'Klienthemmelighed')).toHaveAccessibleDescription(/^Gemt /);
    for (const name of ['API-nøgle', 'API-token', 'Firma-id'])
      await expect(field(page, name)).toHaveValue('');
    await field(page, 'API-nøgle').fill(fjord.apiKey);
    await field(page, 'API-token').fill(fjord.effihubToken);
    await press(page, 'Gem indstillinger');
    await expect(status(page, 'Gemt')).toBeVisible();
    await expect(options(page)).toHaveText([FJORD, NORDISK]);
    await expect(chosen(page)).toHaveText(FJORD);
    // An open popup offers the choice at once, and keeps its company.
    await expect(options(popup)).toHaveText(['Fjord Regnskab ApS', 'Nordisk Tekst ApS']);
    await expect(chosen(popup)).toHaveText('Nordisk Tekst ApS');
  });

  test('removing it shows the overview of a new user', async ({ app }) => {
    const popup = await app.open('popup');
    const page = await app.open('options');
    await press(page, 'Fjern firma');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Fjern', exact: true }).click();
    await expect(status(page, 'Nordisk Tekst ApS er fjernet')).toBeVisible();
    await expect(field(page, 'Klient-id')).toHaveValue('');
    await expect(company(page)).toHaveCount(0);
    await expect(button(popup, 'Forbind Dinero og Effihub')).toBeVisible();
    const { tables } = await storedBy(app);
    for (const [name, rows] of Object.entries(tables))
      if (name !== 'limiters') expect(rows, name).toEqual([]);
  });
});

test.describe('with two companies', () => {
  test.beforeEach(({ app }) => app.connect(fjord));

  test('a name is saved by Enter and by leaving the field, and shown everywhere', async ({ app }) => {
    const popup = await app.open('popup');
    const page = await app.open('options');
    await field(page, 'Navn i Kundebro').fill('Havnen');
    await field(page, 'Navn i Kundebro').press('Enter');
    await expect(status(page, 'Navnet er gemt')).toBeVisible();
    await expect(options(page)).toHaveText(['Havnen · Fjord Regnskab', NORDISK]);
    await expect(options(popup)).toHaveText(['Havnen', 'Nordisk Tekst ApS']);
    await company(page).selectOption(NORDISK);
    await field(page, 'Navn i Kundebro').fill('Agenturet');
    await field(page, 'Klient-id').focus();
    await expect(options(page)).toHaveText(['Agenturet · Nordisk Tekst', 'Havnen · Fjord Regnskab']);
    await page.reload();
    await expect(options(page)).toHaveText(['Agenturet · Nordisk Tekst', 'Havnen · Fjord Regnskab']);
    await company(page).selectOption('Havnen · Fjord Regnskab');
    await field(page, 'Navn i Kundebro').fill('');
    await field(page, 'Navn i Kundebro').press('Enter');
    await expect(options(popup)).toHaveText(['Agenturet', 'Fjord Regnskab ApS']);
  });

  test('a paused one says so everywhere, and is resumed from the overview', async ({ app, sandbox }) => {
    const popup = await app.open('popup');
    const page = await app.open('options');
    await expect(chosen(page)).toHaveText(FJORD);
    await press(page, 'Sæt firmaet på pause');
    await expect(status(page, 'Firmaet er sat på pause')).toBeVisible();
    await expect(popup.getByRole('heading', { name: 'Firmaet er sat på pause', exact: true })).toBeVisible();
    await expect(button(popup, 'Start synkronisering')).toHaveCount(0);
    const before = sandbox.count();
    await popup.reload();
    await expect(button(popup, 'Genoptag firmaet')).toBeVisible();
    expect(sandbox.count()).toBe(before);
    // The other one continues.
    await company(popup).selectOption('Nordisk Tekst ApS');
    await expect(button(popup, 'Start synkronisering')).toBeVisible();
    await company(popup).selectOption('Fjord Regnskab ApS');
    await press(popup, 'Genoptag firmaet');
    await expect(button(popup, 'Start synkronisering')).toBeVisible();
    await expect(button(page, 'Sæt firmaet på pause')).toBeVisible();
  });

  test('removing one says what is lost and offers a backup; Annuller changes nothing', async ({ app }) => {
    const page = await app.open('options');
    const before = await kept(app);
    await press(page, 'Fjern firma');
    const dialog = page.getByRole('alertdialog', { name: 'Fjern Fjord Regnskab ApS', exact: true });
    await expect(dialog).toContainText('ignorer-liste, historik og påbegyndte valg');
    await expect(dialog).toContainText('Kunder og links i Dinero og Effihub bliver ikke ændret.');
    const { text } = await download(
      page,
      dialog.getByRole('button', { name: 'Hent sikkerhedskopi først', exact: true }),
    );
    const backup = JSON.parse(text);
    // Only of this company.
    expect(backup.companies.map(({ id }: { id: string }) => id)).toEqual(['551307:58']);
    await expect(dialog.getByText('Sikkerhedskopien er hentet', { exact: true })).toBeVisible();
    await dialog.getByRole('button', { name: 'Annuller', exact: true }).click();
    await expect(dialog).toHaveCount(0);
    await expect(options(page)).toHaveText([FJORD, NORDISK]);
    expect(await kept(app)).toEqual(before);

    await press(page, 'Fjern firma');
    await dialog.getByRole('button', { name: 'Fjern', exact: true }).click();
    await expect(status(page, 'Fjord Regnskab ApS er fjernet')).toBeVisible();
    await expect(options(page)).toHaveText([NORDISK]);
    await expect(field(page, 'Firma-id')).toHaveValue(String(nordisk.organizationId));
    await press(page, 'Test Dinero-forbindelsen');
    await expect(page.getByText('Forbundet til Nordisk Tekst ApS', { exact: true })).toBeVisible();
  });

  test('one with an unfinished run is not removed, with a reason', async ({ app, sandbox }) => {
    const wizard = await app.openAt(3, { import: ['Grøn Have'] });
    const held = sandbox.faults.add({ system: 'effihub', method: 'POST', path: /customers$/, kind: 'hold' });
    await press(wizard, 'Gem og fuldfør');
    await held.arrived;
    const page = await app.open('options');
    await press(page, 'Fjern firma');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Fjern', exact: true }).click();
    await expect(page.getByRole('alert')).toContainText('Kundebro er allerede i gang');
    await expect(options(page)).toHaveText([FJORD, NORDISK]);
    held.release();
    await expect(wizard.getByText('Synkroniseringen er færdig', { exact: true })).toBeVisible();
  });

  test('the popup switches between them, and later popups remember', async ({ app }) => {
    const popup = await app.open('popup');
    await expect(chosen(popup)).toHaveText('Fjord Regnskab ApS');
    await company(popup).selectOption('Nordisk Tekst ApS');
    await expect(popup.getByText('Firma-id 637871')).toBeVisible();
    await popup.close();
    const next = await app.begin('popup');
    await app.openGroup(next, GROUPS.unmatched);
    await expect(app.row(next, 'Zenit Film ApS')).toBeVisible();
    await expect(app.row(next, 'Havnens Fisk I/S')).toHaveCount(0);
  });

  test('a reset in the address asks once, and for no other company', async ({ app }) => {
    const page = await app.context.newPage();
    await page.goto(`${app.origin}/sync.html#nulstil/637871%3A41`);
    const dialog = page.getByRole('alertdialog', { name: 'Nulstil alle kundelinks', exact: true });
    await expect(dialog).toBeVisible();
    await dialog.getByRole('button', { name: 'Annuller', exact: true }).click();
    await expect(chosen(page)).toHaveText('Nordisk Tekst ApS');
    await company(page).selectOption('Fjord Regnskab ApS');
    await expect(page.getByText('Firma-id 551307')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Nulstil alle kundelinks', exact: true })).toBeVisible();
    await expect(dialog).toHaveCount(0);
  });

  test('the panel shows its page’s company, whatever the popup shows', async ({ app }) => {
    const site = await visit(app.context, customerPage(1));
    await openPanel(site);
    await expect(heading(site, 'Zenit Film ApS')).toBeVisible();
    const popup = await app.open('popup');
    for (const name of ['Nordisk Tekst ApS', 'Fjord Regnskab ApS']) {
      await company(popup).selectOption(name);
      await expect(chosen(popup)).toHaveText(name);
      await expect(heading(site, 'Zenit Film ApS')).toBeVisible();
    }
    const other = await visit(app.context, customerPage(1, 'fjordregnskab'));
    // It is also open on the site's other pages.
    await expect(heading(other, 'Havnens Fisk I/S')).toBeVisible();
    await company(popup).selectOption('Nordisk Tekst ApS');
    await expect(heading(other, 'Havnens Fisk I/S')).toBeVisible();
  });

  test('values entered for one are kept while another or a new one is shown', async ({ app }) => {
    const page = await app.open('options');
    await field(page, 'API-nøgle').fill('halvt skrevet');
    await company(page).selectOption(NORDISK);
    await expect(field(page, 'API-nøgle')).toHaveValue('');
    await expect(field(page, 'Firma-id')).toHaveValue(String(nordisk.organizationId));
    await press(page, 'Tilføj firma');
    await field(page, 'API-token').fill('også halvt');
    await company(page).selectOption(FJORD);
    await expect(field(page, 'API-nøgle')).toHaveValue('halvt skrevet');
    await expect(field(page, 'API-token')).toHaveValue('');
    await press(page, 'Tilføj firma');
    await expect(field(page, 'API-token')).toHaveValue('også halvt');
  });

  test('the outcome of one’s test is not shown beside another', async ({ app, sandbox }) => {
    const page = await app.open('options');
    const held = sandbox.faults.add({ system: 'dinero', path: /organizations$/, kind: 'hold' });
    await press(page, 'Test Dinero-forbindelsen');
    await held.arrived;
    await company(page).selectOption(NORDISK);
    await expect(field(page, 'Firma-id')).toHaveValue(String(nordisk.organizationId));
    // Records everything shown from now on.
    await page.evaluate(() => {
      const { body } = document;
      const look = () => body.toggleAttribute('data-wrong', body.innerText.includes('Forbundet til Fjord'));
      new MutationObserver(() => body.hasAttribute('data-wrong') || look()).observe(body, {
        childList: true,
        subtree: true,
      });
    });
    held.release();
    await expect.poll(() => sandbox.count({ system: 'dinero', path: /^\/v1\/551307\/contacts$/ })).toBe(2);
    // Nor do the buttons wait for the other one's answer.
    await press(page, 'Test Dinero-forbindelsen');
    await expect(page.getByText('Forbundet til Nordisk Tekst ApS', { exact: true })).toBeVisible();
    await expect(page.locator('body[data-wrong]')).toHaveCount(0);
  });

  test('an open flow says so when its company is removed, and goes nowhere', async ({ app }) => {
    const wizard = await app.openAt(1);
    const page = await app.open('options');
    await press(page, 'Fjern firma');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Fjern', exact: true }).click();
    await expect(status(page, 'Fjord Regnskab ApS er fjernet')).toBeVisible();
    await press(wizard, 'Fortsæt');
    await expect(wizard.getByRole('alert')).toContainText('Firmaet er ikke forbundet længere');
  });

  for (const [title, apiKey, words] of [
    ['a wrong key', 'forkert', 'Dinero genkender ikke API-nøglen'],
    [
      'the other one’s key',
      nordisk.apiKey,
      'API-nøglen hører til et andet firma i Dinero: Nordisk Tekst ApS',
    ],
  ] as const)
    test(`saving one with ${title} leaves both unchanged`, async ({ app }) => {
      const page = await app.open('options');
      const { tables: before } = await storedBy(app);
      await field(page, 'API-nøgle').fill(apiKey);
      await press(page, 'Gem indstillinger');
      await expect(page.getByRole('alert')).toContainText(words);
      await expect(page.getByRole('alert')).toContainText('Indstillingerne er ikke gemt.');
      const { tables } = await storedBy(app);
      for (const name of ['connections', 'secrets', 'clients'])
        expect(tables[name], name).toEqual(before[name]);
      await page.reload();
      for (const [label, name] of [
        [FJORD, 'Fjord Regnskab ApS'],
        [NORDISK, 'Nordisk Tekst ApS'],
      ] as const) {
        await company(page).selectOption(label);
        await press(page, 'Test Dinero-forbindelsen');
        await expect(page.getByText(`Forbundet til ${name}`, { exact: true })).toBeVisible();
      }
    });
});
