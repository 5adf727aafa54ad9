import './backup.css';
import { useRef, useState } from 'preact/hooks';
import { problemOf } from '../../lib/domain/problem.ts';
import type { Run } from '../../lib/domain/run.ts';
import { backupProblem, MAX_TEXT_LENGTH } from '../../lib/features/backup/index.ts';
import { send } from '../shared/background.ts';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { setCheck, setLanguage, setTheme } from '../shared/preferences.ts';
import { t } from '../shared/text.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { downloadBackup, preferences } from './download-backup.ts';
import { RestoreDialog } from './RestoreDialog.tsx';

type Outcome =
  | { kind: 'made'; left: number }
  | { kind: 'restored'; links: number }
  | { kind: 'failed'; error: unknown };

/** Saves everything but the keys to a file, and restores it. */
export function BackupSection() {
  const words = t.value;
  const [outcome, setOutcome] = useState<Outcome>();
  const [busy, setBusy] = useState(false);
  const [text, setText] = useState<string>();
  const picker = useRef<HTMLInputElement>(null);

  const attempt = async (work: () => Promise<Outcome | undefined>) => {
    setOutcome(undefined);
    setBusy(true);
    try {
      setOutcome(await work());
    } catch (error) {
      setOutcome({ kind: 'failed', error });
    }
    setBusy(false);
  };

  const make = () =>
    attempt(async () => {
      return { kind: 'made', left: await downloadBackup() };
    });

  const pick = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (!file) return;
    await attempt(async () => {
      if (file.size > MAX_TEXT_LENGTH) throw backupProblem('too-big');
      setText(await file.text());
      return undefined;
    });
    // So that the same file can be chosen again.
    input.value = '';
  };

  const restored = async ({ runs, preferences }: Awaited<ReturnType<typeof restore>>) => {
    setText(undefined);
    setOutcome({ kind: 'restored', links: linksIn(runs) });
    if (!preferences) return;
    await setLanguage(preferences.language);
    await setTheme(preferences.theme);
    await setCheck(preferences.check);
  };
  const restore = (mode: 'merge' | 'replace') => send('restore', { text: text ?? '', mode });

  return (
    <section class="box" id="backup" aria-labelledby="backup-heading">
      <div>
        <h2 id="backup-heading">{words.backup.title}</h2>
        <p class="muted">{words.backup.hint}</p>
      </div>
      <div class="backup-buttons">
        <Button icon="download" busy={busy} onClick={make}>
          {words.backup.make}
        </Button>
        <Button icon="undo" busy={busy} onClick={() => picker.current?.click()}>
          {words.backup.restore}
        </Button>
        <input
          ref={picker}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label={words.backup.choose}
          onChange={(event) => pick(event.currentTarget)}
        />
      </div>
      <div class="outcome" role="status">
        {outcome?.kind === 'made' && (
          <>
            <Good>{words.backup.made}</Good>
            {outcome.left > 0 && <p class="muted">{words.backup.left(outcome.left)}</p>}
          </>
        )}
        {outcome?.kind === 'restored' && (
          <>
            <Good>{words.backup.restored}</Good>
            {outcome.links > 0 && <p class="muted">{words.backup.linking(outcome.links)}</p>}
          </>
        )}
      </div>
      {outcome?.kind === 'failed' && (
        <ErrorNotice problem={problemOf(outcome.error)} unchanged={words.common.nothingChanged} />
      )}
      {text !== undefined && (
        <RestoreDialog
          text={text}
          preferences={preferences()}
          restore={restore}
          onRestored={restored}
          onFailed={(error) => {
            setText(undefined);
            setOutcome({ kind: 'failed', error });
          }}
          onClose={() => setText(undefined)}
        />
      )}
    </section>
  );
}

const Good = ({ children }: { children: string }) => (
  <p class="outcome-good">
    <Icon name="check-circle" />
    <span>{children}</span>
  </p>
);

const linksIn = (runs: readonly Run[]): number => runs.reduce((sum, { total }) => sum + total, 0);
