import './import.css';
import type { ContactAction } from '../../../lib/domain/choices.ts';
import type { ContactRow } from '../../../lib/features/sync/index.ts';
import { NothingFound } from '../../shared/NothingFound.tsx';
import { overview } from '../../shared/overview.ts';
import { Search } from '../../shared/Search.tsx';
import { t } from '../../shared/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { VirtualList } from '../../ui/VirtualList.tsx';
import type { Wizard } from '../state.ts';
import { HubChoices } from './HubChoices.tsx';
import { ImportRow } from './ImportRow.tsx';

const ROW_HEIGHT = 49;

/** Step 3: which Dinero customers Effihub gets. */
export function ImportStep({ wizard }: { wizard: Wizard }) {
  const words = t.value.import;
  const all = wizard.importRows.value;
  const shown = wizard.importShown.value;
  const hidden = wizard.hiddenSuppliers.value;
  const names = wizard.importNames.value;
  const nameOf = ({ contact }: ContactRow) => names.get(contact.guid) ?? contact.name;
  const suppliers = (
    <Checkbox
      label={words.suppliers}
      checked={wizard.withSuppliers.value}
      onChange={(checked) => {
        wizard.withSuppliers.value = checked;
      }}
    />
  );
  if (all.length === 0)
    return (
      <>
        <Notice kind="info" title={words.empty} still>
          {words.emptyHint}
          {hidden > 0 && <p>{words.onlySuppliers(hidden)}</p>}
        </Notice>
        {suppliers}
      </>
    );
  return (
    <>
      <p class="muted">{words.about}</p>
      {/* What is pasted gets what the account gives to everybody. */}
      {overview.value?.connection?.source !== 'sheet' && <HubChoices wizard={wizard} />}
      <Search label={words.search} query={wizard.importSearch} shown={shown.length} all={all.length} />
      <div class="import-tools">
        {suppliers}
        <ForAll wizard={wizard} />
      </div>
      {shown.length === 0 && <NothingFound query={wizard.importSearch} />}
      {shown.length > 0 && (
        <div class="card import-rows">
          <VirtualList
            label={words.title}
            items={shown}
            keyOf={(row) => row.contact.guid}
            nameOf={nameOf}
            rowHeight={ROW_HEIGHT}
          >
            {(row) => <ImportRow wizard={wizard} row={row} name={nameOf(row)} />}
          </VirtualList>
        </div>
      )}
    </>
  );
}

/** One action for all rows that the search shows. */
function ForAll({ wizard }: { wizard: Wizard }) {
  const words = t.value.import;
  const forAll = (action: ContactAction, suits: (row: ContactRow) => boolean = () => true) =>
    wizard.chooseContacts(
      wizard.importShown.value
        .filter((row) => row.action !== action && suits(row))
        .map(({ contact }) => contact.guid),
      action,
    );
  return (
    <div class="import-all">
      <Button compact onClick={() => forAll('import', (row) => !row.duplicateOf && row.contact.name !== '')}>
        {words.importAll}
      </Button>
      <Button compact onClick={() => forAll('skip')}>
        {words.skipAll}
      </Button>
      <Button compact onClick={() => forAll('ignore')}>
        {words.ignoreAll}
      </Button>
    </div>
  );
}
