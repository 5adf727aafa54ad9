import { readFile } from 'node:fs/promises';
import { CUSTOMERS, HEADINGS, readTable, TABLE, threeToImport } from '../../helpers/sheet-table.ts';
import { contactNamed, inWorld } from '../../helpers/worlds.ts';
import type { Kundebro } from '../../pages/kundebro.ts';
import {
  cells,
  changes,
  clipboard,
  column,
  connectWithSheets,
  copy,
  countsCustomers,
  firstRows,
  openReading,
  pasteField,
  upload,
  use,
} from '../../pages/sheets.ts';
import { action, at, button, choice, GROUPS, next, save, shows } from '../../pages/steps.ts';
import { contactGuid } from '../../sandbox/index.ts';
import { delimited, utf8, windows1252 } from '../../sandbox/sheet-bytes.ts';
import { expect, type Page, test } from '../fixtures.ts';

test.use({ worldOptions: inWorld(threeToImport), connected: false });
test.beforeEach(({ app }) => connectWithSheets(app));

const EFFIHUB = [
  'Firmanavn',
  'Kundenummer',
  'CVR nummer',
  'Adresse',
  'Postnummer',
  'By',
  'Land',
  'Faktureringsmail',
  'Telefon',
  'Webside',
  'Noter',
];
const FJORDENS = [
  'Fjordens Rengøring I/S',
  '',
  '25313763',
  'Havnegade 3',
  '5000',
  'Odense',
  'Danmark',
  'post@fjordens.example',
  '+45 20 30 40 51',
  'https://fjordens.example',
  '',
];

/** One linked, one created, three imported, one ignored. */
const PLAN = {
  create: ['Nordlys Tømrer & Søn A/S'],
  import: ['Fjordens Rengøring I/S', '=Zenit Film', 'Mette Holm'],
  ignore: ['Solsikke Børnehave'],
};

/** Pastes the table, corrects the unrecognised column, and reads it. */
async function readFirst(app: Kundebro): Promise<Page> {
  const page = await openReading(app);
  await pasteField(page).fill(TABLE);
  await countsCustomers(page, '2 kunder');
  await expect(changes(page).getByText('2 nye', { exact: true })).toBeVisible();
  await expect(firstRows(page)).toContainText('Ærøskøbing');
  await shows(column(page, 'Kolonne 2: Kunde'), 'Firmanavn');
  await shows(column(page, 'Kolonne 4: Kontakt'), '– bruges ikke –');
  await column(page, 'Kolonne 4: Kontakt').selectOption('Faktureringsmail');
  await expect(page.getByText('2 kunder bliver læst ind', { exact: true })).toBeVisible();
  await use(page, '2 kunder er læst ind');
  return page;
}

