import { press } from '../../pages/controls.ts';
import { customers } from '../../pages/result.ts';
import { contactGuid, type Sandbox } from '../../sandbox/index.ts';
import { expect, type Page, test } from '../fixtures.ts';

const names = (sandbox: Sandbox) => customers(sandbox).map(({ name }) => name);
const search = (page: Page) => page.getByRole('searchbox', { name: 'Søg', exact: true });

const THREE = {
  contacts: [
    { Name: 'Fjordens Rengøring I/S', City: 'Hobro' },
    { Name: 'Havnens Fiskehus ApS', City: 'Skagen' },
    { Name: 'Zenit Film', City: 'Hobro' },
  ],
};
/** The first contact may be the customer; nobody has confirmed it. */
const DOUBTFUL = {
  customers: [{ id: 1, name: 'Jysk Landbrug ApS' }],
  contacts: [{ Name: 'Jysk Landbrug A/S', City: 'Hobro' }, ...THREE.contacts],
};

test('a contact is skipped unless the user says otherwise', async ({ connectTo, sandbox }) => {
  const app = await connectTo(THREE);
  const page = await app.openAt(3);
  for (const { Name } of THREE.contacts) await expect(app.choice(page, Name, 'Spring over')).toBeChecked();
  await expect(page.getByText('Der er ikke valgt noget, så intet bliver skrevet')).toBeVisible();
  await app.finish(page);
  await expect(app.heading(page, 'Sprunget over (3)')).toBeVisible();
  expect(customers(sandbox)).toHaveLength(0);
});

test('a contact that is imported becomes a linked customer with all that Dinero knows', async ({
  connectTo,
  sandbox,
}) => {
  const app = await connectTo({
    contacts: [
      {
        Name: 'Zenit  Film ApS',
        VatNumber: '25313763',
        Street: 'Havnegade 3',
        ZipCode: '5000',
        City: 'Odense',
        Email: 'post@zenitfilm.dk',
        Phone: '20304051',
        Webpage: 'https://zenitfilm.dk',
      },
      { Name: 'Mette Holm', IsPerson: true },
    ],
  });
  const page = await app.openAt(3);
  await app.choice(page, 'Zenit Film ApS', 'Importér').check();
  await app.choice(page, 'Mette Holm', 'Importér').check();
  await expect(page.getByText('2 importeres')).toBeVisible();
  await app.finish(page);
  await expect(app.heading(page, 'Importeret til Effihub (2)')).toBeVisible();
  const { hub } = sandbox.world.account.defaults;
  expect(customers(sandbox).sort((a, b) => a.name.localeCompare(b.name))).toMatchObject([
    { name: 'Mette Holm', isPerson: true, dineroContactGuid: contactGuid(2), hub, language: 'da' },
    {
      name: 'Zenit Film ApS',
      isPerson: false,
      vatNumber: '25313763',
      street: 'Havnegade 3',
      zipCode: '5000',
      city: 'Odense',
      countryCode: 'DK',
      invoiceEmail: 'post@zenitfilm.dk',
      phone: '20304051',
      website: 'https://zenitfilm.dk',
      dineroContactGuid: contactGuid(1),
      hub,
      language: 'da',
    },
  ]);
});

test('contacts that are linked or chosen in step 1 are not asked about', async ({ connectTo }) => {
  const app = await connectTo({
    customers: [
      { id: 1, name: 'Fjordens Rengøring I/S', vatNumber: '25313763' },
      { id: 2, name: 'Linket', dineroContactGuid: contactGuid(2) },
    ],
    contacts: [
      { Name: 'Fjordens Rengøring I/S', VatNumber: '25313763' },
      { Name: 'Havnens Fiskehus ApS' },
      { Name: 'Zenit Film' },
    ],
  });
  const page = await app.openAt(3);
  await expect(page.getByRole('radiogroup')).toHaveCount(1);
  await expect(app.row(page, 'Zenit Film')).toBeVisible();
});

