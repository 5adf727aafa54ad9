import { t } from '../shared/text.ts';
import { Button } from '../ui/Button.tsx';
import { Foot } from '../ui/Foot.tsx';
import type { DifferencesState } from './state.ts';

/** What will be changed where, and the one button that does it. @param props.blocked why it cannot be done now */
export function DifferencesFoot({ state, blocked }: { state: DifferencesState; blocked?: string }) {
  const words = t.value.differences;
  const counts = state.counts.value;
  const will: string[] = [];
  if (counts.effihub > 0) will.push(words.will.dinero(counts.effihub));
  if (counts.dinero > 0) will.push(words.will.effihub(counts.dinero));
  if (counts.both > 0) will.push(words.will.both(counts.both));
  const saving = state.saving.value;
  return (
    <Foot
      actions={
        <Button
          variant="primary"
          busy={saving}
          blocked={blocked ?? (will.length === 0 ? words.nothingChosen : undefined)}
          onClick={state.save}
        >
          {words.save}
        </Button>
      }
    >
      {saving ? words.saving : will.join(', ')}
      {!saving && counts.effihub > 0 && <span class="small differences-type">{words.companyType}</span>}
    </Foot>
  );
}
