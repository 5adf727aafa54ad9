import { both, CERTAIN, chosen, dialogOf, linkOf } from '../../pages/match.ts';
import { button, GROUPS } from '../../pages/steps.ts';
import { contactGuid } from '../../sandbox/index.ts';
import { expect, test } from '../fixtures.ts';

test.describe('a customer that stands twice in Dinero', () => {
  const TWICE = {
    customers: [{ id: 1, name: 'Klar Vask I/S' }],
    contacts: [
      { Name: 'Klar Vask I/S', City: 'Aarhus' },
      { Name: 'Klar Vask I/S', City: 'Vejle' },
    ],
  };

  test('has two possible matches, told apart by town, each with its reason', async ({
    connectTo,
    sandbox,
  }) => {
    const app = await connectTo(TWICE);
    const page = await app.openAt(1);
    await app.openGroup(page, GROUPS.matched);
    await expect(app.row(page, 'Klar Vask I/S').getByText('2 mulige match', { exact: true })).toBeVisible();
    await expect(app.row(page, 'Klar Vask I/S').getByText('Ikke bekræftet')).toBeVisible();
    await chosen(page, 'Klar Vask I/S').click();
    const options = dialogOf(page).getByRole('option');
    await expect(options).toHaveCount(2);
    for (const name of ['Klar Vask I/S (Aarhus)', 'Klar Vask I/S (Vejle)']) {
      const option = dialogOf(page).getByRole('option', { name, exact: true });
      await expect(option).toHaveAccessibleDescription(/samme navn, findes flere gange/);
    }
    await dialogOf(page).getByRole('option', { name: 'Klar Vask I/S (Vejle)', exact: true }).click();
    await expect(dialogOf(page)).toHaveCount(0);
    await expect(chosen(page, 'Klar Vask I/S')).toHaveText('Klar Vask I/S (Vejle)');
    await expect(page.getByText('Ikke bekræftet')).toHaveCount(0);
    await app.carryOut(page);
    expect(linkOf(sandbox, 1)).toBe(contactGuid(2));
  });
});

