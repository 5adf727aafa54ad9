import './overview.css';
import { useState } from 'preact/hooks';
import { type Company, companyLabel } from '../../lib/domain/company.ts';
import { problemOf } from '../../lib/domain/problem.ts';
import { send } from '../shared/background.ts';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { openPage } from '../shared/host.ts';
import { t } from '../shared/text.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';

/** Instead of the overview, as long as no company is connected. */
export function NotConnected() {
  const words = t.value.overview;
  return (
    <section class="welcome">
      <div class="welcome-picture" aria-hidden="true">
        <span class="welcome-system">Dinero</span>
        <span class="bridge-line" />
        <span class="bridge-knot">
          <Icon name="link" />
        </span>
        <span class="bridge-line" />
        <span class="welcome-system">Effihub</span>
      </div>
      <h2>{words.welcome}</h2>
      <p>{words.welcomeText}</p>
      <Button variant="primary" onClick={() => openPage('/options.html')}>
        {words.connect}
      </Button>
      <p class="muted small">{words.welcomeHint}</p>
    </section>
  );
}

/** Instead of the overview of a paused company, for which nothing is read or written. */
export function CompanyPaused({ connection }: { connection: Company }) {
  const words = t.value;
  const [failure, setFailure] = useState<{ error: unknown }>();
  const resume = () =>
    send('pauseCompany', { connectionId: connection.id, paused: false }).catch((error: unknown) =>
      setFailure({ error }),
    );
  return (
    <section class="welcome">
      <span class="welcome-mark">
        <Icon name="pause" />
      </span>
      <p class="muted">{companyLabel(connection)}</p>
      <h2>{words.overview.paused}</h2>
      <p>{words.overview.pausedHint}</p>
      {failure && <ErrorNotice problem={problemOf(failure.error)} unchanged={words.common.nothingChanged} />}
      <Button variant="primary" onClick={resume}>
        {words.overview.resumeCompany}
      </Button>
    </section>
  );
}
