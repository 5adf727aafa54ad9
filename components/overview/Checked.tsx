import { useState } from 'preact/hooks';
import { isAccess, problemOf } from '../../lib/domain/problem.ts';
import type { Checked as Outcome } from '../../lib/features/check/messages.ts';
import type { Overview } from '../../lib/features/overview/messages.ts';
import { send } from '../shared/background.ts';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { checkChoice } from '../shared/preferences.ts';
import { formats, t } from '../shared/text.ts';
import { Button } from '../ui/Button.tsx';
import { Tag } from '../ui/Tag.tsx';

/** The last check of both systems, and a button to check now. A check writes nothing to them. */
export function Checked({ overview, connectionId }: { overview: Overview; connectionId: string }) {
  const words = t.value;
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const [failure, setFailure] = useState<{ error: unknown }>();
  const { checkedAt, checkProblem, activeRun } = overview;
  const check = async () => {
    setBusy(true);
    setOutcome(undefined);
    setFailure(undefined);
    await send('checkNow', { connectionId }).then(setOutcome, (error: unknown) => setFailure({ error }));
    setBusy(false);
  };
  // Problems that may pass by themselves get no notice on every visit.
  const lasting = checkProblem && isAccess(checkProblem) ? checkProblem : undefined;
  const problem = failure ? problemOf(failure.error) : lasting;
  return (
    <>
      <div class="checked">
        {checkedAt !== undefined && (
          <span class="muted">{words.check.last(formats.value.dateTime(checkedAt))}</span>
        )}
        {checkProblem && !busy && (
          <Tag icon="warning" tone="warning">
            {words.check.failed}
          </Tag>
        )}
        {!activeRun && (
          <Button variant="quiet" compact icon="sync" busy={busy} onClick={check}>
            {words.check.now}
          </Button>
        )}
        <span class="checked-outcome" role="status">
          {outcome && outcomeWords(outcome)}
        </span>
      </div>
      {(failure || lasting) && !busy && (
        <ErrorNotice
          problem={problem}
          still={!failure}
          unchanged={
            lasting && checkChoice.value !== 'off'
              ? `${words.common.nothingChanged} ${words.check.resting}`
              : words.common.nothingChanged
          }
        />
      )}
    </>
  );
}

function outcomeWords({ changed, waiting }: Outcome): string {
  const words = t.value.check;
  if (!changed) return words.same;
  return waiting === 0 ? words.nothingWaits : words.waiting(formats.value.number(waiting));
}
