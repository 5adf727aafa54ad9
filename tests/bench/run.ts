/**
 * Everything that is measured, as text and as .output/bench.json.
 * Run: node tests/bench/run.ts [--match: without the flow] [--large: with 100,000 customers]
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { askedOfQuality, askedOfSpeed } from './asked.ts';
import { benchCheck } from './check.ts';
import { benchDifferences } from './differences.ts';
import { benchFlow } from './flow.ts';
import { benchMatch } from './match.ts';
import { printed } from './measure.ts';
import { benchPanel } from './panel.ts';
import { benchRates } from './rates.ts';
import { benchResponsive } from './responsive.ts';
import { sisterTable } from './sister-table.ts';
import { matchTable } from './table.ts';

const file = fileURLToPath(new URL('../../.output/bench.json', import.meta.url));

console.log('Matching ...');
const match = await benchMatch(process.argv.includes('--large'));
console.log(`\n${matchTable(match)}\n\n${sisterTable(match.sisters)}\n`);

let flow: Awaited<ReturnType<typeof benchFlow>> | undefined;
if (!process.argv.includes('--match')) {
  console.log('The flow, 5,000 + 5,000 customers, and 20,000 + 20,000, in a browser ...');
  flow = await benchFlow();
  flow.push(...(await benchResponsive()), ...(await benchPanel()), ...(await benchCheck()));
  flow.push(...(await benchDifferences()), ...(await benchRates()));
  console.table(printed(flow));
}

const machine = {
  cpu: cpus()[0]?.model,
  cores: cpus().length,
  node: process.version,
  system: process.platform,
};
const ours = match.quality.filter((row) => row.matcher === 'Kundebro');
const askedBySet = ours.map((row) => [row.set, askedOfQuality(row)] as const);
const asked = {
  quality: Object.fromEntries(askedBySet.filter(([, each]) => Object.keys(each).length > 0)),
  speed: askedOfSpeed(match.speed),
};
await mkdir(dirname(file), { recursive: true });
const figures = { at: new Date().toISOString(), machine, flow, match: { ...match, asked } };
await writeFile(file, `${JSON.stringify(figures, null, 2)}\n`);
console.log('Written to .output/bench.json');
