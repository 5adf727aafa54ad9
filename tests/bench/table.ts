/** The measurements of the matcher as text. */
import { type Asked, askedOfQuality, askedOfSpeed } from './asked.ts';
import type { Taken } from './clock.ts';
import type { Metrics } from './judge.ts';
import type { MatchBench } from './match.ts';
import type { QualityRow } from './quality.ts';
import type { SpeedBench } from './speed.ts';

const columns: [head: string, key: keyof Metrics][] = [
  ['precision', 'precision'],
  ['recall', 'recall'],
  ['F1', 'f1'],
  ['certain: precision', 'certainPrecision'],
  ['wrong', 'certainErrors'],
  ['coverage', 'certainCoverage'],
  ['duplicates', 'certainOnDuplicate'],
  ['recall@1', 'recall1'],
  ['@3', 'recall3'],
  ['@5', 'recall5'],
];

/** One text of quality and time, with what is asked of both. */
export function matchTable({ names, quality, speed }: MatchBench): string {
  return [
    `Matching, names from ${names}. Percent; ✓ ✗ tell whether what is asked is reached.`,
    'A rival suggests its first candidate from the score on that gives its best F1 in the set (≥).',
    '~ is measured on a sample of the source customers. Wrong: certain, and not the partner; counted.',
    'Typed: all names of the source are mistyped in one kind of way; those that come out otherwise count.',
    '',
    aligned(qualityLines(quality)),
    '',
    'Milliseconds for so many customers each way (~ reckoned up from a sample), and the exponent of growth.',
    '',
    aligned([
      ['', ...speed.sizes.map((size) => size.toLocaleString('en')), '500 to 20,000', '2,000 to 20,000'],
      ...speedLines(speed, 'ms'),
      ['processor time'],
      ...speedLines(speed, 'processor'),
    ]),
    '',
    aligned(askedLines(speed)),
    ...(speed.memory ? ['', memoryLine(speed.memory)] : []),
  ].join('\n');
}

function qualityLines(rows: readonly QualityRow[]): string[][] {
  const lines = [['', ...columns.map(([head]) => head)]];
  let set = '';
  for (const row of rows) {
    if (row.set !== set) lines.push([row.set]);
    set = row.set;
    lines.push([`  ${labelOf(row)}`, ...columns.map(([, key]) => figureOf(row, key))]);
    const asked = row.matcher === 'Kundebro' ? askedOfQuality(row) : {};
    if (Object.keys(asked).length > 0)
      lines.push(['    asked', ...columns.map(([, key]) => (asked[key] ? mark(asked[key]) : ''))]);
  }
  return lines;
}

function labelOf({ matcher, threshold, sampled }: QualityRow): string {
  const from = threshold === undefined || matcher === 'equal names' ? '' : ` ≥ ${+threshold.toFixed(2)}`;
  return `${sampled ? '~ ' : ''}${matcher}${from}`;
}

function figureOf({ matcher, twice, figures }: QualityRow, key: keyof Metrics): string {
  if (key.startsWith('certain') && matcher !== 'Kundebro') return '–';
  if (key === 'certainOnDuplicate' && !twice) return '–';
  // Of no suggestion none is wrong, which says nothing.
  if (key === 'precision' && figures.recall === 0) return '–';
  return key === 'certainErrors' ? String(figures[key]) : figures[key].toFixed(2);
}

const mark = ({ asked, atMost, reached }: Asked): string =>
  `${atMost ? '≤ ' : ''}${asked} ${reached ? '✓' : '✗'}`;

const milliseconds = (value: number): string =>
  value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en');

const speedLines = ({ sizes, times, growth }: SpeedBench, by: keyof Taken): string[][] =>
  Object.entries(times).map(([matcher, each]) => [
    matcher,
    ...sizes.map((_, at) => `${each[at]?.sample ? '~ ' : ''}${milliseconds(each[at]?.[by] ?? Number.NaN)}`),
    (growth[matcher]?.[by].overall ?? Number.NaN).toFixed(2),
    (growth[matcher]?.[by].from2000 ?? Number.NaN).toFixed(2),
  ]);

function askedLines(speed: SpeedBench): string[][] {
  const byProcessor = askedOfSpeed(speed, 'processor');
  const lines = Object.entries(askedOfSpeed(speed)).map(([what, asked]) => [
    what,
    asked.figure.toFixed(2),
    byProcessor[what]?.figure.toFixed(2) ?? '',
    `${asked.atMost ? '≤' : '≥'} ${asked.asked} ${asked.reached ? '✓' : '✗'}`,
  ]);
  return [['', 'by the clock', 'by the processor', 'asked'], ...lines];
}

const memoryLine = ({ before, peakBefore, peak }: NonNullable<SpeedBench['memory']>): string =>
  `Memory, 100,000 each way: ${Math.round(before)} MB resident before matching (at most ${Math.round(peakBefore)} until then), ${Math.round(peak)} MB at most.`;

/** The first column to the left, the others to the right; what stands alone in its line is a heading. */
export function aligned(lines: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const line of lines.filter(({ length }) => length > 1))
    for (const [at, cell] of line.entries()) widths[at] = Math.max(widths[at] ?? 0, cell.length);
  const placed = (cell: string, at: number) =>
    at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart((widths[at] ?? 0) + 2);
  return lines.map((line) => line.map(placed).join('').trimEnd()).join('\n');
}
