import { company, download, press } from '../../pages/controls.ts';
import { button } from '../../pages/steps.ts';
import { credentials } from '../../sandbox/index.ts';
import { expect, type Page, test } from '../fixtures.ts';

const dialogOn = (page: Page) => page.getByRole('dialog', { name: 'Gendan sikkerhedskopi', exact: true });

/** Downloads a backup with the button. */
async function backupFrom(page: Page) {
  const file = await download(page, button(page, 'Hent sikkerhedskopi'));
  await expect(page.getByText('Sikkerhedskopien er hentet', { exact: true })).toBeVisible();
  return file;
}

const fileOf = (text: string, name = 'kundebro-sikkerhedskopi.json') => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(text),
});

async function choose(page: Page, text: string): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await press(page, 'Gendan sikkerhedskopi');
  await (await choosing).setFiles(fileOf(text));
}

/** The cells of a row. */
const cells = (page: Page, row: string) =>
  dialogOn(page)
    .getByRole('row', { name: new RegExp(`^${row} `) })
    .getByRole('cell');

/** One linked customer, one ignored contact. */
test.beforeEach(async ({ connectTo }) => {
  const app = await connectTo({
    customers: [{ id: 1, name: 'Bagergården ApS', vatNumber: '10000009' }],
    contacts: [{ Name: 'Bagergården ApS', VatNumber: '10000009' }, { Name: 'Havblik I/S' }],
  });
  await app.sync({ ignore: ['Havblik I/S'] });
});

test('a backup is a file without secrets, and merging it restores what was removed', async ({ app }) => {
  const page = await app.open('options');
  const { text, name } = await backupFrom(page);
  expect(name).toMatch(/^kundebro-sikkerhedskopi-\d{4}-\d\d-\d\d\.json$/);
  expect(text).toContain('Bagergården ApS');
  for (const secret of Object.values(credentials.nordisk).filter((value) => typeof value === 'string'))
    expect(text).not.toContain(secret);

  await press(page, 'Fjern Havblik I/S fra ignorer-listen');
  await expect(page.getByText('Havblik I/S er fjernet fra ignorer-listen')).toBeVisible();
  await choose(page, text);
  const dialog = dialogOn(page);
  await expect(dialog.getByRole('table', { name: /Nordisk Tekst ApS/ })).toBeVisible();
  await expect(cells(page, 'Links')).toHaveText(['0', '0', '1', '0']);
  await expect(cells(page, 'Ignorer-listen')).toHaveText(['1', '0', '0', '0']);
  await expect(cells(page, 'Historik')).toHaveText(['0', '0', '1', '0']);
  await expect(cells(page, 'Indstillinger')).toHaveText(['0', '0', '3', '0']);
  await dialog.getByRole('button', { name: 'Gendan', exact: true }).click();
  await expect(page.getByText('Sikkerhedskopien er gendannet', { exact: true })).toBeVisible();
  await expect(dialog).toHaveCount(0);
  await expect(button(page, 'Fjern Havblik I/S fra ignorer-listen')).toBeVisible();
});

test('extra data in a forged file is shown before it is restored', async ({ app }) => {
  const page = await app.open('options');
  const { text } = await backupFrom(page);
  const file = JSON.parse(text);
  const [company] = file.companies;
  company.contactNumbers = [{ number: '1037000007', contactGuid: company.ignored[0].contactGuid }];
  await choose(page, JSON.stringify(file));
  await expect(cells(page, 'Kunders sider i Dinero')).toHaveText(['1', '0', '0', '0']);
});

test('a restored company can be chosen at once, to enter its keys', async ({ app }) => {
  const page = await app.open('options');
  const { text } = await backupFrom(page);
  const file = JSON.parse(text);
  const names = { organizationName: 'Fjord Regnskab ApS', accountName: 'Fjord Regnskab', subdomain: 'fjord' };
  file.companies.push({
    ...file.companies[0],
    ...names,
    id: '551307:58',
    organizationId: 551307,
    accountId: '58',
  });
  await choose(page, JSON.stringify(file));
  await expect(dialogOn(page)).toContainText('Vælg bagefter firmaet øverst på siden, og skriv dem.');
  await dialogOn(page).getByRole('button', { name: 'Gendan', exact: true }).click();
  await expect(page.getByText('Sikkerhedskopien er gendannet', { exact: true })).toBeVisible();
  await company(page).selectOption({ label: 'Fjord Regnskab ApS · Fjord Regnskab' });
  await expect(page.getByLabel('Klienthemmelighed')).toBeVisible();
});

