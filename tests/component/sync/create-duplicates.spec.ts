import { created } from '../../pages/create.ts';
import { customer } from '../../pages/result.ts';
import { button, nameField } from '../../pages/steps.ts';
import { contactGuid } from '../../sandbox/index.ts';
import { expect, test } from '../fixtures.ts';

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
    const page = await app.openAt(2, { create: ['Jysk Landbrug ApS', 'Zenit Film'] });
    const row = app.row(page, 'Jysk Landbrug ApS');
    await expect(row.getByText('Mulig dublet: Jysk Landbrug A/S', { exact: true })).toBeVisible();
    await expect(app.row(page, 'Zenit Film').getByText(/Mulig dublet/)).toHaveCount(0);
    await button(page, 'Spring over Jysk Landbrug ApS').click();
    await expect(row).toHaveCount(0);
    await app.carryOut(page);
    expect(created(sandbox).map(({ Name }) => Name)).toEqual(['Zenit Film']);
    expect(customer(sandbox, 1).dineroContactGuid).toBeNull();
  });

  test('when it is linked to somebody else already', async ({ connectTo }) => {
    const app = await connectTo({
      customers: [
        { id: 1, name: 'Zenit Film ApS' },
        { id: 2, name: 'Zenit Film ApS (gammel)', dineroContactGuid: contactGuid(1) },
      ],
      contacts: [{ Name: 'Zenit Film ApS' }],
    });
    const page = await app.openAt(2, { create: ['Zenit Film ApS'] });
    await expect(app.row(page, 'Zenit Film ApS').getByText('Mulig dublet: Zenit Film ApS')).toBeVisible();
  });

  test('when it is on the ignore list', async ({ connectTo }) => {
    const app = await connectTo({
      customers: [{ id: 1, name: 'Zenit Film ApS' }],
      contacts: [{ Name: 'Zenit Film ApS' }],
    });
    await app.sync({ skip: ['Zenit Film ApS'], ignore: ['Zenit Film ApS'] });
    const page = await app.openAt(2, { create: ['Zenit Film ApS'] });
    await expect(app.row(page, 'Zenit Film ApS').getByText('Mulig dublet: Zenit Film ApS')).toBeVisible();
  });

  test('when the name that is written is somebody’s', async ({ connectTo }) => {
    const app = await connectTo({
      customers: [{ id: 1, name: 'Zenit Film' }],
      contacts: [{ Name: 'Havnens Fiskehus ApS' }],
    });
    const page = await app.openAt(2, { create: ['Zenit Film'] });
    await expect(page.getByText(/Mulig dublet/)).toHaveCount(0);
    await nameField(page, 'Zenit Film').fill('Havnens Fiskehus ApS');
    await expect(page.getByText('Mulig dublet: Havnens Fiskehus ApS')).toBeVisible();
  });
});
