import type { Kundebro } from '../pages/kundebro.ts';
import { addCustomer, type Sandbox, type world } from '../sandbox/index.ts';
import { expect, type Page, test } from './fixtures.ts';

const OFFICE: Parameters<typeof world>[0] = {
  customers: [
    { id: 1, name: 'Bagergården ApS', vatNumber: '25313763' },
    { id: 2, name: 'Jysk Landbrug ApS' },
    { id: 3, name: 'Zenit Film', countryCode: null },
    { id: 4, name: 'Øllegaard & Co' },
  ],
  contacts: [
    { Name: 'Bagergården', VatNumber: '25313763' },
    { Name: 'Jysk Landbrug A/S' },
    { Name: 'Fjordens Rengøring I/S' },
    { Name: 'Havnens Fiskehus ApS' },
  ],
};

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const writes = (sandbox: Sandbox) => sandbox.count() - sandbox.count({ method: 'GET' });

/** Links by name, as Effihub has them. */
function links({ world: { account, organization } }: Sandbox): Record<string, string | undefined> {
  const linked = [...account.customers.values()].map(({ name, dineroContactGuid }) => [
    name,
    organization.contacts.get(dineroContactGuid ?? '')?.Name ?? undefined,
  ]);
  return Object.fromEntries(linked);
}

/** The four steps as a bookkeeper goes through them. */
async function wholeFlow(app: Kundebro, page: Page): Promise<void> {
  await press(page, 'Start synkronisering');
  await expect(app.heading(page, 'Trin 1 - Match kunder')).toBeVisible();
  await app.openGroup(page, 'Gennemgå kunder med et match');
  await page.getByRole('checkbox', { name: 'Bekræft match for Jysk Landbrug ApS', exact: true }).check();
  await app.openGroup(page, 'Gennemgå kunder med et match', false);
  await app.openGroup(page, 'Gennemgå kunder uden match');
  await app.action(page, 'Zenit Film').selectOption('Opret i Dinero');
  await expect(page.getByText('2 match · 1 oprettes i Dinero')).toBeVisible();
  await app.next(page);
  await expect(app.heading(page, 'Trin 2 - Opret i Dinero')).toBeVisible();
  await expect(page.getByText('antaget', { exact: true })).toBeVisible();
  await app.toImport(page);
  await app.choice(page, 'Fjordens Rengøring I/S', 'Importér').check();
  await app.choice(page, 'Havnens Fiskehus ApS', 'Ignorér').check();
  await expect(page.getByText('2 match, 1 oprettes i Dinero, 1 importeres, 1 ignoreres')).toBeVisible();
  await app.finish(page);
}

test('the second synchronisation shows the linked customers and, with nothing to do, writes nothing', async ({
  connectTo,
  sandbox,
}) => {
  const app = await connectTo(OFFICE);
  const page = await app.open('sync');
  await wholeFlow(app, page);
  await press(page, 'Færdig');
  const before = { writes: writes(sandbox), links: links(sandbox) };

  await press(page, 'Start synkronisering');
  await expect(app.heading(page, 'Kunder som er synkroniseret (4)')).toBeVisible();
  await expect(app.heading(page, 'Kunder med et match (0)')).toBeVisible();
  await expect(app.heading(page, 'Kunder uden match (1)')).toBeVisible();
  await app.openGroup(page, 'Gennemgå kunder som er synkroniseret');
  await expect(app.row(page, 'Zenit Film')).toContainText('Forbundet med Zenit Film');
  await app.toImport(page);
  await expect(page.getByText('Der er ingen kunder at importere.')).toBeVisible();
  await expect(page.getByText('Der er ikke valgt noget, så intet bliver skrevet')).toBeVisible();
  await app.finish(page);
  await expect(page.getByText('Der var ikke noget at gøre: Intet er ændret.')).toBeVisible();
  expect({ writes: writes(sandbox), links: links(sandbox) }).toEqual(before);
});

