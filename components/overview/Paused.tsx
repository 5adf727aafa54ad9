import { useState } from 'preact/hooks';
import { type Company, companyLabel } from '../../lib/domain/company.ts';
import { problemOf } from '../../lib/domain/problem.ts';
import { send } from '../shared/background.ts';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { t } from '../shared/text.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';

/** A company for which nothing is read or written for now. */
export function Paused({ connection }: { connection: Company }) {
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
