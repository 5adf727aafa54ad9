import type { Company } from '../../lib/domain/company.ts';
import type { Run } from '../../lib/domain/run.ts';
import { createRunView, FailedRow, hasEnded } from '../runs/index.ts';
import { formats, t } from '../shared/text.ts';
import { useViewState } from '../shared/view-state.ts';
import { Notice } from '../ui/Notice.tsx';

export interface OutcomeProps {
  outcome: { run?: Run; kept: number };
  connection: Company;
}

/** The result of the answers saved last. Their progress is shown elsewhere. */
export function Outcome({ outcome, connection }: OutcomeProps) {
  const words = t.value.differences;
  const { run, kept } = outcome;
  const view = useViewState(run, run && (() => createRunView(run.id)));
  const ended = view?.run.value;
  if (run && (!ended || !hasEnded(ended))) return null;
  const operations = view?.operations.value ?? [];
  const done = new Set(operations.flatMap(({ state, customerId }) => (state === 'done' ? customerId : [])));
  const failed = operations.filter(({ state }) => state === 'failed');
  // Both systems may have refused the same customer.
  const notDone = new Set(failed.map(({ customerId }) => customerId)).size;
  const lines = [
    ...(run ? [words.done(done.size)] : []),
    ...(kept > 0 ? [words.doneKept(kept)] : []),
    ...(notDone > 0 ? [words.failed(notDone)] : []),
  ];
  if (lines.length === 0)
    return (
      <Notice kind="warning" still title={words.noneHolds}>
        <p>{words.noneHoldsHint}</p>
      </Notice>
    );
  return (
    <>
      <Notice kind={failed.length > 0 ? 'warning' : 'success'} still title={lines.join(', ')}>
        {ended?.state === 'stopped' && <p>{words.stoppedHint}</p>}
      </Notice>
      {failed.length > 0 && (
        <section class="card differences-failed" aria-labelledby="differences-failed">
          <h2 id="differences-failed">{words.failedList(formats.value.number(failed.length))}</h2>
          <ul>
            {failed.map((operation) => (
              <li key={operation.seq} aria-label={operation.name}>
                <FailedRow
                  operation={operation}
                  name={operation.name || t.value.common.unnamed}
                  connection={connection}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