test('"Importér alle" leaves out the possible duplicates, which are named', async ({
  connectTo,
  sandbox,
}) => {
  const app = await connectTo(DOUBTFUL);
  const page = await app.openAt(3);
  await expect(
    app.row(page, 'Jysk Landbrug A/S').getByText('Mulig dublet af Jysk Landbrug ApS'),
  ).toBeVisible();
  await press(page, 'Importér alle');
  await expect(app.choice(page, 'Jysk Landbrug A/S', 'Spring over')).toBeChecked();
  await expect(app.choice(page, 'Zenit Film', 'Importér')).toBeChecked();
  await app.finish(page);
  expect(names(sandbox)).toEqual(['Jysk Landbrug ApS', ...THREE.contacts.map(({ Name }) => Name)]);
});

test('a possible duplicate is imported when the user chooses so by hand', async ({ connectTo, sandbox }) => {
  const app = await connectTo(DOUBTFUL);
  const page = await app.openAt(3);
  await app.choice(page, 'Jysk Landbrug A/S', 'Importér').check();
  await app.finish(page);
  expect(names(sandbox)).toEqual(['Jysk Landbrug ApS', 'Jysk Landbrug A/S']);
});

test('"Importér alle" and "Spring alle over" act on what the search shows', async ({
  connectTo,
  sandbox,
}) => {
  const app = await connectTo(THREE);
  const page = await app.openAt(3);
  await search(page).fill('hobro');
  await expect(page.getByRole('radiogroup')).toHaveCount(2);
  await press(page, 'Importér alle');
  await search(page).fill('zenit');
  await press(page, 'Spring alle over');
  await search(page).fill('');
  await expect(app.choice(page, 'Fjordens Rengøring I/S', 'Importér')).toBeChecked();
  await expect(app.choice(page, 'Havnens Fiskehus ApS', 'Spring over')).toBeChecked();
  await expect(app.choice(page, 'Zenit Film', 'Spring over')).toBeChecked();
  await app.finish(page);
  expect(names(sandbox)).toEqual(['Fjordens Rengøring I/S']);
});

test('a search that finds nobody says so and is cleared by a button', async ({ connectTo }) => {
  const app = await connectTo(THREE);
  const page = await app.openAt(3);
  await search(page).fill('qqq');
  await expect(page.getByText('Ingen kunder passer til “qqq”.')).toBeVisible();
  await press(page, 'Ryd søgning');
  await expect(page.getByRole('radiogroup')).toHaveCount(3);
});

test('ignored contacts never come back, until they are taken off the list in the settings', async ({
  connectTo,
  sandbox,
}) => {
  const app = await connectTo(THREE);
  const page = await app.openAt(3);
  await search(page).fill('hobro');
  await press(page, 'Ignorér alle');
  await expect(page.getByText('2 ignoreres')).toBeVisible();
  await app.finish(page);
  await expect(app.heading(page, 'Ignoreret (2)')).toBeVisible();
  const next = await app.openAt(3);
  await expect(next.getByRole('radiogroup')).toHaveCount(1);
  await expect(app.row(next, 'Havnens Fiskehus ApS')).toBeVisible();

  const settings = await app.open('options');
  await expect(app.heading(settings, 'Ignorer-listen')).toBeVisible();
  await expect(app.row(settings, 'Fjordens Rengøring I/S')).toBeVisible();
  await press(settings, 'Fjern Zenit Film fra ignorer-listen');
  await expect(settings.getByText('Zenit Film er fjernet fra ignorer-listen')).toBeVisible();
  await expect(app.row(settings, 'Zenit Film')).toHaveCount(0);
  await settings.reload();
  await expect(app.row(settings, 'Fjordens Rengøring I/S')).toBeVisible();
  await expect(app.row(settings, 'Zenit Film')).toHaveCount(0);

  // Nobody has decided here about the one who is back.
  await press(next, 'Gem og fuldfør');
  await expect(next.getByText('Kunderne er ændret, siden du så dem igennem')).toBeVisible();
  await expect(app.row(next, 'Zenit Film')).toBeVisible();
  await app.finish(next);
  const last = await app.openAt(3);
  await expect(last.getByRole('radiogroup')).toHaveCount(2);
  await expect(app.row(last, 'Zenit Film')).toBeVisible();
  expect(sandbox.count() - sandbox.count({ method: 'GET' })).toBe(0);
});

