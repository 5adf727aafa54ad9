import type { Customer, CustomerId } from '../../domain/customer.ts';
import { ProblemError } from '../../domain/problem.ts';
import { cursorAt, newerOf } from '../http/incremental-read.ts';
import type { EffihubApi } from './api.ts';

export interface CustomersRead {
  /** New or changed, archived ones included. */
  customers: Customer[];
  /** Deleted since `since`. */
  deletedIds: CustomerId[];
  /** Pass it as `since` next time. */
  cursor: string;
  /** After a full read: any customer that is not listed no longer exists. */
  complete: boolean;
}

interface Pass {
  customers: Map<CustomerId, Customer>;
  deletedIds: Set<CustomerId>;
  /** The totals of all pages; more than one value when the list changed between them. */
  totals: Set<number | undefined>;
  cursor: string;
}

const PER_PAGE = 500;
const TWICE = {
  system: 'effihub',
  field: 'id',
  changedAt: ({ updatedAt = '' }: Customer) => updatedAt,
} as const;
/** Stops a server that never ends its list; no account has so many customers. */
const LONGEST_LIST = 1000 * PER_PAGE;

/**
 * Reads the customers: all of them first, later those changed since `since` (one request when none were).
 * @param since the `cursor` of the last read
 * @param onProgress called with the number of customers read
 * @throws ProblemError, also `garbled` when the list repeats itself, never ends, or contradicts itself about a
 *   customer
 */
export async function readCustomers(
  api: EffihubApi,
  since: string | undefined,
  onProgress?: (read: number) => void,
  signal?: AbortSignal,
  now: () => number = Date.now,
): Promise<CustomersRead> {
  let count = 0;
  const read = async (): Promise<Pass> => {
    const pass: Pass = {
      customers: new Map(),
      deletedIds: new Set(),
      totals: new Set(),
      cursor: cursorAt(undefined, now()),
    };
    let listed = 0;
    for (let page = 1; ; page++) {
      const before = pass.customers.size;
      const answer = await api.customersPage({ page, perPage: PER_PAGE, updatedSince: since }, signal);
      if (page === 1 && answer.serverTime !== undefined) pass.cursor = cursorAt(answer.serverTime, now());
      for (const customer of answer.customers) {
        const { id } = customer;
        const met = pass.customers.get(id);
        pass.customers.set(id, met ? newerOf(met, customer, TWICE) : customer);
      }
      for (const id of answer.deletedIds) pass.deletedIds.add(id);
      pass.totals.add(answer.total);
      const { length } = answer.customers;
      listed += length;
      count += length;
      onProgress?.(count);
      // A total that has been exceeded is wrong, and no reason to stop.
      if (length < PER_PAGE || listed === answer.total) return pass;
      // Many customers changed meanwhile may have moved a page down, but then the total has changed as well.
      const repeated = pass.customers.size === before && pass.totals.size === 1;
      if (repeated || listed >= LONGEST_LIST) throw new ProblemError({ system: 'effihub', code: 'garbled' });
    }
  };

  const first = await read();
  if (agrees(first)) return result(first, first.cursor, since);
  // A customer deleted meanwhile moves the others up, and one may slip through between two pages.
  const second = await read();
  if (agrees(second) || sameIds(first, second)) return result(second, first.cursor, since);
  const both: Pass = {
    customers: new Map([...first.customers, ...second.customers]),
    deletedIds: new Set([...first.deletedIds, ...second.deletedIds]),
    totals: new Set(),
    cursor: first.cursor,
  };
  return { ...result(both, first.cursor, since), complete: false };
}

/**
 * The total alone is not enough: after a deletion in the middle it equals the number read, with one too many and one
 * missed.
 */
function agrees({ totals, customers }: Pass): boolean {
  const [total] = totals;
  return totals.size === 1 && (total === undefined || total === customers.size);
}

const sameIds = (one: Pass, other: Pass): boolean =>
  one.customers.size === other.customers.size &&
  [...one.customers.keys()].every((id) => other.customers.has(id));

function result(pass: Pass, cursor: string, since: string | undefined): CustomersRead {
  const customers = [...pass.customers.values()].filter(({ id }) => !pass.deletedIds.has(id));
  return { customers, deletedIds: [...pass.deletedIds], cursor, complete: since === undefined };
}
