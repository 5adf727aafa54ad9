/** The words both systems share. Plain data: it goes into the database, through messages and into tests. */

/** Effihub's customer id. A string, because a customer read from a spreadsheet has no number. */
export type CustomerId = string;
/** Dinero's contact id, a UUID in lower case. */
export type ContactGuid = string;

/** What both systems know of a customer, in one vocabulary. What is missing is `undefined`, never `null` or `''`. */
export interface Party {
  /** Trimmed, inner spaces single; `''` when the system has no name. */
  name: string;
  isPerson?: boolean;
  vatNumber?: string;
  street?: string;
  zipCode?: string;
  city?: string;
  /** ISO 3166, two upper-case letters. */
  countryCode?: string;
  email?: string;
  phone?: string;
  website?: string;
  /** ISO 8601, the other system's clock. */
  updatedAt?: string;
}

/** What linked customers can differ in. */
export const FIELDS = [
  'name',
  'street',
  'zipCode',
  'city',
  'countryCode',
  'email',
  'phone',
  'website',
  'vatNumber',
] as const satisfies readonly (keyof Party)[];

export type Field = (typeof FIELDS)[number];

/** A customer in Effihub. */
export interface Customer extends Party {
  id: CustomerId;
  customerNumber?: string;
  notes?: string;
  language?: string;
  hub?: HubChoices;
  /** The Dinero contact it is linked to. */
  contactGuid?: ContactGuid;
  archivedAt?: string;
}

/** A contact in Dinero: a customer (debtor), a supplier (creditor), or both. */
export interface Contact extends Party {
  guid: ContactGuid;
  externalReference?: string;
  /** Unknown counts as a customer. */
  isDebtor?: boolean;
  isCreditor?: boolean;
  deletedAt?: string;
}

/** What a customer sees in the portal, kundeHUB. */
export interface HubChoices {
  showTimesheets: boolean;
  showProjects: boolean;
  showPunchCards: boolean;
  showInvoices: boolean;
}

/** What new Effihub customers get unless something else is chosen. */
export interface CustomerDefaults {
  hub: HubChoices;
  language: string;
}

/** Step 3 shows debtors; contacts that are only creditors on request. */
export const isDebtor = (contact: Contact): boolean => contact.isDebtor ?? true;
