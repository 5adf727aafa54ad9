import { useState } from 'preact/hooks';
import type { Contact } from '../../lib/customer.ts';
import { customerUrl } from '../../lib/effihub/page-url.ts';
import type { Candidate, ContactCard } from '../../lib/page/card.ts';
import type { Company } from '../../lib/page/place.ts';
import { send } from '../background.ts';
import { t } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { ExternalLink } from '../ui/ExternalLink.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { detailsOf } from '../wizard/Who.tsx';
import { CardFrame } from './CardFrame.tsx';
import { StateTag } from './CustomerView.tsx';
import { type CardState, unlink } from './card.ts';
import { FindDialog } from './FindDialog.tsx';
import { Similar } from './Similar.tsx';
import { useCard } from './useCard.ts';

type Known = Extract<ContactCard, { state: 'known' }>;

/** A Dinero contact's page: who it is in Effihub, or what can be done about it. */
export function ContactView({ company, number }: { company: Company; number: string }) {
  const words = t.value;
  const { id: connectionId } = company;
  const state = useCard(`${connectionId}/${number}`, connectionId, (fresh) =>
    send('contactCard', { connectionId, number, fresh }),
  );
  const card = state?.card.value;
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
          <Button icon="sync" onClick={() => state.read()}>
            {words.common.tryAgain}
          </Button>
        </div>
      </CardFrame>
    );
  if (card.state === 'ask')
    return (
      <CardFrame title={words.panel.ask} state={state}>
        <Similar
          title={words.panel.list.contacts}
          hint={words.panel.askHint}
          candidates={card.candidates.map(({ linkedTo: _, ...candidate }) => candidate)}
          action={words.panel.itIs}
          busy={state.busy.value}
          onChoose={({ id: contactGuid }) =>
            state.act(contactGuid, () => send('nameContact', { connectionId, number, contactGuid }))
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
        <Linked company={company} contact={contact} link={link} state={state} />
      ) : ignored ? (
        <Ignored company={company} contact={contact} state={state} />
      ) : (
        <Unlinked key={contact.guid} company={company} contact={contact} card={card} state={state} />
      )}
    </CardFrame>
  );
}

interface PartProps {
  company: Company;
  contact: Contact;
  state: CardState<ContactCard>;
}

function Linked({ company, contact, link, state }: PartProps & { link: NonNullable<Known['link']> }) {
  const words = t.value.panel;
  const { customerId, name } = link;
  const remove = () =>
    unlink(state, { connectionId: company.id, customerId, contactGuid: contact.guid }, words.unlinked);
  return (
    <section class="box">
      <p class="card-linked">{words.syncedWith(name || t.value.common.unnamed)}</p>
      <div class="card-actions">
        <ExternalLink href={customerUrl(company.subdomain, customerId)}>{words.openEffihub}</ExternalLink>
        <Button busy={state.busy.value === 'unlink'} onClick={remove}>
          {words.unlink}
        </Button>
      </div>
    </section>
  );
}

function Ignored({ company, contact, state }: PartProps) {
  const words = t.value.panel;
  const remove = async () => {
    const input = { connectionId: company.id, contactGuid: contact.guid };
    const done = await state.act('unignore', () => send('unignore', input).then(() => true));
    if (done) state.say(words.unignored);
  };
  return (
    <section class="box">
      <div>
        <p class="card-linked">{words.onIgnoreList}</p>
        <p class="muted">{words.ignoredHint}</p>
      </div>
      <div class="card-actions">
        <Button busy={state.busy.value === 'unignore'} onClick={remove}>
          {words.unignore}
        </Button>
      </div>
    </section>
  );
}

function Unlinked({ company, contact, card, state }: PartProps & { card: Known }) {
  const words = t.value.panel;
  const { id: connectionId } = company;
  const { guid: contactGuid } = contact;
  /** Found at the click; until then the card's own. */
  const [found, setFound] = useState<Candidate[]>();
  const [nameless, setNameless] = useState(false);
  const [picking, setPicking] = useState(false);
  const similar = found ?? card.similar;
  const busy = state.busy.value;
  const asked = found !== undefined && found.length > 0;

  const importIt = async (anyway: boolean) => {
    const outcome = await state.act('import', () => send('importOne', { connectionId, contactGuid, anyway }));
    if (!outcome) return;
    if (outcome.done) return state.say(words.imported(contact.name));
    if ('similar' in outcome) setFound(outcome.similar);
    else setNameless(true);
  };
  const matchWith = async (customerId: string, name: string) => {
    const run = await state.act(customerId, () =>
      send('matchOne', { connectionId, customerId, contactGuid }),
    );
    if (run) state.say(words.matched(name));
  };
  const ignore = async () => {
    const run = await state.act('ignore', () => send('ignoreOne', { connectionId, contactGuid }));
    if (run)
      state.say(
        words.ignored,
        async () => void (await state.act('unignore', () => send('unignore', { connectionId, contactGuid }))),
      );
  };
  return (
    <>
      <p class="muted">{words.notLinkedContact}</p>
      {similar.length > 0 && (
        <Similar
          title={words.similarCustomers}
          hint={words.similarFirst}
          warning={asked ? words.notImported : undefined}
          candidates={similar}
          action={words.matchWith}
          busy={busy}
          onChoose={({ id, name }) => matchWith(id, name)}
        />
      )}
      {nameless && <Notice kind="warning" title={words.missingName} />}
      <div class="card-actions">
        <Button variant="quiet" busy={busy === 'ignore'} onClick={ignore}>
          {words.ignore}
        </Button>
        <Button onClick={() => setPicking(true)}>{words.match}</Button>
        <Button
          variant={similar.length > 0 ? 'secondary' : 'primary'}
          busy={busy === 'import'}
          onClick={() => importIt(asked)}
        >
          {asked ? words.importAnyway : words.import}
        </Button>
      </div>
      {picking && (
        <FindDialog
          connectionId={connectionId}
          side="customers"
          name={contact.name}
          details={detailsOf(contact)}
          suggested={similar}
          onChoose={(id, name) => {
            setPicking(false);
            void matchWith(id, name);
          }}
          onClose={() => setPicking(false)}
        />
      )}
    </>
  );
}
