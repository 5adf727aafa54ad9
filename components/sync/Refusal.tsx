import { mayBeDone } from '../../lib/domain/problem.ts';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { t } from '../shared/text.ts';
import { Button } from '../ui/Button.tsx';
import type { Wizard } from './state.ts';

/** What could not be done, and what that leaves as it was. */
export function Refusal({ wizard }: { wizard: Wizard }) {
  const refusal = wizard.refusal.value;
  if (!refusal) return null;
  const { wizard: words, match, create, common } = t.value;
  const isLink = refusal.action === 'unlink' || refusal.action === 'relink';
  const unchanged = {
    choice: words.choiceRefused,
    step: words.stepRefused,
    start: words.startRefused,
    unlink: match.unlinkRefused,
    relink: match.relinkRefused,
    mend: match.mendRefused,
    similar: create.similarRefused,
  }[refusal.action];
  const close = () => {
    wizard.refusal.value = undefined;
  };
  return (
    <div class="list-notice">
      <ErrorNotice
        problem={refusal.problem}
        unchanged={isLink && mayBeDone(refusal.problem) ? common.unsure : unchanged}
        action={
          <Button compact onClick={close}>
            {common.close}
          </Button>
        }
      />
    </div>
  );
}
