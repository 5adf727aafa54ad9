import type { Company } from '../../lib/domain/company.ts';
import { integrationsUrl } from '../../lib/domain/effihub-page.ts';
import type { Overview } from '../../lib/features/overview/messages.ts';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { HelpButton } from '../shared/HelpButton.tsx';
import { openPage } from '../shared/host.ts';
import { t } from '../shared/text.ts';
import { Button } from '../ui/Button.tsx';
import { ExternalLink } from '../ui/ExternalLink.tsx';
import { Notice } from '../ui/Notice.tsx';

/** Problems with the connection, and with the settings of Effihub's own integration. */
export function Warnings({ overview, connection }: { overview: Overview; connection: Company }) {
  const words = t.value;
  const { problem, integration } = overview;
  return (
    <>
      {problem && (
        <ErrorNotice
          problem={problem}
          unchanged={words.common.nothingChanged}
          action={
            <Button variant="quiet" compact icon="gear" onClick={() => openPage('/options.html')}>
              {words.common.openSettings}
            </Button>
          }
        />
      )}
      {(integration === 'off' || integration === 'other-company') && (
        <Notice
          kind="warning"
          title={integration === 'off' ? words.overview.integrationOff : words.overview.integrationOther}
          actions={
            <>
              <ExternalLink href={integrationsUrl(connection.subdomain)}>
                {words.overview.integrationLink}
              </ExternalLink>
              <HelpButton topic="invoices" label={words.overview.integrationHelp} />
            </>
          }
        >
          <p>{words.overview.integrationWhere}</p>
        </Notice>
      )}
    </>
  );
}
