import { contactNamed, inWorld, linksOf, type WorldParts } from '../../helpers/worlds.ts';
import type { Kundebro } from '../../pages/kundebro.ts';
import { button, next, save } from '../../pages/steps.ts';
import { changeContact, contactGuid, type World } from '../../sandbox/index.ts';
import { expect, type Page, test } from '../fixtures.ts';

const BROKEN = 'Gennemgå brudte links';
const DELETED = '2026-11-20T10:00:00.000Z';

/**
 * Two recreated in Dinero under the same name and number, one under a name that is only similar, and one whose contact Dinero
 * has never heard of; beside them a link that works.
 */
const recreated = (): WorldParts => ({
  customers: [
    { name: 'Bagergården ApS', vatNumber: '25313763', dineroContactGuid: contactGuid(1) },
    { name: 'Havnens Fisk I/S', vatNumber: '12345674', dineroContactGuid: contactGuid(2) },
    { name: 'Jysk Landbrug ApS', dineroContactGuid: contactGuid(3) },
    { name: 'Zenit Film', dineroContactGuid: contactGuid(99) },
    { name: 'Stjerne Byg A/S', dineroContactGuid: contactGuid(4) },
  ],
  contacts: [
    { Name: 'Bagergården ApS', VatNumber: '25313763', DeletedAt: DELETED },
    { Name: 'Havnens Fisk I/S', VatNumber: '12345674', DeletedAt: DELETED },
    { Name: 'Jysk Landbrug ApS', DeletedAt: DELETED },
    { Name: 'Stjerne Byg A/S' },
    { Name: 'Bagergården ApS', VatNumber: '25313763' },
    { Name: 'Havnens Fisk I/S', VatNumber: '12345674' },
    { Name: 'Jysk Landbrug A/S' },
    { Name: 'Klar Vask I/S' },
  ],
});

test.use({ worldOptions: inWorld(recreated) });

async function brokenLinks(app: Kundebro): Promise<Page> {
  const page = await app.openAt(1);
  await expect(app.heading(page, 'Brudte links (4)')).toBeVisible();
  await app.openGroup(page, BROKEN);
  return page;
}

const linkOf = (world: World, name: string) =>
  [...world.account.customers.values()].find((customer) => customer.name === name)?.dineroContactGuid;

test('Ret alle sikre mends what is certain at once, and leaves what must be looked at', async ({
  app,
  sandbox,
}) => {
  const page = await brokenLinks(app);
  await button(page, 'Ret alle sikre').click();
  await expect(page.getByText('2 links er rettet', { exact: true })).toBeVisible();
  await expect(app.heading(page, 'Brudte links (2)')).toBeVisible();
  await expect(app.heading(page, 'Kunder som er synkroniseret (3)')).toBeVisible();
  await expect(button(page, 'Ret alle sikre')).toBeHidden();
  expect(linkOf(sandbox.world, 'Bagergården ApS')).toBe(contactGuid(5));
  expect(linkOf(sandbox.world, 'Havnens Fisk I/S')).toBe(contactGuid(6));
  expect(linkOf(sandbox.world, 'Jysk Landbrug ApS')).toBe(contactGuid(3));
  expect(sandbox.world.organization.contacts.size).toBe(8);
});

test('Ret link mends one customer with the contact beside it, though nobody had confirmed it', async ({
  app,
  sandbox,
}) => {
  const page = await brokenLinks(app);
  const row = app.row(page, 'Jysk Landbrug ApS');
  await expect(row).toContainText('Ikke bekræftet');
  await row.getByRole('button', { name: 'Ret link for Jysk Landbrug ApS' }).click();
  await expect(app.heading(page, 'Brudte links (3)')).toBeVisible();
  expect(linkOf(sandbox.world, 'Jysk Landbrug ApS')).toBe(contactGuid(7));
  expect(linkOf(sandbox.world, 'Bagergården ApS')).toBe(contactGuid(1));
});

test('one without a likely contact wants one to be chosen first', async ({ app, sandbox }) => {
  const page = await brokenLinks(app);
  const row = app.row(page, 'Zenit Film');
  await app.action(page, 'Zenit Film').selectOption('Match');
  const mend = row.getByRole('button', { name: 'Ret link for Zenit Film' });
  await expect(mend).toHaveAttribute('aria-disabled', 'true');
  await expect(row).toContainText('Vælg en Dinero-kunde først');
  await row.getByRole('button', { name: /^Dinero-kunde for Zenit Film/ }).click();
  await page
    .getByRole('dialog', { name: 'Vælg Dinero-kunde' })
    .getByRole('option', { name: 'Klar Vask I/S' })
    .click();
  await mend.click();
  await expect(app.heading(page, 'Brudte links (3)')).toBeVisible();
  expect(linksOf(sandbox.world)['Zenit Film']).toBe('Klar Vask I/S');
});

test('a link that Effihub refuses stays broken, with the reason, and the others are mended', async ({
  app,
  sandbox,
}) => {
  const page = await brokenLinks(app);
  sandbox.faults.add({
    system: 'effihub',
    method: 'PUT',
    kind: 'status',
    status: 422,
    body: { message: 'Kunden er låst.' },
  });
  await button(page, 'Ret alle sikre').click();
  await expect(page.getByRole('alert').filter({ hasText: 'De links, der ikke er rettet' })).toContainText(
    'Kunden er låst.',
  );
  await expect(app.heading(page, 'Brudte links (3)')).toBeVisible();
  await button(page, 'Ret alle sikre').click();
  await expect(app.heading(page, 'Brudte links (2)')).toBeVisible();
  expect(linkOf(sandbox.world, 'Bagergården ApS')).toBe(contactGuid(5));
  expect(linkOf(sandbox.world, 'Havnens Fisk I/S')).toBe(contactGuid(6));
});

test('mending shows how far it is, and a sync afterwards finds nothing broken that was mended', async ({
  app,
  sandbox,
}) => {
  const page = await brokenLinks(app);
  const held = sandbox.faults.add({ system: 'effihub', method: 'PUT', path: /dinero-link$/, kind: 'hold' });
  await button(page, 'Ret alle sikre').click();
  await held.arrived;
  await expect(page.getByText('Retter links: 0 af 2', { exact: true })).toBeVisible();
  held.release();
  await expect(app.heading(page, 'Kunder som er synkroniseret (3)')).toBeVisible();
  await next(page, 3);
  await save(page);
  expect(linkOf(sandbox.world, 'Stjerne Byg A/S')).toBe(contactGuid(4));
  expect(linkOf(sandbox.world, 'Jysk Landbrug ApS')).toBe(contactGuid(3));
});

test('the toolbar says how many customers nobody has decided on, and a skipped one counts again when it changes', async ({
  app,
  sandbox,
  office,
}) => {
  const badge = () => office.waiting();
  const page = await brokenLinks(app);
  // Four broken ones; two of the four contacts that are not linked plainly are one of these.
  await expect.poll(badge).toBe(6);
  await button(page, 'Ret alle sikre').click();
  await expect(app.heading(page, 'Brudte links (2)')).toBeVisible();
  await app.sync({ skip: ['Jysk Landbrug ApS'] });
  await expect.poll(badge).toBe(0);

  changeContact(sandbox.world, contactNamed(sandbox.world, 'Jysk Landbrug A/S'), { City: 'Viborg' });
  await app.read();
  await expect.poll(badge).toBe(1);
});
