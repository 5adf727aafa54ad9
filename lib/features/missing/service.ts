import type { ContactGuid, CustomerId } from '../../domain/customer.ts';
import type { Deps } from '../deps.ts';
import { updateCounts } from '../overview/counts.ts';
import type { Announce } from '../overview/publish-overview.ts';
import { dismissGone, goneIn } from './repository.ts';
import type { Gone, GoneKind } from './rules.ts';

interface OfConnection {
  connectionId: string;
}

/** Linked customers that are gone on one side. */
export function createGoneService({ database, now }: Deps, announce: Announce) {
  return {
    gone: async ({ connectionId }: OfConnection): Promise<Gone[]> => goneIn(await database, connectionId),

    async dismissGone({
      connectionId,
      dismissed,
      ...gone
    }: OfConnection & {
      kind: GoneKind;
      customerId: CustomerId;
      contactGuid: ContactGuid;
      dismissed: boolean;
    }): Promise<void> {
      const db = await database;
      await dismissGone(db, connectionId, gone, dismissed ? now() : undefined);
      await updateCounts(db, connectionId);
      await announce(db, connectionId);
    },
  };
}
