import type { Kundebro } from '../pages/kundebro.ts';
import type { Sandbox, world } from '../sandbox/index.ts';
import { expect, type Page, test } from './fixtures.ts';

const OFFICE: Parameters<typeof world>[0] = {
  customers: [
    { id: 1, name: 'Bagergården ApS', vatNumber: '25313763' },
    { id: 2, name: 'Jysk Landbrug ApS' },
    { id: 3, name: 'Zenit Film', countryCode: null },
    { id: 4, name: 'Øllegaard & Co' },
  ],
  contacts: [
    { Name: 'Bagergården', VatNumber: '25313763' },
    { Name: 'Jysk Landbrug A/S' },
    { Name: 'Fjordens Rengøring I/S' },
    { Name: 'Havnens Fiskehus ApS' },
  ],
};

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Links by name, as Effihub has them. */
function links({ world: { account, organization } }: Sandbox): Record<string, string | undefined> {
  const linked = [...account.customers.values()].map(({ name, dineroContactGuid }) => [
    name,
    organization.contacts.get(dineroContactGuid ?? '')?.Name ?? undefined,
  ]);
  return Object.fromEntries(linked);
}

/** The four steps as a bookkeeper goes through them. */
async function wholeFlow(app: Kundebro, page: Page): Promise<void> {
  await press(page, 'Start synkronisering');
  await expect(app.heading(page, 'Trin 1 - Match kunder')).toBeVisible();
  await app.openGroup(page, 'Gennemgå kunder med et match');
  await page.getByRole('checkbox', { name: 'Bekræft match for Jysk Landbrug ApS', exact: true }).check();
  await app.openGroup(page, 'Gennemgå kunder med et match', false);
  await app.openGroup(page, 'Gennemgå kunder uden match');
  await app.action(page, 'Zenit Film').selectOption('Opret i Dinero');
  await expect(page.getByText('2 match · 1 oprettes i Dinero')).toBeVisible();
  await app.next(page);
  await expect(app.heading(page, 'Trin 2 - Opret i Dinero')).toBeVisible();
  await expect(page.getByText('antaget', { exact: true })).toBeVisible();
  await app.toImport(page);
  await app.choice(page, 'Fjordens Rengøring I/S', 'Importér').check();
  await app.choice(page, 'Havnens Fiskehus ApS', 'Ignorér').check();
  await expect(page.getByText('2 match, 1 oprettes i Dinero, 1 importeres, 1 ignoreres')).toBeVisible();
  await app.finish(page);
}

const AFTERWARDS = {
  'Bagergården ApS': 'Bagergården',
  'Jysk Landbrug ApS': 'Jysk Landbrug A/S',
  'Zenit Film': 'Zenit Film',
  'Øllegaard & Co': undefined,
  'Fjordens Rengøring I/S': 'Fjordens Rengøring I/S',
};

for (const [title, host, size] of [
  ['in the popup', 'popup', { width: 780, height: 600 }],
  ['in a narrow popup', 'popup', { width: 400, height: 600 }],
  ['in the tab', 'sync', { width: 1100, height: 800 }],
] as const) {
  test(`the whole synchronisation goes through ${title}`, {
    tag: size.width > 400 ? '@firefox' : [],
  }, async ({ connectTo, sandbox }) => {
    const app = await connectTo(OFFICE);
    const page = await app.open(host);
    await page.setViewportSize(size);
    await wholeFlow(app, page);
    for (const heading of [
      'Matchet (2)',
      'Oprettet i Dinero (1)',
      'Importeret til Effihub (1)',
      'Ignoreret (1)',
      'Sprunget over (1)',
    ])
      await expect(app.heading(page, heading)).toBeVisible();
    expect(links(sandbox)).toEqual(AFTERWARDS);
    // Nothing sticks out at the side.
    const overhang = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overhang).toBeLessThanOrEqual(0);
  });
}
