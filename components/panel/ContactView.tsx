import { useState } from 'preact/hooks';
import type { Company } from '../../lib/domain/company.ts';
import type { Contact } from '../../lib/domain/customer.ts';
import { customerLink } from '../../lib/domain/effihub-page.ts';
import type { ContactCard } from '../../lib/features/panel/index.ts';
import { send } from '../shared/background.ts';
import type { LiveView } from '../shared/live-view.ts';
import { t } from '../shared/text.ts';
import { detailsOf } from '../shared/Who.tsx';
import { Button } from '../ui/Button.tsx';
import { ExternalLink } from '../ui/ExternalLink.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { CardFrame, StateTag } from './CardFrame.tsx';
import { Linked } from './Linked.tsx';
import { SimilarBox, Unlinked } from './Unlinked.tsx';
import { useLiveCard } from './useLiveCard.ts';

type Known = Extract<ContactCard, { state: 'known' }>;

/** On a Dinero contact's page: its Effihub customer, or what can be done about it. */
export function ContactView({ company, number }: { company: Company; number: string }) {
  const words = t.value;
  const { id: connectionId } = company;
  const state = useLiveCard({
    key: `${connectionId}/${number}`,
    connectionId,
    load: (fresh) => send('contactCard', { connectionId, number, fresh }),
    readsPage: true,
  });
  const card = state?.data.value;
  const waits = !card || card.state === 'changing' || (card.state !== 'known' && !state?.isFresh.value);
  if (!state || waits)
    return (
      <CardFrame title={words.panel.thisPage} state={state}>
        {!state?.failure.value && <Skeleton label={words.common.loading} rows={3} />}
      </CardFrame>
    );
  if (card.state === 'unknown')
    return (
      <CardFrame title={words.panel.noContact} state={state}>
        <p class="muted">{words.panel.noContactHint}</p>
        <div class="card-actions">
          <Button icon="sync" onClick={() => state.refresh()}>
            {words.common.tryAgain}
          </Button>
        </div>
      </CardFrame>
    );
  if (card.state === 'ask')
    return (
      <CardFrame title={words.panel.ask} state={state}>
        <SimilarBox
          title={words.panel.list.contacts}
          hint={words.panel.askHint}
          candidates={card.candidates.map(({ linkedTo: _, ...candidate }) => candidate)}
          action={words.panel.itIs}
          busy={state.busy.value}
          onChoose={({ id: contactGuid }) =>
            state.perform(contactGuid, () => send('nameContact', { connectionId, number, contactGuid }))
          }
        />
      </CardFrame>
    );
  const { contact, link, ignored } = card;
  return (
    <CardFrame
      title={contact.name || words.common.unnamed}
      details={detailsOf(contact)}
      tag={<StateTag state={link ? 'linked' : ignored ? 'ignored' : 'unlinked'} />}
      state={state}
    >
      {link ? (
        <LinkedContact company={company} contact={contact} link={link} state={state} />
      ) : ignored ? (
        <IgnoredContact company={company} contact={contact} state={state} />
      ) : (
        <UnlinkedContact key={contact.guid} company={company} contact={contact} card={card} state={state} />
      )}
    </CardFrame>
  );
}

interface PartProps {
  company: Company;
  contact: Contact;
  state: LiveView<ContactCard>;
}

function LinkedContact({ company, contact, link, state }: PartProps & { link: NonNullable<Known['link']> }) {
  const { customerId, name } = link;
  return (
    <Linked
      state={state}
      connectionId={company.id}
      customerId={customerId}
      contactGuid={contact.guid}
      shown={contact.name}
      name={name || t.value.common.unnamed}
    >
      <ExternalLink href={customerLink(company, customerId)}>{t.value.panel.openEffihub}</ExternalLink>
    </Linked>
  );
}

function IgnoredContact({ company, contact, state }: PartProps) {
  const words = t.value.panel;
  const remove = async () => {
    const input = { connectionId: company.id, contactGuid: contact.guid, shown: contact.name };
    const done = await state.perform('unignore', () => send('unignore', input).then(() => true));
    if (done) state.announce(words.unignored);
  };
  return (
    <section class="box">
      <div>
        <p class="card-linked">{words.onIgnoreList}</p>
        <p class="muted">{words.ignoredHint}</p>
      </div>
      <div class="card-actions">
        <Button busy={state.busy.value !== undefined} onClick={remove}>
          {words.unignore}
        </Button>
      </div>
    </section>
  );
}

function UnlinkedContact({ company, contact, card, state }: PartProps & { card: Known }) {
  const words = t.value.panel;
  const { id: connectionId } = company;
  const { guid: contactGuid, name: shown } = contact;
  const [nameless, setNameless] = useState(false);
  const unignore = async () => {
    await state.perform('unignore', () => send('unignore', { connectionId, contactGuid, shown }));
  };
  const ignore = async () => {
    const run = await state.perform('ignore', () => send('ignoreOne', { connectionId, contactGuid, shown }));
    if (run) state.announce(words.ignored, unignore);
  };
  return (
    <Unlinked
      state={state}
      connectionId={connectionId}
      party={contact}
      side="customers"
      similar={card.similar}
      pairWith={(customerId) => ({ customerId, contactGuid })}
      create={(anyway) => send('importOne', { connectionId, contactGuid, anyway, shown })}
      onCreated={() => state.announce(words.imported(contact.name))}
      onMissing={() => setNameless(true)}
      intro={<p class="muted">{words.notLinkedContact}</p>}
      other={
        <Button variant="quiet" busy={state.busy.value !== undefined} onClick={ignore}>
          {words.ignore}
        </Button>
      }
    >
      {nameless && <Notice kind="warning" title={words.missingName} />}
    </Unlinked>
  );
}
