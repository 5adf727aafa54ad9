import { AxeBuilder } from '@axe-core/playwright';
import { pair, worldOf } from '../helpers/linked.ts';
import type { Office } from '../helpers/office.ts';
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

/** A reading finds other values just as the answers are saved: no view can have heard of it. */
function outdateAtSave({ handlers, database }: Office): void {
  const { updateFields } = handlers;
  handlers.updateFields = async (...input) => {
    await database.decisions.toCollection().modify({ stale: true });
    return updateFields(...input);
  };
}

test.beforeEach(async ({ connectTo }) => {
  await connectTo(worldOf(NAMES.map((name, at) => pair(at + 1, name))));
});

test('differences are shown field by field with who changed them, and formatting is none', async ({
  app,
  sandbox,
}) => {
  const page = await drifted(app, sandbox);
  await expect(page.getByRole('listitem')).toHaveCount(2);
  const row = app.row(page, 'Bagergården ApS');
  await expect(row.getByRole('radiogroup')).toHaveCount(2);
  await expect(field(page, 'E-mail', 'Bagergården ApS')).toContainText('ændret i Dinero');
  await expect(
    field(page, 'E-mail', 'Bagergården ApS').getByRole('radio', { name: 'Brug Dineros' }),
  ).toHaveAccessibleDescription(/ny@bagergaarden\.dk/);
  await expect(field(page, 'Adresse', 'Bagergården ApS')).toContainText('ændret i Effihub');
  await expect(row.getByRole('link', { name: 'Åbn i Effihub' })).toHaveAttribute('href', /customers\/1$/);
  await expect(page.getByRole('button', { name: 'Gem ændringer' })).toHaveAccessibleDescription(
    'Vælg først, hvad der skal gælde',
  );
});

