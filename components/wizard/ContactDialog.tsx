import './contact-dialog.css';
import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { Contact, CustomerId } from '../../lib/customer.ts';
import { formats, t } from '../text.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Icon } from '../ui/Icon.tsx';
import { ContactOption } from './ContactOption.tsx';
import type { Wizard } from './state.ts';
import { detailsOf } from './Who.tsx';

export interface ContactDialogProps {
  wizard: Wizard;
  customerId: CustomerId;
  onClose: () => void;
}

/** Chooses the Dinero customer by hand: the suggestions first, then a search over all that are not linked. */
export function ContactDialog({ wizard, customerId, onClose }: ContactDialogProps) {
  const { match: words } = t.value;
  const id = useId();
  const query = useSignal('');
  const active = useSignal(0);
  const list = useRef<HTMLDivElement>(null);
  const row = wizard.index.value.rowOf.get(customerId);
  const chosen = wizard.states.value.get(customerId)?.contactGuid;

  const sections = useComputed(() => sectionsOf(wizard, customerId, query.value));
  const { suggested, others, more } = sections.value;
  const all = [...suggested, ...others];
  const optionId = (place: number) => `${id}-option-${place}`;

  useEffect(() => {
    document.getElementById(optionId(active.value))?.scrollIntoView({ block: 'nearest' });
  }, [active.value]);

  const choose = (contact: Contact | undefined) => {
    if (!contact) return;
    void wizard.chooseContact(customerId, contact.guid);
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const last = all.length - 1;
    const moves: Record<string, number> = {
      ArrowDown: Math.min(active.value + 1, last),
      ArrowUp: Math.max(active.value - 1, 0),
      PageDown: Math.min(active.value + 8, last),
      PageUp: Math.max(active.value - 8, 0),
    };
    const next = moves[event.key];
    if (next !== undefined) active.value = Math.max(next, 0);
    else if (event.key === 'Enter') choose(all[active.value]);
    // A searchbox of its own would only be emptied by the first Escape.
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
  };
  const onClick = (event: MouseEvent) => {
    const option = event.target instanceof Element && event.target.closest<HTMLElement>('[data-place]');
    if (option) choose(all[Number(option.dataset.place)]);
  };
  const options = (contacts: Contact[], from: number) =>
    contacts.map((contact, place) => (
      <ContactOption
        key={contact.guid}
        id={optionId(from + place)}
        wizard={wizard}
        contact={contact}
        reasons={row?.suggestion?.match.candidates.find((each) => each.id === contact.guid)?.reasons ?? []}
        active={active.value === from + place}
        selected={contact.guid === chosen}
        customerId={customerId}
        place={from + place}
      />
    ));
  const activeId = all.length > 0 ? optionId(active.value) : undefined;
  return (
    <Dialog title={words.dialog} closeLabel={t.value.common.close} wide onClose={onClose}>
      {row && (
        <p class="contact-question">
          <span class="clipped">{words.dialogFor(wizard.customerNames.value.get(customerId) ?? '')}</span>
          <span class="clipped muted small">{detailsOf(row.customer)}</span>
        </p>
      )}
      <div class="field-frame">
        <Icon name="search" />
        <input
          type="search"
          aria-label={words.dialogSearch}
          placeholder={words.dialogSearch}
          aria-controls={`${id}-list`}
          aria-activedescendant={activeId}
          autocomplete="off"
          spellcheck={false}
          autofocus
          value={query.value}
          onInput={(event) => {
            query.value = event.currentTarget.value;
            active.value = 0;
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div
        ref={list}
        id={`${id}-list`}
        class="contact-list"
        role="listbox"
        tabIndex={0}
        aria-label={words.dialogList}
        aria-activedescendant={activeId}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        {suggested.length > 0 && (
          <Section id={`${id}-suggested`} title={words.suggestions}>
            {options(suggested, 0)}
          </Section>
        )}
        {others.length > 0 && (
          <Section id={`${id}-others`} title={query.value.trim() ? words.hits : words.others}>
            {options(others, suggested.length)}
          </Section>
        )}
      </div>
      <p class="muted small contact-rest" role="status">
        {all.length === 0 && (query.value.trim() ? words.noContact : words.noContacts)}
        {more > 0 && words.moreContacts(formats.value.number(more))}
      </p>
    </Dialog>
  );
}

function Section({ id, title, children }: { id: string; title: string; children: preact.ComponentChildren }) {
  return (
    <fieldset aria-labelledby={id}>
      <div id={id} class="contact-section">
        {title}
      </div>
      {children}
    </fieldset>
  );
}

/** With a search its hits, otherwise what is chosen and suggested, and then everybody else. */
function sectionsOf(wizard: Wizard, customerId: CustomerId, query: string) {
  const found = wizard.contactSearch.value(query);
  if (query.trim()) return { suggested: [], others: found.contacts, more: found.more };
  const { contacts, rowOf } = wizard.index.value;
  const row = rowOf.get(customerId);
  const chosen = wizard.states.value.get(customerId)?.contactGuid;
  const candidates = row ? wizard.candidatesOf(row).map((candidate) => candidate.id) : [];
  const first = new Set(chosen === undefined ? candidates : [chosen, ...candidates]);
  const suggested = [...first].flatMap((guid) => contacts.get(guid) ?? []);
  const others = found.contacts.filter(({ guid }) => !first.has(guid));
  return { suggested, others, more: found.more };
}
