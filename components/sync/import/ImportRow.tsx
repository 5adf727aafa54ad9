import type { ContactAction } from '../../../lib/domain/choices.ts';
import type { ContactRow } from '../../../lib/features/sync/index.ts';
import { PartyWarnings } from '../../candidates/index.ts';
import { t } from '../../shared/text.ts';
import { Who } from '../../shared/Who.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { Tag } from '../../ui/Tag.tsx';
import type { WizardState } from '../state.ts';

export interface ImportRowProps {
  wizard: WizardState;
  row: ContactRow;
  /** The contact's name in this list. */
  name: string;
}

export function ImportRow({ wizard, row, name }: ImportRowProps) {
  const { import: words, wizard: shared } = t.value;
  const { contact, action, supplier, duplicateOf } = row;
  // Effihub requires a name.
  const actions: ContactAction[] = contact.name ? ['import', 'skip', 'ignore'] : ['skip', 'ignore'];
  return (
    <div class="row import-row">
      <Who name={name} party={contact} />
      <div class="import-about">
        {duplicateOf !== undefined && (
          <Tag icon="warning" tone="warning">
            {words.duplicateOf(wizard.customerNames.value.get(duplicateOf) ?? '')}
          </Tag>
        )}
        <PartyWarnings party={contact} />
        {supplier && <Tag>{words.supplier}</Tag>}
        {!contact.name && <span class="muted small">{words.needsName}</span>}
        {wizard.hasChanged(contact) && (
          <Tag icon="clock" tone="warning">
            {shared.changed}
          </Tag>
        )}
      </div>
      <RadioGroup
        label={words.choiceFor(name)}
        hideLabel
        segmented
        value={action}
        options={actions.map((each) => ({ value: each, label: words.actions[each] }))}
        onChange={(chosen) => wizard.chooseContacts([contact.guid], chosen)}
      />
    </div>
  );
}
