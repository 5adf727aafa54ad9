import { threeToCreate } from '../../helpers/worlds.ts';
import { contacts } from '../../pages/result.ts';
import { expect, test } from '../fixtures.ts';

test.describe('while it runs', () => {
  const NAMES = ['Alfa Kaffe', 'Bro & Havn', 'Zenit Film'];

  test('a quota that is used up is waited for', { tag: '@slow' }, async ({ connectTo, sandbox }) => {
    const app = await connectTo(threeToCreate());
    const page = await app.openAt(3, { create: NAMES });
    const limited = sandbox.faults.add({
      system: 'dinero',
      method: 'POST',
      path: /contacts$/,
      kind: 'rate-limited',
      retryAfter: 5,
      after: 1,
    });
    const told = Promise.all([
      expect(page.getByText(/^Venter på Dinero, som kun tager imod/)).toBeVisible(),
      // Not less than the wait.
      expect(page.getByText(/^ca\. [345] sekunder tilbage$/)).toBeVisible(),
    ]);
    await app.finish(page);
    await told;
    expect(limited.hits).toBe(1);
    expect(contacts(sandbox).map(({ Name }) => Name)).toEqual(NAMES);
    await expect(app.heading(page, 'Oprettet i Dinero (3)')).toBeVisible();
  });
});
