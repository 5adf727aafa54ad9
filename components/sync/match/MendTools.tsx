import { t } from '../../shared/text.ts';
import { Button } from '../../ui/Button.tsx';
import type { Wizard } from '../state.ts';

/** Above the broken links: how the mending goes, and the button for all that are certain. */
export function MendTools({ wizard }: { wizard: Wizard }) {
  const words = t.value.match;
  const mending = wizard.mending.value;
  const mended = wizard.mended.value;
  const certain = wizard.certainMends.value;
  const run = mending?.run;
  return (
    <div class="group-tools">
      <p class="muted small" role="status">
        {run ? words.mending(run.finished, run.total) : mended > 0 && words.mended(mended)}
      </p>
      {certain.length > 0 && (
        <Button compact icon="link" busy={mending !== undefined} onClick={() => wizard.mend(certain)}>
          {words.mendAll}
        </Button>
      )}
    </div>
  );
}
