import { expectAccessible } from '../../helpers/axe.ts';
import { readTable } from '../../helpers/sheet-table.ts';
import { inWorld, linksOf, type WorldParts } from '../../helpers/worlds.ts';
import { press } from '../../pages/keyboard.ts';
import type { Kundebro } from '../../pages/kundebro.ts';
import { contactAt, contactPage, inPanel, openPanel, visit } from '../../pages/panel.ts';
import { connectWithSheets } from '../../pages/sheets.ts';
import { button } from '../../pages/steps.ts';
import { contactGuid, type World } from '../../sandbox/index.ts';
import { expect, type Locator, type Page, test } from '../fixtures.ts';

/** Dinero has the baker twice and the washer three times, Effihub the carpenter twice; each has one link. */
const twice = (): WorldParts => ({
  customers: [
    { name: 'Bagergården ApS', dineroContactGuid: contactGuid(1) },
    { name: 'Nordlys Tømrer A/S', vatNumber: '25313763', city: 'Odense', dineroContactGuid: contactGuid(3) },
    { name: 'Nordlys Tømrerfirma', vatNumber: '25313763', invoiceEmail: 'post@nordlys.example' },
    { name: 'Stjerne Byg A/S' },
  ],
  contacts: [
    { Name: 'Bagergården ApS', City: 'Ribe', Email: 'post@bager.example' },
    { Name: 'Bagergaarden', IsDebitor: false, IsCreditor: true },
    { Name: 'Nordlys Tømrer A/S', VatNumber: '25313763' },
    { Name: 'Klar Vask I/S', City: 'Aalborg', VatNumber: '12345674' },
    { Name: 'Klar Vask I/S', City: 'Tønder', VatNumber: '12345674' },
    { Name: 'KLAR VASK', City: 'Ribe' },
  ],
});

test.use({ worldOptions: inWorld(twice) });

async function openDuplicates(app: Kundebro, host: 'sync' | 'popup' = 'sync'): Promise<Page> {
  const page = await app.open(host);
  await button(page, 'Gennemgå dubletter').click();
  await expect(app.heading(page, 'Dubletter').first()).toBeFocused();
  return page;
}

const side = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
const set = (page: Page, name: string): Locator => page.getByRole('listitem', { name, exact: true });
const member = (page: Page, name: string): Locator => page.getByRole('group', { name, exact: true });
const move = (page: Page, name: string): Locator =>
  member(page, name).getByRole('button', { name: 'Flyt link hertil', exact: true });
const dismiss = (page: Page, name: string): Locator =>
  set(page, name).getByRole('button', { name: 'Ikke en dublet', exact: true });
const undo = (page: Page): Locator => button(page, 'Fortryd');
const linkTo = (world: World, name: string) => linksOf(world)[name];

test('each duplicate is told with what it is recognised by, why, and whom it is linked to', async ({
  app,
}) => {
  const page = await openDuplicates(app);
  await expect(side(page, 'Dubletter i Dinero (2)').getByRole('listitem')).toHaveCount(2);
  await expect(side(page, 'Dubletter i Effihub (1)').getByRole('listitem')).toHaveCount(1);
  await expect(set(page, 'Bagergaarden')).toContainText('samme navn');
  await expect(member(page, 'Bagergaarden')).toContainText('leverandør');
  await expect(member(page, 'Bagergården ApS')).toContainText('Ribe · post@bager.example');
  await expect(member(page, 'Bagergården ApS')).toContainText('Linket til Bagergården ApS');
  await expect(set(page, 'Nordlys Tømrer A/S')).toContainText('samme CVR');
  await expect(member(page, 'Nordlys Tømrerfirma')).toContainText('CVR 25313763 · post@nordlys.example');
  // Namesakes are told apart.
  await expect(set(page, 'KLAR VASK').getByRole('group')).toHaveCount(3);
  await expect(member(page, 'Klar Vask I/S (Tønder)')).toBeVisible();
});

