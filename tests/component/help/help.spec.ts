import type { BrowserContext, Locator } from '@playwright/test';
import { press, tabTo } from '../../pages/keyboard.ts';
import { button as inPanelButton } from '../../pages/panel.ts';
import { isAbout, openCustomer } from '../../pages/panel-card.ts';
import { rowsOf } from '../../pages/result.ts';
import { at, button, STEPS } from '../../pages/steps.ts';
import { contactGuid, credentials } from '../../sandbox/index.ts';
import { expect, type Page, test } from '../fixtures.ts';

const { nordisk } = credentials;

const heading = (page: Page, name: string): Locator =>
  page.getByRole('heading', { level: 3, name, exact: true });
const topic = (page: Page, name: string): Locator => page.getByRole('article', { name, exact: true });
const contents = (page: Page, name = 'Indhold'): Locator => page.getByRole('navigation', { name });
const search = (page: Page): Locator => page.getByRole('searchbox', { name: 'Søg i hjælpen' });

/** The help's tab that a button opens. */
async function helpBy(context: BrowserContext, opener: Locator): Promise<Page> {
  const opened = context.waitForEvent('page');
  await opener.click();
  const page = await opened;
  await page.waitForURL(/\/help\.html/);
  return page;
}

/** It can be read at once, and Tab goes on from here. */
async function expectAt(page: Page, title: string): Promise<void> {
  await expect(heading(page, title)).toBeFocused();
  await expect(heading(page, title)).toBeInViewport();
}

test.describe('in the settings', () => {
  test.use({ connected: false });

  test('an API key that Dinero does not know leads to the help about keys', async ({ app, extension }) => {
    const page = await app.open('options');
    await app.fillSettings(page, { ...nordisk, apiKey: 'forkert' });
    await button(page, 'Test Dinero-forbindelsen').click();
    const alert = page.getByRole('alert').filter({ hasText: 'Dinero genkender ikke API-nøglen' });
    const help = await helpBy(extension, alert.getByRole('button', { name: 'Hjælp til fejlen' }));
    await expectAt(help, 'Nøgler og login');
    await expect(topic(help, 'Nøgler og login')).toContainText('Hvert firma har sin egen.');
    const settings = extension.waitForEvent('page');
    await topic(help, 'Nøgler og login').getByRole('button', { name: 'Åbn indstillinger' }).click();
    await expect(app.heading(await settings, 'Indstillinger')).toBeVisible();
  });

  test('the way to the help is there before anything went wrong', async ({ app, extension }) => {
    const page = await app.open('options');
    await expectAt(await helpBy(extension, button(page, 'Hjælp')), 'Kom i gang');
  });
});

test('each customer that failed leads to the help about its own reason', async ({ connectTo, extension }) => {
  const app = await connectTo({
    customers: [
      { id: 1, name: 'Ukendt Nummer ApS', vatNumber: '25313763' },
      { id: 2, name: 'Optaget ApS', invoiceEmail: 'post@optaget.dk' },
    ],
    contacts: [{ Name: 'Klar Vask I/S', Email: 'post@optaget.dk' }],
    unknownCvr: ['25313763'],
  });
  const plan = { create: ['Ukendt Nummer ApS'], import: ['Klar Vask I/S'] };
  const page = await app.openAt(3, plan);
  await app.finish(page, 'Synkroniseringen er færdig med 2 fejl');
  for (const [name, title] of [
    ['Ukendt Nummer ApS', 'CVR-nummeret blev ikke godtaget'],
    ['Klar Vask I/S', 'E-mailen blev ikke godtaget'],
  ] as const) {
    const row = rowsOf(page, 'Fejl (2)').filter({ hasText: name });
    const opener = row.getByRole('button', { name: `Hjælp til fejlen ved ${name}`, exact: true });
    await expectAt(await helpBy(extension, opener), title);
  }
  await expectAt(await helpBy(extension, button(page, 'Hjælp')), 'Trin 4 - Resultat');
});

