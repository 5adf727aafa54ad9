/** `Fjern link` and its `Fortryd`: the only changes that are made before `Gem og fuldfør`. */
import { type Signal, signal } from '@preact/signals';
import type { ContactGuid, CustomerId } from '../../lib/domain/customer.ts';
import type { SyncLists } from '../../lib/features/sync/index.ts';
import type { Background } from '../shared/background.ts';
import type { RefusedAction } from './types.ts';

export interface LinkParts {
  connectionId: string;
  send: Background['send'];
  data: Signal<SyncLists>;
  refused: (action: RefusedAction) => (error: unknown) => void;
}

export interface Unlinked {
  customerId: CustomerId;
  contactGuid: ContactGuid;
}

export function createLinkActions({ connectionId, send, data, refused }: LinkParts) {
  /** The link removed last; it can be put back. */
  const unlinked = signal<Unlinked | undefined>(undefined);
  /** Whose link is being removed or put back. */
  const linking = signal<CustomerId | undefined>(undefined);

  const during = async (customerId: CustomerId, action: 'unlink' | 'relink', work: () => Promise<void>) => {
    if (linking.value) return;
    linking.value = customerId;
    try {
      await work();
    } catch (error) {
      refused(action)(error);
    } finally {
      linking.value = undefined;
    }
  };
  const linksWithout = (customerId: CustomerId) =>
    data.value.links.filter((link) => link.customerId !== customerId);

  return {
    unlinked,
    linking,
    unlink: (customerId: CustomerId) =>
      during(customerId, 'unlink', async () => {
        const link = data.value.links.find((each) => each.customerId === customerId);
        if (!link) return;
        await send('unlink', { connectionId, customerId, contactGuid: link.contactGuid });
        data.value = { ...data.value, links: linksWithout(customerId) };
        unlinked.value = { customerId, contactGuid: link.contactGuid };
      }),
    relink: () => {
      const last = unlinked.value;
      if (!last) return Promise.resolve();
      return during(last.customerId, 'relink', async () => {
        await send('relink', { connectionId, ...last });
        data.value = {
          ...data.value,
          links: [...linksWithout(last.customerId), { ...last, state: 'ok' }],
        };
        unlinked.value = undefined;
      });
    },
  };
}
