import { oneCertain } from '../../helpers/worlds.ts';
import { download, press } from '../../pages/controls.ts';
import { contacts, customer, customers, openGroup, rowsOf, written } from '../../pages/result.ts';
import { button } from '../../pages/steps.ts';
import {
  changeContact,
  changeCustomer,
  contactGuid,
  credentials,
  deleteCustomer,
} from '../../sandbox/index.ts';
import { expect, test } from '../fixtures.ts';

test('everything that was done is told in groups with their number', async ({ connectTo, sandbox }) => {
  const app = await connectTo({
    customers: [
      { id: 1, name: 'Bagergården ApS', vatNumber: '25313763' },
      { id: 2, name: 'Zenit Film' },
      { id: 3, name: 'Øllegaard & Co' },
    ],
    contacts: [
      { Name: 'Bagergården', VatNumber: '25313763' },
      { Name: 'Fjordens Rengøring I/S' },
      { Name: 'Havnens Fiskehus ApS' },
      { Name: 'Klar Vask I/S' },
    ],
  });
  const page = await app.openResult({
    create: ['Zenit Film'],
    import: ['Fjordens Rengøring I/S'],
    ignore: ['Havnens Fiskehus ApS'],
  });
  await expect(app.heading(page, 'Trin 4 - Resultat')).toBeVisible();
  const groups: [string, string[]][] = [
    ['Matchet (1)', ['Bagergården ApS']],
    ['Oprettet i Dinero (1)', ['Zenit Film']],
    ['Importeret til Effihub (1)', ['Fjordens Rengøring I/S']],
    ['Ignoreret (1)', ['Havnens Fiskehus ApS']],
    ['Sprunget over (2)', ['Øllegaard & Co', 'Klar Vask I/S']],
  ];
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(groups.map(([heading]) => heading));
  for (const [heading, names] of groups) {
    await openGroup(page, heading);
    await expect(rowsOf(page, heading)).toHaveCount(names.length);
    for (const [at, name] of names.entries())
      await expect(rowsOf(page, heading).nth(at)).toHaveAccessibleName(name);
  }
  await expect(page.getByRole('button', { name: 'Prøv fejlede igen' })).toHaveCount(0);
  // Links first, then creations (each with its link), then imports.
  const links = /^PUT \/v1\/customers\/(\d)\/dinero-link$/;
  expect(written(sandbox).map((line) => line.replace(links, 'link $1'))).toEqual([
    'link 1',
    'POST /v1/637871/contacts',
    'link 2',
    'POST /v1/customers',
  ]);
});

