import type { ComponentChildren } from 'preact';
import { t } from '../shared/text.ts';
import { Icon } from '../ui/Icon.tsx';
import { Tag } from '../ui/Tag.tsx';

export interface PickItem {
  id: string;
  name: string;
  /** What it can be recognised by. */
  details?: string;
  /** Why it may be the one, in words. */
  reasons?: string;
  /** A Dinero contact that is a supplier only, or on the ignore list. */
  supplier?: boolean;
  ignored?: boolean;
  /** The customer that it has been chosen for already. */
  takenBy?: string;
}

export interface PickOptionProps {
  /** The element's. */
  id: string;
  item: PickItem;
  /** Where the arrow keys are. */
  active: boolean;
  /** Chosen as things stand. */
  selected: boolean;
  /** Its number in the list. */
  place: number;
}

/** Named by the customer alone; everything else describes it. */
export function PickOption({ id, item, active, selected, place }: PickOptionProps) {
  const { name, details } = item;
  return (
    <div
      id={id}
      class={active ? 'pick-option pick-option-active' : 'pick-option'}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      aria-describedby={`${id}-about ${id}-details`}
      data-place={place}
    >
      <span class="pick-mark">{selected && <Icon name="check" />}</span>
      <span class="pick-words">
        <span class="clipped">{name}</span>
        {details && (
          <span class="clipped muted small" id={`${id}-details`} aria-hidden="true">
            {details}
          </span>
        )}
      </span>
      <span class="pick-about" id={`${id}-about`} aria-hidden="true">
        <PickNotes item={item} />
      </span>
    </div>
  );
}

/** What there is to know before choosing somebody. */
export function PickNotes({
  item,
}: {
  item: Pick<PickItem, 'reasons' | 'supplier' | 'ignored' | 'takenBy'>;
}): ComponentChildren {
  const words = t.value.match;
  return (
    <>
      {item.reasons && <span class="muted small">{item.reasons}</span>}
      {item.supplier && <Tag>{words.supplier}</Tag>}
      {item.ignored && <Tag icon="ban">{words.ignored}</Tag>}
      {item.takenBy && <Tag icon="link">{words.takenBy(item.takenBy)}</Tag>}
    </>
  );
}
