/** The crash test at every sort of moment; `npm run crash` is the whole of it. */
import { crashTest } from './rounds.ts';

crashTest({ oneIn: 1, seeds: Array.from({ length: 12 }, (_, at) => at + 1) });
