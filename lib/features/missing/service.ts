import type { OfConnection } from '../../domain/company.ts';
import type { ContactGuid, CustomerId } from '../../domain/customer.ts';
import type { Deps } from '../deps.ts';
import type { PublishOverview } from '../overview/service.ts';
import { updateCounts } from '../overview/service.ts';
import type { MissingCounterpart, MissingKind } from './index.ts';
import { dismissMissing, missingCounterparts } from './repository.ts';

/** Linked customers that are missing on one side. */
export function createMissingService({ database, now }: Deps, publishOverview: PublishOverview) {
  return {
    missing: async ({ connectionId }: OfConnection): Promise<MissingCounterpart[]> =>
      missingCounterparts(await database, connectionId),

    async dismissMissing({
      connectionId,
      dismissed,
      ...counterpart
    }: OfConnection & {
      kind: MissingKind;
      customerId: CustomerId;
      contactGuid: ContactGuid;
      dismissed: boolean;
    }): Promise<void> {
      const db = await database;
      await dismissMissing(db, connectionId, counterpart, dismissed ? now() : undefined);
      await updateCounts(db, connectionId);
      await publishOverview(db, connectionId);
    },
  };
}
