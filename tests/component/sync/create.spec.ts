import { contacts, customer } from '../../pages/result.ts';
import { button, country, nameField, STEPS } from '../../pages/steps.ts';
import { expect, type Page, test } from '../fixtures.ts';

const next = (page: Page) => button(page, 'Fortsæt');

test('the step is left out where nothing is to be created', async ({ connectTo }) => {
  const app = await connectTo({ customers: [{ name: 'Zenit Film' }] });
  const page = await app.openAt(1);
  await app.toImport(page);
  await button(page, 'Tilbage').click();
  await expect(app.heading(page, 'Trin 1 - Match kunder')).toBeVisible();
});

test('a company is created with all that Effihub knows, and linked', async ({ connectTo, sandbox }) => {
  const app = await connectTo({
    customers: [
      {
        id: 7,
        name: 'Zenit  Film ApS ',
        vatNumber: 'DK 25 31 37 63',
        street: 'Havnegade 3',
        zipCode: '5000',
        city: 'Odense',
        invoiceEmail: 'post@zenitfilm.dk',
        phone: '+45 20 30 40 51',
        website: 'https://zenitfilm.dk',
      },
    ],
    cvrRegister: ['25313763'],
  });
  const page = await app.openAt(2, { create: ['Zenit Film ApS'] });
  await expect(app.row(page, 'Zenit Film ApS')).toContainText('Virksomhed');
  await expect(app.row(page, 'Zenit Film ApS')).toContainText(
    'Havnegade 3 · 5000 Odense · post@zenitfilm.dk',
  );
  await expect(page.getByText('1 oprettes i Dinero')).toBeVisible();
  await app.carryOut(page);
  await expect(app.heading(page, 'Oprettet i Dinero (1)')).toBeVisible();

  expect(contacts(sandbox)).toHaveLength(1);
  const [contact] = contacts(sandbox);
  expect(contact).toMatchObject({
    Name: 'Zenit Film ApS',
    ExternalReference: 'effihub:41:7',
    IsPerson: false,
    IsMember: false,
    CountryKey: 'DK',
    VatNumber: '25313763',
    Street: 'Havnegade 3',
    ZipCode: '5000',
    City: 'Odense',
    Email: 'post@zenitfilm.dk',
    Phone: '+45 20 30 40 51',
    Webpage: 'https://zenitfilm.dk',
  });
  expect(customer(sandbox, 7).dineroContactGuid).toBe(contact?.ContactGuid);
  const sent = sandbox.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/contacts'));
  expect(sent.map(({ body }) => body?.UseCvr)).toEqual([false]);
});

test('a private person is sent as one, without a CVR number', async ({ connectTo, sandbox }) => {
  const app = await connectTo({
    customers: [{ id: 1, name: 'Mette Holm', isPerson: true, vatNumber: '25313763' }],
  });
  const page = await app.openAt(2, { create: ['Mette Holm'] });
  await expect(app.row(page, 'Mette Holm')).toContainText('Privatperson');
  await app.run();
  expect(contacts(sandbox)).toMatchObject([{ Name: 'Mette Holm', IsPerson: true, VatNumber: null }]);
});

test('the row asks whether it is a person where Effihub does not say; a company is proposed', async ({
  connectTo,
  sandbox,
}) => {
  const app = await connectTo({
    customers: [
      { id: 1, name: 'Ib Krogh', isPerson: null },
      { id: 2, name: 'Zenit Film', isPerson: null },
      { id: 3, name: 'Øllegaard & Co', isPerson: null, vatNumber: '25313763' },
    ],
  });
  const page = await app.openAt(2, { create: ['Ib Krogh', 'Zenit Film', 'Øllegaard & Co'] });
  const kind = (name: string) => page.getByRole('combobox', { name: `Kundetype for ${name}`, exact: true });
  await expect(kind('Ib Krogh')).toHaveValue('company');
  // A CVR number tells.
  await expect(kind('Øllegaard & Co')).toHaveCount(0);
  await kind('Ib Krogh').selectOption('Privatperson');
  await app.carryOut(page);
  expect(Object.fromEntries(contacts(sandbox).map(({ Name, IsPerson }) => [Name, IsPerson]))).toEqual({
    'Ib Krogh': true,
    'Zenit Film': false,
    'Øllegaard & Co': false,
  });
});

test('a number from another EU country is sent with its prefix', async ({ connectTo, sandbox }) => {
  const app = await connectTo({
    customers: [{ id: 1, name: 'Hansewerk GmbH', countryCode: 'DE', vatNumber: '136 695 976' }],
  });
  const page = await app.openAt(2, { create: ['Hansewerk GmbH'] });
  await expect(country(page, 'Hansewerk GmbH')).toHaveValue('DE');
  await expect(page.getByText('CVR-nummeret er ikke gyldigt')).toHaveCount(0);
  await app.run();
  expect(contacts(sandbox)).toMatchObject([{ CountryKey: 'DE', VatNumber: 'DE136695976' }]);
});

test.describe('a customer without a country', () => {
  const PARTS = { customers: [{ id: 1, name: 'Zenit Film', countryCode: null }] };

  test('is proposed as Danish, marked as assumed', async ({ connectTo, sandbox }) => {
    const app = await connectTo(PARTS);
    const page = await app.openAt(2, { create: ['Zenit Film'] });
    await expect(country(page, 'Zenit Film').getByRole('option', { selected: true })).toHaveText('Danmark');
    await expect(app.row(page, 'Zenit Film').getByText('antaget', { exact: true })).toBeVisible();
    await app.run();
    expect(contacts(sandbox)).toMatchObject([{ CountryKey: 'DK' }]);
  });

  test('gets the one that the user chooses, no longer assumed', async ({ connectTo, sandbox }) => {
    const app = await connectTo(PARTS);
    const page = await app.openAt(2, { create: ['Zenit Film'] });
    await country(page, 'Zenit Film').selectOption('Sverige');
    await expect(page.getByText('antaget', { exact: true })).toHaveCount(0);
    await app.carryOut(page);
    expect(contacts(sandbox)).toMatchObject([{ CountryKey: 'SE' }]);
  });
});