test.describe('a customer that fails', () => {
  const PARTS = {
    customers: [
      { id: 1, name: 'Ukendt Nummer ApS', vatNumber: '25313763' },
      { id: 2, name: 'Zenit Film' },
      { id: 3, name: 'Optaget ApS', invoiceEmail: 'post@optaget.dk' },
    ],
    contacts: [{ Name: 'Klar Vask I/S', Email: 'post@optaget.dk' }],
    unknownCvr: ['25313763'],
  };
  const PLAN = { create: ['Ukendt Nummer ApS', 'Zenit Film'], import: ['Klar Vask I/S'] };
  const TWO_FAILURES = 'Synkroniseringen er færdig med 2 fejl';

  // The same e-mail makes the pair likely; importing it nevertheless is what meets the refusal.
  test('is told with the other system’s own words and what to do, and stops nobody else', async ({
    connectTo,
    sandbox,
  }) => {
    const app = await connectTo(PARTS);
    const page = await app.openResult(PLAN, TWO_FAILURES);
    await expect(app.heading(page, 'Fejl (2)')).toBeVisible();
    await expect(app.heading(page, 'Oprettet i Dinero (1)')).toBeVisible();
    const unknown = rowsOf(page, 'Fejl (2)').nth(0);
    await expect(unknown).toHaveAccessibleName('Ukendt Nummer ApS');
    await expect(unknown).toContainText('Skulle oprettes i Dinero');
    await expect(unknown).toContainText('CVR-nummeret findes ikke i CVR-registret');
    await expect(unknown).toContainText('ret kunden i Effihub, og prøv igen');
    await expect(unknown).toContainText('Dinero skriver: “CVR-nummeret findes ikke”');
    await expect(unknown.getByRole('link', { name: /^Åbn i Effihub/ })).toHaveAttribute(
      'href',
      'https://nordisktekst.effihub.com/customers/1',
    );
    const inUse = rowsOf(page, 'Fejl (2)').nth(1);
    await expect(inUse).toHaveAccessibleName('Klar Vask I/S');
    await expect(inUse).toContainText('Skulle importeres til Effihub');
    await expect(inUse).toContainText('E-mailadressen er allerede i brug på kontoen');
    await expect(inUse).toContainText('ellers ret adressen i Dinero');
    await expect(inUse).toContainText('Effihub skriver: “E-mailen er allerede i brug på kontoen.”');
    await expect(inUse.getByRole('link', { name: /^Åbn i Dinero/ })).toHaveAttribute(
      'href',
      'https://app.dinero.dk/637871/contacts',
    );
    expect(contacts(sandbox).map(({ Name }) => Name)).toEqual(['Klar Vask I/S', 'Zenit Film']);
    expect(customers(sandbox)).toHaveLength(3);
  });

  test('is read again and tried again alone once the cause is mended', async ({ connectTo, sandbox }) => {
    const app = await connectTo(PARTS);
    const page = await app.openResult(PLAN, TWO_FAILURES);
    sandbox.world.cvrRegister.add('25313763');
    changeCustomer(sandbox.world, customer(sandbox, 1), { city: 'Ribe' });
    const [vask] = contacts(sandbox);
    if (vask) changeContact(sandbox.world, vask, { Email: 'hej@klarvask.dk' });
    const before = written(sandbox).length;
    await press(page, 'Prøv fejlede igen');
    await expect(page.getByText('Synkroniseringen er færdig', { exact: true })).toBeVisible();
    await expect(app.heading(page, /^Fejl/)).toHaveCount(0);
    await expect(app.heading(page, 'Oprettet i Dinero (2)')).toBeVisible();
    await expect(app.heading(page, 'Importeret til Effihub (1)')).toBeVisible();
    expect(written(sandbox).slice(before)).toEqual([
      'POST /v1/637871/contacts',
      'PUT /v1/customers/1/dinero-link',
      'POST /v1/customers',
    ]);
    // As they are now, not as they were.
    const made = contacts(sandbox).find(({ Name }) => Name === 'Ukendt Nummer ApS');
    expect(made).toMatchObject({ City: 'Ribe', VatNumber: '25313763' });
    expect(customers(sandbox).find(({ name }) => name === 'Klar Vask I/S')?.invoiceEmail).toBe(
      'hej@klarvask.dk',
    );
    expect(contacts(sandbox)).toHaveLength(3);
    expect(customers(sandbox)).toHaveLength(4);
  });

  test('fails again, once, when nothing was mended', async ({ connectTo, sandbox }) => {
    const app = await connectTo(PARTS);
    const page = await app.openResult(PLAN, TWO_FAILURES);
    const before = written(sandbox).length;
    await press(page, 'Prøv fejlede igen');
    await expect.poll(() => written(sandbox).length - before).toBe(2);
    await expect(page.getByText(TWO_FAILURES, { exact: true })).toBeVisible();
    expect(contacts(sandbox)).toHaveLength(2);
  });

  test('does not hide that the last run had failures: the overview says so and shows it again', async ({
    connectTo,
  }) => {
    const app = await connectTo(PARTS);
    const page = await app.openResult(PLAN, TWO_FAILURES);
    await press(page, 'Færdig');
    await expect(app.heading(page, 'Synkroniser kunder')).toBeVisible();
    await expect(page.getByText('2 fejl', { exact: true })).toBeVisible();
    await press(page, 'Vis resultat');
    await expect(app.heading(page, 'Fejl (2)')).toBeVisible();
  });
});

test('a customer that was deleted meanwhile fails alone, and is told as gone', async ({
  connectTo,
  sandbox,
}) => {
  const app = await connectTo({
    customers: [
      { id: 1, name: 'Bagergården ApS', vatNumber: '25313763' },
      { id: 2, name: 'Zenit Film' },
    ],
    contacts: [{ Name: 'Bagergården ApS', VatNumber: '25313763' }],
  });
  const page = await app.openAt(3, { create: ['Zenit Film'] });
  deleteCustomer(sandbox.world, sandbox.world.account, customer(sandbox, 1));
  await app.finish(page, 'Synkroniseringen er færdig med 1 fejl');
  const row = rowsOf(page, 'Fejl (1)').first();
  await expect(row).toHaveAccessibleName('Bagergården ApS');
  await expect(row).toContainText('Skulle matches med Bagergården ApS');
  await expect(row).toContainText('Kunden findes ikke længere i Effihub');
  await expect(app.heading(page, 'Oprettet i Dinero (1)')).toBeVisible();
});

