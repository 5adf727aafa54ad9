/** The short version of the crash test in a real browser; the whole: `npm run crash -- --browser`. */

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

test('a sync of 60 operations ends as without crashes, whatever is killed during it', async ({ sandbox }) => {
  // Seven browsers, one after the other.
  test.setTimeout(180_000);
  const judge: BrowserJudge = await makeBrowserJudge(sandbox);
  for (const kills of ROUNDS) expect(await judge.play(kills), kills.map(killInWords).join('; ')).toEqual([]);
  await judge.close();
});