test('a country that is none blocks until one is chosen', async ({ connectTo, sandbox }) => {
  const app = await connectTo({ customers: [{ id: 1, name: 'Zenit Film', countryCode: 'QQ' }] });
  const page = await app.openAt(2, { create: ['Zenit Film'] });
  await expect(country(page, 'Zenit Film')).toHaveAccessibleDescription('Landet mangler');
  await expect(next(page)).toBeDisabled();
  await expect(next(page)).toHaveAccessibleDescription('1 kunde mangler navn eller land.');
  await country(page, 'Zenit Film').selectOption('Norge');
  await expect(next(page)).toBeEnabled();
  await app.carryOut(page);
  expect(contacts(sandbox)).toMatchObject([{ CountryKey: 'NO' }]);
});

test('a name that is cleared blocks, and the one that is written is sent', async ({ connectTo, sandbox }) => {
  const app = await connectTo({ customers: [{ id: 1, name: 'Zenit Film' }] });
  const page = await app.openAt(2, { create: ['Zenit Film'] });
  await nameField(page, 'Zenit Film').fill('   ');
  await expect(nameField(page, 'Zenit Film')).toHaveAccessibleDescription('Navnet mangler');
  await expect(next(page)).toBeDisabled();
  await expect(next(page)).toHaveAccessibleDescription('1 kunde mangler navn eller land.');
  await next(page).click({ force: true });
  await expect(app.heading(page, STEPS[2])).toBeVisible();
  await nameField(page, 'Zenit Film').fill('Zenit Film & TV ApS');
  await app.carryOut(page);
  expect(contacts(sandbox)).toMatchObject([{ Name: 'Zenit Film & TV ApS' }]);
  expect(customer(sandbox, 1).name).toBe('Zenit Film');
});

test('a CVR number that cannot be one is warned about, but does not block', async ({ connectTo }) => {
  const app = await connectTo({
    customers: [
      { id: 1, name: 'Zenit Film', vatNumber: '25313764' },
      { id: 2, name: 'Øllegaard & Co', vatNumber: '25313763' },
    ],
  });
  const page = await app.openAt(2, { create: ['Zenit Film', 'Øllegaard & Co'] });
  await expect(app.row(page, 'Zenit Film').getByText('CVR-nummeret er ikke gyldigt')).toBeVisible();
  await expect(app.row(page, 'Øllegaard & Co').getByText('CVR-nummeret er ikke gyldigt')).toHaveCount(0);
  await expect(page.getByText('1 bør ses efter')).toBeVisible();
  await expect(next(page)).toBeEnabled();
  await app.toImport(page);
});

test('an e-mail that does not look like one is warned about', async ({ connectTo }) => {
  const app = await connectTo({
    customers: [
      { id: 1, name: 'Zenit Film', invoiceEmail: 'zenit(a)film.dk' },
      { id: 2, name: 'Øllegaard & Co', invoiceEmail: 'post@øllegaard.dk' },
    ],
  });
  const page = await app.openAt(2, { create: ['Zenit Film', 'Øllegaard & Co'] });
  await expect(app.row(page, 'Zenit Film').getByText('E-mailen ser ikke rigtig ud')).toBeVisible();
  await expect(app.row(page, 'Øllegaard & Co').getByText('E-mailen ser ikke rigtig ud')).toHaveCount(0);
});

test('when all are left out, nothing is created', async ({ connectTo, sandbox }) => {
  const app = await connectTo({ customers: [{ id: 1, name: 'Zenit Film' }] });
  const page = await app.openAt(2, { create: ['Zenit Film'] });
  await button(page, 'Spring over Zenit Film').click();
  await expect(page.getByText('Ingen kunder skal oprettes i Dinero.')).toBeVisible();
  await app.carryOut(page);
  expect(contacts(sandbox)).toHaveLength(0);
});

test('what was written is still there after "Tilbage"', async ({ connectTo }) => {
  const app = await connectTo({ customers: [{ id: 1, name: 'Zenit Film', countryCode: null }] });
  const page = await app.openAt(2, { create: ['Zenit Film'] });
  await nameField(page, 'Zenit Film').fill('Zenit TV');
  await country(page, 'Zenit Film').selectOption('Norge');
  await app.toImport(page);
  await button(page, 'Tilbage').click();
  await expect(app.heading(page, STEPS[2])).toBeVisible();
  await button(page, 'Tilbage').click();
  await app.next(page);
  await expect(nameField(page, 'Zenit Film')).toHaveValue('Zenit TV');
  await expect(country(page, 'Zenit Film')).toHaveValue('NO');
});

test('the search shows only what fits', async ({ connectTo }) => {
  const app = await connectTo({
    customers: [
      { id: 1, name: 'Zenit Film', city: 'Skive' },
      { id: 2, name: 'Øllegaard & Co', city: 'Ribe' },
    ],
  });
  const page = await app.openAt(2, { create: ['Zenit Film', 'Øllegaard & Co'] });
  await page.getByRole('searchbox', { name: 'Søg i kunder', exact: true }).fill('ribe');
  await expect(app.row(page, 'Øllegaard & Co')).toBeVisible();
  await expect(app.row(page, 'Zenit Film')).toHaveCount(0);
});
