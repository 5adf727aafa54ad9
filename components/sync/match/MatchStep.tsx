import './match.css';
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { CustomerId } from '../../../lib/domain/customer.ts';
import { nextStep } from '../../../lib/features/sync/index.ts';
import { NothingFound } from '../../shared/NothingFound.tsx';
import { Search } from '../../shared/Search.tsx';
import { t } from '../../shared/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Foot } from '../../ui/Foot.tsx';
import { moveFocus } from '../../ui/focus.ts';
import { Notice } from '../../ui/Notice.tsx';
import { GROUPS } from '../match-list.ts';
import type { WizardState } from '../state.ts';
import { ContactDialog } from './ContactDialog.tsx';
import { MatchGroup } from './MatchGroup.tsx';

/** Step 1: matches Effihub's customers with Dinero's. */
export function MatchStep({ wizard }: { wizard: WizardState }) {
  const words = t.value.match;
  const picking = useSignal<CustomerId | undefined>(undefined);
  const groups = wizard.groups.value;
  const all = wizard.index.value.rows.length;
  const shown = GROUPS.reduce((sum, group) => sum + groups[group].shown.length, 0);
  if (all === 0)
    return (
      <Notice kind="info" title={words.empty} still>
        {words.emptyHint}
      </Notice>
    );
  return (
    <>
      <Search label={words.search} query={wizard.matchSearch} shown={shown} all={all} />
      {wizard.conflictFilter.value && <ConflictFilterNotice wizard={wizard} />}
      {shown === 0 && wizard.matchSearch.value && <NothingFound query={wizard.matchSearch} />}
      {GROUPS.filter((group) => group !== 'broken' || groups.broken.all.length > 0).map((group) => (
        <MatchGroup
          key={group}
          wizard={wizard}
          group={group}
          onPick={(id) => {
            picking.value = id;
          }}
        />
      ))}
      {picking.value !== undefined && (
        <ContactDialog
          wizard={wizard}
          customerId={picking.value}
          onClose={() => {
            picking.value = undefined;
          }}
        />
      )}
    </>
  );
}

function ConflictFilterNotice({ wizard }: { wizard: WizardState }) {
  const words = t.value.match;
  const showAll = () => {
    wizard.conflictFilter.value = undefined;
  };
  return (
    <Notice
      kind="info"
      actions={
        <Button compact onClick={showAll}>
          {words.showAll}
        </Button>
      }
    >
      {words.onlyTwice}
    </Notice>
  );
}

export function MatchFoot({ wizard }: { wizard: WizardState }) {
  const { match: words, wizard: shared } = t.value;
  const { matches, creates, unconfirmed, undecided } = wizard.matchCounts.value;
  const conflicts = wizard.conflicts.value.size;
  const sentences = [
    matches > 0 && words.willMatch(matches),
    creates > 0 && words.willCreate(creates),
    matches + creates === 0 && words.nothing,
    unconfirmed > 0 && words.willSkip(unconfirmed),
    undecided > 0 && words.willAsk(undecided),
  ];
  return (
    <Foot
      actions={
        <>
          {conflicts > 0 && (
            <Button variant="quiet" onClick={wizard.showConflicts}>
              {words.showTwice}
            </Button>
          )}
          <Button
            variant="primary"
            blocked={conflicts > 0 ? words.twiceBlocks(conflicts) : undefined}
            onClick={() => wizard.goTo(nextStep(1, creates))}
          >
            {shared.next}
          </Button>
        </>
      }
    >
      {sentences.filter(Boolean).join(' · ')}
    </Foot>
  );
}

/** Offers to put back the link removed last. Its row has left the group, so the focus moves here. */
export function UnlinkedNotice({ wizard }: { wizard: WizardState }) {
  const last = wizard.unlinked.value;
  const notice = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!last) return;
    moveFocus(notice.current?.querySelector('button'));
    // When the notice goes, keep the focus in the step without scrolling.
    return () => moveFocus(document.querySelector('h1'), { preventScroll: true });
  }, [last]);
  if (!last) return null;
  const { match: words, common } = t.value;
  const name = wizard.customerNames.value.get(last.customerId) ?? '';
  return (
    <div class="list-notice" ref={notice}>
      <Notice
        kind="success"
        title={words.unlinked}
        actions={
          <Button compact icon="undo" busy={wizard.linking.value !== undefined} onClick={wizard.relink}>
            {common.undo}
          </Button>
        }
      >
        <p class="clipped">{name}</p>
      </Notice>
    </div>
  );
}
