import { fuzzClients } from './fuzz-clients.ts';

// A sample; `fuzz.slow.ts` runs all of it.
fuzzClients(100, 2_200);
