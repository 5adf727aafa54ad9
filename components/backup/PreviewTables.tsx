import { pairLabel } from '../../lib/domain/company.ts';
import type {
  ChangeCounts,
  CompanyPreview,
  PartCounts,
  RestoreMode,
} from '../../lib/features/backup/index.ts';
import type { ModePreview } from '../../lib/features/backup/messages.ts';
import { formats, t } from '../shared/text.ts';
import { Notice } from '../ui/Notice.tsx';

interface Row {
  name: keyof PartCounts | 'preferences';
  difference: ChangeCounts;
}

/** The rows of a company's table. `rare` ones are shown only when they count something. */
const PARTS = {
  company: 'rare',
  links: 'always',
  ignored: 'always',
  contactNumbers: 'rare',
  imports: 'rare',
  columns: 'rare',
  dismissals: 'rare',
  kept: 'rare',
  runs: 'always',
} as const satisfies Record<keyof PartCounts, 'always' | 'rare'>;

const COLUMNS = {
  merge: ['added', 'changed', 'unchanged', 'kept'],
  replace: ['added', 'changed', 'unchanged', 'removed'],
} as const satisfies Record<RestoreMode, readonly (keyof ChangeCounts)[]>;

export interface PreviewTablesProps {
  mode: RestoreMode;
  preview: ModePreview;
  preferences: ChangeCounts;
}

/** A table per company of the file. Preferences belong to none: they join the only company's table, or have their own. */
export function PreviewTables({ mode, preview, preferences }: PreviewTablesProps) {
  const words = t.value.backup;
  const { companies } = preview;
  const settings: Row = { name: 'preferences', difference: preferences };
  const only = companies.length === 1 && companies[0]?.state !== 'skipped';
  const keeps = [...companies.flatMap(rowsOf), settings].map(({ difference }) => difference);
  return (
    <>
      {companies.map((company) => (
        <Company key={company.id} mode={mode} company={company} also={only ? [settings] : []} />
      ))}
      {!only && <Table title={words.all} mode={mode} rows={[settings]} />}
      {mode === 'merge' && keeps.some(({ kept }) => kept > 0) && (
        <p class="muted small">{words.keptMeaning}</p>
      )}
    </>
  );
}

function Company({ mode, company, also }: { mode: RestoreMode; company: CompanyPreview; also: Row[] }) {
  const words = t.value.backup;
  const { state, otherCompany = '' } = company;
  const title = pairLabel(company);
  if (state === 'skipped')
    return (
      <Notice still kind="warning" title={title}>
        <p>{words.skipped(otherCompany)}</p>
      </Notice>
    );
  return (
    <div class="backup-company">
      <Table title={title} mode={mode} rows={[...rowsOf(company), ...also]} />
      {notesOn(company, words).map((note) => (
        <p key={note} class="muted small">
          {note}
        </p>
      ))}
    </div>
  );
}

const rowsOf = (company: CompanyPreview): Row[] =>
  (Object.keys(PARTS) as (keyof PartCounts)[])
    .map((name) => ({ name, difference: company[name] }))
    .filter(({ name, difference }) => PARTS[name] === 'always' || isAny(difference));

const isAny = (difference: ChangeCounts): boolean => Object.values(difference).some((count) => count > 0);

/** Notes on what the numbers do not show. */
function notesOn(
  { state, linkWay, linksLeft, links }: CompanyPreview,
  words: typeof t.value.backup,
): string[] {
  const writes = linkWay === 'run' && links.added + links.changed + links.removed > 0;
  return [
    ...(state === 'unconnected' ? [words.unconnected] : []),
    ...(linkWay === 'effihub' && linksLeft > 0 ? [words.linksFromEffihub(linksLeft)] : []),
    ...(linkWay === 'paused' ? [words.paused] : []),
    ...((linkWay === 'run' || linkWay === 'stored') && linksLeft > 0 ? [words.gone(linksLeft)] : []),
    ...(writes ? [words.linksWritten] : []),
  ];
}

function Table({ title, mode, rows }: { title: string; mode: RestoreMode; rows: Row[] }) {
  const words = t.value.backup;
  // Replacing rarely keeps anything; when it does, that has a column, too.
  const extra: (keyof ChangeCounts)[] =
    mode === 'replace' && rows.some(({ difference }) => difference.kept > 0) ? ['kept'] : [];
  const columns = [...COLUMNS[mode], ...extra];
  return (
    <table class="backup-table">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span class="hidden-visually">{words.what}</span>
          </th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {words.columns[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, difference }) => (
          <tr key={name}>
            <th scope="row">{words.rows[name]}</th>
            {columns.map((column) => (
              <td key={column} class={difference[column] === 0 ? 'muted' : `backup-${column}`}>
                {formats.value.number(difference[column])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
