import './match.css';
import { useSignal } from '@preact/signals';
import type { CustomerId } from '../../../lib/domain/customer.ts';
import { NothingFound } from '../../shared/NothingFound.tsx';
import { Search } from '../../shared/Search.tsx';
import { t } from '../../shared/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { Wizard } from '../state.ts';
import { GROUPS } from '../step-lists.ts';
import { ContactDialog } from './ContactDialog.tsx';
import { MatchGroup } from './MatchGroup.tsx';

/** Step 1: which Dinero customer is whom. */
export function MatchStep({ wizard }: { wizard: Wizard }) {
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
      {wizard.onlyThese.value && <OnlyThese wizard={wizard} />}
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

function OnlyThese({ wizard }: { wizard: Wizard }) {
  const words = t.value.match;
  const showAll = () => {
    wizard.onlyThese.value = undefined;
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
