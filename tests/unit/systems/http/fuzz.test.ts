import { fuzzClients } from './fuzz-clients.ts';

// `fuzz.slow.ts` is the whole of it.
fuzzClients(100, 2_200);
