/**
 * `npm run crash`: the whole crash test in Node. Every moment of a sync of 60 operations once, then anything anywhere.
 * `--rounds 700` says how many of the latter, `--seed 1` where they begin, `--only 17` plays a single one of them.
 */
import { parseArgs } from 'node:util';
import { startSandbox } from '../sandbox/index.ts';
import { makeJudge, type Plan, type Verdict } from './judge.ts';
import { anything, everyMoment } from './plans.ts';
import { crashSums, crashTable } from './table.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '700' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
  },
});

const sandbox = await startSandbox();
const judge = await makeJudge(sandbox);
const seeds = values.only
  ? [Number(values.only)]
  : Array.from({ length: Number(values.rounds) }, (_, at) => Number(values.seed) + at);
const plans: (Plan & { name: string })[] = [
  ...(values.only
    ? []
    : everyMoment(judge.points).map((plan, at) => ({ ...plan, name: `moment ${at + 1}` }))),
  ...seeds.map((seed) => ({ ...anything(seed, judge.points.length), name: `seed ${seed}` })),
];
console.log(`${judge.points.length} moments in the undisturbed round; ${plans.length} rounds to play`);

const verdicts: Verdict[] = [];
for (const { name, ...plan } of plans) {
  const verdict = await judge.play(plan);
  verdicts.push(verdict);
  if (verdict.differences.length > 0) {
    console.log(`${name}: ${JSON.stringify(plan)}\n  hit: ${JSON.stringify(verdict.hit)}`);
    for (const line of verdict.differences.slice(0, 12)) console.log(`  ${line}`);
  }
  if (verdicts.length % 100 === 0) console.log(`${verdicts.length} of ${plans.length} rounds`);
}
console.log(`\n${crashTable(verdicts)}\n\n${crashSums(verdicts)}`);
await sandbox.close();
process.exit(verdicts.some(({ differences }) => differences.length > 0) ? 1 : 0);
