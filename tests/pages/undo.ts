/** A sync of the company of `oneOfEach`, and its undo. */
import { expect, type Page } from '@playwright/test';
import { contactNamed, linksOf } from '../helpers/worlds.ts';
import type { Sandbox } from '../sandbox/index.ts';
import {
  askUndo,
  confirmUndo,
  openHistory,
  runOf,
  showRun,
  undoDialog,
  undone,
  undoTasks,
} from './history.ts';
import type { Kundebro, Plan } from './kundebro.ts';
import { rowsOf, written } from './result.ts';
import { button } from './steps.ts';

export const NOTHING_LINKED = {
  'Bagergården ApS': null,
  'Havnens Fisk I/S': null,
  'Stjerne Byg A/S': null,
  'Måne Design ApS': null,
};

/** One of each, beside the certain match. */
export const ONE_OF_EACH: Plan = {
  create: ['Stjerne Byg A/S'],
  import: ['Grøn Have ApS'],
  ignore: ['Solsikke Børnehave'],
};

/** A sync, and its own view in the history. */
export async function syncShown(app: Kundebro, plan: Plan = ONE_OF_EACH): Promise<Page> {
  await app.sync(plan);
  const page = await app.open('sync');
  await openHistory(page);
  await showRun(page, 'Synkronisering');
  return page;
}

/** Asks, leaves it, asks again and undoes it; then what it did, and how both runs stand in the history. */
export async function undoOneOfEach(app: Kundebro, sandbox: Sandbox): Promise<void> {
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
}
