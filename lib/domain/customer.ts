/** The vocabulary of both systems. Plain data: goes into the database, messages and tests. */

/** Effihub's customer id; a string, because a customer read from a spreadsheet has no number. */
export type CustomerId = string;
/** Dinero's contact id: a UUID in lower case. */
export type ContactGuid = string;

/** What both systems know about a customer. Missing values are `undefined`, never `null` or `''`. */
export interface Party {
  /** Trimmed, single inner spaces; `''` when the system has no name. */
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
  /** ISO 8601, by its own system's clock. */
  updatedAt?: string;
}

/** Fields in which linked customers can differ. */
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
  /** Unknown counts as a debtor. */
  isDebtor?: boolean;
  isCreditor?: boolean;
  deletedAt?: string;
}

/** What a customer sees in kundeHUB, the portal. */
export interface HubChoices {
  showTimesheets: boolean;
  showProjects: boolean;
  showPunchCards: boolean;
  showInvoices: boolean;
}

/** Defaults of new Effihub customers. */
export interface CustomerDefaults {
  hub: HubChoices;
  language: string;
}

/** Step 3 shows debtors, and on request contacts that are only creditors. */
export const isDebtor = (contact: Contact): boolean => contact.isDebtor ?? true;
