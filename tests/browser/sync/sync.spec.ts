import { bookkeeping, linksOf } from '../../helpers/worlds.ts';
import { press } from '../../pages/controls.ts';
import type { Kundebro } from '../../pages/kundebro.ts';
import { confirmation, GROUPS } from '../../pages/steps.ts';
import { expect, type Page, test } from '../fixtures.ts';

/** The four steps as a bookkeeper goes through them. */
async function wholeFlow(app: Kundebro, page: Page): Promise<void> {
  await press(page, 'Start synkronisering');
  await expect(app.heading(page, 'Trin 1 - Match kunder')).toBeVisible();
  await app.openGroup(page, GROUPS.matched);
  await confirmation(page, 'Jysk Landbrug ApS').check();
  await app.openGroup(page, GROUPS.matched, false);
  await app.openGroup(page, GROUPS.unmatched);
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
  'Øllegaard & Co': null,
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
    const app = await connectTo(bookkeeping());
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
    expect(linksOf(sandbox.world)).toEqual(AFTERWARDS);
    // Nothing sticks out at the side.
    const overhang = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overhang).toBeLessThanOrEqual(0);
  });
}
