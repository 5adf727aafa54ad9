import type { CustomerRow, CustomerState } from '../../../lib/features/sync/index.ts';
import { reasonsInWords } from '../../candidates/index.ts';
import { t } from '../../shared/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Tag } from '../../ui/Tag.tsx';
import type { Wizard } from '../state.ts';

export interface MatchNotesProps {
  wizard: Wizard;
  row: CustomerRow;
  state: CustomerState;
  /** The customer's name in this list. */
  name: string;
}

/** What there is to know about a row that needs a look. Most rows have nothing of it. */
export function MatchNotes({ wizard, row, state, name }: MatchNotesProps) {
  const { match: words, wizard: shared } = t.value;
  const { customer, suggestion } = row;
  const guid = state.action === 'match' ? state.contactGuid : undefined;
  const isSuggested = guid !== undefined && guid === suggestion?.contactGuid;
  const likely = isSuggested && !suggestion.certain;
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
      {guid !== undefined && wizard.twice.value.has(guid) && (
        <Tag icon="error" tone="danger">
          {words.twice}
        </Tag>
      )}
      {likely && !state.confirmed && (
        <Tag icon="warning" tone="warning">
          {words.unconfirmed}
        </Tag>
      )}
      {likely && (
        <Checkbox
          label={words.confirmFor(name)}
          text={state.confirmed ? words.confirmed : words.confirm}
          checked={state.confirmed}
          onChange={(confirmed) => wizard.confirm([customer.id], confirmed)}
        />
      )}
      {possible > 1 && <Tag icon="info">{words.possible(possible)}</Tag>}
      {candidate && (likely || !isSuggested) && (
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
  wizard: Wizard;
  row: CustomerRow;
  /** The new contact, as chosen. */
  guid: string | undefined;
  name: string;
}

/** Links a customer at once to the contact that stands beside it: pressing it is the confirmation. */
function Mend({ wizard, row, guid, name }: MendProps) {
  const words = t.value.match;
  const { id } = row.customer;
  const isTwice = guid !== undefined && wizard.twice.value.has(guid);
  return (
    <Button
      compact
      icon="link"
      label={words.mendFor(name)}
      blocked={guid === undefined ? words.mendChoose : isTwice ? words.twice : undefined}
      busy={wizard.mending.value !== undefined}
      onClick={() => guid !== undefined && wizard.mend([[id, guid]])}
    >
      {words.mend}
    </Button>
  );
}