test('links lead to both systems: to the list, with the name copied, where the page is not known', async ({
  app,
  sandbox,
}) => {
  const known = contactAt(sandbox.world, 2);
  const there = await visit(app.context, contactPage(known));
  await openPanel(there);
  await expect(inPanel(there).getByRole('heading', { name: 'Bagergaarden', exact: true })).toBeVisible();
  await there.close();
  const page = await openDuplicates(app);
  const dinero = (name: string) => member(page, name).getByRole('link', { name: 'Åbn i Dinero' });
  await expect(dinero('Bagergaarden')).toHaveAttribute('href', contactPage(known));
  await expect(dinero('Bagergården ApS')).toHaveAttribute('href', 'https://app.dinero.dk/637871/contacts');
  const opened = app.context.waitForEvent('page');
  await dinero('Bagergården ApS').click();
  await (await opened).close();
  await expect(member(page, 'Bagergården ApS')).toContainText('“Bagergården ApS” er kopieret');
  await expect(
    member(page, 'Nordlys Tømrerfirma').getByRole('link', { name: 'Åbn i Effihub' }),
  ).toHaveAttribute('href', 'https://nordisktekst.effihub.com/customers/3');
});

test('Ikke en dublet takes it off the list for good, and Fortryd puts it back', async ({ app }) => {
  const page = await openDuplicates(app);
  await dismiss(page, 'Bagergaarden').click();
  await expect(app.heading(page, 'Dubletter i Dinero (1)')).toBeVisible();
  await expect(undo(page)).toBeFocused();
  await undo(page).click();
  await expect(app.heading(page, 'Dubletter i Dinero (2)')).toBeVisible();
  await expect(undo(page)).toHaveCount(0);
  await dismiss(page, 'Bagergaarden').click();
  await expect(set(page, 'Bagergaarden')).toHaveCount(0);
  await page.close();

  const later = await openDuplicates(app, 'popup');
  await expect(set(later, 'KLAR VASK')).toBeVisible();
  await expect(set(later, 'Bagergaarden')).toHaveCount(0);
  await button(later, 'Til oversigten').click();
  await expect(app.heading(later, 'Synkroniser kunder')).toBeFocused();
  await expect(later.getByText('Mulige dubletter', { exact: true }).locator('..')).toContainText('2');
});

test('a link is moved to the other record in Dinero and in Effihub, and back', async ({ app, sandbox }) => {
  const page = await openDuplicates(app);
  await expect(set(page, 'KLAR VASK').getByRole('button', { name: 'Flyt link hertil' })).toHaveCount(0);
  await move(page, 'Bagergaarden').click();
  await expect(page.getByText('Linket er flyttet til Bagergaarden', { exact: true })).toBeVisible();
  expect(linkTo(sandbox.world, 'Bagergården ApS')).toBe('Bagergaarden');
  await expect(member(page, 'Bagergaarden')).toContainText('Linket til Bagergården ApS');
  await undo(page).click();
  await expect(move(page, 'Bagergaarden')).toBeVisible();
  expect(linkTo(sandbox.world, 'Bagergården ApS')).toBe('Bagergården ApS');

  await move(page, 'Nordlys Tømrerfirma').click();
  await expect(member(page, 'Nordlys Tømrerfirma')).toContainText('Linket til Nordlys Tømrer A/S');
  expect(linkTo(sandbox.world, 'Nordlys Tømrerfirma')).toBe('Nordlys Tømrer A/S');
  expect(linkTo(sandbox.world, 'Nordlys Tømrer A/S')).toBeNull();
  await undo(page).click();
  await expect(move(page, 'Nordlys Tømrerfirma')).toBeVisible();
  expect(linkTo(sandbox.world, 'Nordlys Tømrer A/S')).toBe('Nordlys Tømrer A/S');
});

test('a link that Effihub will not move stays where it is, and the reason is told', async ({
  app,
  sandbox,
}) => {
  const page = await openDuplicates(app);
  for (const name of ['Bagergaarden', 'Nordlys Tømrerfirma']) {
    sandbox.faults.add({
      ...{ system: 'effihub', method: 'PUT', kind: 'status', status: 422 },
      body: { message: 'Kunden er låst.' },
    });
    await move(page, name).click();
    await expect(page.getByRole('alert')).toContainText('Kunden er låst.');
    await expect(page.getByRole('alert')).toContainText('Intet er ændret.');
    await expect(move(page, name)).toBeVisible();
  }
  expect(linksOf(sandbox.world)).toMatchObject({
    'Bagergården ApS': 'Bagergården ApS',
    'Nordlys Tømrer A/S': 'Nordlys Tømrer A/S',
    'Nordlys Tømrerfirma': null,
  });
});

