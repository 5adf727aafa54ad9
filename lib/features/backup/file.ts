/** A backup as the text of a file, and back. Pure. */
import * as v from 'valibot';
import { dismissalKey, keptKey } from './compare-rows.ts';
import { type Backup, backupProblem, MAX_TEXT_LENGTH, type SavedCompany } from './contents.ts';
import { backupSchema } from './schema.ts';

/** Version of the file format; raised with every change of it. */
export const FORMAT = 3;

type Parsed = Record<string, unknown>;

/**
 * Upgrades a file from the format before; what it contains is validated afterwards. Nothing is removed from this list, so
 * that files of every format still load.
 */
const UPGRADES: Record<number, (file: Parsed) => Parsed> = { 2: withSource, 3: withDecisions };

export interface BackupText {
  text: string;
  /** Number of runs left out, the oldest ones: with them the file would be too long to read back. */
  left: number;
}

/** @param most maximum length in characters */
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

/** Format 1 knew only accounts with an API. */
function withSource(file: Parsed): Parsed {
  return inCompanies(file, { source: 'api', imports: [], columns: [] });
}

/** Formats before 3 had no automatic check, dismissals or kept differences. */
function withDecisions(file: Parsed): Parsed {
  const { preferences } = file;
  const checked =
    typeof preferences === 'object' && preferences !== null ? { ...preferences, check: 'off' } : preferences;
  return { ...inCompanies(file, { dismissals: [], kept: [] }), preferences: checked };
}

/** Adds fields to each company. */
function inCompanies(file: Parsed, added: object): Parsed {
  if (!Array.isArray(file.companies)) return file;
  const companies = file.companies.map((company: unknown) =>
    typeof company === 'object' && company !== null ? { ...company, ...added } : company,
  );
  return { ...file, companies };
}

/** Drops repeated entries, in case somebody has edited the file; the first one counts. */
function withoutDuplicates(backup: Backup): Backup {
  const runs = new Set<string>();
  const companies = firstOf(backup.companies, ({ id }) => id).map((company): SavedCompany => {
    const links = firstOf(company.links, ({ customerId }) => customerId);
    return {
      ...company,
      links: firstOf(links, ({ contactGuid }) => contactGuid),
      ignored: firstOf(company.ignored, ({ contactGuid }) => contactGuid),
      contactNumbers: firstOf(
        firstOf(company.contactNumbers, ({ number }) => number),
        ({ contactGuid }) => contactGuid,
      ),
      imports: firstOf(company.imports, ({ id }) => id),
      columns: firstOf(company.columns, ([heading]) => heading),
      dismissals: firstOf(company.dismissals, dismissalKey),
      kept: firstOf(company.kept, keptKey),
      // Run ids are unique in the whole database.
      runs: firstOf(company.runs, ({ id }) => id, runs).map((run) => ({
        ...run,
        operations: firstOf(run.operations, ({ seq }) => String(seq)),
      })),
    };
  });
  return { ...backup, companies };
}

function firstOf<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  seen = new Set<string>(),
): Item[] {
  return items.filter((item) => {
    const key = keyOf(item);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
