/** Signing in with Visma Connect, in settings and afterwards. */
import { expectNothingSaved, storedBy } from '../../helpers/stored.ts';
import { inWorld, linksOf, oneOfEach } from '../../helpers/worlds.ts';
import { field, press, status } from '../../pages/controls.ts';
import { button } from '../../pages/steps.ts';
import { connectVisma, fillClient, organization, signIn } from '../../pages/visma.ts';
import { credentials, type Sandbox } from '../../sandbox/index.ts';
import { expect, type Page, test } from '../fixtures.ts';

test.use({ connected: false, worldOptions: inWorld(oneOfEach) });

const { fjord } = credentials;

const tokenRequests = (sandbox: Sandbox) =>
  sandbox.count({ host: 'connect.visma.com', path: '/connect/token' });

/** As if an hour had passed: the extension knows it as well as Dinero. */
async function anHourLater(page: Page, sandbox: Sandbox): Promise<void> {
  sandbox.expireTokens();
  await page.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: { storage: { session: chrome.Area } } };
    const stored = await chrome.storage.session.get();
    for (const [key, value] of Object.entries(stored))
      if (/visma:/.test(key)) await chrome.storage.session.set({ [key]: { ...value, expiresAt: 1 } });
  });
}

declare namespace chrome {
  interface Area {
    get(): Promise<Record<string, object>>;
    set(items: Record<string, object>): Promise<void>;
  }
}

const mayIdentify = (page: Page) =>
  page.evaluate(() => {
    const { chrome } = globalThis as unknown as {
      chrome: { permissions: { contains(which: object): Promise<boolean> } };
    };
    return chrome.permissions.contains({ permissions: ['identity'] });
  });

test('the right to sign in is asked for with the first press, and one of the granted companies is chosen', async ({
  app,
  sandbox,
}) => {
  const page = await app.open('options');
  await fillClient(page);
  expect(await mayIdentify(page)).toBe(false);
  await signIn(page);
  expect(await mayIdentify(page)).toBe(true);
  await expect(organization(page).locator('option')).toHaveText([
    'Nordisk Tekst ApS (637871)',
    'Fjord Regnskab ApS (551307)',
  ]);
  await organization(page).selectOption('Fjord Regnskab ApS (551307)');
  await press(page, 'Test Dinero-forbindelsen');
  await expect(page.getByText('Forbundet til Fjord Regnskab ApS', { exact: true })).toBeVisible();
  await expectNothingSaved(app);
  await field(page, 'API-token').fill(fjord.effihubToken);
  await press(page, 'Gem indstillinger');
  await expect(status(page, 'Gemt')).toBeVisible();
  const { tables } = await storedBy(app);
  expect(tables.connections).toMatchObject([{ id: '551307:58', organizationName: 'Fjord Regnskab ApS' }]);
  expect(tables.signIns).toMatchObject([
    { refreshToken: sandbox.world.vismaSignIns[0]?.refreshTokens.at(-1) },
  ]);
});

test('when tokens are over they are renewed, again and again, and a whole sync works', {
  tag: '@slow',
}, async ({ app, sandbox }) => {
  const settings = await connectVisma(app);
  const [signedIn] = sandbox.world.vismaSignIns;
  for (const tokens of [2, 3]) {
    await anHourLater(settings, sandbox);
    await press(settings, 'Test Dinero-forbindelsen');
    await expect.poll(() => signedIn?.refreshTokens.length).toBe(tokens);
    await expect(button(settings, 'Test Dinero-forbindelsen')).not.toHaveAttribute('aria-busy');
    await expect(settings.getByText('Forbundet til Nordisk Tekst ApS', { exact: true })).toBeVisible();
  }
  // Dinero alone knows that this one is over.
  sandbox.expireTokens();
  const page = await app.begin();
  await app.toImport(page);
  await app.choice(page, 'Grøn Have ApS', 'Importér').check();
  await app.finish(page);
  expect(linksOf(sandbox.world)['Grøn Have ApS']).toBe('Grøn Have ApS');
  expect(sandbox.world.vismaSignIns).toHaveLength(1);
});

test('two windows that need a new token at the same time make one request for it', async ({
  app,
  sandbox,
}) => {
  const settings = await connectVisma(app);
  const other = await app.open('options');
  const before = tokenRequests(sandbox);
  // Before the token is over: a page that opens asks Dinero, too.
  const held = sandbox.faults.add({
    system: 'dinero',
    host: 'connect.visma.com',
    path: /token$/,
    kind: 'hold',
  });
  await anHourLater(settings, sandbox);
  for (const page of [settings, other]) {
    await press(page, 'Test Dinero-forbindelsen');
    await expect(button(page, 'Test Dinero-forbindelsen')).toHaveAttribute('aria-busy', 'true');
  }
  await held.arrived;
  held.release();
  for (const page of [settings, other])
    await expect(page.getByText('Forbundet til Nordisk Tekst ApS', { exact: true })).toBeVisible();
  expect(tokenRequests(sandbox)).toBe(before + 1);
});