test('lists that cannot be read are said to be as before, and are read when asked again', async ({
  app,
  sandbox,
}) => {
  const down = sandbox.faults.add({ system: 'dinero', kind: 'status', status: 403, times: 100 });
  const page = await app.open('sync');
  await button(page, 'Gennemgå dubletter').click();
  await expect(page.getByRole('alert')).toContainText('Kunderne er ikke læst igen. Intet er ændret.');
  await expect(page.getByRole('listitem')).toHaveCount(0);
  down.release();
  await button(page, 'Prøv igen').click();
  await expect(app.heading(page, 'Dubletter i Dinero (2)')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('the list is worked through with the keyboard alone', async ({ app, sandbox }) => {
  const page = await openDuplicates(app);
  await expect(set(page, 'Bagergaarden')).toBeVisible();
  await press(page, move(page, 'Bagergaarden'));
  await expect(undo(page)).toBeFocused();
  expect(linkTo(sandbox.world, 'Bagergården ApS')).toBe('Bagergaarden');
  await page.keyboard.press('Enter');
  await expect(app.heading(page, 'Dubletter').first()).toBeFocused();
  await press(page, dismiss(page, 'KLAR VASK'), 'Space');
  await expect(set(page, 'KLAR VASK')).toHaveCount(0);
});

test('whoever deletes one in Dinero meanwhile finds it gone when the list is opened again', async ({
  app,
  sandbox,
}) => {
  await app.ask.duplicates({ connectionId: await app.connectionId(), fresh: true });
  const contact = contactAt(sandbox.world, 2);
  contact.DeletedAt = contact.UpdatedAt = new Date().toISOString();
  const page = await openDuplicates(app);
  await expect(app.heading(page, 'Dubletter i Dinero (1)')).toBeVisible();
  await expect(set(page, 'Bagergaarden')).toHaveCount(0);
});

test.describe('nobody twice', () => {
  test.use({ worldOptions: inWorld(() => ({ customers: [{ name: 'Stjerne Byg A/S' }], contacts: [] })) });

  test('is said for both systems', async ({ app }) => {
    const page = await openDuplicates(app);
    await expect(side(page, 'Dubletter i Dinero (0)')).toContainText(
      'Ingen kunde ser ud til at stå flere gange i Dinero.',
    );
    await expect(side(page, 'Dubletter i Effihub (0)')).toContainText(
      'Ingen kunde ser ud til at stå flere gange i Effihub.',
    );
  });
});

for (const colour of ['light', 'dark'] as const)
  test.describe(colour, () => {
    test.use({ colour });

    test('nothing that axe finds is wrong, and nothing sticks out at 400 pixels', async ({ app }) => {
      const page = await openDuplicates(app);
      await page.setViewportSize({ width: 400, height: 700 });
      await move(page, 'Bagergaarden').click();
      await expect(undo(page)).toBeVisible();
      await expectAccessible(page);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(400);
    });
  });

test.describe('an account without an API', () => {
  test.use({ connected: false });

  test('has its rows looked through, and its links lead to Effihub’s list', async ({ app, sandbox }) => {
    await connectWithSheets(app);
    await readTable(app, [
      ['Firmanavn', 'Kundenummer', 'By'],
      ['Zenit Film ApS', '1', 'Ribe'],
      ['ZENIT FILM', '2', 'Ribe'],
    ]);
    const page = await openDuplicates(app);
    await expect(member(page, 'ZENIT FILM')).toContainText('Ribe');
    await expect(member(page, 'ZENIT FILM').getByRole('link', { name: 'Åbn i Effihub' })).toHaveAttribute(
      'href',
      'https://nordisktekst.effihub.com/customers',
    );
    await expect(app.heading(page, 'Dubletter i Dinero (2)')).toBeVisible();
    expect(sandbox.count({ system: 'effihub' })).toBe(0);
  });
});
