import { nextStep } from '../../../lib/features/sync/index.ts';
import { t } from '../../shared/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Foot } from '../../ui/Foot.tsx';
import type { Wizard } from '../state.ts';

export function MatchFoot({ wizard }: { wizard: Wizard }) {
  const { match: words, wizard: shared } = t.value;
  const { matches, creates, unconfirmed, undecided } = wizard.matchCounts.value;
  const twice = wizard.twice.value.size;
  const sentences = [
    matches > 0 && words.willMatch(matches),
    creates > 0 && words.willCreate(creates),
    matches + creates === 0 && words.nothing,
    unconfirmed > 0 && words.willSkip(unconfirmed),
    undecided > 0 && words.willAsk(undecided),
  ];
  return (
    <Foot
      actions={
        <>
          {twice > 0 && (
            <Button variant="quiet" onClick={wizard.showTwice}>
              {words.showTwice}
            </Button>
          )}
          <Button
            variant="primary"
            blocked={twice > 0 ? words.twiceBlocks(twice) : undefined}
            onClick={() => wizard.goTo(nextStep(1, creates))}
          >
            {shared.next}
          </Button>
        </>
      }
    >
      {sentences.filter(Boolean).join(' · ')}
    </Foot>
  );
}