test('a step’s help tells about the step', async ({ connectTo, extension }) => {
  const app = await connectTo({ customers: [{ name: 'Zenit Film' }], contacts: [{ Name: 'Klar Vask I/S' }] });
  const page = await app.openAt(3, { create: ['Zenit Film'] });
  for (const step of [3, 2, 1] as const) {
    await at(page, step);
    await expectAt(await helpBy(extension, button(page, 'Hjælp')), STEPS[step]);
    if (step > 1) await button(page, 'Tilbage').click();
  }
});

test('the help from the overview begins at its beginning', async ({ app, extension }) => {
  const page = await app.open('sync');
  const help = await helpBy(extension, button(page, 'Hjælp'));
  await expect(help.getByRole('heading', { level: 1, name: 'Hjælp', exact: true })).toBeInViewport();
  await expect(help).toHaveTitle('Hjælp - Kundebro');
  await expect(heading(help, 'Kom i gang')).toBeInViewport();
  await expect(heading(help, 'Noget gik galt')).not.toBeInViewport();
  expect(new URL(help.url()).hash).toBe('');
});

test('a view opened from the overview has help about itself', async ({ connectTo, extension }) => {
  const app = await connectTo({
    customers: [
      { name: 'Bagergården ApS', dineroContactGuid: contactGuid(1) },
      { name: 'Brudt Bro A/S', dineroContactGuid: contactGuid(2) },
    ],
    contacts: [{ Name: 'Bagergården' }, { Name: 'Brudt Bro A/S', DeletedAt: '2026-11-01T00:00:00Z' }],
  });
  await app.read();
  const page = await app.open('sync');
  for (const [opener, title] of [
    ['Gennemgå forskelle', 'Forskelle'],
    ['Gennemgå dubletter', 'Dubletter'],
    ['Se kunder, der er væk', 'Kunder, der er væk'],
  ] as const) {
    await button(page, opener).click();
    await expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
    await expectAt(await helpBy(extension, button(page, 'Hjælp')), title);
    await button(page, 'Til oversigten').click();
  }
});

test('a warning about invoices leads to why they may not show', async ({ app, extension, sandbox }) => {
  sandbox.world.account.dinero = { enabled: false, organizationId: 1 };
  const page = await app.open('sync');
  const help = await helpBy(extension, button(page, 'Hjælp til fakturaer i kundeHUB'));
  await expectAt(help, 'Fakturaer vises ikke i kundeHUB');
  for (const part of ['1. Effihubs egen Dinero-integration', '2. Kundens link', '3. Vis fakturaer'])
    await expect(help.getByRole('heading', { level: 4, name: part, exact: true })).toBeVisible();
  await expect(topic(help, 'Fakturaer vises ikke i kundeHUB')).toContainText('Nulstil alle kundelinks');
});

test('help is opened out of the panel on a page', async ({ connectTo, extension }) => {
  await connectTo({ customers: [{ id: 1, name: 'Zenit Film' }] });
  const page = await openCustomer(extension);
  await isAbout(page, 'Zenit Film');
  await expectAt(await helpBy(extension, inPanelButton(page, 'Hjælp')), 'Panelet på siden');
});

test('the contents, a hint to read on and the browser’s own buttons move from topic to topic', async ({
  app,
}) => {
  const page = await app.open('help');
  await contents(page).getByRole('link', { name: 'Kunden er linket til en anden', exact: true }).click();
  await expectAt(page, 'Kunden er linket til en anden');
  await topic(page, 'Kunden er linket til en anden').getByRole('link', { name: 'Dubletter' }).click();
  await expectAt(page, 'Dubletter');
  await expect(contents(page).getByRole('link', { name: 'Dubletter' })).toHaveAttribute(
    'aria-current',
    'location',
  );
  await page.goBack();
  await expectAt(page, 'Kunden er linket til en anden');
  await page.evaluate(() => {
    location.hash = 'storage';
  });
  await expectAt(page, 'Browseren kan ikke gemme');
  // The same one again, after reading elsewhere.
  await search(page).focus();
  await contents(page).getByRole('link', { name: 'Browseren kan ikke gemme' }).click();
  await expectAt(page, 'Browseren kan ikke gemme');
});

