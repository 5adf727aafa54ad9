import './connect.css';
import { problemOf } from '../../../lib/domain/problem.ts';
import { ErrorNotice } from '../../shared/ErrorNotice.tsx';
import { HelpButton } from '../../shared/HelpButton.tsx';
import { t } from '../../shared/text.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { Command, Outcome } from './state.ts';

/** The outcome of testing or saving. The region for good news always exists, so that it is read aloud. */
export function OutcomeNotice({ outcome }: { outcome?: Outcome }) {
  const { settings: words, common } = t.value;
  // A failed save is shown beside the fields of one side, and says there that nothing was saved.
  const unchangedBy = (command: Command) => (command === 'save' ? words.notSaved : common.nothingChanged);
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
        <ErrorNotice problem={problemOf(outcome.error)} unchanged={unchangedBy(outcome.command)} />
      )}
      {outcome?.state === 'host-refused' && (
        <Notice
          kind="warning"
          title={words.hostRefused(outcome.host)}
          actions={<HelpButton topic="access" label={common.helpWithError} />}
        >
          <p>{unchangedBy(outcome.command)}</p>
        </Notice>
      )}
    </>
  );
}
