// npm test: types, lint and the arrows beside the build, then the unit, component and browser tests. Ends with one line of sums.
import { prepare } from './prepare.mjs';
import { begin, beside, conclude, playwright, vitest } from './tiers.mjs';

prepare();
begin('test');
await beside([
  ['tsc', '--noEmit', '-p', '.'],
  ['biome', 'ci', '--colors=off', '.'],
  ['depcruise', '-T', 'err-long', 'lib', 'components', 'entrypoints'],
  ['wxt', 'build'],
]);
conclude([vitest('unit', 'tests/vitest.config.ts'), playwright('component'), playwright('browser')]);
