import { fuzzClients } from './fuzz-clients.ts';

fuzzClients(450, 10_000);
