import { stopWorker } from '../../helpers/stop-worker.ts';
import { contactsOf, inWorld, linksOf, oneOfEach } from '../../helpers/worlds.ts';
import { askUndo, confirmUndo, undone } from '../../pages/history.ts';
import { NOTHING_LINKED, syncShown } from '../../pages/undo.ts';
import { expect, test } from '../fixtures.ts';

test.use({ worldOptions: inWorld(oneOfEach) });

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