test('replacing restores links in Effihub, and the file’s language', async ({ app, sandbox }) => {
  const page = await app.open('options');
  const { text } = await backupFrom(page);
  const overview = await app.open('sync');
  await press(overview, 'Nulstil alle kundelinks');
  await overview.getByRole('alertdialog').getByRole('button', { name: 'Nulstil', exact: true }).click();
  await expect(overview.getByText('1 kundelink er nulstillet')).toBeVisible();
  expect(sandbox.world.account.customers.get(1)?.dineroContactGuid).toBeFalsy();

  await page.getByRole('combobox', { name: 'Sprog' }).selectOption('en');
  const choosing = page.waitForEvent('filechooser');
  await press(page, 'Restore backup');
  await (await choosing).setFiles(fileOf(text));
  const dialog = page.getByRole('dialog', { name: 'Restore backup', exact: true });
  await dialog.getByRole('radio', { name: 'Replace', exact: true }).check();
  const row = (name: string) => dialog.getByRole('row', { name: new RegExp(`^${name} `) }).getByRole('cell');
  await expect(row('Links')).toHaveText(['1', '0', '0', '0']);
  await expect(row('History')).toHaveText(['0', '0', '1', '1']);
  await expect(row('Settings')).toHaveText(['0', '1', '2', '0']);
  await dialog.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(page.getByText('Sikkerhedskopien er gendannet', { exact: true })).toBeVisible();
  await expect(page.getByText('1 link er ved at blive gendannet i Effihub.')).toBeVisible();
  await expect
    .poll(() => sandbox.world.account.customers.get(1)?.dineroContactGuid)
    .toBe('00000000-0000-4000-8000-000000000001');
});

test('a file that is not a backup is refused with a reason, and nothing is changed', async ({ app }) => {
  const page = await app.open('options');
  const { text } = await backupFrom(page);
  const cases = [
    ['navn;cvr', 'Filen er ikke en sikkerhedskopi fra Kundebro'],
    [text.slice(0, -9), 'Sikkerhedskopien er beskadiget eller ændret'],
    [text.replace('"format":3', '"format":99'), 'Filen er lavet af en nyere udgave af Kundebro'],
  ] as const;
  for (const [wrong, words] of cases) {
    await choose(page, wrong);
    await expect(page.getByRole('alert')).toContainText(words);
    await expect(page.getByRole('alert')).toContainText('Intet er ændret.');
    await expect(dialogOn(page)).toHaveCount(0);
  }
});

test('a backup is restored by keyboard alone', async ({ app }) => {
  const page = await app.open('options');
  const { text } = await backupFrom(page);
  // Early, so that the browser knows of it in time.
  page.on('filechooser', (chooser) => chooser.setFiles(fileOf(text)));
  await press(page, 'Fjern Havblik I/S fra ignorer-listen');
  await expect(page.getByRole('heading', { name: 'Ignorer-listen', exact: true })).toBeFocused();
  await button(page, 'Hent sikkerhedskopi').focus();
  await page.keyboard.press('Tab');
  await expect(button(page, 'Gendan sikkerhedskopi')).toBeFocused();
  await page.keyboard.press('Enter');
  const dialog = dialogOn(page);
  const radio = (name: string) => dialog.getByRole('radio', { name, exact: true });
  await expect(radio('Flet')).toBeChecked();
  await radio('Flet').focus();
  await page.keyboard.press('ArrowDown');
  await expect(radio('Erstat')).toBeChecked();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('button', { name: 'Annuller', exact: true })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Sikkerhedskopien er gendannet', { exact: true })).toBeVisible();
  await expect(button(page, 'Fjern Havblik I/S fra ignorer-listen')).toBeVisible();

  // The same file again changes nothing.
  await press(page, 'Gendan sikkerhedskopi');
  await expect(dialog.getByText('Der er intet at gendanne')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(button(page, 'Gendan sikkerhedskopi')).toBeFocused();
});
