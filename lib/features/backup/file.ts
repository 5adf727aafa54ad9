/** A backup as the text of a file, and back. Pure. */
import * as v from 'valibot';
import type { Backup } from './contents.ts';
import { withoutDuplicates } from './doubles.ts';
import { backupProblem, MAX_TEXT_LENGTH } from './fault.ts';
import { FORMAT, type Parsed, UPGRADES } from './formats.ts';
import { backupSchema } from './schema.ts';

export interface BackupText {
  text: string;
  /** Runs that are not in it, the oldest ones: with them the file would be too long to be read again. */
  left: number;
}

/** @param most in characters */
export function writeBackup(backup: Backup, most = MAX_TEXT_LENGTH): BackupText {
  let { companies } = backup;
  for (let left = 0; ; ) {
    const text = JSON.stringify({ kundebro: 'backup', format: FORMAT, ...backup, companies });
    const starts = companies
      .flatMap(({ runs }) => runs.map(({ startedAt }) => startedAt))
      .toSorted((a, b) => a - b);
    if (text.length <= most || starts.length === 0) return { text, left };
    const from = starts[Math.floor(starts.length / 2)] ?? 0;
    companies = companies.map((company) => ({
      ...company,
      runs: company.runs.filter(({ startedAt }) => startedAt > from),
    }));
    left += starts.filter((startedAt) => startedAt <= from).length;
  }
}

/** @throws ProblemError `backup`, with the fault as its quote */
export function readBackup(text: string): Backup {
  if (text.length > MAX_TEXT_LENGTH) throw backupProblem('too-big');
  const file = parse(text.replace(/^\uFEFF/, ''));
  const { format } = file;
  if (typeof format !== 'number' || !Number.isInteger(format) || format < 1) throw backupProblem('damaged');
  if (format > FORMAT) throw backupProblem('newer');
  let upgraded = file;
  for (let next = format + 1; next <= FORMAT; next += 1) upgraded = UPGRADES[next]?.(upgraded) ?? upgraded;
  const checked = v.safeParse(backupSchema, upgraded);
  if (!checked.success) throw backupProblem('damaged');
  return withoutDuplicates(checked.output);
}

function parse(text: string): Parsed {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw backupProblem(/^\s*\{\s*"kundebro"\s*:\s*"backup"/.test(text) ? 'damaged' : 'foreign');
  }
  const isOurs =
    typeof parsed === 'object' && parsed !== null && 'kundebro' in parsed && parsed.kundebro === 'backup';
  if (!isOurs) throw backupProblem('foreign');
  return parsed as Parsed;
}
