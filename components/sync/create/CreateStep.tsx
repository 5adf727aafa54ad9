import './create.css';
import { useComputed } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { countryNames } from '../../../lib/domain/countries.ts';
import type { Customer } from '../../../lib/domain/customer.ts';
import { nextStep, previousStep } from '../../../lib/features/sync/index.ts';
import { NothingFound } from '../../shared/NothingFound.tsx';
import { language } from '../../shared/preferences.ts';
import { Search } from '../../shared/Search.tsx';
import { t } from '../../shared/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Foot } from '../../ui/Foot.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { VirtualList } from '../../ui/VirtualList.tsx';
import type { WizardState } from '../state.ts';
import { CreateRow } from './CreateRow.tsx';

const ROW_HEIGHT = 73;

/** Step 2: the fields of the new Dinero contacts. */
export function CreateStep({ wizard }: { wizard: WizardState }) {
  const words = t.value.create;
  useEffect(wizard.followNames, [wizard]);
  const countries = useComputed(() =>
    countryNames(language.value).map(({ code, name }) => ({ value: code, label: name })),
  );
  const all = wizard.createRows.value;
  const shown = wizard.createShown.value;
  const names = wizard.createNames.value;
  const nameOf = (customer: Customer) => names.get(customer.id) ?? customer.name;
  if (all.length === 0)
    return (
      <Notice kind="info" title={words.empty} still>
        {words.emptyHint}
      </Notice>
    );
  return (
    <>
      <p class="muted">{words.about}</p>
      <Search label={words.search} query={wizard.createSearch} shown={shown.length} all={all.length} />
      {shown.length === 0 && <NothingFound query={wizard.createSearch} />}
      {shown.length > 0 && (
        <div class="card">
          <div class="create-heads muted small" aria-hidden="true">
            <span>{words.name}</span>
            <span>{words.country}</span>
            <span>{words.kind}</span>
          </div>
          <VirtualList
            label={words.title}
            items={shown}
            keyOf={(customer) => customer.id}
            nameOf={nameOf}
            rowHeight={ROW_HEIGHT}
          >
            {(customer) => (
              <CreateRow
                wizard={wizard}
                customer={customer}
                name={nameOf(customer)}
                countries={countries.value}
              />
            )}
          </VirtualList>
        </div>
      )}
    </>
  );
}

export function CreateFoot({ wizard }: { wizard: WizardState }) {
  const { create: words, wizard: shared, common } = t.value;
  const { creates, incomplete, doubtful } = wizard.createCounts.value;
  const doubtfulIds = new Set(doubtful);
  const needsReview = ({ id }: Customer) => {
    const isDoubtful = doubtfulIds.has(id) || Boolean(wizard.similar.value.get(id)?.length);
    if (!wizard.deleted.value.has(id)) return isDoubtful;
    const answer = wizard.states.value.get(id)?.create?.deleted;
    return answer === undefined || (answer === 'new' && isDoubtful);
  };
  const toReview = wizard.createRows.value.filter(needsReview).length;
  return (
    <Foot
      start={<Button onClick={() => wizard.goTo(previousStep(2, creates))}>{common.back}</Button>}
      actions={
        <Button
          variant="primary"
          blocked={incomplete > 0 ? words.blocks(incomplete) : undefined}
          onClick={() => wizard.goTo(nextStep(2, creates))}
        >
          {shared.next}
        </Button>
      }
    >
      {[creates > 0 && words.willCreate(creates), toReview > 0 && words.toLookAt(toReview)]
        .filter(Boolean)
        .join(' · ')}
    </Foot>
  );
}
