import { useState } from 'preact/hooks';
import type { CreateChoice } from '../../lib/domain/choices.ts';
import type { Company } from '../../lib/domain/company.ts';
import { ASSUMED_COUNTRY, createFields } from '../../lib/domain/create-fields.ts';
import type { Customer } from '../../lib/domain/customer.ts';
import { contactsUrl, contactUrl } from '../../lib/domain/dinero-page.ts';
import type { CustomerCard } from '../../lib/features/panel/index.ts';
import { send } from '../shared/background.ts';
import type { LiveView } from '../shared/live-view.ts';
import { t } from '../shared/text.ts';
import { detailsOf } from '../shared/Who.tsx';
import { ExternalLink } from '../ui/ExternalLink.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { CardFrame, StateTag } from './CardFrame.tsx';
import { Linked } from './Linked.tsx';
import { MissingFields } from './MissingFields.tsx';
import { Unlinked } from './Unlinked.tsx';
import { useLiveCard } from './useLiveCard.ts';

export interface CustomerViewProps {
  company: Company;
  customerId: string;
  /** The address names the account. */
  isNamed: boolean;
}

/** On an Effihub customer's page: its Dinero contact, or one click that creates one. */
export function CustomerView({ company, customerId, isNamed }: CustomerViewProps) {
  const words = t.value;
  const { id: connectionId } = company;
  const state = useLiveCard({
    key: `${connectionId}/${customerId}`,
    connectionId,
    load: (fresh) => send('customerCard', { connectionId, customerId, fresh }),
    readsPage: !isNamed,
  });
  const card = state?.data.value;
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
      {!isNamed && !card.isInHeading ? (
        <Notice kind="warning" title={words.panel.notHeaded}>
          <p>{words.panel.notHeadedHint(customer.name, company.accountName)}</p>
        </Notice>
      ) : linked ? (
        <LinkedCustomer company={company} customer={customer} link={link} state={state} />
      ) : (
        <UnlinkedCustomer key={customer.id} company={company} customer={customer} card={card} state={state} />
      )}
    </CardFrame>
  );
}

interface PartProps {
  company: Company;
  customer: Customer;
  state: LiveView<CustomerCard>;
}

function LinkedCustomer({
  company,
  customer,
  link,
  state,
}: PartProps & { link: NonNullable<CustomerCard['link']> }) {
  const words = t.value.panel;
  const [copied, setCopied] = useState('');
  const { contactGuid, number, name } = link;
  const href = number ? contactUrl(company.organizationId, number) : contactsUrl(company.organizationId);
  // Without its number only the list of contacts can be opened, where the user searches for the name.
  const copy = () => {
    if (number || !name) return;
    void navigator.clipboard.writeText(name).then(
      () => setCopied(name),
      () => undefined,
    );
  };
  return (
    <Linked
      state={state}
      connectionId={company.id}
      customerId={customer.id}
      contactGuid={contactGuid}
      shown={customer.name}
      name={name || words.unknownContact}
      note={
        <p class={copied ? 'muted small' : 'hidden-visually'} role="status">
          {copied && words.nameCopied(copied)}
        </p>
      }
    >
      <ExternalLink href={href} onClick={copy}>
        {words.openDinero}
      </ExternalLink>
    </Linked>
  );
}

function UnlinkedCustomer({ company, customer, card, state }: PartProps & { card: CustomerCard }) {
  const words = t.value.panel;
  const { id: connectionId } = company;
  const { id: customerId } = customer;
  const [choice, setChoice] = useState<CreateChoice>({});
  const [missing, setMissing] = useState<readonly ('name' | 'country')[]>([]);
  if (customer.archivedAt)
    return <p class="muted">{company.source === 'sheet' ? words.notInTable : words.archived}</p>;
  // The proposed country counts only once the user has seen it.
  const create = missing.includes('country') ? { countryCode: ASSUMED_COUNTRY, ...choice } : choice;
  return (
    <Unlinked
      state={state}
      connectionId={connectionId}
      party={customer}
      side="contacts"
      similar={card.similar}
      pairWith={(contactGuid) => ({ customerId, contactGuid })}
      create={(anyway, deleted) =>
        send('createOne', {
          connectionId,
          customerId,
          create: { ...create, deleted },
          anyway,
          shown: customer.name,
        })
      }
      onCreated={(deleted) =>
        state.announce(
          deleted === 'restore' ? words.restored : words.created(createFields(customer, create).name),
        )
      }
      // Fields asked for before stay: their values are only here.
      onMissing={(more) => setMissing((before) => [...new Set([...before, ...more])])}
      intro={
        card.link ? (
          <Notice kind="warning" still title={words.brokenHint} />
        ) : (
          <p class="muted">{words.notLinkedCustomer}</p>
        )
      }
    >
      {missing.length > 0 && (
        <MissingFields customer={customer} missing={missing} choice={choice} onChange={setChoice} />
      )}
    </Unlinked>
  );
}
