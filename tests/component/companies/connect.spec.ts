import { field, press } from '../../pages/controls.ts';
import type { Kundebro } from '../../pages/kundebro.ts';
import { credentials, type Sandbox, world } from '../../sandbox/index.ts';
import { expect, test } from '../fixtures.ts';

const { nordisk, fjord, withoutPro } = credentials;

test.use({ connected: false });

/** Without a connection the overview only offers to connect. */
async function expectUnconnected(app: Kundebro): Promise<void> {
  const page = await app.open('popup');
  await expect(page.getByRole('button', { name: 'Forbind Dinero og Effihub', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: /synkronisering/ })).toHaveCount(0);
  await page.close();
}

test('without a connection the overview leads to the settings', async ({ app, extension, sandbox }) => {
  for (const host of ['popup', 'sync'] as const) {
    const page = await app.open(host);
    await expect(app.heading(page, 'Synkroniser kunder')).toBeVisible();
    await expect(page.getByRole('button', { name: /synkronisering/ })).toHaveCount(0);
    const opened = extension.waitForEvent('page');
    await press(page, 'Forbind Dinero og Effihub');
    await expect(app.heading(await opened, 'Indstillinger')).toBeVisible();
  }
  expect(sandbox.requests).toHaveLength(0);
});

test('each side has its own test button, and testing saves nothing', async ({ app }) => {
  const page = await app.open('options');
  await app.fillSettings(page, nordisk);
  await press(page, 'Test Dinero-forbindelsen');
  await expect(page.getByText('Forbundet til Nordisk Tekst ApS', { exact: true })).toBeVisible();
  await press(page, 'Test Effihub-forbindelsen');
  await expect(page.getByText('Forbundet til Nordisk Tekst', { exact: true })).toBeVisible();
  await expect(page.getByText('Gemt', { exact: true })).toHaveCount(0);
  await expectUnconnected(app);
});

test('an outcome disappears when the values change', async ({ app }) => {
  const page = await app.open('options');
  await app.fillSettings(page, nordisk);
  await press(page, 'Test Dinero-forbindelsen');
  await expect(page.getByText('Forbundet til Nordisk Tekst ApS', { exact: true })).toBeVisible();
  await field(page, 'API-nøgle').fill('x');
  await expect(page.getByText('Forbundet til Nordisk Tekst ApS', { exact: true })).toHaveCount(0);
});

test('saving a connection shows it at once in open overviews', async ({ app }) => {
  const overview = await app.open('sync');
  await expect(overview.getByRole('button', { name: 'Forbind Dinero og Effihub' })).toBeVisible();
  await app.connect(nordisk);
  await expect(overview.getByText('Nordisk Tekst ApS', { exact: true })).toBeVisible();
  await expect(overview.getByText('Nordisk Tekst', { exact: true })).toBeVisible();
  await expect(overview.getByText('Kunderne er ikke synkroniseret endnu.')).toBeVisible();
  await expect(overview.getByRole('button', { name: 'Start synkronisering', exact: true })).toBeVisible();
});

test('without a Firma-id the key’s company is found', async ({ app }) => {
  const page = await app.open('options');
  await app.fillSettings(page, nordisk);
  await field(page, 'Firma-id').fill('');
  await press(page, 'Gem indstillinger');
  await expect(page.getByText('Gemt', { exact: true }).first()).toBeVisible();
  await page.reload();
  await expect(field(page, 'Firma-id')).toHaveValue('637871');
});

test.describe('a failed connection says why, and saves nothing', () => {
  interface Case {
    title: string;
    who?: Partial<typeof nordisk>;
    fault?: Parameters<Sandbox['faults']['add']>[0];
    /** What happened, and what to do. */
    says: string[];
    /** Not attributed to the other system. */
    saysNot?: string;
  }
  const cases: Case[] = [
    {
      title: 'a wrong client secret',
      who: { clientSecret: 'forkert' },
      says: [
        'Dinero genkender ikke klient-id’et eller klienthemmeligheden',
        'Sammenlign med mailen fra Dinero',
      ],
    },
    {
      title: 'a wrong API key',
      who: { apiKey: 'forkert' },
      says: ['Dinero genkender ikke API-nøglen', 'tandhjulet > API'],
    },
    {
      title: 'the key of another company',
      who: { apiKey: fjord.apiKey },
      says: ['API-nøglen hører til et andet firma i Dinero', 'ret Firma-id’et'],
    },
    {
      title: 'a company without Pro',
      who: withoutPro,
      says: ['Firmaet har ikke et aktivt Dinero Pro-abonnement', 'Opgradér i Dinero'],
    },
    {
      title: 'a wrong token',
      who: { effihubToken: 'forkert' },
      says: ['Effihub genkender ikke API-tokenet', 'Kopiér tokenet fra Effihub'],
    },
    {
      title: 'Effihub not answering',
      fault: { system: 'effihub', kind: 'drop', times: 99 },
      says: ['Effihub svarer ikke', 'Kontrollér din internetforbindelse'],
    },
    {
      title: 'HTML from Dinero',
      fault: { system: 'dinero', path: /organizations$/, kind: 'html', times: 99 },
      says: ['Dinero gav et svar, som ikke kan læses'],
    },
    {
      title: 'HTML from Dinero’s sign-in',
      fault: { system: 'dinero', host: 'authz.dinero.dk', kind: 'html', times: 99 },
      says: ['Dinero gav et svar, som ikke kan læses'],
    },
    {
      title: 'cut-off JSON from Effihub',
      fault: { system: 'effihub', path: /account$/, kind: 'cut-json', times: 99 },
      says: ['Effihub gav et svar, som ikke kan læses', 'Kontrollér API-adressen'],
    },
    {
      title: 'an answer of wrong types from Dinero',
      fault: { system: 'dinero', path: /organizations$/, kind: 'garbled', times: 99 },
      says: ['Dinero gav et svar, som ikke kan læses'],
      saysNot: 'Dinero skriver',
    },
  ];
  for (const { title, who, fault, says, saysNot } of cases) {
    test(title, async ({ app, sandbox }) => {
      if (fault) sandbox.faults.add(fault);
      const page = await app.open('options');
      await app.fillSettings(page, { ...nordisk, ...who });
      await press(page, 'Gem indstillinger');
      const alert = page.getByRole('alert');
      // Reads are retried.
      for (const words of says) await expect(alert).toContainText(words, { timeout: 20_000 });
      await expect(alert).toContainText('Indstillingerne er ikke gemt.');
      if (saysNot) await expect(alert).not.toContainText(saysNot);
      await expect(page.getByText('Gemt', { exact: true })).toHaveCount(0);
      // The entered values are still there.
      await expect(field(page, 'Klient-id')).toHaveValue(nordisk.clientId);
      await expect(field(page, 'API-token')).not.toHaveValue('');
      await page.reload();
      await expect(field(page, 'Klient-id')).toHaveValue('');
      await expect(page.getByText('Gemt', { exact: true })).toHaveCount(0);
      await expectUnconnected(app);
    });
  }
});

