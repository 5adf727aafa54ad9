import './virtual-list.css';
import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualizerOptions,
} from '@tanstack/virtual-core';
import { type ComponentChildren, createContext } from 'preact';
import { useContext, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';

/** The scrolling element of a view, which its lists share. */
export const ScrollArea = createContext<{ current: HTMLElement | null }>({ current: null });

export interface VirtualListProps<Item> {
  /** The accessible name. */
  label: string;
  items: readonly Item[];
  keyOf: (item: Item) => string;
  /** A row's accessible name. */
  nameOf: (item: Item) => string;
  /** Estimated, in pixels; rendered rows are measured. */
  rowHeight: number;
  children: (item: Item) => ComponentChildren;
}

type Options = VirtualizerOptions<HTMLElement, HTMLElement>;

/** Rows rendered outside the visible part, so that Tab and arrow keys find the next one. */
const OVERSCAN = 6;
/** Until the area is measured. */
const FIRST_RECT = { width: 0, height: 600 };

/**
 * A list that renders only its visible rows, and the focused one with its neighbours.
 */
export function VirtualList<Item>(props: VirtualListProps<Item>) {
  const { items, keyOf, nameOf } = props;
  const area = useContext(ScrollArea);
  const list = useRef<HTMLUListElement>(null);
  const focused = useRef<string | undefined>(undefined);
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const [margin, setMargin] = useState(() => area.current?.scrollTop ?? 0);

  const options: Options = {
    count: items.length,
    getScrollElement: () => area.current,
    estimateSize: () => props.rowHeight,
    getItemKey: (index) => keyOf(items[index]!),
    overscan: OVERSCAN,
    scrollMargin: margin,
    initialRect: FIRST_RECT,
    rangeExtractor: (range) => {
      const index = focused.current ? items.findIndex((item) => keyOf(item) === focused.current) : -1;
      const kept = index < 0 ? [] : [index - 1, index, index + 1];
      const inside = kept.filter((each) => each >= 0 && each < items.length);
      return [...new Set([...inside, ...defaultRangeExtractor(range)])].sort((a, b) => a - b);
    },
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => draw(undefined),
  };
  const [virtualizer] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(options));
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());

  // Content above the list moves it when its height changes.
  useLayoutEffect(() => {
    const scroller = area.current;
    if (!scroller || !list.current) return;
    const place = () => {
      if (list.current) setMargin(offsetWithin(scroller, list.current));
    };
    place();
    const observer = new ResizeObserver(place);
    for (const child of scroller.children) observer.observe(child);
    return () => observer.disconnect();
  }, [area]);

  const onFocusIn = (event: FocusEvent) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null;
    const item = row ? items[Number(row.dataset.index)] : undefined;
    focused.current = item && keyOf(item);
  };
  return (
    <ul
      ref={list}
      class="virtual-list"
      aria-label={props.label}
      style={{ height: `${virtualizer.getTotalSize()}px` }}
      onFocusIn={onFocusIn}
      onFocusOut={() => {
        focused.current = undefined;
      }}
    >
      {virtualizer.getVirtualItems().map(({ index, key, start }) => {
        const item = items[index];
        if (item === undefined) return null;
        return (
          <li
            key={key}
            ref={virtualizer.measureElement}
            class="virtual-row"
            data-index={index}
            aria-label={nameOf(item)}
            aria-setsize={items.length}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${start - margin}px)` }}
          >
            {props.children(item)}
          </li>
        );
      })}
    </ul>
  );
}

/** Pixels from the top of the scrolled content to the top of an element in it. */
function offsetWithin(scroller: HTMLElement, element: HTMLElement): number {
  return Math.round(
    element.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop,
  );
}
