import { carryOut, created, customer, nameOf, toCreate } from '../pages/create.ts';
import { contactGuid } from '../sandbox/index.ts';
import { expect, test } from './fixtures.ts';

test.describe('a possible duplicate is named', () => {
  test('when it is a candidate that was not chosen, and the customer can be left out', async ({
    connectTo,
    sandbox,
  }) => {
    const app = await connectTo({
      customers: [
        { id: 1, name: 'Jysk Landbrug ApS' },
        { id: 2, name: 'Zenit Film' },
      ],
      contacts: [{ Name: 'Jysk Landbrug A/S' }],
    });
    const page = await app.begin();
    await app.openGroup(page, 'Gennemgå kunder med et match');
    await app.openGroup(page, 'Gennemgå kunder uden match');
    await app.action(page, 'Jysk Landbrug ApS').selectOption('Opret i Dinero');
    await app.action(page, 'Zenit Film').selectOption('Opret i Dinero');
    await app.next(page);
    const row = app.row(page, 'Jysk Landbrug ApS');
    await expect(row.getByText('Mulig dublet: Jysk Landbrug A/S', { exact: true })).toBeVisible();
    await expect(app.row(page, 'Zenit Film').getByText(/Mulig dublet/)).toHaveCount(0);
    await page.getByRole('button', { name: 'Spring over Jysk Landbrug ApS', exact: true }).click();
    await expect(row).toHaveCount(0);
    await carryOut(app, page);
    expect(created(sandbox).map(({ Name }) => Name)).toEqual(['Zenit Film']);
    expect(customer(sandbox, 1)?.dineroContactGuid).toBeNull();
  });

  test('when it is linked to somebody else already', async ({ connectTo }) => {
    const app = await connectTo({
      customers: [
        { id: 1, name: 'Zenit Film ApS' },
        { id: 2, name: 'Zenit Film ApS (gammel)', dineroContactGuid: contactGuid(1) },
      ],
      contacts: [{ Name: 'Zenit Film ApS' }],
    });
    const page = await toCreate(app, ['Zenit Film ApS']);
    await expect(app.row(page, 'Zenit Film ApS').getByText('Mulig dublet: Zenit Film ApS')).toBeVisible();
  });

  test('when it is on the ignore list', async ({ connectTo }) => {
    const app = await connectTo({
      customers: [{ id: 1, name: 'Zenit Film ApS' }],
      contacts: [{ Name: 'Zenit Film ApS' }],
    });
    const page = await app.begin();
    await app.openGroup(page, 'Gennemgå kunder med et match');
    await app.action(page, 'Zenit Film ApS').selectOption('Spring over');
    await app.toImport(page);
    await app.choice(page, 'Zenit Film ApS', 'Ignorér').check();
    await app.finish(page);
    await page.close();
    const again = await toCreate(app, ['Zenit Film ApS']);
    await expect(app.row(again, 'Zenit Film ApS').getByText('Mulig dublet: Zenit Film ApS')).toBeVisible();
  });

  test('when the name that is written is somebody’s', async ({ connectTo }) => {
    const app = await connectTo({
      customers: [{ id: 1, name: 'Zenit Film' }],
      contacts: [{ Name: 'Havnens Fiskehus ApS' }],
    });
    const page = await toCreate(app, ['Zenit Film']);
    await expect(page.getByText(/Mulig dublet/)).toHaveCount(0);
    await nameOf(page, 'Zenit Film').fill('Havnens Fiskehus ApS');
    await expect(page.getByText('Mulig dublet: Havnens Fiskehus ApS')).toBeVisible();
  });
});
