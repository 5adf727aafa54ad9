import { chooseOneOfEach, expectOneOfEach, lateOnesAreDealtWith, writes } from '../../helpers/one-of-each.ts';
import { stopWorker, workerRuns } from '../../helpers/stop-worker.ts';
import { inWorld, linksOf, oneOfEach } from '../../helpers/worlds.ts';
import type { Kundebro } from '../../pages/kundebro.ts';
import {
  action,
  at,
  button,
  choice,
  confirmation,
  done,
  GROUPS,
  next,
  resume,
  save,
  shows,
} from '../../pages/steps.ts';
import { expect, test } from '../fixtures.ts';

test.use({ worldOptions: inWorld(oneOfEach) });

const stop = ({ context, origin }: Kundebro) => stopWorker(context, origin);

for (const [system, path] of [
  ['dinero', /contacts$/],
  ['effihub', /customers$/],
] as const) {
  test(`a worker that is stopped while ${system} is being read is followed by one that reads on`, async ({
    app,
    sandbox,
  }) => {
    const held = sandbox.faults.add({ system, method: 'GET', path, kind: 'hold' });
    const page = await app.open('sync');
    await button(page, 'Start synkronisering').click();
    await held.arrived;
    await stop(app);
    await at(page, 1);
    await expect(app.heading(page, 'Kunder med et match (2)')).toBeVisible();
    await expect(app.heading(page, 'Kunder uden match (2)')).toBeVisible();
  });
}

test('a worker that is stopped between two choices loses none of them', { tag: '@slow' }, async ({
  app,
  sandbox,
}) => {
  const page = await app.begin('popup');
  await app.openGroup(page, GROUPS.matched);
  await app.openGroup(page, GROUPS.unmatched);
  await action(page, 'Bagergården ApS').selectOption('Spring over');
  await stop(app);
  await action(page, 'Stjerne Byg A/S').selectOption('Opret i Dinero');
  await stop(app);
  await confirmation(page, 'Havnens Fisk I/S').check();
  await stop(app);
  await next(page, 2);
  await stop(app);
  await next(page, 3);
  await choice(page, 'Grøn Have ApS', 'Importér').check();
  await stop(app);
  await page.close();

  const tab = await app.open('sync');
  await resume(tab, 3);
  await expect(choice(tab, 'Grøn Have ApS', 'Importér')).toBeChecked();
  await button(tab, 'Tilbage').click();
  await button(tab, 'Tilbage').click();
  await app.openGroup(tab, GROUPS.matched);
  await app.openGroup(tab, GROUPS.unmatched);
  await shows(action(tab, 'Bagergården ApS'), 'Spring over');
  await shows(action(tab, 'Stjerne Byg A/S'), 'Opret i Dinero');
  await next(tab, 2);
  await next(tab, 3);
  await stop(app);
  await save(tab);
  expect(linksOf(sandbox.world)).toEqual({
    'Bagergården ApS': null,
    'Havnens Fisk I/S': 'Havnens Fisk I/S',
    'Stjerne Byg A/S': 'Stjerne Byg A/S',
    'Måne Design ApS': null,
    'Grøn Have ApS': 'Grøn Have ApS',
  });
});

for (const [what, request] of Object.entries(writes)) {
  for (const when of ['done-first', 'done-last'] as const) {
    const order = when === 'done-first' ? 'has been done but not answered' : 'has not been done yet';
    const tag = when === 'done-last' ? ['@firefox', '@slow'] : '@firefox';
    test(`a worker that is stopped while ${what} ${order} doubles nothing`, { tag }, async ({
      app,
      sandbox,
    }) => {
      const page = await app.begin();
      await chooseOneOfEach(app, page);
      const held = sandbox.faults.add({ ...request, kind: 'hold', when });
      await button(page, 'Gem og fuldfør').click();
      await held.arrived;
      await stop(app);
      await done(page);
      expectOneOfEach(sandbox.world);
      held.release();
      await lateOnesAreDealtWith(sandbox);
      expectOneOfEach(sandbox.world);
    });
  }
}

for (const from of ['the wizard', 'the overview'] as const) {
  test(`the result stays when the worker is stopped, reached from ${from}`, async ({ app, sandbox }) => {
    let page = await app.begin();
    await chooseOneOfEach(app, page);
    if (from === 'the wizard') {
      await save(page);
    } else {
      const held = sandbox.faults.add({ ...writes['an import into Effihub'], kind: 'hold' });
      await button(page, 'Gem og fuldfør').click();
      await held.arrived;
      await page.close();
      page = await app.open('sync');
      await resume(page, 4);
      held.release();
      await done(page);
    }
    await stop(app);
    await workerRuns(app.context, app.origin);
    // A later question to the background is answered: so is what the result's view asked before.
    const other = await app.open('popup');
    await expect(button(other, 'Start synkronisering')).toBeVisible();
    await done(page);
    await expect(app.heading(page, 'Oprettet i Dinero (2)')).toBeVisible();
    await button(page, 'Færdig').click();
    await expect(button(page, 'Start synkronisering')).toBeVisible();
    expectOneOfEach(sandbox.world);
  });
}

test('a run that is started in popup, tab and another tab at once is one run', async ({ app, sandbox }) => {
  const page = await app.begin();
  await chooseOneOfEach(app, page);
  const views = [page, await app.open('popup'), await app.open('sync')];
  for (const view of views.slice(1)) await resume(view, 3);
  const buttons = await Promise.all(views.map((view) => button(view, 'Gem og fuldfør').elementHandle()));
  await Promise.all(buttons.map((each) => each?.evaluate((element) => (element as HTMLElement).click())));
  for (const view of views) await done(view);
  expectOneOfEach(sandbox.world);
  expect(sandbox.count({ system: 'dinero', method: 'POST', path: /contacts$/ })).toBe(2);
  expect(sandbox.count({ system: 'effihub', method: 'POST', path: /customers$/ })).toBe(1);
});
