import { both, CERTAIN, chosen, LIKELY, linkOf } from '../../pages/match.ts';
import { button, confirmation, GROUPS } from '../../pages/steps.ts';
import { contactGuid, type Sandbox } from '../../sandbox/index.ts';
import { expect, test } from '../fixtures.ts';

const writes = (sandbox: Sandbox) =>
  sandbox.count() - sandbox.count({ method: 'GET' }) === 0 ? 'none' : 'some';
const LINKED = {
  ...CERTAIN,
  customers: CERTAIN.customers.map((one) => ({ ...one, dineroContactGuid: contactGuid(1) })),
};

test('customers stand in groups with their number, and a group opens and closes', async ({ connectTo }) => {
  const linked = { id: 9, name: 'Havnens Fiskehus ApS', dineroContactGuid: contactGuid(4) };
  const alone = { id: 8, name: 'Nordlys Tømrer & Snedker A/S' };
  const app = await connectTo(
    both(CERTAIN, LIKELY, { customers: [linked, alone], contacts: [{ Name: 'Fiskehuset' }] }),
  );
  const page = await app.openAt(1);
  for (const heading of [
    'Kunder med et match (3)',
    'Kunder uden match (1)',
    'Kunder som er synkroniseret (1)',
  ]) {
    await expect(page.getByRole('heading', { name: heading, exact: true })).toBeVisible();
    await expect(page.getByRole('region', { name: heading, exact: true })).toBeVisible();
  }
  await expect(page.getByRole('heading', { name: /^Brudte links/ })).toHaveCount(0);
  await expect(app.row(page, 'Bagergården ApS')).toHaveCount(0);
  await app.openGroup(page, GROUPS.matched);
  await expect(app.row(page, 'Bagergården ApS')).toContainText('Odense · CVR 25313763');
  await app.openGroup(page, GROUPS.matched, false);
  await expect(app.row(page, 'Bagergården ApS')).toHaveCount(0);
  await app.openGroup(page, GROUPS.linked);
  await expect(app.row(page, 'Havnens Fiskehus ApS')).toContainText('Forbundet med Fiskehuset');
});

test('a certain match is chosen beforehand and linked without a question', async ({ connectTo, sandbox }) => {
  const app = await connectTo(CERTAIN);
  const page = await app.openAt(1);
  await app.openGroup(page, GROUPS.matched);
  const row = app.row(page, 'Bagergården ApS');
  await expect(app.action(page, 'Bagergården ApS')).toHaveValue('match');
  await expect(chosen(page, 'Bagergården ApS')).toHaveText('Bagergården ApS');
  await expect(row).toContainText('samme CVR');
  await expect(row.getByRole('checkbox')).toHaveCount(0);
  await expect(page.getByText('Ikke bekræftet')).toHaveCount(0);
  expect(writes(sandbox)).toBe('none');
  await app.run();
  expect(linkOf(sandbox, 1)).toBe(contactGuid(1));
});

