/** The sign-in with Visma Connect. */
import { expectNothingSaved, storedBy } from '../../helpers/stored.ts';
import { inWorld, oneOfEach } from '../../helpers/worlds.ts';
import { company, field, press, status } from '../../pages/controls.ts';
import { button } from '../../pages/steps.ts';
import {
  answer,
  CLIENT,
  connectVisma,
  consentWindow,
  fillClient,
  organization,
  signIn,
} from '../../pages/visma.ts';
import { credentials } from '../../sandbox/index.ts';
import { expect, type Page, test } from '../fixtures.ts';

test.use({ connected: false, worldOptions: inWorld(oneOfEach) });

const { nordisk, fjord } = credentials;

test('settings show the redirect address to register, and copy it', async ({ app }) => {
  const page = await app.open('options');
  await page.getByRole('radio', { name: 'Visma Connect', exact: true }).check();
  // It depends on the extension's id: see visma.spec.ts of the browser tests.
  const address = await field(page, 'Omdirigeringsadresse').inputValue();
  expect(address).toMatch(/^https:\/\/[a-p]{32}\.chromiumapp\.org\/$/);
  await expect(field(page, 'Omdirigeringsadresse')).not.toBeEditable();
  await press(page, 'Kopiér adressen');
  await expect(button(page, 'Kopieret')).toBeVisible();
  await field(page, 'Klient-id').press('ControlOrMeta+V');
  await expect(field(page, 'Klient-id')).toHaveValue(address);
});

test('only granted companies can be chosen', async ({ app }) => {
  const page = await app.open('options');
  await fillClient(page);
  await answer(await consentWindow(page), 'Giv adgang', [nordisk.organizationId]);
  await expect(organization(page).locator('option')).toHaveText(['Fjord Regnskab ApS (551307)']);
});

for (const [title, refuse] of [
  ['says no', (consent: Page) => answer(consent, 'Afvis')],
  ['closes the window', (consent: Page) => consent.close()],
] as const)
  test(`a user who ${title} is told that no access was granted, and nothing is saved`, async ({ app }) => {
    const page = await app.open('options');
    await fillClient(page);
    await refuse(await consentWindow(page));
    await expect(page.getByRole('alert')).toContainText('Du gav ikke Kundebro adgang i Visma Connect');
    await expect(page.getByRole('alert')).toContainText('giv adgang');
    await field(page, 'API-token').fill(nordisk.effihubToken);
    await press(page, 'Gem indstillinger');
    await expect(page.getByText('Log ind med Visma Connect først', { exact: true })).toBeVisible();
    await expectNothingSaved(app);
    // The next attempt starts afresh.
    await signIn(page);
  });

test('a wrong client secret is reported beside the sign-in, and nothing is saved', async ({ app }) => {
  const page = await app.open('options');
  await fillClient(page, { ...CLIENT, clientSecret: 'forkert' });
  await answer(await consentWindow(page), 'Giv adgang');
  await expect(page.getByRole('alert')).toContainText('Visma Connect genkender ikke din applikation');
  await expect(organization(page)).toHaveCount(0);
  await expectNothingSaved(app);
});

test('the overview reports a revoked sign-in, and signing in again repairs it', async ({ app, sandbox }) => {
  const settings = await connectVisma(app);
  for (const each of sandbox.world.vismaSignIns) each.isRevoked = true;
  sandbox.expireTokens();
  const overview = await app.open('popup');
  await expect(overview.getByRole('alert')).toContainText('Du er logget ud af Visma Connect');
  await expect(button(overview, 'Åbn indstillinger')).toBeVisible();
  await signIn(settings, 'Log ind igen');
  await press(settings, 'Gem indstillinger');
  await expect(status(settings, 'Gemt')).toBeVisible();
  await expect(overview.getByRole('alert')).toHaveCount(0);
  await press(overview, 'Start synkronisering');
  await expect(app.heading(overview, 'Trin 1 - Match kunder')).toBeVisible();
});

test('signing out forgets the sign-in, and the overview says so', async ({ app, sandbox }) => {
  const settings = await connectVisma(app);
  await expect(settings.getByText('Gælder alle firmaer med dette login.')).toHaveCount(0);
  await press(settings, 'Log ud');
  await expect(button(settings, 'Log ind med Visma Connect')).toBeVisible();
  await expect(settings.getByText('Logget ind med Visma Connect', { exact: true })).toHaveCount(0);
  expect((await storedBy(app)).tables.signIns).toEqual([]);
  const before = sandbox.count({ system: 'dinero' });
  const page = await app.open('sync');
  await expect(page.getByRole('alert')).toContainText('Du er logget ud af Visma Connect');
  await press(page, 'Start synkronisering');
  await expect(page.getByRole('alert')).toContainText('Du er logget ud af Visma Connect');
  expect(sandbox.count({ system: 'dinero' })).toBe(before);
});

test('one sign-in serves two companies, each with its own account', async ({ app }) => {
  const page = await connectVisma(app);
  await press(page, 'Tilføj firma');
  await page.getByRole('radio', { name: 'Visma Connect', exact: true }).check();
  // The client is already saved.
  await expect(field(page, 'Klient-id')).toHaveValue(CLIENT.clientId);
  await expect(field(page, 'Klienthemmelighed')).toHaveAccessibleDescription(/^Gemt /);
  await press(page, 'Brug dit gemte login');
  await expect(page.getByText('Logget ind med Visma Connect', { exact: true })).toBeVisible();
  // The company that is not connected yet.
  await expect(organization(page).locator('option:checked')).toHaveText('Fjord Regnskab ApS (551307)');
  await field(page, 'API-token').fill(fjord.effihubToken);
  await press(page, 'Gem indstillinger');
  await expect(status(page, 'Gemt')).toBeVisible();
  await expect(company(page).locator('option')).toHaveText([
    'Fjord Regnskab ApS · Fjord Regnskab',
    'Nordisk Tekst ApS · Nordisk Tekst',
  ]);
  await expect(page.getByText('Gælder alle firmaer med dette login.', { exact: true })).toBeVisible();
  const { tables } = await storedBy(app);
  expect(tables.clients).toHaveLength(1);
  expect(tables.signIns).toHaveLength(1);
  expect(tables.connections?.map(({ id }) => id).sort()).toEqual(['551307:58', '637871:41']);
});
