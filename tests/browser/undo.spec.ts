import { stopWorker } from '../helpers/stop-worker.ts';
import { contactNamed, contactsOf, inWorld, linksOf, oneOfEach } from '../helpers/worlds.ts';
import {
  askUndo,
  confirmUndo,
  openHistory,
  runOf,
  showRun,
  undoDialog,
  undone,
  undoTasks,
} from '../pages/history.ts';
import type { Kundebro } from '../pages/kundebro.ts';
import { rowsOf, run, written } from '../pages/result.ts';
import { button } from '../pages/steps.ts';
import { expect, type Page, test } from './fixtures.ts';

test.use({ worldOptions: inWorld(oneOfEach) });

const NOTHING_LINKED = {
  'Bagergården ApS': null,
  'Havnens Fisk I/S': null,
  'Stjerne Byg A/S': null,
  'Måne Design ApS': null,
};

const plan = {
  create: ['Stjerne Byg A/S'],
  import: ['Grøn Have ApS'],
  ignore: ['Solsikke Børnehave'],
};

/** A sync with one of each; then its own view in the history. */
async function syncShown(app: Kundebro): Promise<Page> {
  const page = await run(app, plan);
  await button(page, 'Færdig').click();
  await openHistory(page);
  await showRun(page, 'Synkronisering');
  return page;
}

test('an undo says before what it will do, takes it back, and is a run of its own', {
  tag: '@firefox',
}, async ({ app, sandbox }) => {
  const page = await syncShown(app);
  const before = written(sandbox).length;
  await askUndo(page);
  await expect(undoTasks(page).getByRole('listitem')).toHaveText([
    '1 link fjernes',
    '1 kunde slettes i Dinero',
    '1 kunde slettes i Effihub',
    '1 kunde tages af ignorer-listen',
  ]);
  await undoDialog(page).getByRole('button', { name: 'Annuller', exact: true }).click();
  await expect(undoDialog(page)).toBeHidden();
  expect(written(sandbox)).toHaveLength(before);

  await askUndo(page);
  await confirmUndo(page);
  await undone(page);
  await expect(rowsOf(page, 'Slettet i Dinero (1)')).toHaveAccessibleName('Stjerne Byg A/S');
  await expect(rowsOf(page, 'Slettet i Effihub (1)')).toHaveAccessibleName('Grøn Have ApS');
  await expect(rowsOf(page, 'Link fjernet (1)')).toHaveAccessibleName('Bagergården ApS');
  await expect(button(page, 'Fortryd kørsel')).toBeHidden();
  expect(linksOf(sandbox.world)).toEqual(NOTHING_LINKED);
  expect(contactNamed(sandbox.world, 'Stjerne Byg A/S').DeletedAt).not.toBeNull();

  await button(page, 'Til historikken').click();
  await expect(runOf(page, 'Fortrydelse')).toContainText('(Synkronisering');
  await expect(runOf(page, 'Synkronisering')).toContainText('Fortrudt');
  await showRun(page, 'Synkronisering');
  await expect(page.getByText('Fortrudt', { exact: true })).toBeVisible();
  await expect(button(page, 'Fortryd kørsel')).toBeHidden();
});

for (const when of ['done-first', 'done-last'] as const) {
  test(`a worker that is stopped in the middle of an undo is followed by one that ends it, ${when}`, async ({
    app,
    sandbox,
  }) => {
    const page = await syncShown(app);
    await askUndo(page);
    const held = sandbox.faults.add({
      system: 'dinero',
      method: 'DELETE',
      path: /contacts/,
      kind: 'hold',
      when,
    });
    await confirmUndo(page);
    await held.arrived;
    await expect(page.getByRole('progressbar', { name: 'En kørsel bliver fortrudt' })).toBeVisible();
    await stopWorker(app.context, app.origin);
    await undone(page);
    held.release();
    expect(linksOf(sandbox.world)).toEqual(NOTHING_LINKED);
    const made = contactsOf(sandbox.world).filter(({ Name }) => Name === 'Stjerne Byg A/S');
    expect(made.map(({ DeletedAt }) => DeletedAt === null)).toEqual([false]);
  });
}
