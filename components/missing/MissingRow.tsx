import type { Company } from '../../lib/domain/company.ts';
import { contactsUrl } from '../../lib/domain/dinero-page.ts';
import { customerLink } from '../../lib/domain/effihub-page.ts';
import type { MissingCounterpart, MissingKind } from '../../lib/features/missing/index.ts';
import { formats, t } from '../shared/text.ts';
import { Who } from '../shared/Who.tsx';
import { Button } from '../ui/Button.tsx';
import { ExternalLink } from '../ui/ExternalLink.tsx';
import { Tag } from '../ui/Tag.tsx';
import type { MissingAction, MissingState } from './state.ts';

/** The actions for each kind; the one that repairs it comes first. */
const ACTIONS: Record<MissingKind, readonly MissingAction[]> = {
  contactDeleted: ['unlink', 'leave'],
  customerDeleted: ['ignore', 'importAgain', 'leave'],
  customerArchived: ['unlink', 'leave'],
};

export interface MissingRowProps {
  state: MissingState;
  missing: MissingCounterpart;
  /** The customer's name in this list. */
  name: string;
  connection: Company;
  /** Matches broken links again in step 1. */
  onRematch: () => void;
}

/** What happened to a customer, what that means, and the actions. */
export function MissingRow({ state, missing, name, connection, onRematch }: MissingRowProps) {
  const words = t.value;
  const { kind, customerId, at, city, vatNumber } = missing;
  // The reason is unknown: without an API only the table tells which customers exist.
  const wordsKey = kind === 'customerArchived' && connection.source === 'sheet' ? 'notInTable' : kind;
  const when = at ? formats.value.date(Date.parse(at)) : '';
  return (
    <div class="row gone-row">
      <Who name={name} party={{ id: customerId, name, city, vatNumber }}>
        <Tag icon="link-off" tone="warning">
          {words.gone.kinds[wordsKey](when)}
        </Tag>
      </Who>
      <p class="gone-todo">{words.gone.todo[wordsKey]}</p>
      <div class="gone-actions">
        {kind === 'contactDeleted' && (
          <Button compact label={words.gone.rematchFor(name)} onClick={onRematch}>
            {words.gone.rematch}
          </Button>
        )}
        {ACTIONS[kind].map((action) => (
          <Button
            key={action}
            compact
            variant={action === 'leave' ? 'quiet' : 'secondary'}
            label={words.gone[`${action}For`](name)}
            busy={state.busy.value !== undefined}
            onClick={() => state.act(missing, action, name)}
          >
            {words.gone[action]}
          </Button>
        ))}
        {kind === 'customerDeleted' ? (
          <ExternalLink href={contactsUrl(connection.organizationId)}>{words.result.openDinero}</ExternalLink>
        ) : (
          <ExternalLink href={customerLink(connection, customerId)}>{words.result.openEffihub}</ExternalLink>
        )}
      </div>
    </div>
  );
}
