import type { Contact, ContactGuid } from '../../domain/customer.ts';
import { ProblemError } from '../../domain/problem.ts';
import { cursorAt, newerOf } from '../http/incremental-read.ts';
import type { ContactsQuery, DineroApi } from './api.ts';

export interface ContactsRead {
  /** New or changed, not deleted. */
  contacts: Contact[];
  /** Soft-deleted, new or changed. */
  deleted: Contact[];
  /** Pass it as `since` next time. */
  cursor: string;
  /** After a full read: any contact that is not listed no longer exists. */
  complete: boolean;
}

const PAGE_SIZE = 1000;
const PASSES = 3;
/** Stops a server that never ends its list; no company has so many contacts. */
const LONGEST_LIST = 500 * PAGE_SIZE;

type Read = (query: Omit<ContactsQuery, 'page' | 'pageSize'>) => Promise<Listed>;
interface Listed {
  contacts: Contact[];
  pages: number;
  serverTime?: number;
}

/**
 * Reads the contacts: all of them first, later those changed or deleted since `since` (two requests when none were).
 * @param since the `cursor` of the last read
 * @param onProgress called with the number of contacts read
 * @throws ProblemError, also `garbled` when a list repeats itself, never ends, or contradicts itself about a contact
 */
export async function readContacts(
  api: DineroApi,
  since: string | undefined,
  onProgress?: (read: number) => void,
  signal?: AbortSignal,
  now: () => number = Date.now,
): Promise<ContactsRead> {
  let count = 0;
  const read: Read = async (query) => {
    const contacts: Contact[] = [];
    const seen = new Set<string>();
    const newest = new Map<ContactGuid, Contact>();
    let serverTime: number | undefined;
    for (let page = 0; ; page++) {
      const answer = await api.contactsPage({ ...query, page, pageSize: PAGE_SIZE }, signal);
      if (page === 0) serverTime = answer.serverTime;
      const before = seen.size;
      for (const contact of answer.contacts) {
        // A contact that changed meanwhile and moved to a later page is not a repetition.
        seen.add(`${contact.guid} ${changeOf(contact)}`);
        const met = newest.get(contact.guid);
        newest.set(contact.guid, met ? newerOf(met, contact, TWICE) : contact);
        contacts.push(query.deletedOnly ? markDeleted(contact, now()) : contact);
      }
      count += answer.contacts.length;
      onProgress?.(count);
      // The answer's own counts are unreliable.
      if (answer.contacts.length < PAGE_SIZE) return { contacts, pages: page + 1, serverTime };
      if (seen.size === before || contacts.length >= LONGEST_LIST)
        throw new ProblemError({ system: 'dinero', code: 'garbled' });
    }
  };
  return (since !== undefined && (await readChanges(read, since, now))) || readAll(read, now);
}

/** @returns undefined when there are so many changes that pages may have moved; then only a full read is safe */
async function readChanges(read: Read, since: string, now: () => number): Promise<ContactsRead | undefined> {
  const startedAt = now();
  const changed = await read({ changesSince: since });
  if (changed.pages > 1) return undefined;
  const deleted = await read({ changesSince: since, deletedOnly: true });
  return {
    ...sorted([...changed.contacts, ...deleted.contacts]),
    cursor: cursorAt(changed.serverTime, startedAt),
    complete: false,
  };
}

/**
 * Pages are offsets into a list ordered by change: a contact changed during the read moves to the end, and another
 * one slips through between two pages. What changed meanwhile tells whether that happened; if so, all is read again.
 */
async function readAll(read: Read, now: () => number): Promise<ContactsRead> {
  let everything: Contact[] = [];
  let cursor: string | undefined;
  let steady = false;
  for (let pass = 0; pass < PASSES && !steady; pass++) {
    const startedAt = now();
    const list = await read({});
    const start = cursorAt(list.serverTime, startedAt);
    cursor ??= start;
    const changed = await read({ changesSince: start });
    const deleted = await read({ deletedOnly: true });
    steady = list.pages === 1 || !haveMoved(list.contacts, changed.contacts, deleted.contacts);
    everything = everything.concat(list.contacts, changed.contacts, deleted.contacts);
  }
  return { ...sorted(everything), cursor: cursor ?? cursorAt(undefined, now()), complete: steady };
}

/**
 * Whether a contact read earlier has been changed or deleted since, or was listed twice. New contacts come last and
 * move nothing.
 */
function haveMoved(list: Contact[], changed: Contact[], deleted: Contact[]): boolean {
  const read = new Map(list.map((contact) => [contact.guid, contact]));
  if (read.size < list.length) return true;
  const moved = (contact: Contact) => {
    const before = read.get(contact.guid);
    return before !== undefined && JSON.stringify(before) !== JSON.stringify(contact);
  };
  return changed.some(moved) || deleted.some((contact) => read.has(contact.guid));
}

/**
 * The newest copy of each contact, split into existing and deleted ones. Of equally new copies in different lists the
 * one read later wins.
 */
function sorted(read: Contact[]): { contacts: Contact[]; deleted: Contact[] } {
  const newest = new Map<ContactGuid, Contact>();
  for (const contact of read) {
    const before = newest.get(contact.guid);
    if (!before || changeOf(contact) >= changeOf(before)) newest.set(contact.guid, contact);
  }
  const all = [...newest.values()];
  return {
    contacts: all.filter((contact) => contact.deletedAt === undefined),
    deleted: all.filter((contact) => contact.deletedAt !== undefined),
  };
}

/** A contact in the list of deleted ones is deleted, even without a time. */
function markDeleted(contact: Contact, time: number): Contact {
  return { ...contact, deletedAt: contact.deletedAt ?? contact.updatedAt ?? new Date(time).toISOString() };
}

/** When it was last changed, as comparable text. */
function changeOf({ updatedAt = '', deletedAt = '' }: Contact): string {
  return updatedAt > deletedAt ? updatedAt : deletedAt;
}

const TWICE = { system: 'dinero', field: 'ContactGuid', changedAt: changeOf } as const;
