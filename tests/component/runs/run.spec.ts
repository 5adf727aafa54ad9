import { threeToCreate } from '../../helpers/worlds.ts';
import { press } from '../../pages/controls.ts';
import { contacts, customer, customers, rowsOf } from '../../pages/result.ts';
import type { Sandbox } from '../../sandbox/index.ts';
import { expect, test } from '../fixtures.ts';

test.describe('while it runs', () => {
  const NAMES = ['Alfa Kaffe', 'Bro & Havn', 'Zenit Film'];
  const hold = (sandbox: Sandbox, after = 0) =>
    sandbox.faults.add({ system: 'dinero', method: 'POST', path: /contacts$/, kind: 'hold', after });

  test('the progress is told, and a pause holds it until it is resumed', async ({ connectTo, sandbox }) => {
    const app = await connectTo(threeToCreate());
    const held = hold(sandbox, 1);
    const page = await app.openAt(3, { create: NAMES });
    await press(page, 'Gem og fuldfør');
    await held.arrived;
    const progress = page.getByRole('progressbar', { name: 'Fremdrift', exact: true });
    await expect(progress).toHaveAccessibleDescription('1 af 3');
    await expect(progress).toHaveJSProperty('value', 1);
    await press(page, 'Sæt på pause');
    await expect(page.getByRole('button', { name: 'Genoptag', exact: true })).toBeVisible();
    held.release();
    await expect(progress).toHaveAccessibleDescription('2 af 3');
    // Another window sees the same, and can go on with it.
    const popup = await app.open('popup');
    await expect(popup.getByText('Synkroniseringen er sat på pause: 2 af 3')).toBeVisible();
    expect(contacts(sandbox)).toHaveLength(2);
    await press(popup, 'Fortsæt synkronisering');
    await press(popup, 'Genoptag');
    for (const view of [page, popup])
      await expect(view.getByText('Synkroniseringen er færdig', { exact: true })).toBeVisible();
    expect(contacts(sandbox)).toHaveLength(3);
    expect(customers(sandbox).every(({ dineroContactGuid }) => dineroContactGuid)).toBe(true);
  });

  test('"Stop" ends what was begun and leaves the rest undone, which the next flow takes up', async ({
    connectTo,
    sandbox,
  }) => {
    const app = await connectTo(threeToCreate());
    const held = hold(sandbox);
    const page = await app.openAt(3, { create: NAMES });
    await press(page, 'Gem og fuldfør');
    await held.arrived;
    await press(page, 'Stop');
    await expect(page.getByText('Synkroniseringen stopper …')).toBeVisible();
    held.release();
    await expect(page.getByText('Synkroniseringen er stoppet', { exact: true })).toBeVisible();
    await expect(app.heading(page, 'Oprettet i Dinero (1)')).toBeVisible();
    await expect(app.heading(page, 'Ikke udført (2)')).toBeVisible();
    await expect(rowsOf(page, 'Ikke udført (2)').first()).toContainText('Skulle oprettes i Dinero');
    expect(contacts(sandbox).map(({ Name }) => Name)).toEqual(['Alfa Kaffe']);
    expect(customer(sandbox, 1).dineroContactGuid).toBe(contacts(sandbox)[0]?.ContactGuid);

    await press(page, 'Færdig');
    await expect(page.getByText('Stoppet', { exact: true })).toBeVisible();
    await press(page, 'Fortsæt synkronisering');
    await app.openGroup(page, 'Gennemgå kunder uden match');
    for (const name of ['Bro & Havn', 'Zenit Film'])
      await expect(app.action(page, name)).toHaveValue('create');
  });

  test('answers that get lost on their way make no duplicate', async ({ connectTo, sandbox }) => {
    const app = await connectTo({ ...threeToCreate(), contacts: [{ Name: 'Klar Vask I/S' }] });
    const page = await app.openAt(3, { create: ['Zenit Film'], import: ['Klar Vask I/S'] });
    const lost = [
      sandbox.faults.add({ system: 'dinero', method: 'POST', path: /contacts$/, kind: 'lost-answer' }),
      sandbox.faults.add({ system: 'effihub', method: 'PUT', kind: 'lost-answer' }),
      sandbox.faults.add({ system: 'effihub', method: 'POST', path: /customers$/, kind: 'lost-answer' }),
    ];
    await app.finish(page);
    expect(lost.map(({ hits }) => hits)).toEqual([1, 1, 1]);
    expect(contacts(sandbox).map(({ Name }) => Name)).toEqual(['Klar Vask I/S', 'Zenit Film']);
    expect(customers(sandbox).map(({ name }) => name)).toEqual([...NAMES, 'Klar Vask I/S']);
    await expect(app.heading(page, 'Oprettet i Dinero (1)')).toBeVisible();
    await expect(app.heading(page, 'Importeret til Effihub (1)')).toBeVisible();
  });

  test('a key that is refused pauses it with the reason, and it goes on when the key works', async ({
    connectTo,
    sandbox,
  }) => {
    const app = await connectTo(threeToCreate());
    const page = await app.openAt(3, { create: NAMES });
    const refused = sandbox.faults.add({
      system: 'dinero',
      method: 'POST',
      path: /contacts$/,
      kind: 'status',
      status: 401,
      times: 99,
    });
    await press(page, 'Gem og fuldfør');
    await expect(page.getByRole('alert')).toContainText('Dinero genkender ikke');
    await expect(page.getByRole('button', { name: 'Åbn indstillinger', exact: true })).toBeVisible();
    expect(contacts(sandbox)).toHaveLength(0);
    refused.remove();
    await press(page, 'Genoptag');
    await expect(page.getByText('Synkroniseringen er færdig', { exact: true })).toBeVisible();
    expect(contacts(sandbox)).toHaveLength(3);
  });
});
