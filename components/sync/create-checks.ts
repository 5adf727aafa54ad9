/** Which Dinero contacts a customer to be created may already be: asked on opening, and again for a changed name. */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { createFields } from '../../lib/domain/create-fields.ts';
import type { Customer, CustomerId } from '../../lib/domain/customer.ts';
import type { SimilarContact } from '../../lib/features/messages.ts';
import type { CustomerState } from '../../lib/features/sync/index.ts';
import type { Background } from '../shared/background.ts';
import type { RefusedAction } from './types.ts';

export interface SimilarParts {
  connectionId: string;
  send: Background['send'];
  createRows: ReadonlySignal<Customer[]>;
  states: ReadonlySignal<ReadonlyMap<CustomerId, CustomerState>>;
  refused: (action: RefusedAction) => (error: unknown) => void;
}

/** Milliseconds without a key pressed. */
const PAUSE = 300;

export function createSimilar({ connectionId, send, createRows, states, refused }: SimilarParts) {
  const similar = signal<ReadonlyMap<CustomerId, SimilarContact[]>>(new Map());
  const deleted = signal<ReadonlyMap<CustomerId, string>>(new Map());
  /** The names last asked about. */
  const asked = new Map<CustomerId, string>();

  const ask = async (customers: { id: CustomerId; name: string }[]) => {
    for (const { id, name } of customers) asked.set(id, name);
    try {
      const answers = await send('findSimilar', { connectionId, customers });
      const next = new Map(similar.value);
      const gone = new Map(deleted.value);
      for (const answer of answers) {
        next.set(answer.id, answer.similar);
        if (answer.deleted === undefined) gone.delete(answer.id);
        else gone.set(answer.id, answer.deleted);
      }
      similar.value = next;
      deleted.value = gone;
    } catch (error) {
      refused('similar')(error);
    }
  };

  return {
    similar,
    /** The contacts that were made from a customer before and deleted in Dinero since, by name. */
    deleted,
    /** Follows the names while step 2 is open. @returns ends it */
    followNames: (): (() => void) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const stop = effect(() => {
        const open = createRows.value
          .map((customer) => ({
            id: customer.id,
            name: createFields(customer, states.value.get(customer.id)?.create ?? {}).name,
          }))
          .filter(({ id, name }) => name !== '' && asked.get(id) !== name);
        clearTimeout(timer);
        if (open.length === 0) return;
        const opening = open.every(({ id }) => !asked.has(id));
        timer = setTimeout(() => void ask(open), opening ? 0 : PAUSE);
      });
      return () => {
        clearTimeout(timer);
        stop();
      };
    },
  };
}
