// Named to run first: it takes longest.

import { expect, test } from '../browser/fixtures.ts';
import { chooseOneOfEach, expectOneOfEach, lateOnesAreDealtWith, writes } from '../helpers/one-of-each.ts';
import { stopWorker } from '../helpers/stop-worker.ts';
import { customersOf, inWorld, oneOfEach } from '../helpers/worlds.ts';
import { button } from '../pages/steps.ts';

test.use({ worldOptions: inWorld(oneOfEach) });

test('a run continues without an open view', async ({ app, sandbox }) => {
  // The browser's alarms need at least half a minute.
  test.setTimeout(120_000);
  const page = await app.begin();
  await chooseOneOfEach(app, page);
  const held = sandbox.faults.add({ ...writes['a creation in Dinero'], kind: 'hold', when: 'done-last' });
  await button(page, 'Gem og fuldfør').click();
  await held.arrived;
  await page.close();
  await stopWorker(app.context, app.origin);
  await expect.poll(() => customersOf(sandbox.world).length, { timeout: 90_000 }).toBe(5);
  held.release();
  await lateOnesAreDealtWith(sandbox);
  expectOneOfEach(sandbox.world);

  const later = await app.open('popup');
  await expect(later.getByText('Færdig', { exact: true })).toBeVisible();
});