test('customers go from table to table without Effihub’s API', async ({ app, extension, sandbox }) => {
  test.setTimeout(120_000);
  const page = await readFirst(app);
  await button(page, 'Start synkronisering').click();
  await at(page, 1);
  await app.openGroup(page, GROUPS.unmatched);
  for (const name of PLAN.create) await action(page, name).selectOption('Opret i Dinero');
  await next(page, 2);
  await next(page, 3);
  for (const name of PLAN.import) await choice(page, name, 'Importér').check();
  for (const name of PLAN.ignore) await choice(page, name, 'Ignorér').check();
  await save(page);
  const created = contactNamed(sandbox.world, 'Nordlys Tømrer & Søn A/S');
  expect(created).toMatchObject({ Email: 'post@nordlys.example', City: 'Ærøskøbing' });

  await expect(app.heading(page, '3 kunder venter på at blive indsat i Effihub')).toBeVisible();
  await button(page, 'Kopiér virksomheder').click();
  await expect(page.getByText('2 kunder er kopieret. Indsæt dem i Effihub.')).toBeVisible();
  const companies = cells(await clipboard(extension));
  const zenit = ["'=Zenit Film", '', '', '', '', 'Hobro', 'Danmark', '', '', '', ''];
  expect(companies).toEqual([EFFIHUB, zenit, FJORDENS]);
  await button(page, 'Kopiér privatpersoner').click();
  await expect(page.getByText('1 kunde er kopieret. Indsæt den i Effihub.')).toBeVisible();
  const persons = cells(await clipboard(extension));
  expect(persons).toEqual([
    EFFIHUB,
    ['Mette Holm', '', '', '', '', '', 'Danmark', 'mette@holm.example', '', '', ''],
  ]);

  const downloading = page.waitForEvent('download');
  await button(page, 'Hent virksomheder som fil').click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^kundebro-virksomheder-\d{4}-\d\d-\d\d\.csv$/);
  const file = await readFile(await download.path(), 'utf8');
  const lines = file.split('\r\n');
  expect([lines[0], lines[2]]).toEqual([`\uFEFF${EFFIHUB.join(';')}`, FJORDENS.join(';')]);
  const downloadingPersons = page.waitForEvent('download');
  await button(page, 'Hent privatpersoner som fil').click();
  const personsFile = await readFile(await (await downloadingPersons).path(), 'utf8');
  expect(personsFile.split('\r\n')[1]).toBe(persons[1]?.join(';'));

  await page.getByRole('checkbox', { name: 'Virksomheder er indsat i Effihub', exact: true }).click();
  await expect(
    page.getByText('2 kunder er indsat og bliver linket, når du læser kundetabellen igen'),
  ).toBeVisible();
  await expect(button(page, 'Kopiér virksomheder')).toBeHidden();
  await expect(button(page, 'Kopiér privatpersoner')).toBeVisible();
  await button(page, 'De er ikke indsat alligevel').click();
  await expect(button(page, 'Kopiér virksomheder')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Virksomheder er indsat i Effihub', exact: true }).click();
  await expect(button(page, 'Kopiér virksomheder')).toBeHidden();
  await button(page, 'Færdig').click();
  await expect(page.getByText(/^Læst .*: 2 kunder$/)).toBeVisible();

  // What Effihub shows next: its customers and the pasted ones, with the numbers that it has assigned.
  const pasted = [...companies.slice(1), ...persons.slice(1)].map((row, index) => [
    row[0]?.replace(/^'/, '') ?? '',
    String(10_003 + index),
    ...row.slice(2),
  ]);
  const before = CUSTOMERS.map(([number = '', name = '', city = '', email = '']) =>
    EFFIHUB.map(
      (heading) =>
        ({ Firmanavn: name, Kundenummer: number, By: city, Faktureringsmail: email })[heading] ?? '',
    ),
  );
  await button(page, 'Læs kundetabel').click();
  await upload(page, {
    name: 'kunder.csv',
    bytes: windows1252(delimited([EFFIHUB, ...before, ...pasted], ';')),
  });
  await countsCustomers(page, '5 kunder');
  await expect(changes(page)).toContainText('3 nye · 2 uændrede');
  await expect(changes(page)).toContainText('3 indsatte kunder er fundet igen og bliver linket.');
  await use(page, '5 kunder er læst ind');
  await expect(button(page, 'Kopiér privatpersoner')).toBeHidden();

  await button(page, 'Start synkronisering').click();
  await at(page, 1);
  await expect(app.heading(page, 'Kunder som er synkroniseret (5)')).toBeVisible();
  await app.openGroup(page, GROUPS.linked);
  for (const name of ['Fjordens Rengøring I/S', '=Zenit Film', 'Mette Holm', 'Nordlys Tømrer & Søn A/S'])
    await expect(app.row(page, name).getByText(`Forbundet med ${name}`)).toBeVisible();
  await expect(app.row(page, 'Bagergården ApS').getByText('Forbundet med BAGERGÅRDEN APS')).toBeVisible();
  expect(sandbox.count({ system: 'effihub' })).toBe(0);
  expect(sandbox.world.organization.contacts.size).toBe(6);
  expect(sandbox.world.organization.contacts.has(contactGuid(1))).toBe(true);
});

test('a table copied elsewhere is pasted by keyboard', async ({ app, extension }) => {
  await copy(extension, TABLE);
  const page = await openReading(app);
  await pasteField(page).focus();
  await page.keyboard.press('ControlOrMeta+V');
  await countsCustomers(page, '2 kunder');
  await use(page, '2 kunder er læst ind');
});

test('a file dropped on the field is read', async ({ app }) => {
  const page = await openReading(app);
  const dropped = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'kunder.csv', { type: 'text/csv' }));
    return data;
  }, TABLE);
  await pasteField(page).dispatchEvent('drop', { dataTransfer: dropped });
  await countsCustomers(page, '2 kunder');
  await expect(page.getByText(/^kunder\.csv\. /)).toBeVisible();
});

