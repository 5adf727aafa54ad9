import type { ContactGuid, Customer, CustomerDefaults, CustomerId } from '../../domain/customer.ts';
import { ProblemError } from '../../domain/problem.ts';
import type { Account, EffihubApi } from '../effihub/api.ts';
import type { CustomerBody } from '../effihub/body.ts';

/** The stored rows of an account's table. */
export interface SheetRows {
  /**
   * All customers, including imports that no table has shown yet.
   * @property goneIds former ids of customers that have another id now
   */
  list(): Promise<{ customers: Customer[]; goneIds: CustomerId[] }>;
  customer(id: CustomerId): Promise<Customer | undefined>;
  /** The customer that a contact is linked to. */
  linkedTo(guid: ContactGuid): Promise<CustomerId | undefined>;
  /** The customer created by an import with this key. */
  importedWith(key: string): Promise<Customer | undefined>;
  add(customer: Customer, importKey: string): Promise<void>;
  /** @param guid undefined removes the link */
  setLink(id: CustomerId, guid: ContactGuid | undefined): Promise<Customer | undefined>;
  /**
   * Removes an import that waits to be pasted.
   * @returns `pasted` when it is probably in Effihub already; undefined when it no longer exists
   */
  removeImport(id: CustomerId): Promise<'removed' | 'pasted' | undefined>;
  /** @returns the number of removed links */
  removeLinks(): Promise<number>;
}

/** An account known only by its address. */
export const sheetAccount = (account: string): Account => ({
  id: `sheet.${account}`,
  name: account,
  subdomain: account,
});

/** The id of an import until a table shows the number that Effihub gave it. */
const idOfImport = (guid: ContactGuid): CustomerId => `ny:${guid}`;

const gone = () => new ProblemError({ system: 'effihub', code: 'gone' });

/**
 * Effihub without an API, behind the interface of the API: customers come from the tables that the user reads in,
 * links are stored here, and created customers wait to be pasted into Effihub. Everything that works with the API
 * works with it.
 */
export function createSheetApi(options: { account: string; rows: SheetRows; now: () => number }): EffihubApi {
  const { account, rows, now } = options;

  async function checkFree(guid: ContactGuid, id?: CustomerId): Promise<void> {
    const linkedTo = await rows.linkedTo(guid);
    if (linkedTo !== undefined && linkedTo !== id)
      throw new ProblemError({ system: 'effihub', code: 'taken', linkedTo });
  }

  return {
    account: async () => sheetAccount(account),
    async customersPage() {
      const { customers, goneIds } = await rows.list();
      return { customers, total: customers.length, deletedIds: goneIds, serverTime: now() };
    },
    customer: (id) => rows.customer(id),
    async createCustomer(body, key) {
      const before = await rows.importedWith(key);
      if (before) return { customer: before, repeated: true };
      const guid = body.dineroContactGuid;
      await checkFree(guid);
      const customer: Customer = {
        ...customerOf(body),
        id: idOfImport(guid),
        contactGuid: guid,
        updatedAt: new Date(now()).toISOString(),
      };
      await rows.add(customer, key);
      return { customer, repeated: false };
    },
    // A table is read-only: records are changed in Effihub.
    async changeCustomer() {
      throw new ProblemError({ system: 'effihub', code: 'refused' });
    },
    async linkContact(id, guid) {
      await checkFree(guid, id);
      const linked = await rows.setLink(id, guid);
      if (!linked) throw gone();
      return linked;
    },
    async unlinkContact(id) {
      if (!(await rows.setLink(id, undefined))) throw gone();
    },
    async deleteCustomer(id) {
      const outcome = await rows.removeImport(id);
      if (!outcome) throw gone();
      // It can only be deleted in Effihub.
      if (outcome === 'pasted') throw new ProblemError({ system: 'effihub', code: 'pasted' });
    },
    unlinkAll: () => rows.removeLinks(),
    customerDefaults: async () => SHEET_DEFAULTS,
  };
}

/** Placeholders: Effihub applies its own defaults to pasted customers, and nothing tells which. */
export const SHEET_DEFAULTS: CustomerDefaults = {
  hub: { showTimesheets: false, showProjects: false, showPunchCards: false, showInvoices: false },
  language: 'da',
};

function customerOf(body: CustomerBody): Omit<Customer, 'id'> {
  const { invoiceEmail, dineroContactGuid: _, hub: __, language: ___, ...rest } = body;
  return { ...rest, email: invoiceEmail };
}
