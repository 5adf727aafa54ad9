import type { CustomerRow, CustomerState } from '../../../lib/features/sync/index.ts';
import { reasonsInWords } from '../../candidates/index.ts';
import { t } from '../../shared/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Tag } from '../../ui/Tag.tsx';
import type { WizardState } from '../state.ts';

export interface MatchNotesProps {
  wizard: WizardState;
  row: CustomerRow;
  state: CustomerState;
  /** The customer's name in this list. */
  name: string;
}

/** What the user should know about a row. Most rows have no notes. */
export function MatchNotes({ wizard, row, state, name }: MatchNotesProps) {
  const { match: words, wizard: shared } = t.value;
  const { customer, suggestion } = row;
  const guid = state.action === 'match' ? state.contactGuid : undefined;
  const isSuggested = guid !== undefined && guid === suggestion?.contactGuid;
  const isLikely = isSuggested && !suggestion.certain;
  const candidate = suggestion?.match.candidates.find(({ id }) => id === guid);
  const possible = wizard.candidatesOf(row).length;
  return (
    <div class="match-notes">
      {row.group === 'broken' && (
        <Tag icon="link-off" tone="danger">
          {words.linkGone}
        </Tag>
      )}
      {row.group === 'broken' && <Mend wizard={wizard} row={row} guid={guid} name={name} />}
      {guid !== undefined && wizard.conflicts.value.has(guid) && (
        <Tag icon="error" tone="danger">
          {words.twice}
        </Tag>
      )}
      {isLikely && !state.confirmed && (
        <Tag icon="warning" tone="warning">
          {words.unconfirmed}
        </Tag>
      )}
      {isLikely && (
        <Checkbox
          label={words.confirmFor(name)}
          text={state.confirmed ? words.confirmed : words.confirm}
          checked={state.confirmed}
          onChange={(confirmed) => wizard.confirm([customer.id], confirmed)}
        />
      )}
      {possible > 1 && <Tag icon="info">{words.possible(possible)}</Tag>}
      {candidate && (isLikely || !isSuggested) && (
        <span class="muted small">{reasonsInWords(candidate.reasons)}</span>
      )}
      {state.action === 'match' && guid === undefined && <span class="muted small">{words.undecided}</span>}
      {!customer.name && <span class="muted small">{words.needsName}</span>}
      {wizard.hasChanged(customer) && (
        <Tag icon="clock" tone="warning">
          {shared.changed}
        </Tag>
      )}
    </div>
  );
}

interface MendProps {
  wizard: WizardState;
  row: CustomerRow;
  /** The chosen new contact. */
  guid: string | undefined;
  name: string;
}

/** Links the customer to the contact shown beside it, at once: pressing the button confirms the match. */
function Mend({ wizard, row, guid, name }: MendProps) {
  const words = t.value.match;
  const { id } = row.customer;
  const isConflict = guid !== undefined && wizard.conflicts.value.has(guid);
  return (
    <Button
      compact
      icon="link"
      label={words.mendFor(name)}
      blocked={guid === undefined ? words.mendChoose : isConflict ? words.twice : undefined}
      busy={wizard.mending.value !== undefined}
      onClick={() => guid !== undefined && wizard.mend([[id, guid]])}
    >
      {words.mend}
    </Button>
  );
}
