import { expectAccessible } from '../../helpers/axe.ts';
import { dinero, effihub, fourLinked } from '../../pages/differences.ts';
import type { Kundebro } from '../../pages/kundebro.ts';
import {
  changeContact,
  changeCustomer,
  contactGuid,
  deleteCustomer,
  type Sandbox,
} from '../../sandbox/index.ts';
import { expect, type Page, test } from '../fixtures.ts';

/** One contact is deleted in Dinero, one customer deleted and one archived in Effihub. */
async function openGone(app: Kundebro, sandbox: Sandbox): Promise<Page> {
  await app.read();
  const { world } = sandbox;
  changeContact(world, dinero(sandbox, 1), { DeletedAt: '2026-11-20T09:00:00.000Z' });
  deleteCustomer(world, world.account, effihub(sandbox, 2));
  changeCustomer(world, effihub(sandbox, 3), { archivedAt: '2026-11-21T09:00:00Z' });
  await app.read();
  const page = await app.open('popup');
  await page.getByRole('button', { name: 'Se kunder, der er væk' }).click();
  await expect(app.heading(page, 'Kunder, der er væk')).toBeFocused();
  return page;
}

test.beforeEach(async ({ connectTo }) => {
  await connectTo(fourLinked());
});

test('whoever is gone on one side is shown with what to do', async ({ app, sandbox }) => {
  const page = await openGone(app, sandbox);
  await expect(page.getByRole('listitem')).toHaveCount(3);
  await expect(app.row(page, 'Bagergården ApS')).toContainText('Slettet i Dinero 20. nov. 2026');
  await expect(app.row(page, 'Fjordens Fisk I/S')).toContainText('Slettet i Effihub');
  await expect(app.row(page, 'Måne Design ApS')).toContainText('Arkiveret i Effihub 21. nov. 2026');
  await expectAccessible(page);
});

test('a link can be taken away and put back, with the keyboard alone', async ({ app, sandbox }) => {
  const page = await openGone(app, sandbox);
  await page.getByRole('button', { name: 'Fjern link for Måne Design ApS' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Linket er fjernet: Måne Design ApS')).toBeVisible();
  await expect(app.row(page, 'Måne Design ApS')).toHaveCount(0);
  expect(effihub(sandbox, 3).dineroContactGuid).toBeNull();
  await expect(page.getByRole('button', { name: 'Fortryd' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(app.row(page, 'Måne Design ApS')).toBeVisible();
  expect(effihub(sandbox, 3).dineroContactGuid).toBe(contactGuid(3));
});

test('a contact left behind is ignored, imported anew, or left as it is for good', async ({
  app,
  sandbox,
}) => {
  const page = await openGone(app, sandbox);
  await page.getByRole('button', { name: 'Lad være: Måne Design ApS' }).click();
  await expect(app.row(page, 'Måne Design ApS')).toHaveCount(0);
  await page.getByRole('button', { name: 'Ignorér Fjordens Fisk I/S' }).click();
  await expect(page.getByText('På ignorer-listen: Fjordens Fisk I/S')).toBeVisible();
  await page.getByRole('button', { name: 'Fortryd' }).click();
  await page.getByRole('button', { name: 'Importér igen: Fjordens Fisk I/S' }).click();
  await expect(page.getByText('Importeret til Effihub: Fjordens Fisk I/S')).toBeVisible();
  const made = [...sandbox.world.account.customers.values()].filter(
    ({ name }) => name === 'Fjordens Fisk I/S',
  );
  expect(made.map(({ dineroContactGuid }) => dineroContactGuid)).toEqual([contactGuid(2)]);
  await expect(page.getByRole('listitem')).toHaveCount(1);
});

test.describe('a contact whose customer stands in Effihub once more', () => {
  const NAME = 'Fjordens Fisk I/S';
  const dialog = (page: Page) =>
    page.getByRole('dialog', { name: 'Måske findes kunden allerede i Effihub', exact: true });
  const linkedTo = (sandbox: Sandbox) =>
    [...sandbox.world.account.customers.values()]
      .filter(({ name }) => name === NAME)
      .map(({ dineroContactGuid }) => dineroContactGuid);

  async function askImport(app: Kundebro, sandbox: Sandbox): Promise<Page> {
    const page = await openGone(app, sandbox);
    await page.getByRole('button', { name: `Importér igen: ${NAME}` }).click();
    await expect(dialog(page).getByRole('listitem')).toHaveCount(1);
    expect(linkedTo(sandbox)).toEqual([null]);
    return page;
  }

  test.beforeEach(async ({ connectTo }) => {
    const { customers, contacts } = fourLinked();
    await connectTo({ customers: [...customers, { id: 9, name: NAME, city: 'Aarhus C' }], contacts });
  });

  test('is matched with that one, which can be undone', async ({ app, sandbox }) => {
    const page = await askImport(app, sandbox);
    await expectAccessible(page);
    await dialog(page)
      .getByRole('button', { name: `Match med ${NAME}` })
      .click();
    await expect(page.getByText(`Matchet: ${NAME}`)).toBeVisible();
    expect(linkedTo(sandbox)).toEqual([contactGuid(2)]);
    await page.getByRole('button', { name: 'Fortryd' }).click();
    await expect(app.row(page, NAME)).toBeVisible();
    expect(linkedTo(sandbox)).toEqual([null]);
  });

  test('is imported beside it only when that is asked for', async ({ app, sandbox }) => {
    const page = await askImport(app, sandbox);
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toHaveCount(0);
    await page.getByRole('button', { name: `Importér igen: ${NAME}` }).click();
    await dialog(page).getByRole('button', { name: 'Importér alligevel' }).click();
    await expect(page.getByText(`Importeret til Effihub: ${NAME}`)).toBeVisible();
    expect(linkedTo(sandbox)).toEqual([null, contactGuid(2)]);
  });
});

test('a broken link leads to the group in which it is matched again', async ({ app, sandbox }) => {
  const page = await openGone(app, sandbox);
  // The synchronisation had come to the third step.
  await app.ask.goToStep({ connectionId: await app.connectionId(), step: 3 });
  await page.getByRole('button', { name: 'Match igen: Bagergården ApS' }).click();
  await expect(app.heading(page, 'Trin 1 - Match kunder')).toBeVisible();
  await expect(app.heading(page, 'Brudte links (1)')).toBeVisible();
});

test('what fails is told, and the row stays', async ({ app, sandbox }) => {
  const page = await openGone(app, sandbox);
  sandbox.faults.add({
    system: 'effihub',
    method: 'DELETE',
    path: /dinero-link/,
    kind: 'status',
    status: 403,
    body: { message: 'Nej' },
  });
  await page.getByRole('button', { name: 'Fjern link for Måne Design ApS' }).click();
  await expect(page.getByText('Effihub giver ikke adgang')).toBeVisible();
  await expect(page.getByText('Intet er ændret.')).toBeVisible();
  await expect(app.row(page, 'Måne Design ApS')).toBeVisible();
});

test('where no answer came nobody says that nothing was changed', async ({ app, sandbox }) => {
  const page = await openGone(app, sandbox);
  const losing = { system: 'effihub', method: 'DELETE', path: /dinero-link/, kind: 'lost-answer' } as const;
  sandbox.faults.add({ ...losing, times: 99 });
  await page.getByRole('button', { name: 'Fjern link for Måne Design ApS' }).click();
  await expect(page.getByRole('alert')).toContainText('Det er ikke sikkert, om det nåede igennem.', {
    timeout: 30_000,
  });
  expect(effihub(sandbox, 3).dineroContactGuid).toBeNull();
});
