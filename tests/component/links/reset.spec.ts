import { inWorld, linksOf, type WorldParts } from '../../helpers/worlds.ts';
import type { Kundebro } from '../../pages/kundebro.ts';
import { at, button, GROUPS, next, save } from '../../pages/steps.ts';
import { contactGuid } from '../../sandbox/index.ts';
import { expect, type Page, test } from '../fixtures.ts';

const threeLinked = (): WorldParts => ({
  customers: [
    { name: 'Bagergården ApS', dineroContactGuid: contactGuid(1) },
    { name: 'Havnens Fisk I/S', dineroContactGuid: contactGuid(2) },
    { name: 'Stjerne Byg A/S', dineroContactGuid: contactGuid(3) },
    { name: 'Måne Design ApS' },
  ],
  contacts: [{ Name: 'Bagergården ApS' }, { Name: 'Havnens Fisk I/S' }, { Name: 'Stjerne Byg A/S' }],
});

const LINKED = {
  'Bagergården ApS': 'Bagergården ApS',
  'Havnens Fisk I/S': 'Havnens Fisk I/S',
  'Stjerne Byg A/S': 'Stjerne Byg A/S',
  'Måne Design ApS': null,
};
const UNLINKED = Object.fromEntries(Object.keys(LINKED).map((name) => [name, null]));

test.use({ worldOptions: inWorld(threeLinked) });

const RESET = 'Nulstil alle kundelinks';
const WAS_RESET = '3 kundelinks er nulstillet';
const dialog = (page: Page) => page.getByRole('alertdialog', { name: RESET, exact: true });
const inDialog = (page: Page, name: string) => dialog(page).getByRole('button', { name, exact: true });

/** The overview after a first run, which has nothing to write. */
async function overview(app: Kundebro): Promise<Page> {
  await app.sync();
  return app.open('sync');
}

async function reset(page: Page): Promise<void> {
  await button(page, RESET).click();
  await inDialog(page, 'Nulstil').click();
  await expect(page.getByText(WAS_RESET, { exact: true })).toBeVisible();
}

/** After a first run all links have been taken away, without a view. */
async function wasReset(app: Kundebro): Promise<void> {
  const { run } = await app.sync();
  const { id } = await app.ask.resetLinks({ connectionId: run.connectionId });
  await app.ended(id);
}

const writesToEffihub = (requests: { system: string; method: string }[]) =>
  requests.filter(({ system, method }) => system === 'effihub' && method !== 'GET');

test('the dialog says how many links there are and what it is good for, and Annuller changes nothing', async ({
  app,
  sandbox,
}) => {
  const page = await overview(app);
  await button(page, RESET).click();
  await expect(dialog(page).getByText('3 kunder i Effihub mister deres link til Dinero.')).toBeVisible();
  await expect(dialog(page).getByText("Vises fakturaer ikke i kundeHUB'en?")).toBeVisible();
  await expect(dialog(page)).toContainText(
    'Du kan fortryde her indtil den næste kørsel, og bagefter i Historik.',
  );
  await inDialog(page, 'Annuller').click();
  await expect(dialog(page)).toBeHidden();
  await button(page, RESET).click();
  await expect(inDialog(page, 'Annuller')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(button(page, RESET)).toBeFocused();
  expect(linksOf(sandbox.world)).toEqual(LINKED);
  expect(writesToEffihub(sandbox.requests)).toEqual([]);
});

test('Nulstil takes all links away, and in the next flow they are matches again', {
  tag: '@firefox',
}, async ({ app, sandbox }) => {
  const page = await overview(app);
  await reset(page);
  expect(linksOf(sandbox.world)).toEqual(UNLINKED);
  expect(writesToEffihub(sandbox.requests).map(({ method }) => method)).toEqual(['DELETE']);
  expect(sandbox.world.organization.contacts.size).toBe(3);

  await button(page, 'Start synkronisering').click();
  await at(page, 1);
  await expect(app.heading(page, 'Kunder med et match (3)')).toBeVisible();
  await expect(app.heading(page, 'Kunder som er synkroniseret (0)')).toBeVisible();
  await next(page, 3);
  await save(page);
  expect(linksOf(sandbox.world)).toEqual(LINKED);
});

test('Fortryd brings every link back', async ({ app, sandbox }) => {
  await wasReset(app);
  const page = await app.open('sync');
  await button(page, 'Fortryd').click();
  await expect(button(page, 'Fortryd')).toBeHidden();
  await expect.poll(() => linksOf(sandbox.world)).toEqual(LINKED);

  await expect(button(page, 'Start synkronisering')).not.toHaveAttribute('aria-disabled');
  await button(page, 'Start synkronisering').click();
  await at(page, 1);
  await expect(app.heading(page, 'Kunder som er synkroniseret (3)')).toBeVisible();
  await app.openGroup(page, GROUPS.linked);
  await expect(app.row(page, 'Stjerne Byg A/S').getByText('Forbundet med Stjerne Byg A/S')).toBeVisible();
});

test('Fortryd is still offered in another view and after the browser page was closed', async ({
  app,
  sandbox,
}) => {
  const page = await overview(app);
  await reset(page);
  await page.close();
  const popup = await app.open('popup');
  await expect(popup.getByText(WAS_RESET, { exact: true })).toBeVisible();
  await button(popup, 'Fortryd').click();
  await expect.poll(() => linksOf(sandbox.world)).toEqual(LINKED);
});

test('Fortryd is not offered once the next run has started', async ({ app, sandbox }) => {
  await wasReset(app);
  const page = await app.openAt(3);
  const held = sandbox.faults.add({ system: 'effihub', method: 'PUT', path: /dinero-link$/, kind: 'hold' });
  await button(page, 'Gem og fuldfør').click();
  await held.arrived;
  const popup = await app.open('popup');
  await expect(button(popup, 'Fortsæt synkronisering')).toBeVisible();
  await expect(button(popup, 'Fortryd')).toBeHidden();
  await expect(button(popup, RESET)).toHaveAttribute('aria-disabled', 'true');
  held.release();
  await expect(page.getByText('Synkroniseringen er færdig', { exact: true })).toBeVisible();
  await button(page, 'Færdig').click();
  await expect(button(page, 'Start synkronisering')).toBeVisible();
  await expect(button(page, 'Fortryd')).toBeHidden();
  expect(linksOf(sandbox.world)).toEqual(LINKED);
});

test('a reset that Effihub does not answer waits with its reason, and goes on with Genoptag', async ({
  app,
  sandbox,
}) => {
  const page = await overview(app);
  const fault = sandbox.faults.add({
    system: 'effihub',
    method: 'DELETE',
    kind: 'status',
    status: 401,
    times: 9,
  });
  await button(page, RESET).click();
  await inDialog(page, 'Nulstil').click();
  await expect(page.getByRole('alert')).toContainText('Effihub genkender ikke API-tokenet');
  expect(linksOf(sandbox.world)).toEqual(LINKED);
  fault.remove();
  await button(page, 'Genoptag').click();
  await expect(page.getByText(WAS_RESET, { exact: true })).toBeVisible();
  expect(linksOf(sandbox.world)).toEqual(UNLINKED);
});
