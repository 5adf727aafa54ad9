import type { DeletedAnswer } from '../../../lib/domain/choices.ts';
import type { CreateFields } from '../../../lib/domain/create-fields.ts';
import type { Customer } from '../../../lib/domain/customer.ts';
import { sendable } from '../../../lib/domain/text.ts';
import { vatNumberFor } from '../../../lib/domain/vat-number.ts';
import { t } from '../../shared/text.ts';
import { Button } from '../../ui/Button.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { Select } from '../../ui/Select.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { WizardState } from '../state.ts';

const DELETED_ANSWERS: readonly DeletedAnswer[] = ['restore', 'new'];

export interface CreateRowProps {
  wizard: WizardState;
  customer: Customer;
  /** The customer's name in this list. */
  name: string;
  countries: readonly { value: string; label: string }[];
}

export function CreateRow({ wizard, customer, name, countries }: CreateRowProps) {
  const { create: words, wizard: shared } = t.value;
  const choice = wizard.states.value.get(customer.id)?.create ?? {};
  const { fields, missing } = wizard.checkOf(customer);
  const deleted = wizard.deleted.value.get(customer.id);
  // Restored as it is in Dinero: nothing is sent.
  const isRestored = deleted !== undefined && choice.deleted === 'restore';
  return (
    <div class="row create-row">
      <TextField
        label={words.nameFor(name)}
        hideLabel
        compact
        required
        value={choice.name ?? customer.name}
        error={missing.includes('name') ? words.missing.name : undefined}
        onInput={(text) => wizard.setCreate(customer.id, { name: text })}
      />
      <div class="create-country">
        <Select
          label={words.countryFor(name)}
          hideLabel
          compact
          value={fields.countryCode}
          options={fields.countryCode ? countries : [{ value: '', label: words.chooseCountry }, ...countries]}
          error={missing.includes('country') ? words.missing.country : undefined}
          onChange={(countryCode) => wizard.setCreate(customer.id, { countryCode })}
        />
        {fields.countryAssumed && <Tag icon="info">{words.assumed}</Tag>}
      </div>
      {fields.kindAsked ? (
        <Select
          label={words.kindFor(name)}
          hideLabel
          compact
          value={fields.isPerson ? 'person' : 'company'}
          options={[
            { value: 'company', label: words.kinds.company },
            { value: 'person', label: words.kinds.person },
          ]}
          onChange={(kind) => wizard.setCreate(customer.id, { isPerson: kind === 'person' })}
        />
      ) : (
        <span class="create-kind muted">{fields.isPerson ? words.kinds.person : words.kinds.company}</span>
      )}
      <Button
        compact
        variant="quiet"
        label={words.skipFor(name)}
        onClick={(event) => {
          focusNeighbour(event.currentTarget);
          void wizard.setAction(customer.id, 'skip');
        }}
      >
        {words.skip}
      </Button>
      <div class="create-about small">
        <span class="muted clipped">
          {isRestored ? words.deleted.restoredAs(deleted) : sentInWords(customer, fields)}
        </span>
        {!isRestored && <Warnings wizard={wizard} customer={customer} />}
        {deleted !== undefined && (
          <>
            <Tag icon="warning" tone="warning">
              {words.deleted.was(deleted)}
            </Tag>
            <RadioGroup
              label={words.deleted.choiceFor(name)}
              hideLabel
              segmented
              value={choice.deleted}
              options={DELETED_ANSWERS.map((answer) => ({
                value: answer,
                label: words.deleted.answers[answer],
              }))}
              onChange={(answer) => wizard.setCreate(customer.id, { deleted: answer })}
            />
          </>
        )}
        {wizard.hasChanged(customer) && (
          <Tag icon="clock" tone="warning">
            {shared.changed}
          </Tag>
        )}
      </div>
    </div>
  );
}

function Warnings({ wizard, customer }: { wizard: WizardState; customer: Customer }) {
  const words = t.value.create;
  const texts = wizard.checkOf(customer).warnings.map((warning) => words.warnings[warning]);
  for (const { guid, name } of wizard.similar.value.get(customer.id) ?? [])
    texts.push(words.duplicate(wizard.contactNames.value.get(guid) ?? name));
  return texts.map((text) => (
    <Tag key={text} icon="warning" tone="warning">
      {text}
    </Tag>
  ));
}

/** What is sent besides name, country and kind. */
function sentInWords(
  { vatNumber, street, zipCode, city, email, phone }: Customer,
  { isPerson, countryCode }: CreateFields,
) {
  const { create: words, wizard: shared } = t.value;
  const town = [zipCode, city].filter(Boolean).join(' ');
  const vat = isPerson ? undefined : vatNumberFor(vatNumber, countryCode);
  const details = [vat && shared.cvr(vat), street, town, sendable(email), sendable(phone)];
  const text = details.filter(Boolean).join(' · ');
  return text ? words.sent(text) : words.sentNothing;
}

/** The row is about to disappear: keeps the focus in the list. */
function focusNeighbour(button: EventTarget | null) {
  const row = button instanceof Element ? button.closest('li') : null;
  const neighbour = row?.nextElementSibling ?? row?.previousElementSibling;
  const target = neighbour?.querySelector('button') ?? document.querySelector('h1');
  if (target instanceof HTMLElement) target.focus();
}
