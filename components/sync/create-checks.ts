/** What step 2 checks before customers are created in Dinero: their fields, and whether Dinero may have them already. */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { CreateChoice } from '../../lib/domain/choices.ts';
import { type CreateFields, createFields } from '../../lib/domain/create-fields.ts';
import type { Customer, CustomerId } from '../../lib/domain/customer.ts';
import { checkCustomer } from '../../lib/domain/customer-checks.ts';
import type { CustomerState } from '../../lib/features/sync/index.ts';
import type { SimilarContact } from '../../lib/features/sync/messages.ts';
import type { Background } from '../shared/background.ts';
import type { RefusedAction } from './progress.ts';

type Checked = ReturnType<typeof checkCustomer> & { fields: CreateFields };

const checks = new WeakMap<Customer, { choice: CreateChoice; answer: Checked }>();

/** The fields of the new contact and what is wrong with them. Cached: a key press in one of 5,000 rows checks only that row. */
export function checkFields(customer: Customer, choice: CreateChoice): Checked {
  const known = checks.get(customer);
  if (known?.choice === choice) return known.answer;
  const fields = createFields(customer, choice);
  const answer = { fields, ...checkCustomer(customer, fields) };
  checks.set(customer, { choice, answer });
  return answer;
}

export interface SimilarParts {
  connectionId: string;
  send: Background['send'];
  createRows: ReadonlySignal<Customer[]>;
  states: ReadonlySignal<ReadonlyMap<CustomerId, CustomerState>>;
  refused: (action: RefusedAction) => (error: unknown) => void;
}

/** Milliseconds without a key press before a changed name is searched for. */
const PAUSE = 300;

/** Searches Dinero's contacts for the customers to be created: when step 2 opens, and again for a changed name. */
export function createSimilarSearch({ connectionId, send, createRows, states, refused }: SimilarParts) {
  const similar = signal<ReadonlyMap<CustomerId, SimilarContact[]>>(new Map());
  const deleted = signal<ReadonlyMap<CustomerId, string>>(new Map());
  /** The name last searched for. */
  const searched = new Map<CustomerId, string>();

  const search = async (customers: { id: CustomerId; name: string }[]) => {
    for (const { id, name } of customers) searched.set(id, name);
    try {
      const answers = await send('findSimilar', { connectionId, customers });
      const nextSimilar = new Map(similar.value);
      const nextDeleted = new Map(deleted.value);
      for (const answer of answers) {
        nextSimilar.set(answer.id, answer.similar);
        if (answer.deleted === undefined) nextDeleted.delete(answer.id);
        else nextDeleted.set(answer.id, answer.deleted);
      }
      similar.value = nextSimilar;
      deleted.value = nextDeleted;
    } catch (error) {
      refused('similar')(error);
    }
  };

  return {
    similar,
    /** The name of the contact that was created from a customer before and has been deleted in Dinero since. */
    deleted,
    /** Follows the names while step 2 is open. @returns stops it */
    followNames: (): (() => void) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const stop = effect(() => {
        const open = createRows.value
          .map((customer) => ({
            id: customer.id,
            name: createFields(customer, states.value.get(customer.id)?.create ?? {}).name,
          }))
          .filter(({ id, name }) => name !== '' && searched.get(id) !== name);
        clearTimeout(timer);
        if (open.length === 0) return;
        const isFirst = open.every(({ id }) => !searched.has(id));
        timer = setTimeout(() => void search(open), isFirst ? 0 : PAUSE);
      });
      return () => {
        clearTimeout(timer);
        stop();
      };
    },
  };
}
