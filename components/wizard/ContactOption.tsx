import type { Contact, CustomerId } from '../../lib/customer.ts';
import { isDebtor } from '../../lib/customer.ts';
import { t } from '../text.ts';
import { Icon } from '../ui/Icon.tsx';
import { Tag } from '../ui/Tag.tsx';
import { reasonsInWords } from './reasons.ts';
import type { Wizard } from './state.ts';
import { detailsOf } from './Who.tsx';

export interface ContactOptionProps {
  id: string;
  wizard: Wizard;
  contact: Contact;
  reasons: readonly string[];
  /** Where the arrow keys are. */
  active: boolean;
  /** Chosen as things stand. */
  selected: boolean;
  /** For whom the dialog is. */
  customerId: CustomerId;
  /** Its number in the list. */
  place: number;
}

/** Named by the contact alone; everything else describes it. */
export function ContactOption(props: ContactOptionProps) {
  const { id, wizard, contact, active, selected } = props;
  const { match: words, common } = t.value;
  const name = wizard.contactNames.value.get(contact.guid) ?? (contact.name || common.unnamed);
  const other = wizard.matchedWith.value.get(contact.guid);
  const takenBy =
    other !== undefined && other !== props.customerId ? wizard.customerNames.value.get(other) : '';
  const reasons = reasonsInWords(props.reasons);
  const details = detailsOf(contact);
  return (
    <div
      id={id}
      class={active ? 'contact-option contact-option-active' : 'contact-option'}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      aria-describedby={`${id}-about ${id}-details`}
      data-place={props.place}
    >
      <span class="contact-mark">{selected && <Icon name="check" />}</span>
      <span class="contact-words">
        <span class="clipped">{name}</span>
        {details && (
          <span class="clipped muted small" id={`${id}-details`} aria-hidden="true">
            {details}
          </span>
        )}
      </span>
      <span class="contact-about" id={`${id}-about`} aria-hidden="true">
        {reasons && <span class="muted small">{reasons}</span>}
        {!isDebtor(contact) && <Tag>{words.supplier}</Tag>}
        {wizard.index.value.ignored.has(contact.guid) && <Tag icon="ban">{words.ignored}</Tag>}
        {takenBy && <Tag icon="link">{words.takenBy(takenBy)}</Tag>}
      </span>
    </div>
  );
}
