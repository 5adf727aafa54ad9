// Runs the tiers of the tests, and says at the end how many tests each had, how long it took, and which were slowest.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env, root, run } from './prepare.mjs';

const SLOWEST = 10;
/** Where reports, sums and the traces of failures are kept. */
let results = '';

/** @param command whose results replace those of its last run */
export function begin(command) {
  results = join(root, 'test-results', command);
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
}

/**
 * Runs commands beside each other; what one prints is shown when it has ended. Ends the whole program when one fails.
 * @param commands each an array of words
 */
export async function beside(commands) {
  const codes = await Promise.all(commands.map(([command, ...args]) => quietly(command, args)));
  if (codes.some((code) => code !== 0)) process.exit(1);
}

function quietly(command, args) {
  const begun = performance.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (text += data));
    child.on('error', (error) => (text += error.message));
    child.on('close', (code) => {
      console.log(`${command} ${args.join(' ')}: ${code === 0 ? 'done' : 'FAILED'} in ${seconds(begun)} s`);
      if (code !== 0) console.log(text);
      resolve(code ?? 1);
    });
  });
}

const seconds = (begun) => ((performance.now() - begun) / 1000).toFixed(0);

/** @returns one tier with its tests: `{ name, seconds, passed, failed, tests: [{ title, ms }] }` */
export function vitest(name, config, ...more) {
  const file = join(results, `${name}.json`);
  const begun = performance.now();
  const reports = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = run('vitest', ['run', '--config', config, ...reports, ...more]);
  return tierOf(name, begun, code, file, (report) =>
    report.testResults.flatMap(({ name: path, assertionResults }) =>
      assertionResults.map(({ fullName, duration, status }) => ({
        title: `${path.slice(root.length)} ${fullName}`,
        ms: duration ?? 0,
        outcome: { passed: 'passed', failed: 'failed' }[status] ?? 'skipped',
      })),
    ),
  );
}

/** The same for a project of Playwright's. */
export function playwright(name, ...more) {
  const file = join(results, `${name}.json`);
  const begun = performance.now();
  const args = ['test', '--config', 'tests/playwright.config.ts', '--reporter=list,json'];
  const output = ['--output', join(results, name)];
  const code = run('playwright', [...args, ...output, `--project=${name}`, ...more], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  });
  return tierOf(name, begun, code, file, (report) => report.suites.flatMap(testsIn));
}

const testsIn = ({ suites = [], specs = [] }) => [
  ...suites.flatMap(testsIn),
  ...specs.flatMap(({ file, title, tests }) =>
    tests.map(({ status, results }) => ({
      title: `${file} ${title}`,
      ms: results.reduce((sum, { duration }) => sum + duration, 0),
      outcome: { expected: 'passed', skipped: 'skipped' }[status] ?? 'failed',
    })),
  ),
];

/** A runner that left no report, or failed without a failed test, counts as one failure. */
function tierOf(name, begun, code, file, read) {
  let tests = [];
  try {
    tests = read(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // It is counted below.
  }
  const those = (wanted) => tests.filter(({ outcome }) => outcome === wanted);
  const failures = those('failed').map(({ title }) => title);
  if (code !== 0 && failures.length === 0) failures.push(`${name} ended with exit code ${code}`);
  return {
    name,
    seconds: Number(seconds(begun)),
    tests,
    passed: those('passed').length,
    failed: failures.length,
    skipped: those('skipped').length,
    failures,
  };
}

/** Prints the table, the slowest tests and the line of sums; the exit code says whether all is well. */
export function conclude(tiers) {
  const sum = (of) => tiers.reduce((all, tier) => all + tier[of], 0);
  const slowest = tiers.flatMap(({ tests }) => tests).sort((a, b) => b.ms - a.ms);
  console.log(`\nThe ${SLOWEST} slowest:`);
  for (const { title, ms } of slowest.slice(0, SLOWEST))
    console.log(`${(ms / 1000).toFixed(1).padStart(7)} s  ${title}`);
  console.log('\n| tier | tests | failed | skipped | seconds |\n| --- | --- | --- | --- | --- |');
  for (const { name, tests, failed, skipped, seconds } of tiers)
    console.log(`| ${name} | ${tests.length} | ${failed} | ${skipped} | ${seconds} |`);
  const [passed, failed] = [sum('passed'), sum('failed')];
  const failures = tiers.flatMap(({ name, failures }) => failures.map((title) => `${name}: ${title}`));
  if (failed > 0) console.log(`\nTraces of failures lie in ${results}: npx playwright show-trace FILE`);
  writeFileSync(join(results, 'sum.json'), JSON.stringify({ passed, failed, failures }));
  console.log();
  for (const failure of failures) console.log(`FAILED ${failure}`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}
