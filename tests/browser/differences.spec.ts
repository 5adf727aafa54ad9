import { pair, worldOf } from '../helpers/linked.ts';
import { stopWorker } from '../helpers/stop-worker.ts';
import type { Kundebro } from '../pages/kundebro.ts';
import { changeContact, changeCustomer, type Sandbox } from '../sandbox/index.ts';
import { expect, type Locator, type Page, test } from './fixtures.ts';

const NAMES = ['Bagergården ApS', 'Fjordens Fisk I/S', 'Måne Design ApS', 'Stjerne Byg A/S'];

const dinero = (sandbox: Sandbox, n: number) => [...sandbox.world.organization.contacts.values()][n - 1]!;
const effihub = (sandbox: Sandbox, n: number) => sandbox.world.account.customers.get(n)!;

/** The choice about one field of one customer. */
const field = (page: Page, name: string, customer: string): Locator =>
  page.getByRole('radiogroup', { name: `${name} for ${customer}`, exact: true });
const take = (page: Page, name: string, customer: string, radio: string) =>
  field(page, name, customer).getByRole('radio', { name: radio, exact: true }).check();

const read = async (app: Kundebro, page: Page) => {
  await page.getByRole('button', { name: /^(Start|Fortsæt) synkronisering$/ }).click();
  await expect(page.getByRole('button', { name: 'Gennemgå kunder uden match' })).toBeVisible();
  await page.getByRole('button', { name: 'Til oversigten' }).click();
  await expect(app.heading(page, 'Synkroniser kunder')).toBeVisible();
};

const open = async (app: Kundebro, page: Page) => {
  await page.getByRole('button', { name: 'Gennemgå forskelle' }).click();
  await expect(app.heading(page, 'Forskelle')).toBeFocused();
};

/** Four linked customers that were the same once, and are not any more. */
async function drifted(app: Kundebro, sandbox: Sandbox): Promise<Page> {
  const page = await app.open('popup');
  await read(app, page);
  const { world } = sandbox;
  changeContact(world, dinero(sandbox, 1), { Email: 'ny@bagergaarden.dk', AttPerson: 'Lis Holm' });
  changeCustomer(world, effihub(sandbox, 1), { street: 'Søndergade 4' });
  changeCustomer(world, effihub(sandbox, 2), { website: 'https://fjordensfisk.dk', phone: null });
  changeCustomer(world, effihub(sandbox, 3), { phone: '86 12 34 13' });
  await read(app, page);
  await open(app, page);
  return page;
}

test.beforeEach(async ({ connectTo }) => {
  await connectTo(worldOf(NAMES.map((name, at) => pair(at + 1, name))));
});

test('what is chosen survives a closed popup, and is carried out in both systems', {
  tag: '@firefox',
}, async ({ app, sandbox }) => {
  const first = await drifted(app, sandbox);
  await take(first, 'E-mail', 'Bagergården ApS', 'Brug Dineros');
  await take(first, 'Adresse', 'Bagergården ApS', 'Brug Effihubs');
  await take(first, 'Hjemmeside', 'Fjordens Fisk I/S', 'Behold begge');
  await expect(
    first.getByText('1 felt rettes i Dinero, 1 felt rettes i Effihub, 1 forskel beholdes'),
  ).toBeVisible();
  await first.close();

  const page = await app.open('sync');
  await open(app, page);
  await expect(
    field(page, 'E-mail', 'Bagergården ApS').getByRole('radio', { name: 'Brug Dineros' }),
  ).toBeChecked();
  const writes = () => sandbox.count({ method: 'PUT' }) + sandbox.count({ method: 'PATCH' });
  expect(writes()).toBe(0);
  await page.getByRole('button', { name: 'Gem ændringer' }).click();
  await expect(page.getByText('1 kunde er rettet, 1 forskel beholdes')).toBeVisible();
  expect(dinero(sandbox, 1)).toMatchObject({
    Street: 'Søndergade 4',
    AttPerson: 'Lis Holm',
    Email: 'ny@bagergaarden.dk',
  });
  expect(effihub(sandbox, 1)).toMatchObject({ invoiceEmail: 'ny@bagergaarden.dk', street: 'Søndergade 4' });
  expect(writes()).toBe(2);

  // Only the one that nobody has decided on is left, and the kept one on request.
  await expect(page.getByRole('radiogroup')).toHaveCount(1);
  await page.getByRole('checkbox', { name: 'Vis forskelle, du beholder (1)' }).check();
  await expect(
    field(page, 'Hjemmeside', 'Fjordens Fisk I/S').getByRole('radio', { name: 'Behold begge' }),
  ).toBeChecked();
  await page.getByRole('button', { name: 'Til oversigten' }).click();
  await expect(page.getByText('Linkede med forskelle')).toBeVisible();
});

test('a worker that is stopped in the middle goes on, and every view hears of it', async ({
  app,
  sandbox,
  browserWithExtension,
}) => {
  const page = await drifted(app, sandbox);
  await take(page, 'Adresse', 'Bagergården ApS', 'Brug Effihubs');
  await take(page, 'Hjemmeside', 'Fjordens Fisk I/S', 'Brug Effihubs');
  const held = sandbox.faults.add({
    system: 'dinero',
    method: 'PUT',
    path: /contacts/,
    kind: 'hold',
    when: 'done-last',
  });
  await page.getByRole('button', { name: 'Gem ændringer' }).click();
  await held.arrived;
  await stopWorker(browserWithExtension.context, browserWithExtension.origin);
  held.release();
  await expect(page.getByText('2 kunder er rettet')).toBeVisible({ timeout: 60_000 });
  expect(dinero(sandbox, 1).Street).toBe('Søndergade 4');
  expect(dinero(sandbox, 2).Webpage).toBe('https://fjordensfisk.dk');
});
