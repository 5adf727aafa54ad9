import type { CustomerId } from '../../lib/customer.ts';
import type { CustomerAction } from '../../lib/sync/flow.ts';
import type { CustomerRow, CustomerState } from '../../lib/sync/rows.ts';
import { t } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Select } from '../ui/Select.tsx';
import { Tag } from '../ui/Tag.tsx';
import { reasonsInWords } from './reasons.ts';
import type { Wizard } from './state.ts';
import { Who } from './Who.tsx';

export interface MatchRowProps {
  wizard: Wizard;
  row: CustomerRow;
  /** The customer's name in this list. */
  name: string;
  onPick: (id: CustomerId) => void;
}

/** An Effihub customer without a working link, and what is to happen with it. */
export function MatchRow({ wizard, row, name, onPick }: MatchRowProps) {
  const { match: words, wizard: shared } = t.value;
  const { customer } = row;
  const state = wizard.states.value.get(customer.id);
  if (!state) return null;
  const actions: CustomerAction[] = customer.name ? ['match', 'create', 'skip'] : ['match', 'skip'];
  const possible = wizard.candidatesOf(row).length;
  return (
    <div class="row match-row">
      <Who name={name} party={customer}>
        {wizard.hasChanged(customer) && (
          <Tag icon="clock" tone="warning">
            {shared.changed}
          </Tag>
        )}
      </Who>
      <div class="match-what">
        {row.group === 'broken' && (
          <Tag icon="link-off" tone="danger">
            {words.linkGone}
          </Tag>
        )}
        {state.action === 'match' && (
          <Match wizard={wizard} row={row} state={state} name={name} onPick={onPick} />
        )}
        {possible > 1 && <Tag icon="info">{words.possible(possible)}</Tag>}
        {!customer.name && <span class="muted small">{words.needsName}</span>}
      </div>
      <Select
        label={words.actionFor(name)}
        hideLabel
        compact
        value={state.action}
        options={actions.map((action) => ({ value: action, label: words.actions[action] }))}
        onChange={(action) => wizard.setAction(customer.id, action)}
      />
    </div>
  );
}

/** The chosen Dinero customer, why, and whether somebody has looked at it. */
function Match({ wizard, row, state, name, onPick }: MatchRowProps & { state: CustomerState }) {
  const { match: words } = t.value;
  const { customer, suggestion } = row;
  const guid = state.contactGuid;
  const contact = guid === undefined ? words.choose : (wizard.contactNames.value.get(guid) ?? guid);
  const candidate = suggestion?.match.candidates.find(({ id }) => id === guid);
  const likely = guid !== undefined && guid === suggestion?.contactGuid && !suggestion.certain;
  return (
    <>
      <Button compact label={words.contactFor(name, contact)} onClick={() => onPick(customer.id)}>
        <span class="match-contact">
          <span class="clipped">{contact}</span>
          <Icon name="chevron-down" />
        </span>
      </Button>
      {guid === undefined && <span class="muted small">{words.undecided}</span>}
      {candidate && <span class="muted small">{reasonsInWords(candidate.reasons)}</span>}
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
    </>
  );
}
