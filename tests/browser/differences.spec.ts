import { stopWorker } from '../helpers/stop-worker.ts';
import { answerAndCarryOut, dinero, drifted, fourLinked, take } from '../pages/differences.ts';
import { expect, test } from './fixtures.ts';

test.beforeEach(async ({ connectTo }) => {
  await connectTo(fourLinked());
});

test('what is chosen survives a closed popup, and is carried out in both systems', {
  tag: '@firefox',
}, async ({ app, sandbox }) => {
  await answerAndCarryOut(app, sandbox);
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
