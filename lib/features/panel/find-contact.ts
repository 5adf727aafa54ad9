/** Which contact a page of Dinero shows, judged by its number and its text. */
import type { ContactGuid } from '../../domain/customer.ts';
import type { PageReport } from '../../messaging/page-report.ts';
import type { Database } from '../../storage/database.ts';
import { liveContacts } from '../candidates/service.ts';
import { contactsOnPage } from './contact-on-page.ts';
import { contactWithNumber } from './repository.ts';

/** How many contacts the user can choose from when the page is not certain. */
const MOST_POSSIBLE = 20;

export type PageContact =
  /** @property isNew the number was not known to belong to this contact */
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
  // Compared with all contacts: "Hansen & Søn" on the page does not confirm a remembered "Hansen".
  if (remembered && guids.includes(remembered.guid)) return { guid: remembered.guid, isNew: false };
  const [only] = guids;
  if (unique && only && report.state === 'changed') return { guid: only, isNew: true };
  if (report.state === 'changing') return { state: 'changing' };
  const possible = [...new Set([...guids, ...(remembered ? [remembered.guid] : [])])];
  if (possible.length === 0) return { state: 'unknown' };
  return { state: 'ask', guids: possible.slice(0, MOST_POSSIBLE) };
}
