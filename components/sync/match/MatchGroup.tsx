import { useId } from 'preact/hooks';
import type { CustomerId } from '../../../lib/domain/customer.ts';
import type { CustomerRow, Group } from '../../../lib/features/sync/index.ts';
import { formats, t } from '../../shared/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { isOpen, press } from '../match-list.ts';
import type { Wizard } from '../state.ts';
import { LinkedRow } from './LinkedRow.tsx';
import { MatchRow } from './MatchRow.tsx';
import { MendTools } from './MendTools.tsx';

export interface MatchGroupProps {
  wizard: Wizard;
  group: Group;
  /** The user wants to choose a Dinero customer for this one. */
  onPick: (id: CustomerId) => void;
}

const ROW_HEIGHT = 49;

export function MatchGroup({ wizard, group, onPick }: MatchGroupProps) {
  const { match: words, wizard: shared } = t.value;
  const { number } = formats.value;
  const id = useId();
  const { all, shown } = wizard.groups.value[group];
  const narrowed = wizard.matchSearch.value.trim() !== '' || wizard.onlyThese.value !== undefined;
  const hits = narrowed && shown.length > 0;
  const open = isOpen(wizard.openGroups.value, group, hits);
  const unconfirmed = all.filter((row) => wizard.isUnconfirmed(row)).length;
  const names = wizard.customerNames.value;
  const nameOf = (row: CustomerRow) => names.get(row.customer.id) ?? row.customer.name;
  return (
    <section class="group" aria-labelledby={`${id}-heading`}>
      <header class="group-header">
        <div class="group-words">
          <div class="group-title">
            <h2 id={`${id}-heading`}>{words.groups[group](number(all.length))}</h2>
            {unconfirmed > 0 && (
              <Tag icon="warning" tone="warning">
                {words.toConfirm(unconfirmed)}
              </Tag>
            )}
            {narrowed && (
              <span class="muted small">{shared.shown(number(shown.length), number(all.length))}</span>
            )}
          </div>
          <p class="muted small">{all.length > 0 ? words.about[group] : words.emptyGroup[group]}</p>
        </div>
        <Button
          icon={open ? 'chevron-down' : 'chevron-right'}
          expanded={open}
          controls={open ? `${id}-rows` : undefined}
          onClick={() => {
            wizard.openGroups.value = press(wizard.openGroups.value, group, hits);
          }}
        >
          {words.review[group]}
        </Button>
      </header>
      {open && all.length > 0 && (
        <div class="group-rows" id={`${id}-rows`}>
          {group === 'broken' ? (
            <MendTools wizard={wizard} />
          ) : (
            <ConfirmShown wizard={wizard} group={group} />
          )}
          <VirtualList
            label={words.groups[group](number(all.length))}
            items={shown}
            keyOf={(row) => row.customer.id}
            nameOf={nameOf}
            rowHeight={ROW_HEIGHT}
          >
            {(row) =>
              group === 'linked' ? (
                <LinkedRow wizard={wizard} row={row} name={nameOf(row)} />
              ) : (
                <MatchRow wizard={wizard} row={row} name={nameOf(row)} onPick={onPick} />
              )
            }
          </VirtualList>
        </div>
      )}
    </section>
  );
}

/** There as long as the group has likely matches, so that the focus on it is not lost by pressing it. */
function ConfirmShown({ wizard, group }: { wizard: Wizard; group: Group }) {
  const words = t.value.match;
  const { all, shown } = wizard.groups.value[group];
  if (!all.some((row) => row.suggestion?.contactGuid && !row.suggestion.certain)) return null;
  const open = shown.filter((row) => wizard.isUnconfirmed(row)).map((row) => row.customer.id);
  return (
    <div class="group-tools">
      {open.length === 0 && (
        <p class="muted small" role="status">
          {words.allConfirmed}
        </p>
      )}
      <Button compact icon="check" onClick={() => wizard.confirm(open, true)}>
        {words.confirmShown}
      </Button>
    </div>
  );
}
