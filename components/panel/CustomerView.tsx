import { useState } from 'preact/hooks';
import { countryNames } from '../../lib/countries.ts';
import type { Customer } from '../../lib/customer.ts';
import { contactsUrl, contactUrl } from '../../lib/dinero/page-url.ts';
import type { CreateChoice } from '../../lib/flow.ts';
import type { Candidate, CustomerCard } from '../../lib/page/card.ts';
import type { Company } from '../../lib/page/place.ts';
import { createFields } from '../../lib/sync/create.ts';
import { send } from '../background.ts';
import { language } from '../preferences.ts';
import { t } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { ExternalLink } from '../ui/ExternalLink.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Select } from '../ui/Select.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Tag } from '../ui/Tag.tsx';
import { TextField } from '../ui/TextField.tsx';
import { detailsOf } from '../wizard/Who.tsx';
import { CardFrame } from './CardFrame.tsx';
import { type CardState, unlink } from './card.ts';
import { FindDialog } from './FindDialog.tsx';
import { Similar } from './Similar.tsx';
import { useCard } from './useCard.ts';

export interface CustomerViewProps {
  company: Company;
  customerId: string;
  /** The address names the account. */
  named: boolean;
}

/** An Effihub customer's page: who it is in Dinero, or one click that makes it one. */
export function CustomerView({ company, customerId, named }: CustomerViewProps) {
  const words = t.value;
  const { id: connectionId } = company;
  const state = useCard(`${connectionId}/${customerId}`, connectionId, (fresh) =>
    send('customerCard', { connectionId, customerId, fresh }),
  );
  const card = state?.card.value;
  if (!state || !card || (!card.customer && !state.isFresh.value))
    return (
      <CardFrame title={words.panel.thisPage} state={state}>
        {!state?.failure.value && <Skeleton label={words.common.loading} rows={3} />}
      </CardFrame>
    );
  const { customer, link } = card;
  if (!customer)
    return (
      <CardFrame title={words.panel.noCustomer} state={state}>
        <p class="muted">{words.panel.noCustomerHint(company.accountName)}</p>
      </CardFrame>
    );
  const linked = link?.state === 'ok';
  return (
    <CardFrame
      title={customer.name || words.common.unnamed}
      details={detailsOf(customer)}
      tag={<StateTag state={link ? (linked ? 'linked' : 'broken') : 'unlinked'} />}
      state={state}
    >
      {!named && !card.headed ? (
        <Notice kind="warning" title={words.panel.notHeaded}>
          <p>{words.panel.notHeadedHint(customer.name, company.accountName)}</p>
        </Notice>
      ) : linked ? (
        <Linked company={company} customer={customer} link={link} state={state} />
      ) : (
        <Unlinked key={customer.id} company={company} customer={customer} card={card} state={state} />
      )}
    </CardFrame>
  );
}

export function StateTag({ state }: { state: keyof ReturnType<typeof statesInWords> }) {
  const icon = { linked: 'link', unlinked: 'link-off', broken: 'link-off', ignored: 'ban' } as const;
  const tone = { linked: 'success', unlinked: 'neutral', broken: 'danger', ignored: 'neutral' } as const;
  return (
    <Tag icon={icon[state]} tone={tone[state]}>
      {statesInWords()[state]}
    </Tag>
  );
}

const statesInWords = () => t.value.panel.states;

interface PartProps {
  company: Company;
  customer: Customer;
  state: CardState<CustomerCard>;
}

function Linked({ company, customer, link, state }: PartProps & { link: NonNullable<CustomerCard['link']> }) {
  const words = t.value.panel;
  const [copied, setCopied] = useState('');
  const { contactGuid, number } = link;
  const name = link.name || words.unknownContact;
  const href = number ? contactUrl(company.organizationId, number) : contactsUrl(company.organizationId);
  // Without its number only the list can be opened: there the name is what one searches for.
  const copy = () => {
    if (number || !link.name) return;
    void navigator.clipboard.writeText(link.name).then(
      () => setCopied(link.name),
      () => undefined,
    );
  };
  const remove = () =>
    unlink(state, { connectionId: company.id, customerId: customer.id, contactGuid }, words.unlinked);
  return (
    <section class="box">
      <p class="card-linked">{words.syncedWith(name)}</p>
      <div class="card-actions">
        <ExternalLink href={href} onClick={copy}>
          {words.openDinero}
        </ExternalLink>
        <Button busy={state.busy.value === 'unlink'} onClick={remove}>
          {words.unlink}
        </Button>
      </div>
      <p class={copied ? 'muted small' : 'hidden-visually'} role="status">
        {copied && words.nameCopied(copied)}
      </p>
    </section>
  );
}

