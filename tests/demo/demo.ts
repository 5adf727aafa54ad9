/** The whole sync, as a bookkeeper does it, with a screenshot of every step and the result as a table. */
import { mkdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import { openBrowser, welcomeTab } from '../helpers/browser.ts';
import { Kundebro } from '../pages/kundebro.ts';
import { heading, openPanel, visit } from '../pages/panel.ts';
import { Welcome } from '../pages/welcome.ts';
import { credentials, startSandbox } from '../sandbox/index.ts';

const pictures = fileURLToPath(new URL('../../.output/demo/', import.meta.url));
const hasDisplay = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY) && !process.env.CI;
/** How many customers without a match the demo creates in Dinero. */
const CREATE = 8;

const sandbox = await startSandbox({ size: 'usual' });
const browser = await openBrowser({ sandbox, headless: !hasDisplay, welcome: true });
const app = new Kundebro(browser.context, browser.origin);
await rm(pictures, { recursive: true, force: true });
await mkdir(pictures, { recursive: true });

const picture = (page: Page, name: string) => page.screenshot({ path: `${pictures}${name}.png` });

console.log('After installation: connecting to the sandbox ...');
const page = await welcomeTab(browser.context);
await page.setViewportSize({ width: 1100, height: 800 });
const welcome = new Welcome(page);
await welcome.fillDinero(credentials.nordisk);
await picture(page, '0-welcome');
await welcome.connectWithApi(credentials.nordisk);
await picture(page, '0-connected');

console.log('Step 1: matching ...');
await welcome.start();
await expect(app.heading(page, 'Trin 1 - Match kunder')).toBeVisible();
await app.openGroup(page, 'Gennemgå kunder med et match');
const confirm = page.getByRole('button', { name: 'Bekræft viste' });
await expect(confirm).toBeVisible();
await picture(page, '1-match');
await confirm.click();
await app.openGroup(page, 'Gennemgå kunder med et match', false);
await app.openGroup(page, 'Gennemgå kunder uden match');
await createSome(page);
await picture(page, '1-without-match');
await app.next(page);

console.log('Step 2: what is created in Dinero ...');
await expect(app.heading(page, 'Trin 2 - Opret i Dinero')).toBeVisible();
await picture(page, '2-create');
await app.next(page);

console.log('Step 3: what is imported into Effihub ...');
await expect(app.heading(page, 'Trin 3 - Importer kunder fra Dinero')).toBeVisible();
await page.getByRole('searchbox', { name: 'Søg' }).fill('ApS');
await page.getByRole('button', { name: 'Importér alle' }).click();
await picture(page, '3-import');
await page.getByRole('button', { name: 'Gem og fuldfør' }).click();

console.log('Step 4: carrying it out (within the limits of both systems, so this takes two minutes) ...');
await expect(page.getByRole('progressbar', { name: 'Fremdrift' })).toBeVisible();
await picture(page, '4-running');
await expect(page.getByText(/Synkroniseringen er færdig/)).toBeVisible({ timeout: 20 * 60_000 });
await picture(page, '5-result');

const groups = await page.getByRole('heading', { name: /\(\d+\)$/ }).allInnerTexts();
console.table(
  groups.map((text) => {
    const [, group = text, count = ''] = /^(.*) \((\d+)\)$/.exec(text.trim()) ?? [];
    return { group, customers: Number(count) };
  }),
);
console.log('The panel on a customer’s page in Effihub ...');
const { account } = sandbox.world;
const customer = [...account.customers.values()].find(
  ({ dineroContactGuid, archivedAt, name }) => !dineroContactGuid && !archivedAt && name,
);
if (customer) {
  const site = await visit(browser.context, `https://${account.subdomain}.effihub.com/kunder/${customer.id}`);
  await openPanel(site);
  await expect(heading(site, customer.name)).toBeVisible();
  await picture(site, '6-panel');
}
const calls = (system: 'dinero' | 'effihub') => sandbox.count({ system });
console.log(`Requests: ${calls('dinero')} to Dinero, ${calls('effihub')} to Effihub.`);
console.log(`Pictures: .output/demo/`);

if (hasDisplay) {
  console.log('The browser stays open; close it to end.');
  await browser.context.waitForEvent('close', { timeout: 0 });
} else {
  await browser.context.close();
}
await rm(browser.profile, { recursive: true, force: true });
await sandbox.close();

/** Chooses `Opret i Dinero` for the first customers in view that can be created. */
async function createSome(page: Page): Promise<void> {
  const choices = page.getByRole('region', { name: /^Kunder uden match/ }).getByRole('combobox');
  await expect(choices.first()).toBeVisible();
  const count = Math.min(CREATE, await choices.count());
  for (let at = 0; at < count; at += 1) {
    const choice = choices.nth(at);
    const canCreate = await choice.locator('option:not([disabled])', { hasText: 'Opret i Dinero' }).count();
    if (canCreate) await choice.selectOption('Opret i Dinero');
  }
}
