import { type Clock, inMilliseconds, inSeconds, makeClock } from './clock.ts';
import { clientId, clientSecret, credentials, vismaClientId, vismaClientSecret } from './credentials.ts';
import { hasCvrChecksum } from './cvr.ts';
import { readableFields } from './dinero-list.ts';
import { emptyCustomer } from './effihub-api.ts';
import type { Account, EffihubCustomer, Organization, StoredContact, TruePair, World } from './world.ts';

export const defaults: Account['defaults'] = {
  hub: { showTimesheets: true, showProjects: true, showPunchCards: true, showInvoices: false },
  language: 'da',
};

/** What a test says about its world; everything else has a default. */
export interface WorldParts {
  customers?: Partial<EffihubCustomer>[];
  contacts?: Partial<StoredContact>[];
  /** Those of the second account and organization, Fjord Regnskab. */
  otherCustomers?: Partial<EffihubCustomer>[];
  otherContacts?: Partial<StoredContact>[];
  organization?: Partial<Omit<Organization, 'contacts'>>;
  account?: Partial<Omit<Account, 'customers'>>;
  /** CVR numbers that exist. @default every number of the world with a valid checksum */
  cvrRegister?: Iterable<string>;
  /** Numbers that do not exist although their checksum is valid. */
  unknownCvr?: Iterable<string>;
  truth?: TruePair[];
  clock?: Clock;
}

const day = 86_400_000;

/**
 * Builds both systems around the given customers and contacts.
 * Without ids, customers are numbered from 1 and contacts get {@link contactGuid} 1, 2, 3 ...
 * Without times, each row was made on a day of its own, the last one yesterday.
 */
export function world(parts: WorldParts = {}): World {
  const clock = parts.clock ?? makeClock();
  const organization: Organization = {
    id: credentials.nordisk.organizationId,
    name: 'Nordisk Tekst ApS',
    isPro: true,
    apiKey: credentials.nordisk.apiKey,
    contacts: contactsOf(parts.contacts ?? [], clock),
    ...parts.organization,
  };
  const account: Account = {
    ...newAccount(41, 'Nordisk Tekst', 'nordisktekst', credentials.nordisk.effihubToken),
    dinero: { enabled: true, organizationId: organization.id },
    ...parts.account,
  };
  fillAccount(account, parts.customers ?? [], clock);
  const fjord: Organization = {
    id: credentials.fjord.organizationId,
    name: 'Fjord Regnskab ApS',
    isPro: true,
    apiKey: credentials.fjord.apiKey,
    contacts: contactsOf(parts.otherContacts ?? [], clock, 900_000),
  };
  const fjordAccount: Account = {
    ...newAccount(58, 'Fjord Regnskab', 'fjordregnskab', credentials.fjord.effihubToken),
    dinero: { enabled: true, organizationId: fjord.id },
  };
  fillAccount(fjordAccount, parts.otherCustomers ?? [], clock);
  const withoutPro: Organization = {
    id: credentials.withoutPro.organizationId,
    name: 'Uden Pro IVS',
    isPro: false,
    apiKey: credentials.withoutPro.apiKey,
    contacts: new Map(),
  };
  const cvrRegister = new Set(parts.cvrRegister ?? numbersOf([organization, fjord], [account, fjordAccount]));
  for (const number of parts.unknownCvr ?? []) cvrRegister.delete(number);
  return {
    clock,
    organization,
    account,
    organizations: new Map([organization, fjord, withoutPro].map((one) => [one.id, one])),
    accounts: new Map([account, fjordAccount].map((one) => [one.id, one])),
    cvrRegister,
    clients: new Map([[clientId, clientSecret]]),
    vismaClients: new Map([[vismaClientId, { secret: vismaClientSecret }]]),
    vismaGrantable: [organization.id, fjord.id],
    vismaCodes: new Map(),
    vismaSignIns: [],
    tokens: new Map(),
    tokenLife: 3600,
    limits: { dinero: 100, effihub: 120 },
    recent: new Map(),
    truth: parts.truth ?? [],
  };
}

/** The id of the n-th contact of a hand-made world. */
export const contactGuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

function contactsOf(rows: Partial<StoredContact>[], clock: Clock, first = 0): Map<string, StoredContact> {
  const blank = Object.fromEntries(readableFields.map((field) => [field, null]));
  const contacts = rows.map((row, index): StoredContact => {
    const made = inMilliseconds(clock.now() - (rows.length - index) * day);
    return {
      ...blank,
      Name: `Kontakt ${index + 1}`,
      CountryKey: 'DK',
      IsPerson: false,
      IsMember: false,
      IsDebitor: true,
      IsCreditor: false,
      CompanyTypeKey: null,
      CreatedAt: made,
      UpdatedAt: made,
      DeletedAt: null,
      number: 1_037_000_000 + (first + index + 1) * 7,
      usedOnInvoice: false,
      ...row,
      ContactGuid: (row.ContactGuid ?? contactGuid(first + index + 1)).toLowerCase(),
    };
  });
  return new Map(contacts.map((contact) => [contact.ContactGuid, contact]));
}

const newAccount = (id: number, name: string, subdomain: string, token: string): Account => ({
  id,
  name,
  subdomain,
  token,
  defaults: structuredClone(defaults),
  customers: new Map(),
  deleted: [],
  answers: new Map(),
  nextId: 1,
});

function fillAccount(account: Account, rows: Partial<EffihubCustomer>[], clock: Clock): void {
  rows.forEach((row, index) => {
    const made = inSeconds(clock.now() - (rows.length - index) * day);
    const customer: EffihubCustomer = {
      ...emptyCustomer(account),
      name: `Kunde ${index + 1}`,
      isPerson: false,
      countryCode: 'DK',
      createdAt: made,
      updatedAt: made,
      ...row,
      id: row.id ?? account.nextId,
    };
    account.customers.set(customer.id, customer);
    account.nextId = Math.max(account.nextId, customer.id + 1);
  });
}

function* numbersOf(organizations: Organization[], accounts: Account[]): Generator<string> {
  for (const { contacts } of organizations) {
    for (const { VatNumber } of contacts.values()) if (hasCvrChecksum(VatNumber)) yield VatNumber;
  }
  for (const { customers } of accounts) {
    for (const { vatNumber } of customers.values()) if (hasCvrChecksum(vatNumber)) yield vatNumber;
  }
}
