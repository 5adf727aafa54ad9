import { bookkeeping, linksOf } from '../../helpers/worlds.ts';
import { press } from '../../pages/controls.ts';
import { GROUPS } from '../../pages/steps.ts';
import { addCustomer, type Sandbox } from '../../sandbox/index.ts';
import { expect, test } from '../fixtures.ts';

const writes = (sandbox: Sandbox) => sandbox.count() - sandbox.count({ method: 'GET' });

test('the second synchronisation shows the linked customers and, with nothing to do, writes nothing', async ({
  connectTo,
  sandbox,
}) => {
  const app = await connectTo(bookkeeping());
  await app.sync({
    match: [['Jysk Landbrug ApS', 'Jysk Landbrug A/S']],
    create: ['Zenit Film'],
    import: ['Fjordens Rengøring I/S'],
    ignore: ['Havnens Fiskehus ApS'],
  });
  const before = { writes: writes(sandbox), links: linksOf(sandbox.world) };

  const page = await app.openAt(1);
  await expect(app.heading(page, 'Kunder som er synkroniseret (4)')).toBeVisible();
  await expect(app.heading(page, 'Kunder med et match (0)')).toBeVisible();
  await expect(app.heading(page, 'Kunder uden match (1)')).toBeVisible();
  await app.openGroup(page, GROUPS.linked);
  await expect(app.row(page, 'Zenit Film')).toContainText('Forbundet med Zenit Film');
  await app.toImport(page);
  await expect(page.getByText('Der er ingen kunder at importere.')).toBeVisible();
  await expect(page.getByText('Der er ikke valgt noget, så intet bliver skrevet')).toBeVisible();
  await app.finish(page);
  await expect(page.getByText('Der var ikke noget at gøre: Intet er ændret.')).toBeVisible();
  expect({ writes: writes(sandbox), links: linksOf(sandbox.world) }).toEqual(before);
});

test('nothing is written before "Gem og fuldfør"', async ({ connectTo, sandbox }) => {
  const app = await connectTo(bookkeeping());
  const page = await app.openAt(1);
  await app.openGroup(page, GROUPS.unmatched);
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
  const app = await connectTo(bookkeeping());
  const popup = await app.begin('popup');
  await app.openGroup(popup, GROUPS.unmatched);
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
  expect(linksOf(sandbox.world)).toMatchObject({
    'Zenit Film': 'Zenit Film & TV',
    'Fjordens Rengøring I/S': 'Fjordens Rengøring I/S',
    'Jysk Landbrug ApS': null,
  });
});

test('what another view has read since is looked through before anything is started', async ({
  connectTo,
  sandbox,
}) => {
  const app = await connectTo(bookkeeping());
  const tab = await app.openAt(3);
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
  await app.openGroup(tab, GROUPS.matched);
  await expect(app.action(tab, 'Havnens Fiskehus ApS')).toBeVisible();
  await app.toImport(tab);
  await app.finish(tab);
  expect(linksOf(sandbox.world)).toEqual({
    'Bagergården ApS': 'Bagergården',
    'Jysk Landbrug ApS': null,
    'Zenit Film': null,
    'Øllegaard & Co': null,
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
