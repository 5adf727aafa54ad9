/** The crash test in a real browser, its short version; `npm run crash -- --browser` is the whole of it. */

import { expect, test } from '../browser/fixtures.ts';
import { type BrowserJudge, type Kill, killInWords, makeBrowserJudge } from '../crash/browser.ts';

const ROUNDS: Kill[][] = [
  [
    {
      what: 'stop worker',
      system: 'dinero',
      method: 'POST',
      path: /contacts$/,
      after: 5,
      when: 'done-first',
    },
    {
      what: 'stop worker',
      system: 'effihub',
      method: 'POST',
      path: /customers$/,
      after: 9,
      when: 'done-last',
    },
  ],
  [
    {
      what: 'kill browser',
      system: 'effihub',
      method: 'PUT',
      path: /dinero-link$/,
      after: 20,
      when: 'answered',
    },
    {
      what: 'kill browser',
      system: 'effihub',
      method: 'POST',
      path: /customers$/,
      after: 3,
      when: 'done-first',
    },
  ],
];

test('a sync of 60 operations ends as if nothing had happened, whoever is killed in it', async ({
  sandbox,
}) => {
  // Seven browsers, one after the other.
  test.setTimeout(180_000);
  const judge: BrowserJudge = await makeBrowserJudge(sandbox);
  for (const kills of ROUNDS) expect(await judge.play(kills), kills.map(killInWords).join('; ')).toEqual([]);
  await judge.close();
});