test('another Dinero customer is found by search and linked instead', async ({ connectTo, sandbox }) => {
  const app = await connectTo({
    customers: [...CERTAIN.customers, { id: 5, name: 'Linket ApS', dineroContactGuid: contactGuid(3) }],
    contacts: [
      ...CERTAIN.contacts,
      { Name: 'Fjordens Rengøring I/S', City: 'Hobro' },
      { Name: 'Fjordens Ro' },
    ],
  });
  const page = await app.openAt(1);
  await app.openGroup(page, GROUPS.matched);
  await chosen(page, 'Bagergården ApS').click();
  const dialog = dialogOf(page);
  await expect(dialog.getByRole('option', { name: 'Bagergården ApS', exact: true })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await dialog.getByRole('searchbox', { name: 'Søg i Dinero-kunder', exact: true }).fill('fjorden');
  // The linked one is not on offer.
  await expect(dialog.getByRole('option')).toHaveCount(1);
  await dialog.getByRole('option', { name: 'Fjordens Rengøring I/S', exact: true }).click();
  await expect(chosen(page, 'Bagergården ApS')).toHaveAccessibleName(
    'Dinero-kunde for Bagergården ApS: Fjordens Rengøring I/S',
  );
  await app.carryOut(page);
  expect(linkOf(sandbox, 1)).toBe(contactGuid(2));
});

test('a search in the dialog that finds nobody says so', async ({ connectTo }) => {
  const app = await connectTo(CERTAIN);
  const page = await app.openAt(1);
  await app.openGroup(page, GROUPS.matched);
  await chosen(page, 'Bagergården ApS').click();
  const dialog = dialogOf(page);
  await dialog.getByRole('searchbox', { name: 'Søg i Dinero-kunder', exact: true }).fill('qqqqqq');
  await expect(dialog.getByText('Ingen Dinero-kunder passer til søgningen.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(chosen(page, 'Bagergården ApS')).toHaveText('Bagergården ApS');
});

test('one Dinero customer chosen for two blocks until one of them is changed', async ({
  connectTo,
  sandbox,
}) => {
  const app = await connectTo(both(CERTAIN, { customers: [{ id: 4, name: 'Zenit Film' }] }));
  const page = await app.openAt(1);
  await app.openGroup(page, GROUPS.matched);
  await app.openGroup(page, GROUPS.unmatched);
  await app.action(page, 'Zenit Film').selectOption('Match');
  await expect(chosen(page, 'Zenit Film')).toHaveText('Vælg');
  await chosen(page, 'Zenit Film').click();
  await dialogOf(page).getByRole('option', { name: 'Bagergården ApS', exact: true }).click();
  for (const name of ['Bagergården ApS', 'Zenit Film'])
    await expect(app.row(page, name).getByText('Valgt flere gange', { exact: true })).toBeVisible();
  const next = button(page, 'Fortsæt');
  await expect(next).toBeDisabled();
  await expect(next).toHaveAccessibleDescription('En Dinero-kunde er valgt flere gange.');
  await next.click({ force: true });
  await expect(app.heading(page, 'Trin 1 - Match kunder')).toBeVisible();
  await app.action(page, 'Bagergården ApS').selectOption('Spring over');
  await expect(page.getByText('Valgt flere gange')).toHaveCount(0);
  await app.carryOut(page);
  expect([linkOf(sandbox, 1), linkOf(sandbox, 4)]).toEqual([null, contactGuid(1)]);
});

test('an ignored contact stays a candidate, marked, and is never chosen beforehand', async ({
  connectTo,
}) => {
  const app = await connectTo(CERTAIN);
  await app.sync({ skip: ['Bagergården ApS'], ignore: ['Bagergården ApS'] });
  const page = await app.openAt(1);
  await expect(app.heading(page, 'Kunder uden match (1)')).toBeVisible();
  await app.openGroup(page, GROUPS.unmatched);
  await expect(app.action(page, 'Bagergården ApS')).toHaveValue('skip');
  await app.action(page, 'Bagergården ApS').selectOption('Match');
  await chosen(page, 'Bagergården ApS').click();
  const option = dialogOf(page).getByRole('option', { name: 'Bagergården ApS', exact: true });
  await expect(option).toHaveAccessibleDescription(/samme CVR, samme navn.*på ignorer-listen/);
});

test('a supplier is marked as one', async ({ connectTo }) => {
  const app = await connectTo({
    ...CERTAIN,
    contacts: CERTAIN.contacts.map((one) => ({ ...one, IsDebitor: false, IsCreditor: true })),
  });
  const page = await app.openAt(1);
  await app.openGroup(page, GROUPS.matched);
  await chosen(page, 'Bagergården ApS').click();
  const option = dialogOf(page).getByRole('option', { name: 'Bagergården ApS', exact: true });
  await expect(option).toHaveAccessibleDescription(/leverandør/);
});

test('two Effihub customers with one name are told apart, and each gets its own choice', async ({
  connectTo,
  sandbox,
}) => {
  const app = await connectTo({
    customers: [
      { id: 1, name: 'Fjord Kaffe ApS', city: 'Skive' },
      { id: 2, name: 'Fjord Kaffe ApS', city: 'Lemvig', vatNumber: '25313763' },
      { id: 3, name: 'Fjord Kaffe ApS', city: 'Lemvig', customerNumber: '10023' },
    ],
    contacts: [{ Name: 'Zenit Film' }],
  });
  const page = await app.openAt(1);
  await app.openGroup(page, GROUPS.unmatched);
  for (const name of [
    'Fjord Kaffe ApS (Skive)',
    'Fjord Kaffe ApS (Lemvig, 25313763)',
    'Fjord Kaffe ApS (Lemvig, 10023)',
  ])
    await expect(app.row(page, name)).toBeVisible();
  await app.action(page, 'Fjord Kaffe ApS (Lemvig, 10023)').selectOption('Match');
  await chosen(page, 'Fjord Kaffe ApS (Lemvig, 10023)').click();
  await dialogOf(page).getByRole('option', { name: 'Zenit Film', exact: true }).click();
  await app.carryOut(page);
  expect([1, 2, 3].map((id) => linkOf(sandbox, id))).toEqual([null, null, contactGuid(1)]);
});
