import type { ContactGuid, Customer, CustomerDefaults, CustomerId } from '../../domain/customer.ts';
import { apiBase, DEFAULT_API } from '../../domain/effihub-api-base.ts';
import { ProblemError, problemOf } from '../../domain/problem.ts';
import type { Answer, Http, HttpRequest, Method } from '../http/http.ts';
import { checked, expectSame } from '../http/schema.ts';
import type { CustomerBody, CustomerChanges } from './body.ts';
import { effihubProblem } from './errors.ts';
import { account, customer, customerDefaults, customerPage, removed } from './schema.ts';

export interface Account {
  id: string;
  name: string;
  subdomain?: string;
  /** Effihub's own Dinero integration; missing when Effihub does not tell. */
  dinero?: { enabled: boolean; organizationId?: number };
}

export interface CustomersQuery {
  /** From 1. */
  page: number;
  /** At most 500. */
  perPage: number;
  /** `yyyy-MM-ddTHH:mm:ssZ` */
  updatedSince?: string;
}

export interface CustomersPage {
  customers: Customer[];
  /** Total of all pages; missing when Effihub does not tell. */
  total?: number;
  /** Deleted since `updatedSince`. */
  deletedIds: CustomerId[];
  /** Effihub's clock in ms. */
  serverTime?: number;
}

/** Effihub's API, one method per request. Throws only ProblemError, and the signal's reason when it was aborted. */
export interface EffihubApi {
  account(signal?: AbortSignal): Promise<Account>;
  customersPage(query: CustomersQuery, signal?: AbortSignal): Promise<CustomersPage>;
  /** `undefined` when it no longer exists. */
  customer(id: CustomerId, signal?: AbortSignal): Promise<Customer | undefined>;
  /**
   * After `unreachable` or `garbled` repeat with the same body and key: `repeated` says that the customer already
   * existed. Throws `taken` (the contact is linked to the customer `linkedTo`) or `key-used`.
   */
  createCustomer(
    body: CustomerBody,
    idempotencyKey: string,
    signal?: AbortSignal,
  ): Promise<{ customer: Customer; repeated: boolean }>;
  /** Changes only the fields in `changes`. Idempotent. */
  changeCustomer(id: CustomerId, changes: CustomerChanges, signal?: AbortSignal): Promise<Customer>;
  /** Idempotent. Throws `taken` when the contact is linked to another customer (`linkedTo`: its id). */
  linkContact(id: CustomerId, guid: ContactGuid, signal?: AbortSignal): Promise<Customer>;
  unlinkContact(id: CustomerId, signal?: AbortSignal): Promise<void>;
  /** Deletes the customer with its link. Not retried; `gone` when it no longer exists. */
  deleteCustomer(id: CustomerId, signal?: AbortSignal): Promise<void>;
  /** Removes every link of the account and returns their number. */
  unlinkAll(signal?: AbortSignal): Promise<number>;
  customerDefaults(signal?: AbortSignal): Promise<CustomerDefaults>;
}

/**
 * @param options.http with the limiter of this token
 * @throws ProblemError when the address is not https, or the token contains invalid characters
 */
export function createEffihubApi(options: { baseUrl?: string; token: string; http: Http }): EffihubApi {
  const { http } = options;
  const base = apiBase(options.baseUrl ?? DEFAULT_API);
  const token = options.token.trim();
  if (!/^[\x21-\x7e]+$/.test(token)) throw new ProblemError({ system: 'effihub', code: 'wrong-credentials' });

  const call = (method: Method, path: string, request: HttpRequest): Promise<Answer> =>
    http.request(method, base + path, {
      ...request,
      headers: { ...request.headers, authorization: `Bearer ${token}` },
      readError: effihubProblem,
    });
  /** Rejects an answer about another customer, which must not be stored as this one's. */
  const customerIn = (answer: Answer, id: CustomerId): Customer => {
    const found = checked('effihub', customer, answer);
    expectSame('effihub', 'id', id, found.id);
    return found;
  };
  const pathOf = (id: CustomerId) => `/customers/${encodeURIComponent(id)}`;

  return {
    async account(signal) {
      return checked('effihub', account, await call('GET', '/account', { signal, retry: 'read' }));
    },
    async customersPage(query, signal) {
      const searchParams = { ...query };
      const answer = await call('GET', '/customers', { searchParams, signal, retry: 'read' });
      return { ...checked('effihub', customerPage, answer), serverTime: answer.serverTime };
    },
    async customer(id, signal) {
      try {
        return customerIn(await call('GET', pathOf(id), { signal, retry: 'read' }), id);
      } catch (error) {
        if (problemOf(error)?.code === 'gone') return undefined;
        throw error;
      }
    },
    async createCustomer(body, idempotencyKey, signal) {
      const headers = { 'idempotency-key': idempotencyKey };
      const answer = await call('POST', '/customers', { json: body, headers, signal, retry: 'never' });
      const made = checked('effihub', customer, answer);
      const repeated = answer.status === 200;
      // An older customer may have been linked to another contact since.
      if (!repeated)
        expectSame('effihub', 'dineroContactGuid', body.dineroContactGuid.toLowerCase(), made.contactGuid);
      return { customer: made, repeated };
    },
    async changeCustomer(id, changes, signal) {
      return customerIn(await call('PATCH', pathOf(id), { json: changes, signal, retry: 'never' }), id);
    },
    async linkContact(id, guid, signal) {
      const json = { contactGuid: guid };
      const answer = await call('PUT', `${pathOf(id)}/dinero-link`, { json, signal, retry: 'never' });
      const linked = customerIn(answer, id);
      expectSame('effihub', 'dineroContactGuid', guid.toLowerCase(), linked.contactGuid);
      return linked;
    },
    async unlinkContact(id, signal) {
      await call('DELETE', `${pathOf(id)}/dinero-link`, { signal, retry: 'never' });
    },
    async deleteCustomer(id, signal) {
      await call('DELETE', pathOf(id), { signal, retry: 'never' });
    },
    async unlinkAll(signal) {
      const answer = await call('DELETE', '/dinero-links', { signal, retry: 'never' });
      return checked('effihub', removed, answer);
    },
    async customerDefaults(signal) {
      const answer = await call('GET', '/customer-defaults', { signal, retry: 'read' });
      return checked('effihub', customerDefaults, answer);
    },
  };
}
