import './sheet.css';
import { useEffect, useState } from 'preact/hooks';
import type { Company } from '../../lib/domain/company.ts';
import { importUrl } from '../../lib/domain/effihub-page.ts';
import { problemOf } from '../../lib/domain/problem.ts';
import { asClipboard, asCsv, pasteTables } from '../../lib/features/sheets/index.ts';
import type { AwaitedImport, SheetInfo } from '../../lib/features/sheets/messages.ts';
import { send } from '../shared/background.ts';
import { download } from '../shared/download.ts';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { formats, t } from '../shared/text.ts';
import { latestOnly } from '../shared/view-state.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { ExternalLink } from '../ui/ExternalLink.tsx';

type Kind = 'companies' | 'persons';

export interface PasteBoxProps {
  connection: Company;
  sheet: SheetInfo;
}

/** Imports that the user must paste into Effihub: tables to copy, and checkboxes to tell that it was done. */
export function PasteBox({ connection, sheet }: PasteBoxProps) {
  const words = t.value.sheet;
  const { number } = formats.value;
  const { id: connectionId, subdomain } = connection;
  const { companies, persons } = sheet.toPaste;
  const waiting = companies + persons;
  const [imports, setImports] = useState<AwaitedImport[]>([]);
  const [said, setSaid] = useState('');
  const [failure, setFailure] = useState<{ error: unknown }>();
  /** Ticked by the user, not yet counted as pasted. */
  const [ticked, setTicked] = useState<Kind>();
  const [startRequest] = useState(latestOnly);
  useEffect(() => {
    const isLatest = startRequest();
    send('awaitedImports', { connectionId }).then(
      (found) => {
        if (!isLatest()) return;
        setImports(found);
        setTicked(undefined);
      },
      (error: unknown) => setFailure({ error }),
    );
  }, [connectionId, waiting, sheet.pasted]);
  if (waiting + sheet.pasted === 0) return null;

  const waitingOf = (kind: Kind) =>
    imports.filter(({ isPerson, pasted }) => !pasted && isPerson === (kind === 'persons'));
  // Counts arrive before the imports themselves: do not let the user copy fewer.
  const isOld = (kind: Kind, count: number) => waitingOf(kind).length !== count;
  const pastedIds = imports.filter(({ pasted }) => pasted).map(({ id }) => id);
  const mark = (ids: string[], pasted: boolean) => {
    setFailure(undefined);
    setSaid('');
    send('markPasted', { connectionId, ids, pasted }).catch((error: unknown) => {
      setFailure({ error });
      setTicked(undefined);
    });
  };
  const copy = (kind: Kind) => {
    const chosen = waitingOf(kind);
    navigator.clipboard.writeText(asClipboard(pasteTables(chosen)[kind])).then(
      () => setSaid(words.copied(number(chosen.length), chosen.length === 1)),
      () => setSaid(words.notCopied),
    );
  };
  const save = async (kind: Kind) => {
    const csv = await asCsv(pasteTables(waitingOf(kind))[kind]);
    download(csv, { type: 'text/csv', name: words.fileName[kind] });
  };
  const tables: { kind: Kind; count: number; copy: string; file: string; tick: string; title: string }[] = [
    {
      kind: 'companies',
      count: companies,
      title: words.companies(number(companies)),
      copy: words.copyCompanies,
      file: words.fileCompanies,
      tick: words.pastedCompanies,
    },
    {
      kind: 'persons',
      count: persons,
      title: words.persons(number(persons)),
      copy: words.copyPersons,
      file: words.filePersons,
      tick: words.pastedPersons,
    },
  ];
  return (
    <section class="box" aria-labelledby="to-paste">
      {waiting > 0 && (
        <>
          <h2 id="to-paste">{words.toPaste(number(waiting), waiting === 1)}</h2>
          <p class="muted">
            {words.toPasteHow} <ExternalLink href={importUrl(subdomain)}>{words.openImport}</ExternalLink>
          </p>
          {tables
            .filter(({ count }) => count > 0)
            .map(({ kind, title, count, ...labels }) => (
              <div key={kind} class="sheet-paste-row">
                <strong>{title}</strong>
                <Button icon="copy" busy={isOld(kind, count)} onClick={() => copy(kind)}>
                  {labels.copy}
                </Button>
                <Button icon="download" variant="quiet" busy={isOld(kind, count)} onClick={() => save(kind)}>
                  {labels.file}
                </Button>
                <Checkbox
                  label={labels.tick}
                  checked={ticked === kind}
                  busy={isOld(kind, count) || ticked !== undefined}
                  onChange={() => {
                    setTicked(kind);
                    mark(
                      waitingOf(kind).map(({ id }) => id),
                      true,
                    );
                  }}
                />
              </div>
            ))}
        </>
      )}
      <p role="status" class={said ? 'muted small' : 'hidden-visually'}>
        {said}
      </p>
      {failure && (
        <ErrorNotice problem={problemOf(failure.error)} unchanged={t.value.common.nothingChanged} />
      )}
      {sheet.pasted > 0 && (
        <div class="sheet-paste-row">
          <p id={waiting > 0 ? undefined : 'to-paste'}>
            {words.pasted(number(sheet.pasted), sheet.pasted === 1)}
          </p>
          <Button
            compact
            variant="quiet"
            icon="undo"
            busy={pastedIds.length !== sheet.pasted}
            onClick={() => mark(pastedIds, false)}
          >
            {words.notPasted(sheet.pasted === 1)}
          </Button>
        </div>
      )}
    </section>
  );
}
