import './ui/base.css';
import { useEffect, useState } from 'preact/hooks';
import type { Host } from './host.ts';
import { Overview } from './overview/Overview.tsx';
import { followOverview } from './overview/state.ts';
import { Result } from './result/Result.tsx';
import { t } from './text.ts';
import { Wizard } from './wizard/Wizard.tsx';

type View =
  | { name: 'overview'; returned: boolean }
  | { name: 'wizard'; connectionId: string }
  | { name: 'result'; connectionId: string; runId: string };

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
export function App({ host, connectionId, intro, onFlow }: AppProps) {
  const [view, setView] = useState<View>({ name: 'overview', returned: false });
  const show = (next: View) => {
    setView(next);
    onFlow?.();
  };
  const goHome = () => setView({ name: 'overview', returned: true });
  useEffect(() => followOverview(connectionId), [connectionId]);
  const words = t.value;
  useEffect(() => {
    document.title = `${words.overview.title} - ${words.common.appName}`;
  }, [words]);

  if (view.name === 'wizard') return <Wizard connectionId={view.connectionId} onLeave={goHome} />;
  if (view.name === 'result')
    return <Result connectionId={view.connectionId} runId={view.runId} onDone={goHome} />;
  return (
    <Overview
      host={host}
      intro={intro}
      returned={view.returned}
      onContinue={(id) => show({ name: 'wizard', connectionId: id })}
      onShowResult={(id, runId) => show({ name: 'result', connectionId: id, runId })}
    />
  );
}
