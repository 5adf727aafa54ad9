import { created } from '../../pages/create.ts';
import { field, openDifferences } from '../../pages/differences.ts';
import { linkOf } from '../../pages/match.ts';
import { contacts } from '../../pages/result.ts';
import { button, choice, GROUPS } from '../../pages/steps.ts';
import { contactGuid } from '../../sandbox/index.ts';
import { expect, test } from '../fixtures.ts';

/** What nobody may take for one customer without a look: in Effihub, in Dinero. */
const APART: [customer: object, contact: object][] = [
  [{ name: '365 Tekst ApS' }, { Name: '247 Tekst ApS' }],
  [{ name: 'Boldklubben 1921' }, { Name: 'Boldklubben 1934' }],
  [{ name: 'Loge nr. 12' }, { Name: 'Loge nr. 34' }],
  [{ name: '2100 Bageriet' }, { Name: '8000 Bageriet' }],
  [{ name: 'K/S Fjord - 299' }, { Name: 'K/S Fjord - 542' }],
  [{ name: 'P 45 Ejendomme A/S' }, { Name: 'P 54 Ejendomme A/S' }],
  [{ name: 'K/S Aks VII' }, { Name: 'K/S Aks VIII' }],
  [{ name: 'Kr.Juul' }, { Name: 'Kr.Krogh' }],
  [{ name: 'Hans.Berg' }, { Name: 'Hans.Dahl' }],
  [{ name: '🍕 ApS' }, { Name: '🍔 ApS' }],
  [{ name: '*** A/S' }, { Name: '+++ A/S' }],
  [{ name: 'Dansk filial af Nordport Ltd' }, { Name: 'Dansk filial af Sydhavn GmbH' }],
  [
    { name: 'Anders Vestergaard', zipCode: '8700', city: 'Horsens' },
    { Name: 'Anders Vestergaard', ZipCode: '6000', City: 'Kolding' },
  ],
  [
    { name: 'Djurs Data', invoiceEmail: 'post@djurs-a.example' },
    { Name: 'Djurs Data', Email: 'post@djurs-b.example' },
  ],
];
const inBoth = (pairs: typeof APART) => ({
  customers: pairs.map(([customer], at) => ({ id: at + 1, ...customer })),
  contacts: pairs.map(([, contact]) => contact),
});

test('two names that something distinctive tells apart are linked by nobody but the user', async ({
  connectTo,
  sandbox,
}) => {
  const app = await connectTo(inBoth(APART));
  await app.run();
  expect(APART.map((_, at) => linkOf(sandbox, at + 1))).toEqual(APART.map(() => null));
});

test('what is certain stays certain, and is linked', async ({ connectTo, sandbox }) => {
  const same: typeof APART = [
    [{ name: '10442 Lærkehøj ApS' }, { Name: 'Lærkehøj ApS' }],
    [{ name: 'Bo™ ApS' }, { Name: 'Bo ApS' }],
    [
      { name: 'Fjordens Fisk ApS', zipCode: '8700', city: 'Horsens', invoiceEmail: 'a@fisk.example' },
      { Name: 'Fjordens Fisk ApS', ZipCode: '6000', City: 'Kolding', Email: 'b@fjord.example' },
    ],
  ];
  const app = await connectTo(inBoth(same));
  await app.run();
  expect(same.map((_, at) => linkOf(sandbox, at + 1))).toEqual(same.map((_, at) => contactGuid(at + 1)));
});

test('a contradiction is said beside what agrees', async ({ connectTo }) => {
  const app = await connectTo(inBoth(APART.slice(12)));
  const page = await app.openAt(1);
  await app.openGroup(page, GROUPS.matched);
  await expect(app.row(page, 'Anders Vestergaard')).toContainText('samme navn, forskellig by');
  await expect(app.row(page, 'Djurs Data')).toContainText('samme navn, forskellig e-mail');
  await expect(page.getByRole('checkbox', { name: /^Bekræft match for/ })).toHaveCount(2);
});

test('two customers that one contact may be are both warned of, and it of one of them', async ({
  connectTo,
}) => {
  const app = await connectTo({
    customers: [
      { id: 1, name: 'IOTA TEKST' },
      { id: 2, name: 'Iota Tekst' },
    ],
    contacts: [{ Name: 'Iota Tekst' }],
  });
  const plan = { create: ['IOTA TEKST', 'Iota Tekst'] };
  const page = await app.openAt(2, plan);
  for (const name of plan.create)
    await expect(app.row(page, name).getByText('Mulig dublet: Iota Tekst', { exact: true })).toBeVisible();
  const imports = await app.openAt(3, plan);
  await expect(choice(imports, 'Iota Tekst', 'Importér')).toBeVisible();
  await expect(app.row(imports, 'Iota Tekst')).toContainText('Mulig dublet af');
});

