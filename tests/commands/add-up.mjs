// The last line of CI: what `npm test` and `npm run test:slow` have counted, added up. One that left no sum has failed.
import { readFileSync } from 'node:fs';

const sums = ['test', 'test-slow'].map((command) => {
  try {
    return JSON.parse(
      readFileSync(new URL(`../../test-results/${command}/sum.json`, import.meta.url), 'utf8'),
    );
  } catch {
    return { passed: 0, failed: 1, failures: [`${command} left no result`] };
  }
});
const [passed, failed] = ['passed', 'failed'].map((of) => sums.reduce((sum, each) => sum + each[of], 0));
for (const { failures } of sums) for (const failure of failures) console.log(`FAILED ${failure}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