test('what is chosen survives a closed popup, and is carried out in both systems', async ({
  app,
  sandbox,
}) => {
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

test('one answer for all that is shown takes no empty value', async ({ app, sandbox }) => {
  const page = await drifted(app, sandbox);
  await page.getByRole('searchbox', { name: 'Søg i forskelle' }).fill('fjord');
  await expect(page.getByRole('listitem')).toHaveCount(1);
  await page.getByRole('button', { name: 'Brug Effihubs for viste' }).click();
  await expect(page.getByText('1 tomt felt er ikke valgt. Vælg det selv')).toBeVisible();
  await expect(page.getByText('1 felt rettes i Dinero')).toBeVisible();
  await page.getByRole('combobox', { name: 'Felt' }).selectOption('Telefon');
  await expect(page.getByRole('radiogroup')).toHaveCount(1);
  await take(page, 'Telefon', 'Fjordens Fisk I/S', 'Brug Effihubs');
  await expect(page.getByText('2 felter rettes i Dinero')).toBeVisible();
  await page.getByRole('button', { name: 'Vent med viste' }).click();
  await expect(page.getByText('1 felt rettes i Dinero')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Søg i forskelle' }).fill('ingen hedder sådan');
  await expect(page.getByText('Ingen kunder passer til')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Vent med viste' })).toHaveCount(0);
});

test('all is shown again when the field that was looked at is the same everywhere', async ({
  app,
  sandbox,
}) => {
  const page = await drifted(app, sandbox);
  const chosen = page.getByRole('combobox', { name: 'Felt' });
  await chosen.selectOption('E-mail');
  await expect(page.getByRole('radiogroup')).toHaveCount(1);
  await page.getByRole('button', { name: 'Brug Dineros for viste' }).click();
  await page.getByRole('button', { name: 'Gem ændringer' }).click();
  await expect(page.getByText('1 kunde er rettet')).toBeVisible();
  await expect(page.getByRole('radiogroup')).toHaveCount(3);
  await expect(chosen).toHaveValue('all');
});

test('choices that do not hold any more are not taken for carried out', async ({ app, sandbox, office }) => {
  const page = await drifted(app, sandbox);
  await take(page, 'Adresse', 'Bagergården ApS', 'Brug Effihubs');
  await expect(page.getByText('1 felt rettes i Dinero')).toBeVisible();
  outdateAtSave(office);
  await page.getByRole('button', { name: 'Gem ændringer' }).click();
  await expect(page.getByText('Intet er ændret, for dine valg gælder ikke længere')).toBeVisible();
  await expect(field(page, 'Adresse', 'Bagergården ApS')).toContainText('Ændret, siden du valgte');
});

test('a contact that was changed in Dinero meanwhile stays as it is, and is asked about again', async ({
  app,
  sandbox,
}) => {
  const page = await drifted(app, sandbox);
  await take(page, 'Adresse', 'Bagergården ApS', 'Brug Effihubs');
  changeContact(sandbox.world, dinero(sandbox, 1), { Street: 'Vestergade 9' });
  await page.getByRole('button', { name: 'Gem ændringer' }).click();
  await expect(page.getByText('1 kunde blev ikke rettet')).toBeVisible();
  await expect(page.getByText('Kunden er ændret i Dinero, siden du valgte')).toBeVisible();
  expect(dinero(sandbox, 1).Street).toBe('Vestergade 9');
  const line = field(page, 'Adresse', 'Bagergården ApS');
  await expect(line).toContainText('Vestergade 9');
  await expect(line).toContainText('Ændret, siden du valgte');
  await expect(line.getByRole('radio', { name: 'Vent' })).toBeChecked();
});

test('what Dinero refuses is told in its own words, and the other customers are corrected', async ({
  app,
  sandbox,
}) => {
  const page = await drifted(app, sandbox);
  await take(page, 'Adresse', 'Bagergården ApS', 'Brug Effihubs');
  await take(page, 'Hjemmeside', 'Fjordens Fisk I/S', 'Brug Effihubs');
  sandbox.faults.add({
    system: 'dinero',
    method: 'PUT',
    path: /contacts/,
    kind: 'status',
    status: 400,
    body: { code: 42, message: 'Validation Error', validationErrors: { Street: 'Adressen er for lang' } },
  });
  await page.getByRole('button', { name: 'Gem ændringer' }).click();
  await expect(page.getByText('1 kunde er rettet, 1 kunde blev ikke rettet')).toBeVisible();
  await expect(page.getByText('Adressen er for lang')).toBeVisible();
  // The answer is still there, to be tried again.
  await expect(
    field(page, 'Adresse', 'Bagergården ApS').getByRole('radio', { name: 'Brug Effihubs' }),
  ).toBeChecked();
  await page.getByRole('button', { name: 'Gem ændringer' }).click();
  await expect(page.getByText('1 kunde er rettet', { exact: true })).toBeVisible();
  expect(dinero(sandbox, 1).Street).toBe('Søndergade 4');
});

test('two views show the same choices', async ({ app, sandbox }) => {
  const one = await drifted(app, sandbox);
  const other = await app.open('sync');
  await open(app, other);
  await take(one, 'E-mail', 'Bagergården ApS', 'Brug Dineros');
  await expect(
    field(other, 'E-mail', 'Bagergården ApS').getByRole('radio', { name: 'Brug Dineros' }),
  ).toBeChecked();
  await take(other, 'E-mail', 'Bagergården ApS', 'Vent');
  await expect(field(one, 'E-mail', 'Bagergården ApS').getByRole('radio', { name: 'Vent' })).toBeChecked();
});

test('nothing that differs is a state of its own', async ({ app }) => {
  const page = await app.open('popup');
  await read(app, page);
  await open(app, page);
  await expect(page.getByText('Alle linkede kunder er ens i Dinero og Effihub')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Gem ændringer' })).toHaveCount(0);
});

test('the keyboard alone is enough', async ({ app, sandbox }) => {
  const page = await drifted(app, sandbox);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('searchbox', { name: 'Søg i forskelle' })).toBeFocused();
  await field(page, 'Adresse', 'Bagergården ApS').getByRole('radio', { name: 'Vent' }).focus();
  await page.keyboard.press('ArrowUp');
  await expect(
    field(page, 'Adresse', 'Bagergården ApS').getByRole('radio', { name: 'Behold begge' }),
  ).toBeChecked();
  await page.keyboard.press('ArrowUp');
  await expect(
    field(page, 'Adresse', 'Bagergården ApS').getByRole('radio', { name: 'Brug Effihubs' }),
  ).toBeChecked();
  await page.getByRole('button', { name: 'Gem ændringer' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 kunde er rettet')).toBeVisible();
});

test('is accessible', async ({ app, sandbox }) => {
  const page = await drifted(app, sandbox);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});
