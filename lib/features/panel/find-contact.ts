/** Which contact a page of Dinero is about, as far as its number and its words tell for certain. */
import type { ContactGuid } from '../../domain/customer.ts';
import type { PageReport } from '../../messaging/page-report.ts';
import type { Database } from '../../storage/database.ts';
import { liveContacts } from '../candidates/service.ts';
import { contactsOnPage } from './contact-on-page.ts';
import { contactWithNumber } from './repository.ts';

/** So many possible contacts are shown when a page does not tell which one it is about. */
const MOST_POSSIBLE = 20;

export type PageContact =
  /** @property isNew nothing was known about the number until now */
  | { guid: ContactGuid; isNew: boolean }
  | { state: 'changing' | 'unknown' }
  | { state: 'ask'; guids: ContactGuid[] };

/** @param number in the page's address */
export async function contactOnPage(
  db: Database,
  connectionId: string,
  number: string,
  report: PageReport,
): Promise<PageContact> {
  const contacts = await liveContacts(db, connectionId);
  const known = await contactWithNumber(db, connectionId, number);
  const remembered = contacts.find(({ guid }) => guid === known);
  const { guids, unique } = contactsOnPage(contacts, report);
  // Among all: a page that names "Hansen & Søn" does not speak of the "Hansen" that was remembered.
  if (remembered && guids.includes(remembered.guid)) return { guid: remembered.guid, isNew: false };
  const [only] = guids;
  if (unique && only && report.state === 'changed') return { guid: only, isNew: true };
  if (report.state === 'changing') return { state: 'changing' };
  const possible = [...new Set([...guids, ...(remembered ? [remembered.guid] : [])])];
  if (possible.length === 0) return { state: 'unknown' };
  return { state: 'ask', guids: possible.slice(0, MOST_POSSIBLE) };
}
