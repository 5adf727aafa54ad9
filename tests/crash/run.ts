/**
 * `npm run crash`: the whole crash test in Node. Each scenario is disturbed at every moment once, then anywhere by anything.
 * `--rounds 650` says how many of the latter a sync of 60 operations gets, `--seed 1` where they begin; `--scenario clicks
 * --only 17` plays a single round.
 */
import '../helpers/indexed-db.ts';
import { parseArgs } from 'node:util';
import { startSandbox } from '../sandbox/index.ts';
import { makeJudge, type Plan, type Verdict } from './judge.ts';
import { anything, everyMoment } from './plans.ts';
import { clicks, resetAndUndo, type Scenario, sync, syncThenUndo, undo, undoAndAgain } from './scenarios.ts';
import { crashSums, crashTable } from './table.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '650' },
    seed: { type: 'string', default: '1' },
    scenario: { type: 'string' },
    only: { type: 'string' },
  },
});
const SCENARIOS: Record<string, Scenario> = { sync, resetAndUndo, clicks, syncThenUndo, undo, undoAndAgain };
/** The smaller ones have fewer moments, and so need fewer rounds. */
const roundsOf = (name: string) => Math.ceil(Number(values.rounds) * (name === 'sync' ? 1 : 0.2));

const sandbox = await startSandbox();
const all: Verdict[] = [];
for (const [name, scenario] of Object.entries(SCENARIOS)) {
  if (name !== (values.scenario ?? name)) continue;
  const verdicts = await playAll(name, scenario);
  console.log(`\n${crashTable(verdicts)}\n\n${name}: ${crashSums(verdicts)}\n`);
  all.push(...verdicts);
}
console.log(`Total: ${crashSums(all)}`);
await sandbox.close();
process.exit(all.some(({ differences }) => differences.length > 0) ? 1 : 0);

async function playAll(name: string, scenario: Scenario): Promise<Verdict[]> {
  const judge = await makeJudge(sandbox, scenario);
  const { length } = judge.points;
  const seeds = values.only
    ? [Number(values.only)]
    : Array.from({ length: roundsOf(name) }, (_, at) => Number(values.seed) + at);
  const moments = values.only ? [] : everyMoment(judge.points);
  const plans: (Plan & { called: string })[] = [
    ...moments.map((plan, at) => ({ ...plan, called: `moment ${at + 1}` })),
    ...seeds.map((seed) => ({ ...anything(seed, length, scenario.alone), called: `seed ${seed}` })),
  ];
  console.log(`${name}: ${length} moments in the undisturbed round; ${plans.length} rounds to play`);
  const verdicts: Verdict[] = [];
  for (const { called, ...plan } of plans) {
    const verdict = await judge.play(plan);
    verdicts.push(verdict);
    if (verdict.differences.length > 0) {
      console.log(`${called}: ${JSON.stringify(plan)}\n  hit: ${JSON.stringify(verdict.hit)}`);
      for (const line of verdict.differences.slice(0, 12)) console.log(`  ${line}`);
    }
    if (verdicts.length % 100 === 0) console.log(`${verdicts.length} of ${plans.length} rounds`);
  }
  return verdicts;
}
