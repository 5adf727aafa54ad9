import {
  contactNamed,
  contactsOf,
  customerNamed,
  customersOf,
  inWorld,
  linksOf,
  oneOfEach,
} from '../helpers/worlds.ts';
import type { Kundebro } from '../pages/kundebro.ts';
import {
  action,
  at,
  back,
  button,
  choice,
  confirmation,
  country,
  GROUPS,
  nameField,
  next,
  resume,
  save,
  shows,
} from '../pages/steps.ts';
import { changeContact, changeCustomer, deleteCustomer } from '../sandbox/index.ts';
import { expect, type Page, test } from './fixtures.ts';

test.use({ worldOptions: inWorld(oneOfEach) });

const openBoth = async (app: Kundebro, page: Page) => {
  await app.openGroup(page, GROUPS.matched);
  await app.openGroup(page, GROUPS.unmatched);
};

/** Leaves the certain match out, confirms the other one, creates the two that only Effihub has. */
async function chooseInStep1(app: Kundebro, page: Page): Promise<void> {
  await openBoth(app, page);
  await action(page, 'Bagergården ApS').selectOption('Spring over');
  await confirmation(page, 'Havnens Fisk I/S').check();
  await action(page, 'Stjerne Byg A/S').selectOption('Opret i Dinero');
  await action(page, 'Måne Design ApS').selectOption('Opret i Dinero');
}

async function expectStep1(app: Kundebro, page: Page): Promise<void> {
  await openBoth(app, page);
  await shows(action(page, 'Bagergården ApS'), 'Spring over');
  await expect(confirmation(page, 'Havnens Fisk I/S')).toBeChecked();
  await shows(action(page, 'Stjerne Byg A/S'), 'Opret i Dinero');
  await shows(action(page, 'Måne Design ApS'), 'Opret i Dinero');
}

async function chooseInStep2(page: Page): Promise<void> {
  await nameField(page, 'Stjerne Byg A/S').fill('Stjerne Byg Aktieselskab');
  await country(page, 'Måne Design ApS').selectOption('Sverige');
}

async function expectStep2(page: Page): Promise<void> {
  await expect(nameField(page, 'Stjerne Byg A/S')).toHaveValue('Stjerne Byg Aktieselskab');
  await shows(country(page, 'Måne Design ApS'), 'Sverige');
}

const hub = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Visning i kundeHUB' }).getByRole('checkbox', { name, exact: true });

async function chooseInStep3(page: Page): Promise<void> {
  await hub(page, 'Fakturaer').check();
  await hub(page, 'Projekter').uncheck();
  await choice(page, 'Fjordens Rengøring I/S', 'Importér').check();
  await choice(page, 'Grøn Have ApS', 'Ignorér').check();
}

async function expectStep3(page: Page): Promise<void> {
  await expect(choice(page, 'Fjordens Rengøring I/S', 'Importér')).toBeChecked();
  await expect(choice(page, 'Grøn Have ApS', 'Ignorér')).toBeChecked();
  await expect(choice(page, 'Solsikke Børnehave', 'Spring over')).toBeChecked();
  await expect(hub(page, 'Fakturaer')).toBeChecked();
  await expect(hub(page, 'Projekter')).not.toBeChecked();
  await expect(hub(page, 'Timeregistreringer')).toBeChecked();
}

/** From step 1 through all choices to step 3. */
async function chooseEverything(app: Kundebro, page: Page): Promise<void> {
  await chooseInStep1(app, page);
  await next(page, 2);
  await chooseInStep2(page);
  await next(page, 3);
  await chooseInStep3(page);
}

/** What `chooseEverything` asks for, as both systems have it after the run. */
function expectOutcome(world: Parameters<typeof linksOf>[0]): void {
  expect(linksOf(world)).toEqual({
    'Bagergården ApS': null,
    'Havnens Fisk I/S': 'Havnens Fisk I/S',
    'Stjerne Byg A/S': 'Stjerne Byg Aktieselskab',
    'Måne Design ApS': 'Måne Design ApS',
    'Fjordens Rengøring I/S': 'Fjordens Rengøring I/S',
  });
  expect(contactNamed(world, 'Måne Design ApS').CountryKey).toBe('SE');
  expect(customerNamed(world, 'Fjordens Rengøring I/S').hub).toEqual({
    showTimesheets: true,
    showProjects: false,
    showPunchCards: true,
    showInvoices: true,
  });
  expect(contactsOf(world)).toHaveLength(7);
}

for (const [first, other] of [
  ['popup', 'sync'],
  ['sync', 'popup'],
] as const) {
  test(`every choice made in ${first}.html is there in ${other}.html, though the page is closed at once`, async ({
    app,
    sandbox,
  }) => {
    let page = await app.begin(first);
    await chooseInStep1(app, page);
    await page.close();

    page = await app.open(other);
    await resume(page, 1);
    await expectStep1(app, page);
    await next(page, 2);
    await chooseInStep2(page);
    await page.close();

    page = await app.open(first);
    await resume(page, 2);
    await expectStep2(page);
    await next(page, 3);
    await chooseInStep3(page);
    await page.close();

    page = await app.open(other);
    await resume(page, 3);
    await expectStep3(page);
    await save(page);
    expectOutcome(sandbox.world);
  });
}

