import { inWorld, type WorldParts } from '../helpers/worlds.ts';
import { inPanel, openPanel, ready, visit } from '../pages/panel.ts';
import { connectWithSheets, SUBDOMAIN } from '../pages/sheets.ts';
import { choice, next, save } from '../pages/steps.ts';
import { expect, test } from './fixtures.ts';

const threeToImport = (): WorldParts => ({
  contacts: [
    { Name: 'BAGERGÅRDEN APS' },
    {
      Name: 'Fjordens Rengøring I/S',
      VatNumber: '25313763',
      Street: 'Havnegade 3',
      ZipCode: '5000',
      City: 'Odense',
      Email: 'post@fjordens.example',
      Phone: '+45 20 30 40 51',
      Webpage: 'https://fjordens.example',
    },
    { Name: '=Zenit Film', City: 'Hobro' },
    { Name: 'Mette Holm', IsPerson: true, Email: 'mette@holm.example' },
    { Name: 'Solsikke Børnehave' },
  ],
});

test.use({ worldOptions: inWorld(threeToImport), connected: false });
test.beforeEach(({ app }) => connectWithSheets(app));

const HEADINGS = ['Nr.', 'Kunde', 'By', 'Kontakt'];
const CUSTOMERS = [
  ['10001', 'Bagergården ApS', 'Odense', 'kontor@bagergaarden.example'],
  ['10002', 'Nordlys Tømrer & Søn A/S', 'Ærøskøbing', 'post@nordlys.example'],
];
const TABLE = [HEADINGS, ...CUSTOMERS].map((row) => row.join('\t')).join('\n');

test('the panel on Effihub’s import page reads a table, and has what is to be pasted there', async ({
  app,
  extension,
}) => {
  const page = await visit(extension, `https://${SUBDOMAIN}.effihub.com/customers/import`);
  await openPanel(page);
  const inside = inPanel(page);
  await expect(inside.getByText('Her indsætter du kunderne fra Dinero', { exact: true })).toBeVisible();
  const inner = (name: string) => inside.getByRole('button', { name, exact: true });
  await inner('Læs kundetabel').click();
  await inside.getByRole('textbox', { name: 'Indsæt tabellen her', exact: true }).fill(TABLE);
  await inner('Brug tabellen').click();
  await expect(inside.getByText('2 kunder er læst ind', { exact: true })).toBeVisible();

  const tab = await app.begin();
  await next(tab, 3);
  await choice(tab, 'Mette Holm', 'Importér').check();
  await save(tab);
  await tab.close();
  await page.reload();
  await expect(inner('Kopiér privatpersoner')).toBeVisible();
  await ready(page);
  await inner('Kopiér privatpersoner').click();
  await expect(inside.getByText('1 kunde er kopieret. Indsæt den i Effihub.')).toBeVisible();
  const field = page.getByRole('textbox', { name: 'Indsæt tabellen her', exact: true });
  await field.focus();
  await page.keyboard.press('ControlOrMeta+V');
  await expect(field).toHaveValue(/\nMette Holm\t/);
});
