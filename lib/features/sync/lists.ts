/**
 * What the four steps work on: both lists as they were read, and the matches. They go to a view in parts, since a message is
 * serialized in one go and has a maximum size.
 */
import type { Contact, ContactGuid, Customer } from '../../domain/customer.ts';
import type { Link } from '../../domain/link.ts';
import type { CustomerMatch } from '../../match/index.ts';

export interface SyncLists {
  /** Danish order, then id. Archived ones only where they are linked. */
  customers: Customer[];
  /** Danish order, then guid. Without deleted ones. */
  contacts: Contact[];
  links: Link[];
  ignored: ContactGuid[];
  /** One for every customer without a working link. */
  matches: CustomerMatch[];
}

/** How far matching is. */
export interface MatchingProgress {
  /** The share done, 0..1. */
  done: number;
  /** The sizes of the matched lists. */
  customers: number;
  contacts: number;
}

/** Rows of each list in one part. */
const PART_SIZE = 1_000;

const listsOf = (data: SyncLists) => Object.keys(data) as (keyof SyncLists)[];

/** How many parts there are, at least one. */
export const countParts = (data: SyncLists): number =>
  Math.max(1, ...listsOf(data).map((list) => Math.ceil(data[list].length / PART_SIZE)));

/** @param part from 0 */
export function partOf(data: SyncLists, part: number): SyncLists {
  const rows = <Row>(list: Row[]) => list.slice(part * PART_SIZE, (part + 1) * PART_SIZE);
  return {
    customers: rows(data.customers),
    contacts: rows(data.contacts),
    links: rows(data.links),
    ignored: rows(data.ignored),
    matches: rows(data.matches),
  };
}

/**
 * Fetches the parts after the first.
 * @param ask returns undefined when the lists are out of date
 * @returns the whole lists; undefined when they must be requested again
 */
export async function wholeLists(
  first: SyncLists,
  parts: number,
  ask: (part: number) => Promise<SyncLists | undefined>,
): Promise<SyncLists | undefined> {
  const all = [first];
  // In sequence, so that the background can handle other messages in between.
  for (let part = 1; part < parts; part += 1) {
    const next = await ask(part);
    if (!next) return undefined;
    all.push(next);
  }
  return {
    customers: all.flatMap(({ customers }) => customers),
    contacts: all.flatMap(({ contacts }) => contacts),
    links: all.flatMap(({ links }) => links),
    ignored: all.flatMap(({ ignored }) => ignored),
    matches: all.flatMap(({ matches }) => matches),
  };
}
