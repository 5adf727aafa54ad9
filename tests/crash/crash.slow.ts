/** The crash test at every kind of moment; `npm run crash` runs all of it. */
import { crashTest } from './rounds.ts';

crashTest({ oneIn: 1, seeds: Array.from({ length: 12 }, (_, at) => at + 1) });
