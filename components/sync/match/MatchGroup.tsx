import { useId } from 'preact/hooks';
import type { CustomerId } from '../../../lib/domain/customer.ts';
import type { CustomerRow, Group } from '../../../lib/features/sync/index.ts';
import { formats, t } from '../../shared/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { isOpen, toggle } from '../match-list.ts';
import type { WizardState } from '../state.ts';
import { LinkedRow, MatchRow } from './MatchRow.tsx';

export interface MatchGroupProps {
  wizard: WizardState;
  group: Group;
  /** Opens the choice of a Dinero customer for this one. */
  onPick: (id: CustomerId) => void;
}

const ROW_HEIGHT = 49;

export function MatchGroup({ wizard, group, onPick }: MatchGroupProps) {
  const { match: words, wizard: shared } = t.value;
  const { number } = formats.value;
  const id = useId();
  const { all, shown } = wizard.groups.value[group];
  const isNarrowed = wizard.matchSearch.value.trim() !== '' || wizard.conflictFilter.value !== undefined;
  const hasHits = isNarrowed && shown.length > 0;
  const open = isOpen(wizard.openGroups.value, group, hasHits);
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
            {isNarrowed && (
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
            wizard.openGroups.value = toggle(wizard.openGroups.value, group, hasHits);
          }}
        >
          {words.review[group]}
        </Button>
      </header>
      {open && all.length > 0 && (
        <div class="group-rows" id={`${id}-rows`}>
          {group === 'broken' ? (
            <BrokenLinkTools wizard={wizard} />
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

/** Stays while the group has likely matches, so that pressing it does not lose the focus. */
function ConfirmShown({ wizard, group }: { wizard: WizardState; group: Group }) {
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

/** Above the broken links: the progress of mending, and the button for all that are certain. */
function BrokenLinkTools({ wizard }: { wizard: WizardState }) {
  const words = t.value.match;
  const mending = wizard.mending.value;
  const mended = wizard.mended.value;
  const certain = wizard.certainMends.value;
  const run = mending?.run;
  return (
    <div class="group-tools">
      <p class="muted small" role="status">
        {run ? words.mending(run.finished, run.total) : mended > 0 && words.mended(mended)}
      </p>
      {certain.length > 0 && (
        <Button compact icon="link" busy={mending !== undefined} onClick={() => wizard.mend(certain)}>
          {words.mendAll}
        </Button>
      )}
    </div>
  );
}
