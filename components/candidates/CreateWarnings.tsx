/** What the user should know before a customer or contact is created in the other system. */
import './candidates.css';
import type { DeletedAnswer } from '../../lib/domain/choices.ts';
import { ASSUMED_COUNTRY } from '../../lib/domain/create-fields.ts';
import type { Party } from '../../lib/domain/customer.ts';
import { warningsOf } from '../../lib/domain/customer-checks.ts';
import { t } from '../shared/text.ts';
import { Button } from '../ui/Button.tsx';
import { Tag } from '../ui/Tag.tsx';

/** What looks wrong in the data as it is. */
export function PartyWarnings({ party }: { party: Party }) {
  const { countryCode = ASSUMED_COUNTRY, isPerson = false } = party;
  return warningsOf(party, { countryCode, isPerson }).map((warning) => (
    <Tag key={warning} icon="warning" tone="warning">
      {t.value.create.warnings[warning]}
    </Tag>
  ));
}

export interface DeletedAnswersProps {
  /** The action that is running: the buttons are busy. */
  busy?: string;
  /** Why no answer is possible now. */
  blocked?: string;
  onAnswer: (answer: DeletedAnswer) => void;
}

/** The customer's contact was deleted in Dinero: restore it or create a new one? */
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
