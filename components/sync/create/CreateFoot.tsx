import type { Customer } from '../../../lib/domain/customer.ts';
import { nextStep, previousStep } from '../../../lib/features/sync/index.ts';
import { t } from '../../shared/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Foot } from '../../ui/Foot.tsx';
import type { Wizard } from '../state.ts';

export function CreateFoot({ wizard }: { wizard: Wizard }) {
  const { create: words, wizard: shared, common } = t.value;
  const { creates, incomplete, doubtful } = wizard.createCounts.value;
  const doubted = new Set(doubtful);
  const needsLook = ({ id }: Customer) => {
    const isDoubtful = doubted.has(id) || Boolean(wizard.similar.value.get(id)?.length);
    if (!wizard.deleted.value.has(id)) return isDoubtful;
    const answer = wizard.states.value.get(id)?.create?.deleted;
    return answer === undefined || (answer === 'new' && isDoubtful);
  };
  const toLookAt = wizard.createRows.value.filter(needsLook).length;
  return (
    <Foot
      start={<Button onClick={() => wizard.goTo(previousStep(2, creates))}>{common.back}</Button>}
      actions={
        <Button
          variant="primary"
          blocked={incomplete > 0 ? words.blocks(incomplete) : undefined}
          onClick={() => wizard.goTo(nextStep(2, creates))}
        >
          {shared.next}
        </Button>
      }
    >
      {[creates > 0 && words.willCreate(creates), toLookAt > 0 && words.toLookAt(toLookAt)]
        .filter(Boolean)
        .join(' · ')}
    </Foot>
  );
}
