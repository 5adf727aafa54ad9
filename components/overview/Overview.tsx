import './overview.css';
import { useState } from 'preact/hooks';
import { problemOf } from '../../lib/domain/problem.ts';
import { LinkReset } from '../links/index.ts';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { HelpButton } from '../shared/HelpButton.tsx';
import type { Host } from '../shared/host.ts';
import { openPage } from '../shared/host.ts';
import { loadOverview, overview, overviewFailure } from '../shared/overview.ts';
import { t } from '../shared/text.ts';
import { PasteBox, SheetBox } from '../sheets/index.ts';
import { Button } from '../ui/Button.tsx';
import { Logo } from '../ui/Logo.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Bridge } from './Bridge.tsx';
import { Checked } from './Checked.tsx';
import { CompanyChoice, OtherCompanies } from './CompanyChoice.tsx';
import { LastRun } from './LastRun.tsx';
import { CompanyPaused, NotConnected } from './NoCompany.tsx';
import { Numbers, type OpenView } from './Numbers.tsx';
import { Start } from './Start.tsx';
import { Warnings } from './Warnings.tsx';

export interface OverviewProps {
  host: Host;
  /** The page is one where customers are imported into Effihub. */
  intro?: 'import';
  /** Another view led here: the heading takes the focus. */
  isReturn: boolean;
  /** Opens a view about what has changed since. */
  onOpen(view: OpenView): void;
  onContinue(connectionId: string): void;
  onShowResult(connectionId: string, runId: string): void;
  onHistory(connectionId: string): void;
  /** For an account without an API. */
  onReadTable(): void;
  /** The company whose dialog to reset all links is open at once. */
  resetOf?: string;
  onResetAsked?(): void;
  /** So many customers were just read from a table. */
  justRead?: number;
}

/** The start page. Everything on it comes from the database; the network is asked afterwards. */
export function Overview(props: OverviewProps) {
  const words = t.value;
  const [switches, setSwitches] = useState(0);
  const intro = overview.value?.sheet ? words.sheet : words.panel;
  return (
    <Page top={<TopBar {...props} />}>
      <PageHeader
        key={switches}
        title={words.overview.title}
        takeFocus={props.isReturn || switches > 0}
        // In the panel it is the page's company.
        actions={props.host !== 'panel' && <CompanyChoice />}
      >
        {props.intro && (
          <Notice kind="info" still title={intro.importPage}>
            <p>{intro.importPageHint}</p>
          </Notice>
        )}
      </PageHeader>
      {props.host !== 'panel' && <OtherCompanies onSwitch={() => setSwitches(switches + 1)} />}
      <Content {...props} />
    </Page>
  );
}

function TopBar({ host, onHistory }: OverviewProps) {
  const words = t.value;
  const connectionId = overview.value?.connection?.id;
  return (
    <div class="topbar">
      {host === 'panel' ? <span /> : <Logo />}
      <div class="topbar-actions">
        {connectionId && (
          <Button variant="quiet" compact icon="clock" onClick={() => onHistory(connectionId)}>
            {words.history.title}
          </Button>
        )}
        <Button variant="quiet" compact icon="gear" onClick={() => openPage('/options.html')}>
          {words.common.settings}
        </Button>
        <HelpButton />
        {host !== 'tab' && (
          <Button variant="quiet" compact icon="external" onClick={() => openPage('/sync.html')}>
            {words.overview.openInTab}
          </Button>
        )}
      </div>
    </div>
  );
}

function Content(props: OverviewProps) {
  const words = t.value;
  const failure = overviewFailure.value;
  const current = overview.value;
  if (failure) {
    const retry = (
      <Button variant="quiet" compact icon="sync" onClick={loadOverview}>
        {words.common.tryAgain}
      </Button>
    );
    return (
      <ErrorNotice
        problem={problemOf(failure.error)}
        unchanged={words.common.nothingChanged}
        action={retry}
      />
    );
  }
  if (!current) return <Skeleton label={words.common.loading} rows={4} />;
  const { connection, sheet } = current;
  if (!connection) return <NotConnected />;
  if (connection.paused) return <CompanyPaused connection={connection} />;
  // On Effihub's import page the table to paste comes first.
  const paste = sheet && <PasteBox connection={connection} sheet={sheet} />;
  return (
    <>
      {props.intro && paste}
      <Warnings overview={current} connection={connection} />
      <Bridge
        connection={connection}
        counts={current.counts}
        checked={<Checked key={connection.id} overview={current} connectionId={connection.id} />}
      >
        <LastRun overview={current} onShow={(runId) => props.onShowResult(connection.id, runId)} />
        <Start overview={current} connection={connection} {...props} />
      </Bridge>
      {!props.intro && paste}
      {sheet && <SheetBox sheet={sheet} justRead={props.justRead} onRead={props.onReadTable} />}
      <LinkReset
        overview={current}
        connection={connection}
        asksReset={props.resetOf === connection.id}
        onAsked={props.onResetAsked}
      >
        {(resetButton) => (
          <Numbers counts={current.counts} linkedAction={resetButton} onOpen={props.onOpen} />
        )}
      </LinkReset>
    </>
  );
}
