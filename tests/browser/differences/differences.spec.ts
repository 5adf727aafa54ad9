import { stopWorker } from '../../helpers/stop-worker.ts';
import {
  answer,
  dinero,
  drifted,
  effihub,
  fourLinked,
  openDifferences,
  take,
} from '../../pages/differences.ts';
import { button } from '../../pages/steps.ts';
import { expect, test } from '../fixtures.ts';

test.beforeEach(async ({ connectTo }) => {
  await connectTo(fourLinked());
});

test('what is chosen survives a closed popup, and is carried out in both systems', {
  tag: '@firefox',
}, async ({ app, sandbox }) => {
  const first = await drifted(app, sandbox);
  await take(first, 'E-mail', 'Bagergården ApS', 'Brug Dineros');
  await take(first, 'Adresse', 'Bagergården ApS', 'Brug Effihubs');
  await take(first, 'Hjemmeside', 'Fjordens Fisk I/S', 'Behold begge');
  await expect(
    first.getByText('1 felt rettes i Dinero, 1 felt rettes i Effihub, 1 forskel beholdes'),
  ).toBeVisible();
  await first.close();

  const page = await openDifferences(app, 'sync');
  await expect(answer(page, 'E-mail', 'Bagergården ApS', 'Brug Dineros')).toBeChecked();
  const writes = () => sandbox.count({ method: 'PUT' }) + sandbox.count({ method: 'PATCH' });
  expect(writes()).toBe(0);
  await button(page, 'Gem ændringer').click();
  await expect(page.getByText('1 kunde er rettet, 1 forskel beholdes')).toBeVisible();
  expect(dinero(sandbox, 1)).toMatchObject({
    Street: 'Søndergade 4',
    AttPerson: 'Lis Holm',
    Email: 'ny@bagergaarden.dk',
  });
  expect(effihub(sandbox, 1)).toMatchObject({ invoiceEmail: 'ny@bagergaarden.dk', street: 'Søndergade 4' });
  expect(writes()).toBe(2);

  // Only the one that nobody has decided on is left, and the kept one on request.
  await expect(page.getByRole('radiogroup')).toHaveCount(1);
  await page.getByRole('checkbox', { name: 'Vis forskelle, du beholder (1)' }).check();
  await expect(answer(page, 'Hjemmeside', 'Fjordens Fisk I/S', 'Behold begge')).toBeChecked();
  await button(page, 'Til oversigten').click();
  await expect(page.getByText('Linkede med forskelle')).toBeVisible();
});

test('a worker that is stopped in the middle goes on, and every view hears of it', async ({
  app,
  sandbox,
  browserWithExtension,
}) => {
  const page = await drifted(app, sandbox);
  await take(page, 'Adresse', 'Bagergården ApS', 'Brug Effihubs');
  await take(page, 'Hjemmeside', 'Fjordens Fisk I/S', 'Brug Effihubs');
  const held = sandbox.faults.add({
    system: 'dinero',
    method: 'PUT',
    path: /contacts/,
    kind: 'hold',
    when: 'done-last',
  });
  await page.getByRole('button', { name: 'Gem ændringer' }).click();
  await held.arrived;
  await stopWorker(browserWithExtension.context, browserWithExtension.origin);
  held.release();
  await expect(page.getByText('2 kunder er rettet')).toBeVisible({ timeout: 60_000 });
  expect(dinero(sandbox, 1).Street).toBe('Søndergade 4');
  expect(dinero(sandbox, 2).Webpage).toBe('https://fjordensfisk.dk');
});
