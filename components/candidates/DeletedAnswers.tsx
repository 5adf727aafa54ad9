import './deleted-answers.css';
import type { DeletedAnswer } from '../../lib/domain/choices.ts';
import { t } from '../shared/text.ts';
import { Button } from '../ui/Button.tsx';

export interface DeletedAnswersProps {
  /** What is under way: nothing else can be pressed. */
  busy?: string;
  /** Why there can be no answer now. */
  blocked?: string;
  onAnswer: (answer: DeletedAnswer) => void;
}

/** A customer's contact was deleted in Dinero: whether it comes back or another one is made. */
export function DeletedAnswers({ busy, blocked, onAnswer }: DeletedAnswersProps) {
  const words = t.value.create.deleted;
  return (
    <div class="deleted-answers">
      <Button compact busy={busy !== undefined} blocked={blocked} onClick={() => onAnswer('restore')}>
        {words.answers.restore}
      </Button>
      <Button compact busy={busy !== undefined} blocked={blocked} onClick={() => onAnswer('new')}>
        {words.answers.new}
      </Button>
    </div>
  );
}
