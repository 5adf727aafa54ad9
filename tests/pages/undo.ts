/** A sync of the company of `oneOfEach`, and its undo. */
import type { Page } from '@playwright/test';
import { openHistory, showRun } from './history.ts';
import type { Kundebro, Plan } from './kundebro.ts';

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

/** A sync, opened in the history. */
export async function syncShown(app: Kundebro, plan: Plan = ONE_OF_EACH): Promise<Page> {
  await app.sync(plan);
  const page = await app.open('sync');
  await openHistory(page);
  await showRun(page, 'Synkronisering');
  return page;
}