test('suppliers are shown and imported only when asked for', async ({ connectTo, sandbox }) => {
  const app = await connectTo({
    contacts: [
      { Name: 'Papir Engros A/S', IsDebitor: false, IsCreditor: true },
      { Name: 'Zenit Film', IsDebitor: true, IsCreditor: true },
      { Name: 'Ukendt Rolle ApS', IsDebitor: undefined, IsCreditor: undefined },
    ],
  });
  const page = await app.openAt(3);
  await expect(app.row(page, 'Zenit Film')).toBeVisible();
  await expect(app.row(page, 'Ukendt Rolle ApS')).toBeVisible();
  await expect(app.row(page, 'Papir Engros A/S')).toHaveCount(0);
  await page.getByRole('checkbox', { name: 'Vis leverandører', exact: true }).check();
  await expect(app.row(page, 'Papir Engros A/S').getByText('leverandør', { exact: true })).toBeVisible();
  await app.choice(page, 'Papir Engros A/S', 'Importér').check();
  await app.finish(page);
  expect(names(sandbox)).toEqual(['Papir Engros A/S']);
});

test('where there are only suppliers, the step says how many it does not show', async ({ connectTo }) => {
  const app = await connectTo({
    contacts: [{ Name: 'Papir Engros A/S', IsDebitor: false, IsCreditor: true }],
  });
  const page = await app.openAt(3);
  await expect(page.getByText('Der er ingen kunder at importere.')).toBeVisible();
  await expect(page.getByText('Der er 1 leverandør, som ikke vises.')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Vis leverandører', exact: true }).check();
  await expect(app.row(page, 'Papir Engros A/S')).toBeVisible();
});

test('imports get the account’s choices for kundeHUB as they are changed for this import', async ({
  connectTo,
  sandbox,
}) => {
  const app = await connectTo(THREE);
  const page = await app.openAt(3);
  const hubOn = (view: Page) => view.getByRole('group', { name: 'Visning i kundeHUB', exact: true });
  const hub = hubOn(page);
  const box = (name: string) => hub.getByRole('checkbox', { name, exact: true });
  for (const name of ['Timeregistreringer', 'Projekter', 'Klippekort']) await expect(box(name)).toBeChecked();
  await expect(box('Fakturaer')).not.toBeChecked();
  await box('Fakturaer').check();
  await box('Klippekort').uncheck();
  await hub.getByRole('combobox', { name: 'Sprog', exact: true }).selectOption('engelsk');
  // They survive the way back.
  await press(page, 'Tilbage');
  await app.toImport(page);
  await expect(box('Fakturaer')).toBeChecked();
  await app.choice(page, 'Zenit Film', 'Importér').check();
  await app.finish(page);
  expect(customers(sandbox)).toMatchObject([
    {
      name: 'Zenit Film',
      language: 'en',
      hub: { showTimesheets: true, showProjects: true, showPunchCards: false, showInvoices: true },
    },
  ]);
  // The next one begins with the account's own again.
  const next = hubOn(await app.openAt(3));
  await expect(next.getByRole('checkbox', { name: 'Fakturaer', exact: true })).not.toBeChecked();
});

test('a contact without a name can be ignored, but not imported', async ({ connectTo, sandbox }) => {
  const app = await connectTo({ contacts: [{ Name: '', City: 'Hobro' }, { Name: 'Zenit Film' }] });
  const page = await app.openAt(3);
  const group = page.getByRole('radiogroup', { name: 'Valg for (uden navn)', exact: true });
  await expect(group.getByRole('radio')).toHaveCount(2);
  await expect(app.row(page, '(uden navn)')).toContainText('Kan ikke importeres uden navn');
  await press(page, 'Importér alle');
  await app.finish(page);
  expect(names(sandbox)).toEqual(['Zenit Film']);
});

test('two contacts with one name are told apart, and each has its own choice', async ({
  connectTo,
  sandbox,
}) => {
  const app = await connectTo({
    contacts: [
      { Name: 'Klar Vask I/S', City: 'Aarhus' },
      { Name: 'Klar Vask I/S', City: 'Vejle' },
    ],
  });
  const page = await app.openAt(3);
  await app.choice(page, 'Klar Vask I/S (Vejle)', 'Importér').check();
  await expect(app.choice(page, 'Klar Vask I/S (Aarhus)', 'Spring over')).toBeChecked();
  await app.finish(page);
  expect(customers(sandbox)).toMatchObject([{ city: 'Vejle', dineroContactGuid: contactGuid(2) }]);
});
