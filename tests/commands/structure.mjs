// npm run structure: the size of each room, how files hang together, and whether an import goes against the arrows.
// npm run structure -- FOLDER: the same for another checkout. npm run structure -- --draw FILE: draws the rooms and their
// imports as Mermaid (.mmd, .md), for Graphviz (.dot), or with Graphviz (.svg).
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { cruise, format } from 'dependency-cruiser';
import readConfig from 'dependency-cruiser/config-utl/extract-depcruise-options';
import { root } from './prepare.mjs';

const SMALL = 30;
const FLOORS = ['entrypoints', 'components', 'lib'];
const ROOM = '^(entrypoints|lib/(features|systems)/[^/]+(?=/)|(lib|components)/[^/]+(?=/)|lib|components)';

const { values, positionals } = parseArgs({ options: { draw: { type: 'string' } }, allowPositionals: true });
const folder = resolve(positionals[0] ?? root);
const floors = FLOORS.filter((name) => existsSync(join(folder, name)));
const config = await readConfig(join(root, '.dependency-cruiser.mjs'));
const { output: result } = await cruise(floors, { ...config, baseDir: folder });

const files = result.modules
  .filter(({ source }) => /^(entrypoints|components|lib)\/.*\.tsx?$/.test(source))
  .map(({ source, dependencies }) => ({
    source,
    imports: new Set(dependencies.map(({ resolved }) => resolved)),
    lines: readFileSync(join(folder, source), 'utf8').trimEnd().split('\n').length,
  }));

printRooms();
printShape();
printViolations();
if (values.draw) await draw(values.draw);

function printRooms() {
  const rooms = Map.groupBy(files, ({ source }) => new RegExp(ROOM).exec(source)[0]);
  const all = [...rooms].sort(([a], [b]) => a.localeCompare(b));
  console.log('| room | files | median lines | most lines | in |\n| --- | --: | --: | --: | --- |');
  for (const [room, those] of [...all, ['all', files]]) {
    const largest = those.reduce((one, other) => (other.lines > one.lines ? other : one));
    console.log(
      `| ${room} | ${those.length} | ${median(those)} | ${largest.lines} | ${largest.source.replace(`${room}/`, '')} |`,
    );
  }
}

function median(those) {
  const lines = those.map((file) => file.lines).sort((a, b) => a - b);
  return lines[Math.floor(lines.length / 2)];
}

function printShape() {
  const importers = ({ source }) => files.filter(({ imports }) => imports.has(source)).length;
  const lonely = files.filter((file) => importers(file) === 1);
  const small = files.filter(({ lines }) => lines <= SMALL);
  const both = lonely.filter(({ lines }) => lines <= SMALL);
  console.log(`\nimported by exactly one file: ${lonely.length} of ${files.length}`);
  console.log(
    `${SMALL} lines or fewer: ${small.length}; of these imported by exactly one file: ${both.length}`,
  );
}

function printViolations() {
  const { violations } = result.summary;
  const circles = violations.filter(({ rule }) => rule.name === 'no-circle');
  const others = violations.filter(({ rule }) => rule.name !== 'no-circle');
  console.log(`circles: ${circles.length}, arrows up: ${others.length}`);
  for (const { cycle } of circles) console.log(`  circle: ${cycle.map(({ name }) => name).join(' -> ')}`);
  // `npm run check` names the files.
  for (const [rule, those] of Map.groupBy(others, ({ rule }) => rule.name))
    console.log(`  ${rule}: ${those.length}`);
}

async function draw(file) {
  const extension = extname(file);
  const collapse = { collapse: ROOM, includeOnly: '^(entrypoints|components|lib)/' };
  const outputType = extension === '.svg' || extension === '.dot' ? 'dot' : 'mermaid';
  const { output } = await format(result, { ...collapse, outputType });
  let drawing = output;
  if (extension === '.md') drawing = `\`\`\`mermaid\n${output}\`\`\`\n`;
  if (extension === '.svg') {
    const { status, stdout } = spawnSync('dot', ['-Tsvg'], { input: output, encoding: 'utf8' });
    if (status !== 0) {
      console.error('\nA drawing as .svg needs Graphviz (dot); .mmd, .md and .dot do not.');
      process.exit(1);
    }
    drawing = stdout;
  }
  writeFileSync(file, drawing);
  console.log(`\ndrawn: ${resolve(file)}`);
}
