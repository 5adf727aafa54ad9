/** The short crash test. `crash.slow.ts` stops the worker at every kind of moment, `npm run crash` at every moment. */
import { crashTest } from './rounds.ts';

// The fourth round has two bookkeepers.
crashTest({ oneIn: 8, seeds: [1, 2, 3, 4] });
