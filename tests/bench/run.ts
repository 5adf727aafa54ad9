/** Everything that is measured, in tables and as .output/bench.json. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchFlow } from './flow.ts';
import { benchMatch } from './match.ts';
import { printed } from './measure.ts';

const file = fileURLToPath(new URL('../../.output/bench.json', import.meta.url));

console.log('Matching ...');
const match = await benchMatch();
console.log('The flow, 5,000 + 5,000 customers, in a browser ...');
const flow = await benchFlow();

const speed = match.time.map(({ customers, kundebro, fuzzysort }) => [
  `match ${customers} × ${customers}`,
  { median: `${kundebro} ms`, limit: '', fuzzysort: `${fuzzysort} ms` },
]);
console.table({ ...printed(flow), ...Object.fromEntries(speed) });
if (Object.keys(match.quality).length > 0) console.table(match.quality);

await mkdir(dirname(file), { recursive: true });
await writeFile(file, `${JSON.stringify({ at: new Date().toISOString(), flow, match }, null, 2)}\n`);
console.log('Written to .output/bench.json');
