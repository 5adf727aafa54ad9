/** The stored lists as searches and matching use them; worked out once and kept as long as the lists stay. */
import { madeContacts } from '../../domain/computed-ids.ts';
import { ContactIndex } from '../../domain/contact-index.ts';
import type { Contact, Customer, CustomerId } from '../../domain/customer.ts';
import { contactInput, customerInput, type MatchInput } from '../../match/index.ts';
import { getConnection } from '../../storage/connections.ts';
import type { Database } from '../../storage/database.ts';
import { contactsDeletedByUndo } from '../../storage/journal.ts';
import { derivedFrom, keptLists } from '../../storage/kept-lists.ts';
import { findSimilar, type Similar } from './similar.ts';

const liveContactsIn = derivedFrom(({ contacts }) => contacts.filter(({ deletedAt }) => !deletedAt));
const liveCustomersIn = derivedFrom(({ customers }) => customers.filter(({ archivedAt }) => !archivedAt));
const contactsToMatch = derivedFrom((lists) => liveContactsIn(lists).map(contactInput));
const customersToMatch = derivedFrom((lists) => liveCustomersIn(lists).map(customerInput));
const contactIndex = derivedFrom(({ contacts }) => new ContactIndex(contacts));

/** Contacts that are not deleted. */
export const liveContacts = async (db: Database, connectionId: string): Promise<readonly Contact[]> =>
  liveContactsIn(await keptLists(db, connectionId));

/** Customers that are not archived. */
export const liveCustomers = async (db: Database, connectionId: string): Promise<readonly Customer[]> =>
  liveCustomersIn(await keptLists(db, connectionId));

/** The contacts that may be the same as each of these, linked and ignored ones too: missing one makes a duplicate. */
export const contactsLike = async (
  db: Database,
  connectionId: string,
  wanted: readonly MatchInput[],
): Promise<Similar[][]> => findSimilar(wanted, contactsToMatch(await keptLists(db, connectionId)));

const answersAbout = { contacts: derivedFrom(newAnswers), customers: derivedFrom(newAnswers) };

function newAnswers(): Map<string, Promise<Similar[]>> {
  return new Map();
}

/** A card is asked for several times in a row, and about one customer after the other. */
const MOST_ANSWERS = 20;

/**
 * Who in the other list may be the same as one customer or contact, best first.
 * @param side the list to look in
 */
export async function similarTo(
  db: Database,
  connectionId: string,
  side: 'contacts' | 'customers',
  wanted: MatchInput,
): Promise<Similar[]> {
  const lists = await keptLists(db, connectionId);
  const answers = answersAbout[side](lists);
  const key = JSON.stringify(wanted);
  const known = answers.get(key);
  if (known) return known;
  const others = side === 'contacts' ? contactsToMatch(lists) : customersToMatch(lists);
  const answer = findSimilar([wanted], others).then(([similar = []]) => similar);
  if (answers.size >= MOST_ANSWERS) answers.clear();
  answers.set(key, answer);
  return answer;
}

/** @returns tells for each customer what was created for it before */
export async function madeBefore(db: Database, connectionId: string) {
  const pair = await getConnection(db, connectionId);
  const index = contactIndex(await keptLists(db, connectionId));
  const deletedByUndo = await contactsDeletedByUndo(db, connectionId);
  return (customerId: CustomerId) => madeContacts(pair, customerId, index, deletedByUndo);
}
