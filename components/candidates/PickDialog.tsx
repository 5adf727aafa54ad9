import './candidates.css';
import { type Signal, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useId } from 'preact/hooks';
import { formats, t } from '../shared/text.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Tag } from '../ui/Tag.tsx';

export interface PickItem {
  id: string;
  name: string;
  /** City, CVR number and e-mail. */
  details?: string;
  /** The reasons for a match, in words. */
  reasons?: string;
  /** A Dinero contact that is only a supplier, or is on the ignore list. */
  supplier?: boolean;
  ignored?: boolean;
  /** The customer that it is already chosen for. */
  takenBy?: string;
}

interface PickSection {
  title: string;
  items: PickItem[];
}

export interface PickDialogProps {
  title: string;
  /** The customer whose counterpart is chosen. */
  question?: string;
  details?: string;
  search: string;
  list: string;
  query: Signal<string>;
  sections: readonly PickSection[];
  /** The number of hits that are left out. */
  more: number;
  /** Shown when the list is empty, with a query and without one. */
  nobodyFound: string;
  nobody: string;
  chosen?: string;
  /** An error, above the list. */
  notice?: ComponentChildren;
  onChoose: (id: string) => void;
  onClose: () => void;
}

/** Choose one of many: suggestions first, then a search over all. */
export function PickDialog(props: PickDialogProps) {
  const { query, sections, onChoose, onClose } = props;
  const id = useId();
  const active = useSignal(0);
  const all = sections.flatMap(({ items }) => items);
  const optionId = (place: number) => `${id}-option-${place}`;

  useEffect(() => {
    document.getElementById(optionId(active.value))?.scrollIntoView({ block: 'nearest' });
  }, [active.value]);

  const choose = (item: PickItem | undefined) => {
    if (item) onChoose(item.id);
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
    // A search field alone would only be emptied by the first Escape.
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
  };
  const onClick = (event: MouseEvent) => {
    const option = event.target instanceof Element && event.target.closest<HTMLElement>('[data-place]');
    if (option) choose(all[Number(option.dataset.place)]);
  };
  const activeId = all.length > 0 ? optionId(active.value) : undefined;
  let place = 0;
  return (
    <Dialog title={props.title} closeLabel={t.value.common.close} wide onClose={onClose}>
      {props.question && (
        <p class="pick-question">
          <span class="clipped">{props.question}</span>
          <span class="clipped muted small">{props.details}</span>
        </p>
      )}
      <div class="field-frame">
        <Icon name="search" />
        <input
          type="search"
          aria-label={props.search}
          placeholder={props.search}
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
      {props.notice}
      <div
        id={`${id}-list`}
        class="pick-list"
        role="listbox"
        tabIndex={0}
        aria-label={props.list}
        aria-activedescendant={activeId}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        {sections.map(
          ({ title, items }, number) =>
            items.length > 0 && (
              <fieldset key={title} aria-labelledby={`${id}-section-${number}`}>
                <div id={`${id}-section-${number}`} class="pick-section">
                  {title}
                </div>
                {items.map((item) => {
                  const here = place;
                  place += 1;
                  return (
                    <PickOption
                      key={item.id}
                      id={optionId(here)}
                      item={item}
                      active={active.value === here}
                      selected={item.id === props.chosen}
                      place={here}
                    />
                  );
                })}
              </fieldset>
            ),
        )}
      </div>
      <p class="muted small pick-rest" role="status">
        {all.length === 0 && (query.value.trim() ? props.nobodyFound : props.nobody)}
        {props.more > 0 && t.value.match.moreContacts(formats.value.number(props.more))}
      </p>
    </Dialog>
  );
}

interface PickOptionProps {
  /** The element's id. */
  id: string;
  item: PickItem;
  /** The arrow keys are here. */
  active: boolean;
  /** The current choice. */
  selected: boolean;
  /** Its index in the list. */
  place: number;
}

/** The accessible name is the customer's alone; everything else is its description. */
function PickOption({ id, item, active, selected, place }: PickOptionProps) {
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
        <CandidateNotes item={item} />
      </span>
    </div>
  );
}

/** What to know before choosing somebody. */
export function CandidateNotes({
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
