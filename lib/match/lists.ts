/** Many short lists of numbers in one array: little memory, and quick to build for long customer lists. */
import { eachOf, type Steps, within } from './steps.ts';

/**
 * Lists of numbers under the keys 0 to keys - 1. Made in two rounds over the same data: `count` every entry, `open`,
 * then `add` every entry. A list is `entries[start[key]]` up to, not including, `entries[start[key + 1]]`.
 */
export class Lists {
  readonly start: Int32Array;
  entries: Int32Array = new Int32Array(0);

  constructor(keys: number) {
    this.start = new Int32Array(keys + 1);
  }

  count(key: number): void {
    this.start[key]!++;
  }

  /** Makes room for what was counted. */
  open(): void {
    let end = 0;
    for (let key = 0; key < this.start.length; key++) {
      end += this.start[key]!;
      this.start[key] = end;
    }
    this.entries = new Int32Array(end);
  }

  /** Fills a list from its end: the last added stands first. */
  add(key: number, value: number): void {
    this.entries[--this.start[key]!] = value;
  }

  size(key: number): number {
    return this.start[key + 1]! - this.start[key]!;
  }
}

/** Lists under hashes. Two hashes may share a list, so who reads one looks at each entry itself. */
export class HashedLists extends Lists {
  private readonly mask: number;

  /** @param entries about how many there will be */
  constructor(entries: number) {
    const keys = 2 ** Math.ceil(Math.log2(Math.max(entries, 16)));
    super(keys);
    this.mask = keys - 1;
  }

  keyOf(hash: number): number {
    return (hash ^ (hash >>> 15)) & this.mask;
  }
}

const BEGIN = 2166136261;
const extend = (hash: number, code: number): number => Math.imul(hash ^ code, 16777619);

/** Hash of a text, or of its first letters. */
export function hashOf(text: string, letters = text.length): number {
  let hash = BEGIN;
  for (let i = 0; i < letters; i++) hash = extend(hash, text.charCodeAt(i));
  return hash;
}

/** Hash of the text without its letter at `skip`; of the whole text when there is none. */
export function hashWithout(text: string, skip: number): number {
  let hash = BEGIN;
  for (let i = 0; i < text.length; i++) if (i !== skip) hash = extend(hash, text.charCodeAt(i));
  return hash;
}

/** Hash of two numbers in either order. */
export const hashOfPair = (a: number, b: number): number =>
  Math.imul(Math.imul(Math.min(a, b), 0x9e3779b1) ^ Math.max(a, b), 0x85ebca6b);

/**
 * Fills lists with places 0 to length - 1, in this order.
 * @param keysOf the keys a place is to be found under; asked twice; may use the same array again
 */
export function* fill(
  lists: Lists,
  length: number,
  keysOf: (place: number) => readonly number[],
): Steps<void> {
  yield* within(
    0,
    0.5,
    eachOf(length, 1000, (i) => {
      for (const key of keysOf(i)) lists.count(key);
    }),
  );
  lists.open();
  yield* within(
    0.5,
    1,
    eachOf(length, 1000, (i) => {
      const place = length - 1 - i;
      for (const key of keysOf(place)) lists.add(key, place);
    }),
  );
}
