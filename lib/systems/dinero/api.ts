import type { Contact, ContactGuid } from '../../domain/customer.ts';
import { problemOf } from '../../domain/problem.ts';
import type { Answer, Http, HttpRequest, Method } from '../http/http.ts';
import { checked, expectSame } from '../http/schema.ts';
import type { Auth } from './auth.ts';
import type { ContactBody } from './body.ts';
import { dineroProblem } from './errors.ts';
import type { RawContact } from './replacement.ts';
import { CONTACT_FIELDS, contact, contactPage, created, organizations } from './schema.ts';

export interface Organization {
  id: number;
  name: string;
  isPro?: boolean;
}

export interface ContactsQuery {
  /** `yyyy-MM-ddTHH:mm:ssZ` */
  changesSince?: string;
  /** Lists only soft-deleted contacts, which are left out otherwise. */
  deletedOnly?: boolean;
  /** From 0. */
  page: number;
  /** At most 1000. */
  pageSize: number;
  /** E.g. `ExternalReference eq 'effihub:41:1207'` */
  queryFilter?: string;
}

/** Dinero's API, one method per request. Throws only ProblemError, and the signal's reason when it was aborted. */
export interface DineroApi {
  /** The organizations that the credentials reach; exactly one for a personal integration. */
  organizations(signal?: AbortSignal): Promise<Organization[]>;
  contactsPage(
    query: ContactsQuery,
    signal?: AbortSignal,
  ): Promise<{ contacts: Contact[]; serverTime?: number }>;
  /** Also finds a soft-deleted one (`deletedAt`); `undefined` when it never existed. */
  contact(guid: ContactGuid, signal?: AbortSignal): Promise<Contact | undefined>;
  /** The same, with every field that Dinero returns, for `replaceContact`. */
  wholeContact(
    guid: ContactGuid,
    signal?: AbortSignal,
  ): Promise<{ contact: Contact; raw: RawContact } | undefined>;
  /** Clears every field that the body leaves out. Not retried. */
  replaceContact(guid: ContactGuid, body: object, signal?: AbortSignal): Promise<void>;
  /** Not retried: after `unreachable` or `garbled` look the contact up. Throws `guid-taken` when it exists. */
  createContact(body: ContactBody, signal?: AbortSignal): Promise<ContactGuid>;
  restoreContact(guid: ContactGuid, signal?: AbortSignal): Promise<void>;
  /** Not retried. Throws `gone` when it is already deleted, `refused` when Dinero needs it, e.g. for an invoice. */
  deleteContact(guid: ContactGuid, signal?: AbortSignal): Promise<void>;
}

const API = 'https://api.dinero.dk/v1';

/** @param options.http with the limiter of this organization and client id */
export function createDineroApi(options: { organizationId: number; auth: Auth; http: Http }): DineroApi {
  const { organizationId, auth, http } = options;
  const contacts = `/${organizationId}/contacts`;

  async function call(method: Method, path: string, request: HttpRequest): Promise<Answer> {
    const send = (token: string) =>
      http.request(method, API + path, {
        ...request,
        headers: { authorization: `Bearer ${token}` },
        readError: dineroProblem,
        secrets: auth.secrets,
      });
    const token = await auth.token(request.signal);
    try {
      return await send(token);
    } catch (error) {
      if (problemOf(error)?.status !== 401) throw error;
      // The token has expired or was revoked. Nothing was carried out, so a write is repeated too; a second 401 is
      // final.
      await auth.forget(token);
      return send(await auth.token(request.signal));
    }
  }

  const pathOf = (guid: ContactGuid) => `${contacts}/${encodeURIComponent(guid)}`;

  async function wholeContact(guid: ContactGuid, signal?: AbortSignal) {
    try {
      const answer = await call('GET', pathOf(guid), { signal, retry: 'read' });
      const found = checked('dinero', contact, answer);
      expectSame('dinero', 'ContactGuid', guid.toLowerCase(), found.guid);
      return { contact: found, raw: answer.data as RawContact };
    } catch (error) {
      if (problemOf(error)?.code === 'gone') return undefined;
      throw error;
    }
  }

  return {
    async organizations(signal) {
      const searchParams = { fields: 'name,id,isPro' };
      const answer = await call('GET', '/organizations', { searchParams, signal, retry: 'read' });
      return checked('dinero', organizations, answer);
    },
    async contactsPage(query, signal) {
      const searchParams = { fields: CONTACT_FIELDS, ...query };
      const answer = await call('GET', contacts, { searchParams, signal, retry: 'read' });
      return { contacts: checked('dinero', contactPage, answer), serverTime: answer.serverTime };
    },
    contact: async (guid, signal) => (await wholeContact(guid, signal))?.contact,
    wholeContact,
    async replaceContact(guid, body, signal) {
      await call('PUT', pathOf(guid), { json: body, signal, retry: 'never' });
    },
    async createContact(body, signal) {
      const answer = await call('POST', contacts, { json: body, signal, retry: 'never' });
      return checked('dinero', created, answer) ?? body.ContactGuid.toLowerCase();
    },
    async restoreContact(guid, signal) {
      await call('POST', `${pathOf(guid)}/restore`, { signal, retry: 'never' });
    },
    async deleteContact(guid, signal) {
      await call('DELETE', `${contacts}/${encodeURIComponent(guid)}`, { signal, retry: 'never' });
    },
  };
}
