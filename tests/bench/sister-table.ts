/** What became of the sisters, as text. */
import type { Example, KindRow, SisterBench, Tally } from './sisters.ts';
import { aligned } from './table.ts';

/** By kind, and what went wrong in each. */
export function sisterTable({ sisters, elsewhere, same, letters }: SisterBench): string {
  return [
    'Sisters: pairs of names that nobody could know to be one customer, by what tells them apart. None may be certain.',
    'Sharing: with an e-mail domain, a telephone number or a place in common.',
    '',
    byKind(sisters),
    '',
    'One letter apart, as by a typing error: nobody can tell, so nothing is promised.',
    '',
    byKind(letters),
    '',
    'The same name written otherwise. All should be certain.',
    '',
    aligned([
      ['', 'pairs', 'not certain', '% certain'],
      ...same.map(({ kind, byName }) => [kind, ...counts(byName), percent(byName)]),
      ['all', ...counts(sumOf(same, 'byName')), percent(sumOf(same, 'byName'))],
    ]),
    ...examplesOf('Certain, and should not be', sisters),
    '',
    `Certain of a name out of another pair, which may be right: ${elsewhere.certain}.`,
    ...elsewhere.examples.map((example) => `  ${lineOf(example)}  ${example.kind}`),
    ...examplesOf('Not certain, and should be', same),
  ].join('\n');
}

const byKind = (rows: readonly KindRow[]): string =>
  aligned([
    ['', 'pairs', 'certain', 'sharing: pairs', 'certain'],
    ...rows.map(({ kind, byName, sharing }) => [kind, ...counts(byName), ...counts(sharing)]),
    ['all', ...counts(sumOf(rows, 'byName')), ...counts(sumOf(rows, 'sharing'))],
  ]);

const counts = ({ pairs, wrong }: Pick<Tally, 'pairs' | 'wrong'>): string[] => [String(pairs), String(wrong)];

const percent = ({ pairs, wrong }: Pick<Tally, 'pairs' | 'wrong'>): string =>
  (100 - (100 * wrong) / Math.max(1, pairs)).toFixed(2);

const sumOf = (rows: readonly KindRow[], of: 'byName' | 'sharing') => ({
  pairs: rows.reduce((sum, row) => sum + row[of].pairs, 0),
  wrong: rows.reduce((sum, row) => sum + row[of].wrong, 0),
});

function examplesOf(heading: string, rows: readonly KindRow[]): string[] {
  const lines = rows.flatMap(({ kind, byName, sharing }) => {
    const examples = [...byName.examples, ...sharing.examples];
    return examples.length > 0 ? [kind, ...examples.map((example) => `  ${lineOf(example)}`)] : [];
  });
  return lines.length > 0 ? ['', `${heading}:`, ...lines] : [];
}

/** Signs that cannot be seen are written as their numbers. */
const visible = (name: string): string =>
  JSON.stringify(name).replace(
    /[\p{Cf}\p{M}\u00a0\u2000-\u200f\u202f\u3000]/gu,
    (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`,
  );

const lineOf = ({ one, other, verdict, found, shared }: Example): string =>
  [
    `${visible(one)}  ${visible(other)}`,
    verdict === 'certain' ? '' : verdict,
    found === undefined ? '' : `found: ${visible(found)}`,
    shared ? `sharing ${shared}` : '',
  ]
    .filter(Boolean)
    .join('  ');