test('choices for a heading apply to the next table that has it', async ({ app }) => {
  const page = await readFirst(app);
  await button(page, 'Læs kundetabel').click();
  const turned = [HEADINGS.toReversed(), ...CUSTOMERS.map((row) => row.toReversed())];
  await upload(page, { name: 'igen.csv', bytes: utf8(delimited(turned, ';')) });
  await shows(column(page, 'Kolonne 1: Kontakt'), 'Faktureringsmail');
  await expect(changes(page).getByText('2 uændrede', { exact: true })).toBeVisible();
});

test('a customer missing from the latest table is not counted, not called archived, and keeps its link', async ({
  app,
}) => {
  await readTable(app);
  await app.sync(PLAN);
  const page = await openReading(app);
  await upload(page, { name: 'kort.csv', bytes: utf8(delimited([HEADINGS, ...CUSTOMERS.slice(1)], ';')) });
  await expect(changes(page)).toContainText('1 uændret');
  await use(page, '1 kunde er læst ind');
  await expect(page.getByText(/^Læst .*: 1 kunde$/)).toBeVisible();
  await button(page, 'Nulstil alle kundelinks').click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog.getByText('5 kunder mister deres link til Dinero.', { exact: true })).toBeVisible();
  await expect(dialog).not.toContainText('kundeHUB');
  await dialog.getByRole('button', { name: 'Annuller', exact: true }).click();
  await button(page, 'Se kunder, der er væk').click();
  await expect(app.row(page, 'Bagergården ApS')).toContainText('Ikke i kundetabellen siden');
  await expect(app.row(page, 'Bagergården ApS')).toContainText(
    'Læs en tabel med kunden, eller fjern linket.',
  );
});

test('a meaning belongs to one column: choosing it for another leaves the first one unused', async ({
  app,
}) => {
  const page = await openReading(app);
  await pasteField(page).fill(TABLE);
  await column(page, 'Kolonne 3: By').selectOption('Firmanavn');
  await shows(column(page, 'Kolonne 2: Kunde'), '– bruges ikke –');
  // Choosing something else restores it.
  await column(page, 'Kolonne 3: By').selectOption('– bruges ikke –');
  await shows(column(page, 'Kolonne 2: Kunde'), 'Firmanavn');
  await column(page, 'Kolonne 2: Kunde').selectOption('– bruges ikke –');
  await expect(page.getByText('Vælg den kolonne, som kundens navn står i.')).toBeVisible();
  await expect(button(page, 'Brug tabellen')).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('checkbox', { name: 'Tabellen har overskrifter', exact: true }).uncheck();
  await column(page, 'Kolonne 2').selectOption('Firmanavn');
  await countsCustomers(page, '3 kunder');
});

test('nothing is synchronised before a table was read, and an unused one is not kept', async ({ app }) => {
  const page = await openReading(app);
  await pasteField(page).fill(TABLE);
  await countsCustomers(page, '2 kunder');
  await button(page, 'Tilbage').click();
  await expect(page.getByText('Kunderne er ikke læst ind endnu.', { exact: true })).toBeVisible();
  await expect(button(page, 'Start synkronisering')).toHaveAttribute('aria-disabled', 'true');
  await button(page, 'Læs kundetabel').click();
  await expect(pasteField(page)).toHaveValue('');
});

test('the popup opens a tab, since it would close when a file is chosen', async ({ app, extension }) => {
  const popup = await app.open('popup');
  const opening = extension.waitForEvent('page');
  await button(popup, 'Læs kundetabel').click();
  const tab = await opening;
  await expect(app.heading(tab, 'Læs kundetabel')).toBeVisible();
  await pasteField(tab).fill(TABLE);
  await use(tab, '2 kunder er læst ind');
});
