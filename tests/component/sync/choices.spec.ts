import {
  contactNamed,
  contactsOf,
  customerNamed,
  customersOf,
  inWorld,
  linksOf,
  oneOfEach,
} from '../../helpers/worlds.ts';
import {
  chooseEverything,
  chooseInStep1,
  chooseInStep2,
  chooseInStep3,
  expectOutcome,
  expectStep1,
  expectStep2,
  expectStep3,
  openBoth,
  planEverything,
  STEP_1,
} from '../../pages/choices.ts';
import { action, at, back, button, confirmation, next, resume, save, shows } from '../../pages/steps.ts';
import { changeContact, changeCustomer, deleteCustomer } from '../../sandbox/index.ts';
import { expect, test } from '../fixtures.ts';

test.use({ worldOptions: inWorld(oneOfEach) });

test('going back through all steps loses nothing', async ({ app, sandbox }) => {
  const page = await app.openAt(1);
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
  const tab = await app.openAt(1);
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
  await app.plan(STEP_1);
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
  await planEverything(app);
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
  await planEverything(app);
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
