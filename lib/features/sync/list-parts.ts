/** Long lists go to a view in parts: a message is packed and unpacked in one go, and has a greatest length. */
import type { SyncLists } from './lists.ts';

/** Of each list. */
const MOST_ROWS = 1_000;

const listsOf = (data: SyncLists) => Object.keys(data) as (keyof SyncLists)[];

/** How many parts there are, at least one. */
export const countParts = (data: SyncLists): number =>
  Math.max(1, ...listsOf(data).map((list) => Math.ceil(data[list].length / MOST_ROWS)));

/** @param part from 0 */
export function partOf(data: SyncLists, part: number): SyncLists {
  const rows = <Row>(list: Row[]) => list.slice(part * MOST_ROWS, (part + 1) * MOST_ROWS);
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
 * @param ask answers undefined when the lists are out of date by now
 * @returns the whole lists; undefined when they have to be asked for anew
 */
export async function wholeLists(
  first: SyncLists,
  parts: number,
  ask: (part: number) => Promise<SyncLists | undefined>,
): Promise<SyncLists | undefined> {
  const all = [first];
  // One after the other: in between the background hears others.
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
