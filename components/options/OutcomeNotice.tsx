import { problemOf } from '../../lib/problem.ts';
import { t } from '../text.ts';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { Outcome } from './state.ts';

/** What came of testing or saving. The region for good news is always there, so that they are read aloud. */
export function OutcomeNotice({ outcome, unchanged }: { outcome?: Outcome; unchanged: string }) {
  const words = t.value.settings;
  return (
    <>
      <div class="outcome" role="status">
        {outcome?.state === 'connected' && (
          <span class="outcome-good">
            <Icon name="check-circle" />
            <span>{words.connectedTo(outcome.name)}</span>
          </span>
        )}
        {outcome?.state === 'saved' && (
          <span class="outcome-good">
            <Icon name="check-circle" />
            <span>{words.saved}</span>
          </span>
        )}
      </div>
      {outcome?.state === 'failed' && (
        <ErrorNotice problem={problemOf(outcome.error)} unchanged={unchanged} />
      )}
      {outcome?.state === 'host-refused' && (
        <Notice kind="warning" title={words.hostRefused(outcome.host)}>
          <p>{unchanged}</p>
        </Notice>
      )}
    </>
  );
}