test('a failure is shown beside the test button that caused it', async ({ app, sandbox }) => {
  const page = await app.open('options');
  await app.fillSettings(page, { ...nordisk, apiKey: 'forkert', effihubToken: 'forkert' });
  await press(page, 'Test Dinero-forbindelsen');
  const side = (name: string) => page.getByRole('region', { name, exact: true });
  await expect(side('Dinero').getByRole('alert')).toContainText('Dinero genkender ikke API-nøglen');
  await expect(side('Effihub').getByRole('alert')).toHaveCount(0);
  await press(page, 'Test Effihub-forbindelsen');
  await expect(side('Effihub').getByRole('alert')).toContainText('Effihub genkender ikke API-tokenet');
  // Only a token was requested from Dinero, nothing was read.
  expect(sandbox.count({ system: 'dinero' })).toBe(0);
});

test('a failed change leaves the saved connection unchanged', async ({ app }) => {
  await app.connect(nordisk);
  const page = await app.open('options');
  await field(page, 'API-nøgle').fill('forkert');
  await press(page, 'Gem indstillinger');
  await expect(page.getByRole('alert')).toContainText('Dinero genkender ikke API-nøglen');
  await page.reload();
  await press(page, 'Test Dinero-forbindelsen');
  await expect(page.getByText('Forbundet til Nordisk Tekst ApS', { exact: true })).toBeVisible();
  await app.begin('popup');
});

test('missing and malformed values are reported at the field, before anything is sent', async ({
  app,
  sandbox,
}) => {
  const page = await app.open('options');
  await press(page, 'Gem indstillinger');
  for (const name of ['Klient-id', 'Klienthemmelighed', 'API-nøgle', 'API-token'])
    await expect(field(page, name)).toHaveAccessibleDescription(new RegExp(`^${name} mangler`));
  await expect(field(page, 'Klient-id')).toBeFocused();
  await app.fillSettings(page, nordisk);
  await field(page, 'Firma-id').fill('63 78 71a');
  await field(page, 'API-adresse').fill('http://api.effihub.com/v1');
  await press(page, 'Gem indstillinger');
  await expect(field(page, 'Firma-id')).toHaveAccessibleDescription(/^Firma-id består kun af tal/);
  await expect(field(page, 'API-adresse')).toHaveAccessibleDescription(/^Adressen skal begynde med https:/);
  expect(sandbox.requests).toHaveLength(0);
});

test.describe('Effihub’s own Dinero integration', () => {
  const cases = [
    ['switched off', { enabled: false, organizationId: nordisk.organizationId }, 'er slået fra'],
    ['set to another company', { enabled: true, organizationId: 551307 }, 'er sat til et andet firma'],
  ] as const;
  for (const [title, dinero, words] of cases) {
    test(`${title}: the overview warns and links to the setting`, async ({ app, sandbox }) => {
      sandbox.reset({ world: world({ account: { dinero } }), limits: false });
      await app.connect(nordisk);
      const page = await app.open('popup');
      const alert = page.getByRole('alert');
      await expect(alert).toContainText(`Effihubs egen Dinero-integration ${words}`);
      await expect(alert).toContainText('Indstillinger > Integrationer');
      await expect(alert.getByRole('link', { name: /^Åbn Integrationer i Effihub/ })).toHaveAttribute(
        'href',
        'https://nordisktekst.effihub.com/settings/integrations',
      );
      // Only a warning.
      await expect(page.getByRole('button', { name: 'Start synkronisering', exact: true })).toBeVisible();

      sandbox.world.account.dinero = { enabled: true, organizationId: nordisk.organizationId };
      await page.reload();
      await expect(page.getByRole('button', { name: 'Start synkronisering', exact: true })).toBeVisible();
      await expect(page.getByRole('alert')).toHaveCount(0);
    });
  }
});

test('the overview reports a revoked token, and leads to the settings', async ({
  app,
  sandbox,
  extension,
}) => {
  await app.connect(nordisk);
  sandbox.world.account.token = 'sandbox-another-token';
  const page = await app.open('popup');
  await expect(page.getByRole('alert')).toContainText('Effihub genkender ikke API-tokenet');
  const opened = extension.waitForEvent('page');
  await press(page, 'Åbn indstillinger');
  await expect(app.heading(await opened, 'Indstillinger')).toBeVisible();
});
