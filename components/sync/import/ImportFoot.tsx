import { previousStep } from '../../../lib/features/sync/index.ts';
import { t } from '../../shared/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Foot } from '../../ui/Foot.tsx';
import type { Wizard } from '../state.ts';

/** What the run will do, in its order. */
const KINDS = ['link', 'create', 'import', 'ignore'] as const;

export function ImportFoot({ wizard }: { wizard: Wizard }) {
  const { import: words, match, common } = t.value;
  const counts = wizard.plan.value;
  const twice = wizard.twice.value.size;
  const will = KINDS.filter((kind) => counts[kind] > 0).map((kind) => words.will[kind](counts[kind]));
  const starting = wizard.starting.value;
  return (
    <Foot
      start={<Button onClick={() => wizard.goTo(previousStep(3, counts.create))}>{common.back}</Button>}
      actions={
        <Button
          variant="primary"
          busy={starting}
          blocked={twice > 0 ? match.twiceBlocks(twice) : undefined}
          onClick={wizard.start}
        >
          {words.save}
        </Button>
      }
    >
      {starting ? words.saving : will.length > 0 ? will.join(', ') : words.nothing}
    </Foot>
  );
}
