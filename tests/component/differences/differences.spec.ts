import { expectAccessible } from '../../helpers/axe.ts';
import type { Office } from '../../helpers/office.ts';
import {
  answer,
  dinero,
  drifted,
  effihub,
  field,
  fourLinked,
  openDifferences,
  take,
} from '../../pages/differences.ts';
import { button } from '../../pages/steps.ts';
import { changeContact, changeCustomer } from '../../sandbox/index.ts';
import { expect, test } from '../fixtures.ts';

/** A reading finds other values just as the answers are saved: no view can have heard of it. */
function outdateAtSave({ handlers, database }: Office): void {
  const { updateFields } = handlers;
  handlers.updateFields = async (...input) => {
    await database.decisions.toCollection().modify({ stale: true });
    return updateFields(...input);
  };
}

test.beforeEach(async ({ connectTo }) => {
  await connectTo(fourLinked());
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
  await expect(answer(page, 'E-mail', 'Bagergården ApS', 'Brug Dineros')).toHaveAccessibleDescription(
    /ny@bagergaarden\.dk/,
  );
  await expect(field(page, 'Adresse', 'Bagergården ApS')).toContainText('ændret i Effihub');
  await expect(row.getByRole('link', { name: 'Åbn i Effihub' })).toHaveAttribute('href', /customers\/1$/);
  await expect(page.getByRole('button', { name: 'Gem ændringer' })).toHaveAccessibleDescription(
    'Vælg først, hvad der skal gælde',
  );
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
  await expect(answer(page, 'Adresse', 'Bagergården ApS', 'Brug Effihubs')).toBeChecked();
  await page.getByRole('button', { name: 'Gem ændringer' }).click();
  await expect(page.getByText('1 kunde er rettet', { exact: true })).toBeVisible();
  expect(dinero(sandbox, 1).Street).toBe('Søndergade 4');
});

test('two views show the same choices', async ({ app, sandbox }) => {
  const one = await drifted(app, sandbox);
  const other = await openDifferences(app, 'sync');
  await take(one, 'E-mail', 'Bagergården ApS', 'Brug Dineros');
  await expect(answer(other, 'E-mail', 'Bagergården ApS', 'Brug Dineros')).toBeChecked();
  await take(other, 'E-mail', 'Bagergården ApS', 'Vent');
  await expect(answer(one, 'E-mail', 'Bagergården ApS', 'Vent')).toBeChecked();
});

test('differences that are all kept are told from none', async ({ app, sandbox }) => {
  await app.read();
  changeCustomer(sandbox.world, effihub(sandbox, 1), { street: 'Søndergade 4' });
  await app.read();
  const page = await openDifferences(app);
  await take(page, 'Adresse', 'Bagergården ApS', 'Behold begge');
  await button(page, 'Gem ændringer').click();
  await expect(page.getByText('De forskelle, der er, har du valgt at beholde.')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Vis forskelle, du beholder (1)' })).toBeVisible();
});

test('nothing that differs is a state of its own', async ({ app }) => {
  await app.read();
  const page = await openDifferences(app);
  await expect(page.getByText('Alle linkede kunder er ens i Dinero og Effihub')).toBeVisible();
  // Differences that are kept leave another sentence.
  await expect(page.getByText(/^Hvis en kunde ændrer sig på den ene side/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Gem ændringer' })).toHaveCount(0);
});

test('the keyboard alone is enough', async ({ app, sandbox }) => {
  const page = await drifted(app, sandbox);
  await expect(page.getByRole('listitem')).toHaveCount(2);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('searchbox', { name: 'Søg i forskelle' })).toBeFocused();
  await answer(page, 'Adresse', 'Bagergården ApS', 'Vent').focus();
  await page.keyboard.press('ArrowUp');
  await expect(answer(page, 'Adresse', 'Bagergården ApS', 'Behold begge')).toBeChecked();
  await page.keyboard.press('ArrowUp');
  await expect(answer(page, 'Adresse', 'Bagergården ApS', 'Brug Effihubs')).toBeChecked();
  await page.getByRole('button', { name: 'Gem ændringer' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 kunde er rettet')).toBeVisible();
});

test('is accessible', async ({ app, sandbox }) => {
  const page = await drifted(app, sandbox);
  await expect(page.getByRole('listitem')).toHaveCount(2);
  await expectAccessible(page);
});
