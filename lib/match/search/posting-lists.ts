/** Posting lists: many short lists of numbers in one array, small and fast to build. */
import { eachOf, type Stepwise, within } from '../stepwise.ts';

/**
 * Lists of numbers under the keys 0 to keys - 1. Built in two passes over the same data: `count` every entry, `open`,
 * then `add` every entry. A list is `entries[start[key]]` up to, not including, `entries[start[key + 1]]`.
 */
export class PostingLists {
  readonly start: Int32Array;
  entries: Int32Array = new Int32Array(0);

  constructor(keys: number) {
    this.start = new Int32Array(keys + 1);
  }

  count(key: number): void {
    this.start[key]!++;
  }

  /** Allocates what was counted. */
  open(): void {
    let end = 0;
    for (let key = 0; key < this.start.length; key++) {
      end += this.start[key]!;
      this.start[key] = end;
    }
    this.entries = new Int32Array(end);
  }

  /** Fills a list from its end: the entry added last comes first. */
  add(key: number, value: number): void {
    this.entries[--this.start[key]!] = value;
  }

  size(key: number): number {
    return this.start[key + 1]! - this.start[key]!;
  }
}

/** Posting lists under hashes. Hashes may share a list, so readers check each entry. */
export class HashedPostingLists extends PostingLists {
  private readonly mask: number;

  /** @param entries approximate number of entries */
  constructor(entries: number) {
    const keys = 2 ** Math.round(Math.log2(Math.max(entries, 16)));
    super(keys);
    this.mask = keys - 1;
  }

  keyOf(hash: number): number {
    return (hash ^ (hash >>> 15)) & this.mask;
  }
}

const BASE = 16777619;
const extend = (hash: number, code: number): number => (Math.imul(hash, BASE) + code) | 0;

/** The hash of a text, or of its first letters. */
export function hashOf(text: string, letters = text.length): number {
  let hash = 1;
  for (let i = 0; i < letters; i++) hash = extend(hash, text.charCodeAt(i));
  return hash;
}

/** Calls back with the hashes of a text's beginnings of at least so many letters, except the whole text. */
export function eachBeginning(text: string, letters: number, call: (hash: number) => void): void {
  let hash = hashOf(text, letters - 1);
  for (let i = letters - 1; i < text.length - 1; i++) {
    hash = extend(hash, text.charCodeAt(i));
    call(hash);
  }
}

/** Powers of the base, up to the maximum length of a word. */
const POWERS = new Int32Array(64).fill(1);
for (let k = 1; k < POWERS.length; k++) POWERS[k] = Math.imul(POWERS[k - 1]!, BASE);

/**
 * Calls back with the hash of a text, and of the text without each of its letters.
 * @param text at most 64 letters
 */
export function eachDeletion(text: string, call: (hash: number) => void): void {
  const whole = hashOf(text);
  call(whole);
  // Letters after the removed one contribute the same, so only those before it are hashed again.
  let before = hashOf('');
  for (let i = 0; i < text.length; i++) {
    const after = extend(before, text.charCodeAt(i));
    call((whole + Math.imul(before - after, POWERS[text.length - 1 - i]!)) | 0);
    before = after;
  }
}

/** The hash of two numbers in either order. */
export const hashOfPair = (a: number, b: number): number =>
  Math.imul(Math.imul(Math.min(a, b), 0x9e3779b1) ^ Math.max(a, b), 0x85ebca6b);

/**
 * Fills lists with the entries 0 to length - 1 in order.
 * @param keysOf the keys of an entry; called twice; may reuse its array
 */
export function* fill(
  lists: PostingLists,
  length: number,
  keysOf: (place: number) => readonly number[],
): Stepwise<void> {
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