test('a likely match that nobody confirms is skipped, and nothing is linked', async ({
  connectTo,
  sandbox,
}) => {
  const app = await connectTo(LIKELY);
  const page = await app.openAt(1);
  await app.openGroup(page, GROUPS.matched);
  for (const name of ['Jysk Landbrug ApS', 'Mette Holm']) {
    await expect(app.action(page, name)).toHaveValue('match');
    await expect(app.row(page, name).getByText('Ikke bekræftet', { exact: true })).toBeVisible();
    await expect(confirmation(page, name)).not.toBeChecked();
  }
  await expect(page.getByText('2 match er ikke bekræftet og springes over')).toBeVisible();
  await app.carryOut(page);
  await expect(page.getByRole('heading', { name: 'Sprunget over (4)', exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { name: /^Matchet/ })).toHaveCount(0);
  expect([linkOf(sandbox, 2), linkOf(sandbox, 3)]).toEqual([null, null]);
  expect(writes(sandbox)).toBe('none');
});

test('only the match that is confirmed is linked', async ({ connectTo, sandbox }) => {
  const app = await connectTo(LIKELY);
  const page = await app.openAt(1);
  await app.openGroup(page, GROUPS.matched);
  await confirmation(page, 'Jysk Landbrug ApS').check();
  await expect(app.row(page, 'Jysk Landbrug ApS').getByText('Ikke bekræftet')).toHaveCount(0);
  await expect(page.getByText('1 match er ikke bekræftet og springes over')).toBeVisible();
  await app.carryOut(page);
  await expect(page.getByRole('heading', { name: 'Matchet (1)', exact: true })).toBeVisible();
  expect([linkOf(sandbox, 2), linkOf(sandbox, 3)]).toEqual([contactGuid(1), null]);
});

test('a confirmation can be taken back', async ({ connectTo, sandbox }) => {
  const app = await connectTo(LIKELY);
  const page = await app.openAt(1);
  await app.openGroup(page, GROUPS.matched);
  const confirm = confirmation(page, 'Jysk Landbrug ApS');
  await confirm.check();
  await confirm.uncheck();
  await expect(app.row(page, 'Jysk Landbrug ApS').getByText('Ikke bekræftet')).toBeVisible();
  await app.carryOut(page);
  expect(linkOf(sandbox, 2)).toBeNull();
});

test('"Bekræft viste" confirms what the search shows, and nothing else', async ({ connectTo, sandbox }) => {
  const app = await connectTo(LIKELY);
  const page = await app.openAt(1);
  await page.getByRole('searchbox', { name: 'Søg i kunder', exact: true }).fill('ribe');
  await expect(app.row(page, 'Mette Holm')).toBeVisible();
  await expect(app.row(page, 'Jysk Landbrug ApS')).toHaveCount(0);
  await button(page, 'Bekræft viste').click();
  await page.getByRole('searchbox', { name: 'Søg i kunder', exact: true }).fill('');
  await app.openGroup(page, GROUPS.matched);
  await expect(confirmation(page, 'Mette Holm')).toBeChecked();
  await expect(confirmation(page, 'Jysk Landbrug ApS')).not.toBeChecked();
  await app.carryOut(page);
  expect([linkOf(sandbox, 2), linkOf(sandbox, 3)]).toEqual([null, contactGuid(2)]);
});

test('"Bekræft viste" confirms all of them where nothing is searched for', async ({ connectTo, sandbox }) => {
  const app = await connectTo(LIKELY);
  const page = await app.openAt(1);
  await app.openGroup(page, GROUPS.matched);
  await button(page, 'Bekræft viste').click();
  await expect(page.getByText('Ikke bekræftet')).toHaveCount(0);
  await app.carryOut(page);
  expect([linkOf(sandbox, 2), linkOf(sandbox, 3)]).toEqual([contactGuid(1), contactGuid(2)]);
});

test('likely matches stand before certain ones', async ({ connectTo }) => {
  const app = await connectTo(both(CERTAIN, LIKELY));
  const page = await app.openAt(1);
  await app.openGroup(page, GROUPS.matched);
  const rows = page.getByRole('region', { name: /^Kunder med et match/ }).getByRole('listitem');
  await expect(rows).toHaveCount(3);
  await expect(rows.last()).toHaveAccessibleName('Bagergården ApS');
});

test('a link is removed at once, and put back by "Fortryd"', async ({ connectTo, sandbox }) => {
  const app = await connectTo(LINKED);
  const page = await app.openAt(1);
  await app.openGroup(page, GROUPS.linked);
  await button(page, 'Fjern link for Bagergården ApS').click();
  await expect(page.getByText('Linket er fjernet')).toBeVisible();
  await expect(app.heading(page, 'Kunder som er synkroniseret (0)')).toBeVisible();
  expect(linkOf(sandbox, 1)).toBeNull();
  await button(page, 'Fortryd').click();
  await expect(app.heading(page, 'Kunder som er synkroniseret (1)')).toBeVisible();
  expect(linkOf(sandbox, 1)).toBe(contactGuid(1));
});

test('a removed link is not put back on by going on', async ({ connectTo, sandbox }) => {
  const app = await connectTo(LINKED);
  const page = await app.openAt(1);
  await app.openGroup(page, GROUPS.linked);
  await button(page, 'Fjern link for Bagergården ApS').click();
  await expect(page.getByText('Linket er fjernet')).toBeVisible();
  await app.carryOut(page);
  expect(linkOf(sandbox, 1)).toBeNull();
});

test('a link that Effihub does not let go stays, and the reason is told', async ({ connectTo, sandbox }) => {
  const app = await connectTo(LINKED);
  const page = await app.openAt(1);
  await app.openGroup(page, GROUPS.linked);
  sandbox.faults.add({
    system: 'effihub',
    method: 'DELETE',
    kind: 'status',
    status: 403,
    body: { message: 'Du har ikke adgang.' },
    times: 9,
  });
  await button(page, 'Fjern link for Bagergården ApS').click();
  const alert = page.getByRole('alert').filter({ hasText: 'Linket er ikke fjernet.' });
  await expect(alert).toContainText('Effihub giver ikke adgang');
  await expect(app.heading(page, 'Kunder som er synkroniseret (1)')).toBeVisible();
  expect(linkOf(sandbox, 1)).toBe(contactGuid(1));
});

test('a customer without a name is shown as such and cannot be created', async ({ connectTo, sandbox }) => {
  const app = await connectTo({ customers: [{ id: 1, name: '', city: 'Skive' }] });
  const page = await app.openAt(1);
  await app.openGroup(page, GROUPS.unmatched);
  await expect(app.row(page, '(uden navn)')).toContainText('Kan ikke oprettes uden navn');
  await expect(app.action(page, '(uden navn)').getByRole('option')).toHaveText(['Match', 'Spring over']);
  await app.run();
  expect(sandbox.world.organization.contacts.size).toBe(0);
});

test('a customer without a match is skipped unless the user says otherwise', async ({
  connectTo,
  sandbox,
}) => {
  const app = await connectTo({ customers: [{ id: 1, name: 'Zenit Film' }] });
  const page = await app.openAt(1);
  await app.openGroup(page, GROUPS.unmatched);
  await expect(app.action(page, 'Zenit Film')).toHaveValue('skip');
  await expect(page.getByText('Ingen match og ingen nye kunder er valgt endnu')).toBeVisible();
  await app.run();
  expect(writes(sandbox)).toBe('none');
});

test('a link to a deleted contact is broken, and a new match mends it', async ({ connectTo, sandbox }) => {
  const app = await connectTo({
    customers: [{ ...CERTAIN.customers[0], dineroContactGuid: contactGuid(1) }],
    contacts: [{ ...CERTAIN.contacts[0], DeletedAt: '2026-01-01T00:00:00.000Z' }, { ...CERTAIN.contacts[0] }],
  });
  const page = await app.openAt(1);
  await expect(app.heading(page, 'Brudte links (1)')).toBeVisible();
  await app.openGroup(page, GROUPS.broken);
  await expect(app.row(page, 'Bagergården ApS')).toContainText('Dinero-kunden findes ikke mere');
  await app.run();
  expect(linkOf(sandbox, 1)).toBe(contactGuid(2));
});

test('choices are there again after "Tilbage" and in another window', async ({ connectTo }) => {
  const app = await connectTo(LIKELY);
  const page = await app.openAt(1);
  await app.openGroup(page, GROUPS.matched);
  await confirmation(page, 'Jysk Landbrug ApS').check();
  await app.action(page, 'Mette Holm').selectOption('Spring over');
  await app.toImport(page);
  await button(page, 'Tilbage').click();
  await expect(app.heading(page, 'Trin 1 - Match kunder')).toBeVisible();
  const popup = await app.open('popup');
  await page.close();
  await popup.getByRole('button', { name: 'Fortsæt synkronisering', exact: true }).click();
  await app.openGroup(popup, GROUPS.matched);
  await expect(confirmation(popup, 'Jysk Landbrug ApS')).toBeChecked();
  await expect(app.action(popup, 'Mette Holm')).toHaveValue('skip');
});
