// npm run test:slow: what is slow by nature, on the production builds, in Chromium and in Firefox.
// -- --firefox-all: every browser test in Firefox, not only the chosen ones.
import { env, prepare, prepareFirefox } from './prepare.mjs';
import { begin, beside, conclude, playwright, vitest } from './tiers.mjs';

prepare();
prepareFirefox();
begin('test-slow');
if (process.argv.includes('--firefox-all')) env.FIREFOX_ALL = '1';
await beside([
  ['wxt', 'build'],
  ['wxt', 'build', '-b', 'firefox'],
]);
conclude([
  vitest('unit-slow', 'tests/vitest.slow.config.ts'),
  playwright('slow'),
  playwright('tagged'),
  playwright('firefox'),
]);
