/** Maps the numbers in Dinero's page addresses to contacts. No API has them; only pages tell. */
import type { ContactGuid } from '../../domain/customer.ts';
import type { Database } from '../../storage/database.ts';

export async function contactWithNumber(
  db: Database,
  connectionId: string,
  number: string,
): Promise<ContactGuid | undefined> {
  return (await db.contactNumbers.get([connectionId, number]))?.contactGuid;
}

export async function numberOfContact(
  db: Database,
  connectionId: string,
  contactGuid: ContactGuid,
): Promise<string | undefined> {
  return (await db.contactNumbers.where({ connectionId, contactGuid }).first())?.number;
}

/** A number has one contact and a contact one number, so this replaces earlier entries of both. */
export async function rememberNumber(
  db: Database,
  connectionId: string,
  number: string,
  contactGuid: ContactGuid,
): Promise<void> {
  await db.transaction('rw', db.contactNumbers, async () => {
    await db.contactNumbers.where({ connectionId, contactGuid }).delete();
    await db.contactNumbers.put({ connectionId, number, contactGuid });
  });
}
