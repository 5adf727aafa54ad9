/** The crash test's short version. `crash.slow.ts` ends the worker at every sort of moment, `npm run crash` at every moment. */
import { crashTest } from './rounds.ts';

// The fourth round has two bookkeepers.
crashTest({ oneIn: 8, seeds: [1, 2, 3, 4] });
