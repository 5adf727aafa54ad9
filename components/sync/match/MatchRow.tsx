import type { CustomerAction } from '../../../lib/domain/choices.ts';
import type { CustomerId } from '../../../lib/domain/customer.ts';
import type { CustomerRow } from '../../../lib/features/sync/index.ts';
import { reasonsInWords } from '../../candidates/index.ts';
import { t } from '../../shared/text.ts';
import { Who } from '../../shared/Who.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Select } from '../../ui/Select.tsx';
import type { WizardState } from '../state.ts';
import { MatchNotes } from './MatchNotes.tsx';

export interface MatchRowProps {
  wizard: WizardState;
  row: CustomerRow;
  /** The customer's name in this list. */
  name: string;
  onPick: (id: CustomerId) => void;
}

/** An Effihub customer without a working link, and the action chosen for it. */
export function MatchRow({ wizard, row, name, onPick }: MatchRowProps) {
  const words = t.value.match;
  const { customer, suggestion } = row;
  const state = wizard.states.value.get(customer.id);
  if (!state) return null;
  const { action, contactGuid } = state;
  const actions: CustomerAction[] = customer.name ? ['match', 'create', 'skip'] : ['match', 'skip'];
  const contact = contactGuid ? (wizard.contactNames.value.get(contactGuid) ?? contactGuid) : words.choose;
  const certain = suggestion?.certain && contactGuid === suggestion.contactGuid;
  return (
    <div class="row match-row">
      <Who name={name} party={customer} />
      <div class="match-what">
        {action === 'match' && (
          <Button compact label={words.contactFor(name, contact)} onClick={() => onPick(customer.id)}>
            <span class="match-contact">
              <span class="clipped">{contact}</span>
              <Icon name="chevron-down" />
            </span>
          </Button>
        )}
        {action === 'match' && certain && (
          <span class="clipped muted small">
            {reasonsInWords(suggestion.match.candidates[0]?.reasons ?? [])}
          </span>
        )}
      </div>
      <Select
        label={words.actionFor(name)}
        hideLabel
        compact
        value={action}
        options={actions.map((each) => ({ value: each, label: words.actions[each] }))}
        onChange={(chosen) => wizard.setAction(customer.id, chosen)}
      />
      <MatchNotes wizard={wizard} row={row} state={state} name={name} />
    </div>
  );
}

export interface LinkedRowProps {
  wizard: WizardState;
  row: CustomerRow;
  /** The customer's name in this list. */
  name: string;
}

/** A customer with a working link. */
export function LinkedRow({ wizard, row, name }: LinkedRowProps) {
  const words = t.value.match;
  const contact = wizard.contactNames.value.get(row.linkedTo ?? '') ?? words.unknownContact;
  return (
    <div class="row match-row">
      <Who name={name} party={row.customer} />
      <div class="match-what linked-to">
        <Icon name="link" />
        <span class="clipped">{words.linkedTo(contact)}</span>
      </div>
      <Button
        compact
        variant="quiet"
        label={words.unlinkFor(name)}
        busy={wizard.linking.value !== undefined}
        onClick={() => wizard.unlink(row.customer.id)}
      >
        {words.unlink}
      </Button>
    </div>
  );
}
