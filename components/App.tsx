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

/** Popup and tab alike: it opens on the overview, and a flow begun in one can be continued in the other. */
export function App({ host }: { host: Host }) {
  const [view, setView] = useState<View>({ name: 'overview', returned: false });
  const goHome = () => setView({ name: 'overview', returned: true });
  useEffect(followOverview, []);
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
      returned={view.returned}
      onContinue={(connectionId) => setView({ name: 'wizard', connectionId })}
      onShowResult={(connectionId, runId) => setView({ name: 'result', connectionId, runId })}
    />
  );
}