test('a number is sent as the number, and what cannot be read is said and not sent', async ({
  connectTo,
  sandbox,
}) => {
  const numbers: [name: string, countryCode: string, written: string, shown: string | undefined][] = [
    ['Alfa Hellas', 'GR', 'GR094019245', 'EL094019245'],
    ['Beta Tekst', 'DE', 'USt-IdNr. DE811569869', 'DE811569869'],
    ['Gamma Foto', 'AT', 'UID: ATU12345675', 'ATU12345675'],
    ['Delta Film', 'DK', 'SE-nr. 10150817', '10150817'],
    ['Epsilon Kurs', 'DK', 'CVR 10150817', '10150817'],
    ['Zeta Nord', 'GB', 'XI980780684', 'XI980780684'],
    ['Eta Vin', 'DE', 'DE 12 34', undefined],
    ['Theta Te', 'DK', '25313763 / 29403473', undefined],
  ];
  const app = await connectTo({
    customers: numbers.map(([name, countryCode, vatNumber], at) => ({
      id: at + 1,
      name,
      countryCode,
      vatNumber,
      isPerson: false,
    })),
    cvrRegister: ['10150817'],
  });
  const page = await app.openAt(2, { create: numbers.map(([name]) => name) });
  for (const [name, , , shown] of numbers) {
    const row = app.row(page, name);
    const unread = row.getByText('CVR-nummeret er ikke gyldigt og sendes ikke', { exact: true });
    await expect(unread).toHaveCount(shown ? 0 : 1);
    await expect(row.getByText(/ikke gyldigt/)).toHaveCount(shown ? 0 : 1);
    if (shown) await expect(row).toContainText(shown);
    else await expect(row).toContainText('Sendes uden adresse, e-mail og telefon');
  }
  await app.carryOut(page);
  const sent = new Map(created(sandbox).map(({ Name, VatNumber }) => [Name, VatNumber ?? undefined]));
  expect(sent).toEqual(new Map(numbers.map(([name, , , shown]) => [name, shown])));
});

test('two addresses in an e-mail field are said before they are sent', async ({ connectTo, sandbox }) => {
  const Email = 'post@zenit.example; faktura@zenit.example';
  const app = await connectTo({
    customers: [{ id: 1, name: 'Zenit Film', invoiceEmail: Email }],
    contacts: [{ Name: 'Havnens Fiskehus', Email }],
  });
  const page = await app.openAt(2, { create: ['Zenit Film'] });
  await expect(app.row(page, 'Zenit Film')).toContainText('Feltet har flere e-mailadresser');
  await app.next(page);
  await expect(app.row(page, 'Havnens Fiskehus')).toContainText('Feltet har flere e-mailadresser');
  await button(page, 'Gem og fuldfør').click();
  await expect(page.getByText('Synkroniseringen er færdig', { exact: true })).toBeVisible();
  expect(contacts(sandbox).map((contact) => contact.Email)).toContain(Email);
});

test('what is written otherwise is no difference, and a number that cannot be read is not taken', async ({
  connectTo,
}) => {
  const linked: [customer: object, contact: object][] = [
    [
      { name: 'So\u{ad}lris Graﬁk ApS', phone: '86–12–34–56', vatNumber: 'CVR-nr. 25 31 37 63' },
      { Name: 'Solris\u{200b} Grafik ApS', Phone: '86·12·34·56', VatNumber: '25313763' },
    ],
    [
      { name: 'Ｆｊｏｒｄ AS', countryCode: 'NO', vatNumber: 'NO 974 760 673 MVA' },
      { Name: 'Fjord AS', CountryKey: 'NO', VatNumber: '974760673' },
    ],
    [
      { name: 'Alpen AG', countryCode: 'CH', vatNumber: 'CHE-116.281.710 MWST' },
      { Name: 'Alpen AG', CountryKey: 'CH', VatNumber: 'CHE116281710' },
    ],
    [
      { name: 'Skåne AB', countryCode: 'SE', vatNumber: '556703-7485' },
      { Name: 'Skåne AB', CountryKey: 'SE', VatNumber: 'SE556703748501' },
    ],
    [
      { name: 'Rhein GmbH', countryCode: 'DE', vatNumber: 'DE811569869', phone: '030-123456' },
      { Name: 'Rhein GmbH', CountryKey: 'DE', VatNumber: '811569869', Phone: '+49 30 123456' },
    ],
    [
      { name: 'Zenit Film ApS', vatNumber: '253137' },
      { Name: 'Zenit Film ApS', VatNumber: '25313763' },
    ],
  ];
  const { customers, contacts } = inBoth(linked);
  const app = await connectTo({
    customers: customers.map((customer, at) => ({ ...customer, dineroContactGuid: contactGuid(at + 1) })),
    contacts,
  });
  await app.read();
  const page = await openDifferences(app);
  const number = field(page, 'CVR-nummer', 'Zenit Film ApS');
  await expect(number).toContainText('Nummeret kan ikke læses og sendes ikke');
  await expect(page.getByRole('listitem')).toHaveCount(1);
  await expect(number.getByRole('radio', { name: 'Brug Effihubs' })).toBeDisabled();
  await expect(number.getByRole('radio', { name: 'Brug Dineros' })).toBeEnabled();
});
