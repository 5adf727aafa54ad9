import './create.css';
import { useComputed } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { countryNames } from '../../../lib/domain/countries.ts';
import type { Customer } from '../../../lib/domain/customer.ts';
import { NothingFound } from '../../shared/NothingFound.tsx';
import { language } from '../../shared/preferences.ts';
import { Search } from '../../shared/Search.tsx';
import { t } from '../../shared/text.ts';
import { Notice } from '../../ui/Notice.tsx';
import { VirtualList } from '../../ui/VirtualList.tsx';
import type { Wizard } from '../state.ts';
import { CreateRow } from './CreateRow.tsx';

const ROW_HEIGHT = 73;

/** Step 2: what the new Dinero contacts get. */
export function CreateStep({ wizard }: { wizard: Wizard }) {
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