test('an address that names no topic opens the help all the same', async ({ app }) => {
  const page = await app.open('help');
  await page.goto(`${app.origin}/help.html#<img src=x>`);
  await page.reload();
  await expect(heading(page, 'Kom i gang')).toBeInViewport();
});

test('searching keeps the topics with every word, and says when there are none', async ({ app }) => {
  const page = await app.open('help');
  const topics = page.getByRole('article');
  const all = await topics.count();
  await expect(contents(page).getByRole('link')).toHaveCount(all);
  await search(page).fill('virk.dk');
  await expect(topics).toHaveCount(1);
  await expect(heading(page, 'CVR-nummeret blev ikke godtaget')).toBeVisible();
  await expect(contents(page).getByRole('link')).toHaveCount(1);
  await expect(page.getByRole('status')).toHaveText('1 emne');
  await search(page).fill('fakturaer ABONNEMENT x1');
  await expect(topics).toHaveCount(0);
  await expect(
    page.getByText('Hjælpen siger intet om “fakturaer ABONNEMENT x1”. Prøv med færre ord.', { exact: true }),
  ).toBeVisible();
  await expect(page.getByRole('status')).toHaveText('0 emner');
  await button(page, 'Ryd søgning').click();
  await expect(topics).toHaveCount(all);

  // A topic that is gone to is shown, whatever was searched for.
  await search(page).fill('virk.dk');
  await page.evaluate(() => {
    location.hash = 'backup';
  });
  await expectAt(page, 'Sikkerhedskopi og flytning');
  await expect(search(page)).toHaveValue('');
});

test('the help is used with the keyboard alone', async ({ app }) => {
  const page = await app.open('help');
  await tabTo(page, search(page));
  await page.keyboard.type('regneark');
  const link = contents(page).getByRole('link', { name: 'Effihub uden API', exact: true });
  await press(page, link);
  await expectAt(page, 'Effihub uden API');
  // Tab goes on inside the topic.
  await page.keyboard.press('Tab');
  await expect(
    topic(page, 'Effihub uden API').getByRole('button', { name: 'Åbn indstillinger' }),
  ).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expectAt(page, 'Sikkerhedskopi og flytning');
});

test('on a narrow screen the contents open and close above the topics', async ({ app }) => {
  const page = await app.open('help');
  await page.setViewportSize({ width: 400, height: 600 });
  const link = contents(page).getByRole('link', { name: 'Ingen adgang', exact: true });
  await expect(link).toBeHidden();
  await button(page, 'Indhold').click();
  await link.click();
  await expectAt(page, 'Ingen adgang');
  await expect(link).toBeHidden();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(400);
});

test.describe('in an English browser', () => {
  test.use({ language: 'en-GB' });

  test('the help is in English, also from an error', async ({ app, extension, sandbox }) => {
    sandbox.faults.add({ system: 'effihub', kind: 'status', status: 403, times: 20 });
    const page = await app.open('sync');
    await button(page, 'Start synchronisation').click();
    const help = await helpBy(
      extension,
      page.getByRole('alert').getByRole('button', { name: 'Help with the error' }),
    );
    await expectAt(help, 'No access');
    await expect(help).toHaveTitle('Help - Kundebro');
    await expect(contents(help, 'Contents').getByRole('link', { name: 'Get started' })).toBeVisible();
    await help.getByRole('searchbox', { name: 'Search the help' }).fill('no such word');
    await expect(help.getByText('The help says nothing about “no such word”.')).toBeVisible();
  });
});
