import type { OfConnection } from '../../domain/company.ts';
import type { ContactGuid } from '../../domain/customer.ts';
import type { IgnoredContact } from '../../domain/link.ts';
import type { Caller } from '../../messaging/index.ts';
import { markUncounted } from '../../storage/sync-cursors.ts';
import type { Deps } from '../deps.ts';
import { type PublishOverview, updateCounts } from '../overview/service.ts';
import type { OnCard } from '../panel/messages.ts';
import type { PageService } from '../panel/service.ts';

interface Parts {
  publishOverview: PublishOverview;
  pages: PageService;
  /** Drops what was made from the connection's lists. */
  forget(connectionId: string): void;
}

/** Contacts that step 3 never shows again. */
export function createIgnoreListService({ database }: Deps, { publishOverview, pages, forget }: Parts) {
  return {
    async ignored({ connectionId }: OfConnection): Promise<IgnoredContact[]> {
      const records = await (await database).ignored.where({ connectionId }).toArray();
      return records.map(({ contactGuid, name, ignoredAt }) => ({ contactGuid, name, ignoredAt }));
    },

    async unignore(
      input: OfConnection & OnCard & { contactGuid: ContactGuid },
      caller: Caller,
    ): Promise<void> {
      await pages.checkCard(caller, input);
      const { connectionId, contactGuid } = input;
      const db = await database;
      await db.transaction('rw', db.ignored, db.marks, async () => {
        await db.ignored.delete([connectionId, contactGuid]);
        await markUncounted(db, connectionId);
      });
      forget(connectionId);
      await updateCounts(db, connectionId);
      await publishOverview(db, connectionId);
    },
  };
}
