import { useEffect } from 'preact/hooks';
import type { Company } from '../../lib/domain/company.ts';
import { problemOf } from '../../lib/domain/problem.ts';
import { LinkReset } from '../links/index.ts';
import { Bridge, Numbers, Warnings } from '../overview/index.ts';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import {
  followOverview,
  isConnectionChecked,
  loadOverview,
  overview,
  overviewFailure,
} from '../shared/overview.ts';
import { t } from '../shared/text.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { PanelBar } from './PanelBar.tsx';

/** On Effihub's page of integrations: the state of the connection, and the reset of all links. */
export function Integration({ company }: { company: Company }) {
  const words = t.value;
  useEffect(() => followOverview(company.id, true), [company.id]);
  const current = overview.value;
  const connection = current?.connection;
  const failure = overviewFailure.value;
  return (
    <Page top={<PanelBar />}>
      <PageHeader title={words.panel.connection} />
      {failure && (
        <ErrorNotice
          problem={problemOf(failure.error)}
          unchanged={words.common.nothingChanged}
          action={
            <Button variant="quiet" compact icon="sync" onClick={loadOverview}>
              {words.common.tryAgain}
            </Button>
          }
        />
      )}
      {!failure && !connection && <Skeleton label={words.common.loading} rows={4} />}
      {current && connection && (
        <>
          <Warnings overview={current} connection={connection} />
          <Bridge connection={connection} counts={current.counts}>
            {!current.problem && <Working integration={current.integration} />}
          </Bridge>
          <LinkReset overview={current} connection={connection}>
            {(resetButton) => <Numbers counts={current.counts} linkedAction={resetButton} />}
          </LinkReset>
        </>
      )}
    </Page>
  );
}

function Working({ integration }: { integration?: 'on' | 'off' | 'other-company' }) {
  const words = t.value.panel;
  return (
    <div class="working">
      {isConnectionChecked.value ? (
        <p class="working-yes">
          <Icon name="check-circle" />
          {words.connectionOk}
        </p>
      ) : (
        <p class="muted">{words.connectionUnknown} …</p>
      )}
      {integration === 'on' && <p class="muted">{words.integrationOn}</p>}
      {integration === undefined && <p class="muted">{words.integrationUnknown}</p>}
    </div>
  );
}
