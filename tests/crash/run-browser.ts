/**
 * `npm run crash -- --browser`: the crash test in a real Chromium, with the worker stopped or the browser killed one to three
 * times in each round. `--rounds 36` says how many, `--seed 1` where they begin.
 */
import { parseArgs } from 'node:util';
import { startSandbox } from '../sandbox/index.ts';
import { makeRandom } from '../sandbox/random.ts';
import { killInWords, killsFor, makeBrowserJudge } from './browser.ts';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '36' }, seed: { type: 'string', default: '1' } },
});

const sandbox = await startSandbox();
const judge = await makeBrowserJudge(sandbox);
const sums = { rounds: 0, kills: 0, killed: 0, different: 0 };
for (let seed = Number(values.seed); sums.rounds < Number(values.rounds); seed += 1) {
  const kills = killsFor(makeRandom(seed));
  const differences = await judge.play(kills);
  sums.rounds += 1;
  sums.kills += kills.length;
  sums.killed += kills.filter(({ what }) => what === 'kill browser').length;
  if (differences.length > 0) sums.different += 1;
  console.log(`seed ${seed}: ${kills.map(killInWords).join('; ')}`);
  for (const line of differences.slice(0, 12)) console.log(`  ${line}`);
}
console.log(
  `\n${sums.rounds} rounds in Chromium: ${sums.kills - sums.killed} times the worker stopped, ${sums.killed} times the browser killed, rounds with differences: ${sums.different}`,
);
await judge.close();
await sandbox.close();
process.exit(sums.different > 0 ? 1 : 0);