function Unlinked({ company, customer, card, state }: PartProps & { card: CustomerCard }) {
  const words = t.value.panel;
  const { id: connectionId } = company;
  const { id: customerId } = customer;
  const [choice, setChoice] = useState<CreateChoice>({});
  const [missing, setMissing] = useState<readonly string[]>([]);
  /** Found at the click; until then the card's own. */
  const [found, setFound] = useState<Candidate[]>();
  const [picking, setPicking] = useState(false);
  const similar = found ?? card.similar;
  const busy = state.busy.value;

  const create = async (anyway: boolean) => {
    const filled = missing.includes('country') ? { countryCode: 'DK', ...choice } : choice;
    const outcome = await state.act('create', () =>
      send('createOne', { connectionId, customerId, create: filled, anyway }),
    );
    if (!outcome) return;
    if (outcome.done) return state.say(words.created(createFields(customer, filled).name));
    if ('similar' in outcome) setFound(outcome.similar);
    // What was asked for stays: its answer is only here.
    else setMissing((before) => [...new Set([...before, ...outcome.missing])]);
  };
  const matchWith = async (contactGuid: string, name: string) => {
    const run = await state.act(contactGuid, () =>
      send('matchOne', { connectionId, customerId, contactGuid }),
    );
    if (run) state.say(words.matched(name));
  };

  if (customer.archivedAt) return <p class="muted">{words.archived}</p>;
  const asked = found !== undefined && found.length > 0;
  return (
    <>
      {card.link ? (
        <Notice kind="warning" still title={words.brokenHint} />
      ) : (
        <p class="muted">{words.notLinkedCustomer}</p>
      )}
      {similar.length > 0 && (
        <Similar
          title={words.similarContacts}
          hint={words.similarFirst}
          warning={asked ? words.notCreated : undefined}
          candidates={similar}
          action={words.matchWith}
          busy={busy}
          onChoose={({ id, name }) => matchWith(id, name)}
        />
      )}
      {missing.length > 0 && (
        <Missing customer={customer} missing={missing} choice={choice} onChange={setChoice} />
      )}
      <div class="card-actions">
        <Button onClick={() => setPicking(true)}>{words.match}</Button>
        <Button
          variant={similar.length > 0 ? 'secondary' : 'primary'}
          busy={busy === 'create'}
          onClick={() => create(asked)}
        >
          {asked ? words.createAnyway : words.create}
        </Button>
      </div>
      {picking && (
        <FindDialog
          connectionId={connectionId}
          side="contacts"
          name={customer.name}
          details={detailsOf(customer)}
          suggested={similar}
          onChoose={(guid, name) => {
            setPicking(false);
            void matchWith(guid, name);
          }}
          onClose={() => setPicking(false)}
        />
      )}
    </>
  );
}

interface MissingProps {
  customer: Customer;
  missing: readonly string[];
  choice: CreateChoice;
  onChange: (choice: CreateChoice) => void;
}

/** What Dinero cannot do without, asked for in place. */
function Missing({ customer, missing, choice, onChange }: MissingProps) {
  const { panel: words, create } = t.value;
  const countries = countryNames(language.value).map(({ code, name }) => ({ value: code, label: name }));
  const { countryCode, name } = createFields(customer, choice);
  return (
    <fieldset class="box" aria-label={words.missing}>
      <Notice kind="info" title={words.missing} />
      {missing.includes('name') && (
        <TextField
          label={words.name}
          required
          autoFocus
          value={choice.name ?? customer.name}
          error={name ? undefined : create.missing.name}
          onInput={(text) => onChange({ ...choice, name: text })}
        />
      )}
      {missing.includes('country') && (
        <Select
          label={words.country}
          value={countryCode}
          options={countryCode ? countries : [{ value: '', label: create.chooseCountry }, ...countries]}
          onChange={(code) => onChange({ ...choice, countryCode: code })}
        />
      )}
    </fieldset>
  );
}