test('a contact that was deleted meanwhile is not linked', async ({ connectTo, sandbox }) => {
  const app = await connectTo(oneCertain());
  const page = await app.openAt(3);
  const [contact] = contacts(sandbox);
  if (contact) changeContact(sandbox.world, contact, { DeletedAt: new Date().toISOString() });
  await app.finish(page, 'Synkroniseringen er færdig med 1 fejl');
  await expect(rowsOf(page, 'Fejl (1)').first()).toContainText('Kunden findes ikke længere i Dinero');
  expect(written(sandbox)).toEqual([]);
});

test('a customer that a colleague linked meanwhile is left alone, and told with whom', async ({
  connectTo,
  sandbox,
}) => {
  const app = await connectTo({
    customers: [{ id: 1, name: 'Bagergården ApS', vatNumber: '25313763' }],
    contacts: [{ Name: 'Bagergården ApS', VatNumber: '25313763' }, { Name: 'Zenit Film' }],
  });
  const page = await app.openAt(3);
  changeCustomer(sandbox.world, customer(sandbox, 1), { dineroContactGuid: contactGuid(2) });
  await app.finish(page, 'Synkroniseringen er færdig med 1 fejl');
  await expect(rowsOf(page, 'Fejl (1)').first()).toContainText('Kunden er allerede linket til Zenit Film');
  expect(customer(sandbox, 1).dineroContactGuid).toBe(contactGuid(2));
});

test('the report is a table for a spreadsheet: no formula is alive in it, and no secret', async ({
  connectTo,
}) => {
  const app = await connectTo({
    customers: [
      { id: 1, name: '=HYPERLINK("http://ond.dk";"Klik")' },
      { id: 2, name: 'Ukendt; Nummer ApS', vatNumber: '25313763' },
    ],
    contacts: [{ Name: '+4520304051' }, { Name: '@SUM(A1:A9)' }, { Name: 'Ælværk "Øst"' }],
    unknownCvr: ['25313763'],
  });
  const page = await app.openResult(
    {
      create: ['=HYPERLINK("http://ond.dk";"Klik")', 'Ukendt; Nummer ApS'],
      import: ['+4520304051', 'Ælværk "Øst"'],
      ignore: ['@SUM(A1:A9)'],
    },
    'Synkroniseringen er færdig med 1 fejl',
  );
  const { name, text: csv } = await download(page, button(page, 'Hent rapport'));
  expect(name).toMatch(/^kundebro-synkronisering-\d{4}-\d\d-\d\d\.csv$/);
  expect(csv.startsWith('\uFEFFResultat;Handling;Kunde;Modpart;')).toBe(true);
  const lines = csv.trim().split('\r\n');
  expect(lines).toHaveLength(6);
  expect(csv).toContain(`Udført;Opret i Dinero;"'=HYPERLINK(""http://ond.dk"";""Klik"")"`);
  expect(csv).toMatch(/Udført;Importér til Effihub;"?'\+4520304051/);
  expect(csv).toMatch(/Udført;Ignorér;"?'@SUM\(A1:A9\)/);
  expect(csv).toContain('"Ælværk ""Øst"""');
  expect(csv).toContain(
    'Fejl;Opret i Dinero;"Ukendt; Nummer ApS";;CVR-nummeret findes ikke i CVR-registret;',
  );
  expect(csv).toContain('Dinero skriver: “CVR-nummeret findes ikke”');
  // A cell never begins with what a spreadsheet takes for a formula.
  expect(csv).not.toMatch(/(^|[;\n])"?[=+\-@\t]/);
  const { clientSecret, apiKey, effihubToken, clientId } = credentials.nordisk;
  for (const secret of [clientSecret, apiKey, effihubToken, clientId]) expect(csv).not.toContain(secret);
});

test('"Færdig" leads to the overview with the last run, and a new flow can begin', async ({ connectTo }) => {
  const app = await connectTo(oneCertain());
  const page = await app.openResult();
  await press(page, 'Færdig');
  await expect(app.heading(page, 'Synkroniser kunder')).toBeVisible();
  await expect(page.getByText(/^Sidst synkroniseret /)).toBeVisible();
  await expect(page.getByText('Færdig', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Start synkronisering', exact: true })).toBeVisible();
});

test('a result that was not left stays until "Færdig", also in another window', async ({ connectTo }) => {
  const app = await connectTo({ customers: [{ id: 1, name: 'Zenit Film' }] });
  await app.run({ create: ['Zenit Film'] });
  const popup = await app.open('popup');
  await press(popup, 'Vis resultat');
  await expect(app.heading(popup, 'Oprettet i Dinero (1)')).toBeVisible();
});
