import type { ContactGuid, Customer, CustomerDefaults, CustomerId } from '../../domain/customer.ts';
import { ProblemError } from '../../domain/problem.ts';
import type { Account, EffihubApi } from '../effihub/api.ts';
import type { CustomerBody } from '../effihub/body.ts';

/** The rows of one account's table, as they are kept. */
export interface SheetRows {
  /**
   * Everybody, also the imports that no table has shown yet.
   * @property goneIds ids that there were once: the customer has another one by now
   */
  list(): Promise<{ customers: Customer[]; goneIds: CustomerId[] }>;
  customer(id: CustomerId): Promise<Customer | undefined>;
  /** The one that a contact is linked to. */
  linkedTo(guid: ContactGuid): Promise<CustomerId | undefined>;
  /** The one that an import with this key has made. */
  importedWith(key: string): Promise<Customer | undefined>;
  add(customer: Customer, importKey: string): Promise<void>;
  /** @param guid undefined: no link any more */
  setLink(id: CustomerId, guid: ContactGuid | undefined): Promise<Customer | undefined>;
  /**
   * Takes away an import that waits to be pasted.
   * @returns `pasted` when it is in Effihub by now, as far as can be told; undefined when it is not there any more
   */
  removeImport(id: CustomerId): Promise<'removed' | 'pasted' | undefined>;
  /** @returns how many there were */
  removeLinks(): Promise<number>;
}

/** An account that is known by its address alone. */
export const sheetAccount = (account: string): Account => ({
  id: `sheet.${account}`,
  name: account,
  subdomain: account,
});

/** The id of an import until a table shows which number Effihub gave it. */
const idOfImport = (guid: ContactGuid): CustomerId => `ny:${guid}`;

const gone = () => new ProblemError({ system: 'effihub', code: 'gone' });

/**
 * Effihub without an API, asked in the same words: its customers are those of the tables that the user reads in, its links
 * are kept here, and what is created waits to be pasted into Effihub. So everything that works with the API works without.
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
    // A table is only read: what is in Effihub is changed there.
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
      // Only somebody in Effihub can take it out there.
      if (outcome === 'pasted') throw new ProblemError({ system: 'effihub', code: 'pasted' });
    },
    unlinkAll: () => rows.removeLinks(),
    customerDefaults: async () => SHEET_DEFAULTS,
  };
}

/** Effihub gives them to what is pasted; what they are there, nobody tells. */
export const SHEET_DEFAULTS: CustomerDefaults = {
  hub: { showTimesheets: false, showProjects: false, showPunchCards: false, showInvoices: false },
  language: 'da',
};

function customerOf(body: CustomerBody): Omit<Customer, 'id'> {
  const { invoiceEmail, dineroContactGuid: _, hub: __, language: ___, ...rest } = body;
  return { ...rest, email: invoiceEmail };
}
