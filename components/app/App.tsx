import '../ui/base.css';
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Differences } from '../differences/index.ts';
import { Duplicates } from '../duplicates/index.ts';
import { History, PastRunView } from '../history/index.ts';
import { Missing } from '../missing/index.ts';
import { Overview } from '../overview/Overview.tsx';
import { Result } from '../runs/index.ts';
import { askedIn, TABLE, WIZARD } from '../shared/deep-link.ts';
import { type Host, openPage } from '../shared/host.ts';
import { followOverview, overview } from '../shared/overview.ts';
import { t } from '../shared/text.ts';
import { ReadTable } from '../sheets/ReadTable.tsx';
import { Wizard } from '../sync/index.ts';
import { firstView, type View } from './view.ts';

export interface AppProps {
  host: Host;
  /** @default the company last used */
  connectionId?: string;
  /** The page is one where customers are imported into Effihub. */
  intro?: 'import';
  /** A view other than the overview is shown. */
  onFlow?: () => void;
}

/** The same in every host: it opens on the overview, and a wizard started in one host can be continued in another. */
export function App({ host, connectionId: named, intro, onFlow }: AppProps) {
  const [asked] = useState(() => askedIn(location.hash));
  const connectionId = named ?? asked?.connectionId;
  const [view, setView] = useState<View>(() => firstView(location.hash, asked));
  useEffect(() => {
    // Asks once: not again when the page is reloaded.
    if (asked) history.replaceState(null, '', location.pathname);
  }, [asked]);
  useEffect(() => followOverview(connectionId), [connectionId]);
  useWizardLink(setView);
  useTitle();
  /** The company whose links the address asks to reset, until the dialog is open. */
  const [resetOf, setResetOf] = useState(asked?.what === 'reset' ? asked.connectionId : undefined);

  const show = (next: View) => {
    setView(next);
    onFlow?.();
  };
  const readTable = () => {
    // A popup closes as soon as a file is chosen.
    if (host === 'popup') void openPage('/sync.html', TABLE);
    else show({ name: 'table' });
  };
  const other = otherView(view, { replace: setView, show });
  if (other) return other;
  return (
    <Overview
      host={host}
      justRead={view.name === 'overview' ? view.justRead : undefined}
      onReadTable={readTable}
      intro={intro}
      isReturn={view.name === 'overview' && view.isReturn}
      resetOf={resetOf}
      onResetAsked={() => setResetOf(undefined)}
      onOpen={(name) => show({ name })}
      onContinue={(id) => show({ name: 'wizard', connectionId: id })}
      onHistory={(id) => show({ name: 'history', connectionId: id, query: '' })}
      onShowResult={(id, runId) => show({ name: 'result', connectionId: id, runId })}
    />
  );
}

interface Navigation {
  /** Within a view, or back from it. */
  replace(next: View): void;
  /** Further on, from the overview. */
  show(next: View): void;
}

/** @returns undefined for the overview, and for a view whose company is not loaded or cannot be shown */
function otherView(view: View, { replace, show }: Navigation): VNode | undefined {
  const { connection, sheet } = overview.value ?? {};
  const goHome = () => replace({ name: 'overview', isReturn: true });
  switch (view.name) {
    case 'overview':
      return undefined;
    case 'wizard':
      return <Wizard connectionId={view.connectionId} onLeave={goHome} />;
    case 'result':
      return <Result connectionId={view.connectionId} runId={view.runId} onDone={goHome} />;
    case 'history':
      return (
        <History
          connectionId={view.connectionId}
          query={view.query}
          onShow={({ run, undone }, query) =>
            replace({ ...view, name: 'past', runId: run.id, query, undone })
          }
          onLeave={goHome}
        />
      );
    case 'past':
      return (
        <PastRunView
          // Another run is another view: its heading takes the focus.
          key={view.runId}
          runId={view.runId}
          query={view.query}
          undone={view.undone}
          asksUndo={view.asksUndo}
          onShow={(runId) => replace({ ...view, runId, query: '', undone: undefined, asksUndo: undefined })}
          onLeave={(query) => replace({ name: 'history', connectionId: view.connectionId, query })}
        />
      );
    case 'table':
      if (!connection || !sheet) return undefined;
      return (
        <ReadTable
          connection={connection}
          sheet={sheet}
          onDone={(justRead) => replace({ name: 'overview', isReturn: true, justRead })}
        />
      );
    case 'differences':
      return connection && <Differences connection={connection} onLeave={goHome} />;
    case 'gone':
      return (
        connection && (
          <Missing
            connection={connection}
            onLeave={goHome}
            onRematch={() => show({ name: 'wizard', connectionId: connection.id })}
          />
        )
      );
    case 'duplicates':
      if (!connection || connection.paused) return undefined;
      return <Duplicates connection={connection} onLeave={goHome} />;
  }
}

/** Opens the wizard that the welcome tab has started, once its company is known. */
function useWizardLink(replace: (next: View) => void): void {
  const first = overview.value?.connection?.id;
  useEffect(() => {
    if (first === undefined || location.hash !== `#${WIZARD}`) return;
    history.replaceState(null, '', location.pathname);
    replace({ name: 'wizard', connectionId: first });
  }, [first]);
}

function useTitle(): void {
  const words = t.value;
  useEffect(() => {
    document.title = `${words.overview.title} - ${words.common.appName}`;
  }, [words]);
}
