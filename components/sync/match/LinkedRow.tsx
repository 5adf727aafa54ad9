import type { CustomerRow } from '../../../lib/features/sync/index.ts';
import { t } from '../../shared/text.ts';
import { Who } from '../../shared/Who.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import type { Wizard } from '../state.ts';

export interface LinkedRowProps {
  wizard: Wizard;
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
