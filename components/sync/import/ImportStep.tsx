import './import.css';
import type { ContactAction } from '../../../lib/domain/choices.ts';
import { type ContactRow, previousStep } from '../../../lib/features/sync/index.ts';
import { NothingFound } from '../../shared/NothingFound.tsx';
import { overview } from '../../shared/overview.ts';
import { Search } from '../../shared/Search.tsx';
import { t } from '../../shared/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Foot } from '../../ui/Foot.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { VirtualList } from '../../ui/VirtualList.tsx';
import type { WizardState } from '../state.ts';
import { HubChoices } from './HubChoices.tsx';
import { ImportRow } from './ImportRow.tsx';

const ROW_HEIGHT = 49;

/** Step 3: imports Dinero's customers into Effihub. */
export function ImportStep({ wizard }: { wizard: WizardState }) {
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
      {/* Pasted customers get the account's own defaults. */}
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

/** Applies one action to all rows that the search shows. */
function ForAll({ wizard }: { wizard: WizardState }) {
  const words = t.value.import;
  const forAll = (action: ContactAction, applies: (row: ContactRow) => boolean = () => true) =>
    wizard.chooseContacts(
      wizard.importShown.value
        .filter((row) => row.action !== action && applies(row))
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

/** What the run will do, in this order. */
const KINDS = ['link', 'create', 'import', 'ignore'] as const;

export function ImportFoot({ wizard }: { wizard: WizardState }) {
  const { import: words, match, common } = t.value;
  const counts = wizard.plan.value;
  const conflicts = wizard.conflicts.value.size;
  const will = KINDS.filter((kind) => counts[kind] > 0).map((kind) => words.will[kind](counts[kind]));
  const starting = wizard.starting.value;
  return (
    <Foot
      start={<Button onClick={() => wizard.goTo(previousStep(3, counts.create))}>{common.back}</Button>}
      actions={
        <Button
          variant="primary"
          busy={starting}
          blocked={conflicts > 0 ? match.twiceBlocks(conflicts) : undefined}
          onClick={wizard.start}
        >
          {words.save}
        </Button>
      }
    >
      {starting ? words.saving : will.length > 0 ? will.join(', ') : words.nothing}
    </Foot>
  );
}
