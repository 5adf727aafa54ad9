import { credentials } from '../sandbox/index.ts';
import { expect, type Page, test } from './fixtures.ts';

const { nordisk } = credentials;
const SECRETS = [nordisk.clientSecret, nordisk.apiKey, nordisk.effihubToken];

test.use({ connected: false });

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });

interface Runtime {
  sendMessage(...args: unknown[]): Promise<unknown>;
  connect(...args: unknown[]): { onMessage: { addListener(listener: (told: unknown) => void): void } };
}

/** Runs in the page: keeps everything that the background tells it, under either name that browsers have for it. */
function hearEverything(): void {
  const heard: string[] = [];
  const names = globalThis as unknown as Record<string, { runtime?: Runtime } | undefined>;
  for (const runtime of [names.chrome?.runtime, names.browser?.runtime]) {
    if (!runtime) continue;
    const send = runtime.sendMessage.bind(runtime);
    // The answer comes to a callback where there is one, otherwise by the promise.
    const listening = (argument: unknown) =>
      typeof argument === 'function'
        ? (told: unknown) => {
            heard.push(JSON.stringify(told));
            argument(told);
          }
        : argument;
    runtime.sendMessage = async (...args) => {
      const answer = await send(...args.map(listening));
      heard.push(JSON.stringify(answer));
      return answer;
    };
    const connect = runtime.connect.bind(runtime);
    runtime.connect = (...args) => {
      const port = connect(...args);
      port.onMessage.addListener((told) => heard.push(JSON.stringify(told)));
      return port;
    };
  }
  Object.assign(globalThis, { heard });
}

test('a saved secret shows as "Gemt" and goes nowhere else', async ({ app, extension, sandbox }) => {
  await app.connect(nordisk);
  await extension.addInitScript(hearEverything);
  const page = await app.open('options');
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

  const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard.join('\n'));
  // Answers and pushes were both heard.
  for (const told of ['"clientSecret":true', '"organizationName":"Nordisk Tekst ApS"', '"type":"overview"'])
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
  await expect(page.getByRole('status').getByText('Gemt', { exact: true })).toBeVisible();
  await expect(field(page, 'API-token')).toHaveValue('');
  await page.reload();
  await press(page, 'Test Effihub-forbindelsen');
  await expect(page.getByText('Forbundet til Nordisk Tekst', { exact: true })).toBeVisible();
});
