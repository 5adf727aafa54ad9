import { beginMatching, watchMatching } from '../../pages/matching.ts';
import { expect, test } from '../fixtures.ts';

test('short lists are matched without a bar', async ({ app }) => {
  const page = await app.open('sync');
  const seen = await watchMatching(page);
  await beginMatching(page);
  expect((await seen()).bars).toEqual([]);
});
