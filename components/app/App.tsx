import '../ui/base.css';
import { useEffect, useState } from 'preact/hooks';
import type { PastRun } from '../../lib/features/history/messages.ts';
import { Differences } from '../differences/Differences.tsx';
import { Duplicates } from '../duplicates/Duplicates.tsx';
import { History } from '../history/History.tsx';
import { PastRunView } from '../history/PastRunView.tsx';
import { Missing } from '../missing/Missing.tsx';
import { Overview } from '../overview/Overview.tsx';
import { Result } from '../runs/Result.tsx';
import { askedIn } from '../shared/deep-link.ts';
import { type Host, openPage } from '../shared/host.ts';
import { followOverview, overview } from '../shared/overview.ts';
import { t } from '../shared/text.ts';
import { ReadTable } from '../sheets/ReadTable.tsx';
import { Wizard } from '../sync/Wizard.tsx';

type View =
  /** @property justRead so many customers were read in from a table */
  | { name: 'overview'; returned: boolean; justRead?: number }
  | { name: 'table' }
  | { name: 'wizard'; connectionId: string }
  | { name: 'result'; connectionId: string; runId: string }
  | { name: 'differences' }
  | { name: 'duplicates' }
  | { name: 'gone' }
  /** @property query what is searched for */
  | { name: 'history'; connectionId: string; query: string }
  /** @property asksUndo whether it is to be taken back is asked at once */
  | {
      name: 'past';
      connectionId: string;
      runId: string;
      query: string;
      undone?: PastRun['undone'];
      asksUndo?: boolean;
    };

/** The part of an address that leads to reading a customer table in. */
const TABLE = 'kundetabel';
/** The same, to the flow that has been begun. */
const FLOW = 'trin';

export interface AppProps {
  host: Host;
  /** The company last used when none is named. */
  connectionId?: string;
  /** The page is one where customers are brought into Effihub. */
  intro?: 'import';
  /** A flow or a result is shown now. */
  onFlow?: () => void;
}

/** In every host alike: it opens on the overview, and a flow begun in one can be continued in another. */
export function App({ host, connectionId: named, intro, onFlow }: AppProps) {
  const [asked] = useState(() => askedIn(location.hash));
  const connectionId = named ?? asked?.connectionId;
  /** The company whose links the address asks to be taken away, until that has been asked. */
  const [resetOf, setResetOf] = useState(asked?.what === 'reset' ? asked.connectionId : undefined);
  const [view, setView] = useState<View>(() => {
    if (location.hash === `#${TABLE}`) return { name: 'table' };
    if (asked?.what === 'undo') {
      const { runId } = asked;
      return { name: 'past', connectionId: asked.connectionId, runId, query: '', asksUndo: true };
    }
    return { name: 'overview', returned: false };
  });
  const first = overview.value?.connection?.id;
  useEffect(() => {
    // The welcome tab has begun a flow.
    if (first === undefined || location.hash !== `#${FLOW}`) return;
    history.replaceState(null, '', location.pathname);
    setView({ name: 'wizard', connectionId: first });
  }, [first]);
  useEffect(() => {
    // Asked once: not again when the page is loaded anew.
    if (asked) history.replaceState(null, '', location.pathname);
  }, [asked]);
  const show = (next: View) => {
    setView(next);
    onFlow?.();
  };
  const goHome = () => setView({ name: 'overview', returned: true });
  const readTable = () => {
    // A popup closes as soon as a file is chosen.
    if (host === 'popup') void openPage('/sync.html', TABLE);
    else show({ name: 'table' });
  };
  useEffect(() => followOverview(connectionId), [connectionId]);
  const words = t.value;
  useEffect(() => {
    document.title = `${words.overview.title} - ${words.common.appName}`;
  }, [words]);

  if (view.name === 'wizard') return <Wizard connectionId={view.connectionId} onLeave={goHome} />;
  if (view.name === 'result')
    return <Result connectionId={view.connectionId} runId={view.runId} onDone={goHome} />;
  if (view.name === 'history')
    return (
      <History
        connectionId={view.connectionId}
        query={view.query}
        onShow={({ run, undone }, query) => setView({ ...view, name: 'past', runId: run.id, query, undone })}
        onLeave={goHome}
      />
    );
  if (view.name === 'past')
    return (
      <PastRunView
        // Another run is another view: its heading takes the focus.
        key={view.runId}
        runId={view.runId}
        query={view.query}
        undone={view.undone}
        asksUndo={view.asksUndo}
        onShow={(runId) => setView({ ...view, runId, query: '', undone: undefined, asksUndo: undefined })}
        onLeave={(query) => setView({ name: 'history', connectionId: view.connectionId, query })}
      />
    );
  const { connection, sheet } = overview.value ?? {};
  if (view.name === 'table' && connection && sheet)
    return (
      <ReadTable
        connection={connection}
        sheet={sheet}
        onDone={(justRead) => setView({ name: 'overview', returned: true, justRead })}
      />
    );
  if (view.name === 'differences' && connection)
    return <Differences connection={connection} onLeave={goHome} />;
  if (view.name === 'gone' && connection)
    return (
      <Missing
        connection={connection}
        onLeave={goHome}
        onRematch={() => show({ name: 'wizard', connectionId: connection.id })}
      />
    );
  if (view.name === 'duplicates' && connection && !connection.paused)
    return <Duplicates connection={connection} onLeave={goHome} />;
  const returned = view.name === 'overview' && view.returned;
  return (
    <Overview
      host={host}
      justRead={view.name === 'overview' ? view.justRead : undefined}
      onReadTable={readTable}
      intro={intro}
      returned={returned}
      resetOf={resetOf}
      onResetAsked={() => setResetOf(undefined)}
      onOpen={(name) => show({ name })}
      onContinue={(id) => show({ name: 'wizard', connectionId: id })}
      onHistory={(id) => show({ name: 'history', connectionId: id, query: '' })}
      onShowResult={(id, runId) => show({ name: 'result', connectionId: id, runId })}
    />
  );
}
