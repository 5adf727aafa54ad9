import { heardBy, hearEverything } from '../../helpers/hear.ts';
import { field, press, status } from '../../pages/controls.ts';
import { credentials } from '../../sandbox/index.ts';
import { expect, test } from '../fixtures.ts';

const { nordisk } = credentials;
const SECRETS = [nordisk.clientSecret, nordisk.apiKey, nordisk.effihubToken];

test.use({ connected: false });

test('a saved secret shows as "Gemt" and goes nowhere else', async ({ app, extension, sandbox }) => {
  await app.connect(nordisk);
  const page = await extension.newPage();
  await page.addInitScript(hearEverything);
  await page.goto(`${app.origin}/options.html`);
  await expect(field(page, 'Klient-id')).toHaveValue(nordisk.clientId);
  for (const name of ['Klienthemmelighed', 'API-nøgle', 'API-token']) {
    await expect(field(page, name)).toHaveValue('');
    await expect(field(page, name)).toHaveAccessibleDescription(/^Gemt /);
  }
  await press(page, 'Test Dinero-forbindelsen');
  await expect(page.getByText('Forbundet til Nordisk Tekst ApS', { exact: true })).toBeVisible();
  await press(page, 'Test Effihub-forbindelsen');
  await expect(page.getByText('Forbundet til Nordisk Tekst', { exact: true })).toBeVisible();
  sandbox.faults.add({ system: 'effihub', path: /account$/, kind: 'status', status: 401, times: 9 });
  await press(page, 'Test Effihub-forbindelsen');
  await expect(page.getByRole('alert')).toContainText('Effihub genkender ikke API-tokenet');
  await press(page, 'Gem indstillinger');
  await expect(page.getByRole('alert')).toContainText('Indstillingerne er ikke gemt.');

  const heard = await heardBy(page);
  // Answers and pushes were both heard.
  for (const told of [
    '"key":true,"token":true',
    '"organizationName":"Nordisk Tekst ApS"',
    '"type":"overview"',
  ])
    expect(heard).toContain(told);
  const inputs = await page.getByRole('form').locator('input').all();
  const values = await Promise.all(inputs.map((input) => input.inputValue()));
  for (const secret of SECRETS)
    for (const text of [heard, values.join('\n'), await page.content()]) expect(text).not.toContain(secret);
});

test('a secret that is typed anew replaces the saved one, the others stay', async ({ app, sandbox }) => {
  await app.connect(nordisk);
  sandbox.world.account.token = 'sandbox-another-token';
  const page = await app.open('options');
  await press(page, 'Test Effihub-forbindelsen');
  await expect(page.getByRole('alert')).toContainText('Effihub genkender ikke API-tokenet');
  await field(page, 'API-token').fill('sandbox-another-token');
  await press(page, 'Gem indstillinger');
  await expect(status(page, 'Gemt')).toBeVisible();
  await expect(field(page, 'API-token')).toHaveValue('');
  await page.reload();
  await press(page, 'Test Effihub-forbindelsen');
  await expect(page.getByText('Forbundet til Nordisk Tekst', { exact: true })).toBeVisible();
});
