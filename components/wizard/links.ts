/** `Fjern link` and its `Fortryd`: the only changes that are made before `Gem og fuldfør`. */
import { type Signal, signal } from '@preact/signals';
import type { ContactGuid, CustomerId } from '../../lib/customer.ts';
import { ProblemError } from '../../lib/problem.ts';
import type { CustomerChoice, FlowData } from '../../lib/sync/flow.ts';
import type { Run } from '../../lib/sync/run.ts';
import type { Change } from './choices.ts';
import type { Background, RefusedAction } from './state.ts';

export interface LinkParts {
  connectionId: string;
  send: Background['send'];
  data: Signal<FlowData>;
  choose: (changes: Change<CustomerChoice>[]) => Promise<void>;
  refused: (action: RefusedAction) => (error: unknown) => void;
}

export interface Unlinked {
  customerId: CustomerId;
  contactGuid: ContactGuid;
}

export function createLinkActions({ connectionId, send, data, choose, refused }: LinkParts) {
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
        succeeded(await send('unlink', { connectionId, customerId }));
        data.value = { ...data.value, links: linksWithout(customerId) };
        unlinked.value = { customerId, contactGuid: link.contactGuid };
        // Whoever removes a link does not want the same match proposed and carried out again.
        await choose([[customerId, { action: 'skip' }]]);
      }),
    relink: () => {
      const last = unlinked.value;
      if (!last) return Promise.resolve();
      return during(last.customerId, 'relink', async () => {
        succeeded(await send('relink', { connectionId, ...last }));
        data.value = {
          ...data.value,
          links: [...linksWithout(last.customerId), { ...last, state: 'ok' }],
        };
        unlinked.value = undefined;
        await choose([[last.customerId, null]]);
      });
    },
  };
}

function succeeded({ failed, reason }: Run): void {
  if (reason) throw new ProblemError(reason);
  if (failed > 0) throw new Error('Not carried out');
}