test('a step changed just before the page is closed is the step one comes back to', async ({ app }) => {
  const page = await app.begin('popup');
  await app.next(page);
  await page.close();
  const tab = await app.open('sync');
  await resume(tab, 3);
});

test('going back through all steps loses nothing', async ({ app, sandbox }) => {
  const page = await app.begin();
  await chooseEverything(app, page);
  await back(page, 2);
  await expectStep2(page);
  await back(page, 1);
  await expectStep1(app, page);
  await next(page, 2);
  await expectStep2(page);
  await next(page, 3);
  await expectStep3(page);
  await save(page);
  expectOutcome(sandbox.world);
});

test('two open views follow each other, whichever is used', async ({ app }) => {
  const popup = await app.begin('popup');
  const tab = await app.open('sync');
  await resume(tab, 1);
  await chooseInStep1(app, popup);
  await expectStep1(app, tab);
  await action(tab, 'Bagergården ApS').selectOption('Match');
  await shows(action(popup, 'Bagergården ApS'), 'Match');
  await next(tab, 2);
  await at(popup, 2);
  await chooseInStep2(popup);
  await expectStep2(tab);
  await next(popup, 3);
  await at(tab, 3);
  await chooseInStep3(tab);
  await expectStep3(popup);
  await save(popup);
  await expect(tab.getByText('Synkroniseringen er færdig', { exact: true })).toBeVisible();
});

test('Start forfra asks first, keeps everything on Annuller, and throws the choices away', async ({
  app,
  sandbox,
}) => {
  const first = await app.begin();
  await chooseInStep1(app, first);
  await first.close();
  const page = await app.open('sync');
  const dialog = page.getByRole('alertdialog', { name: 'Start forfra' });
  await button(page, 'Start forfra').click();
  await dialog.getByRole('button', { name: 'Annuller', exact: true }).click();
  await expect(dialog).toBeHidden();
  await resume(page, 1);
  await expectStep1(app, page);

  await page.reload();
  await button(page, 'Start forfra').click();
  await dialog.getByRole('button', { name: 'Start forfra', exact: true }).click();
  await at(page, 1);
  await openBoth(app, page);
  await shows(action(page, 'Bagergården ApS'), 'Match');
  await expect(confirmation(page, 'Havnens Fisk I/S')).not.toBeChecked();
  await shows(action(page, 'Stjerne Byg A/S'), 'Spring over');
  expect(sandbox.requests.filter(({ method, path }) => method !== 'GET' && path.startsWith('/v1'))).toEqual(
    [],
  );
});

test('a customer that was changed meanwhile keeps its choice and is marked', async ({ app, sandbox }) => {
  const first = await app.begin();
  await chooseInStep1(app, first);
  await next(first, 2);
  await next(first, 3);
  await chooseInStep3(first);
  await first.close();
  const { world } = sandbox;
  changeCustomer(world, customerNamed(world, 'Stjerne Byg A/S'), { city: 'Svendborg' });
  changeContact(world, contactNamed(world, 'Grøn Have ApS'), { City: 'Faaborg' });

  const page = await app.open('popup');
  await resume(page, 3);
  const changed = 'Ændret siden du valgte';
  await expect(app.row(page, 'Grøn Have ApS').getByText(changed)).toBeVisible();
  await expect(app.row(page, 'Fjordens Rengøring I/S').getByText(changed)).toBeHidden();
  await expectStep3(page);
  await back(page, 2);
  await expect(app.row(page, 'Stjerne Byg A/S').getByText(changed)).toBeVisible();
  await expect(app.row(page, 'Måne Design ApS').getByText(changed)).toBeHidden();
  await back(page, 1);
  await expectStep1(app, page);
  await expect(app.row(page, 'Stjerne Byg A/S').getByText(changed)).toBeVisible();
});

test('customers that were deleted meanwhile are counted as gone, and the others go on', async ({
  app,
  sandbox,
}) => {
  const first = await app.begin();
  await chooseEverything(app, first);
  await first.close();
  const { world } = sandbox;
  deleteCustomer(world, world.account, customerNamed(world, 'Stjerne Byg A/S'));
  changeContact(world, contactNamed(world, 'Grøn Have ApS'), { DeletedAt: '2026-11-20T10:00:00Z' });

  const page = await app.open('sync');
  await resume(page, 3);
  await expect(page.getByText(/^2 kunder, du havde valgt noget for, findes ikke mere\./)).toBeVisible();
  await expect(app.row(page, 'Grøn Have ApS')).toBeHidden();
  await save(page);
  expect(linksOf(world)).toMatchObject({ 'Måne Design ApS': 'Måne Design ApS', 'Bagergården ApS': null });
  expect(customersOf(world).map(({ name }) => name)).not.toContain('Stjerne Byg A/S');
  expect(contactsOf(world).map(({ Name }) => Name)).not.toContain('Stjerne Byg Aktieselskab');
});