test('nothing is written before "Gem og fuldfør"', async ({ connectTo, sandbox }) => {
  const app = await connectTo(OFFICE);
  const page = await app.begin();
  await app.openGroup(page, 'Gennemgå kunder uden match');
  await app.action(page, 'Zenit Film').selectOption('Opret i Dinero');
  await app.next(page);
  await app.toImport(page);
  await press(page, 'Importér alle');
  await expect(page.getByText(/importeres/).first()).toBeVisible();
  expect(writes(sandbox)).toBe(0);
});

test('a flow that is begun in the popup goes on in the tab, where it was left', async ({
  connectTo,
  sandbox,
}) => {
  const app = await connectTo(OFFICE);
  const popup = await app.begin('popup');
  await app.openGroup(popup, 'Gennemgå kunder uden match');
  await app.action(popup, 'Zenit Film').selectOption('Opret i Dinero');
  await app.next(popup);
  await popup.getByRole('textbox', { name: 'Navn for Zenit Film', exact: true }).fill('Zenit Film & TV');
  await app.toImport(popup);
  await app.choice(popup, 'Fjordens Rengøring I/S', 'Importér').check();
  await popup.close();

  const tab = await app.open('sync');
  await expect(tab.getByText(/^Du er nået til trin 3/)).toBeVisible();
  await press(tab, 'Fortsæt synkronisering');
  await expect(app.heading(tab, 'Trin 3 - Importer kunder fra Dinero')).toBeVisible();
  await expect(app.choice(tab, 'Fjordens Rengøring I/S', 'Importér')).toBeChecked();
  await app.finish(tab);
  expect(links(sandbox)).toMatchObject({
    'Zenit Film': 'Zenit Film & TV',
    'Fjordens Rengøring I/S': 'Fjordens Rengøring I/S',
    'Jysk Landbrug ApS': undefined,
  });
});

test('what another view has read since is looked through before anything is started', async ({
  connectTo,
  sandbox,
}) => {
  const app = await connectTo(OFFICE);
  const tab = await app.begin();
  await app.toImport(tab);
  await app.choice(tab, 'Fjordens Rengøring I/S', 'Importér').check();
  addCustomer(sandbox.world, sandbox.world.account, { name: 'Havnens Fiskehus ApS' });
  const popup = await app.open('popup');
  await press(popup, 'Tjek nu');
  await expect(popup.getByRole('status').getByText(/på din beslutning/)).toBeVisible();
  await popup.close();

  await press(tab, 'Gem og fuldfør');
  const refusal = tab.getByRole('alert');
  await expect(refusal).toContainText('Kunderne er ændret, siden du så dem igennem');
  await expect(refusal).toContainText('Synkroniseringen er ikke startet. Dine valg er gemt.');
  await expect(app.choice(tab, 'Fjordens Rengøring I/S', 'Importér')).toBeChecked();
  await expect(app.row(tab, 'Havnens Fiskehus ApS')).toBeHidden();
  expect(writes(sandbox)).toBe(0);

  await press(tab, 'Tilbage');
  await app.openGroup(tab, 'Gennemgå kunder med et match');
  await expect(app.action(tab, 'Havnens Fiskehus ApS')).toBeVisible();
  await app.toImport(tab);
  await app.finish(tab);
  expect(links(sandbox)).toEqual({
    'Bagergården ApS': 'Bagergården',
    'Jysk Landbrug ApS': undefined,
    'Zenit Film': undefined,
    'Øllegaard & Co': undefined,
    'Havnens Fiskehus ApS': 'Havnens Fiskehus ApS',
    'Fjordens Rengøring I/S': 'Fjordens Rengøring I/S',
  });
});

test.describe('an English browser', () => {
  test.use({ language: 'en-GB', connected: false });
  test('gets English words', async ({ app }) => {
    const page = await app.open('sync');
    await expect(page.getByRole('heading', { name: 'Synchronise customers' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Connect Dinero and Effihub' })).toBeVisible();
  });
});
