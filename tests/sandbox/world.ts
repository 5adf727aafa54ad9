import type { Clock } from './clock.ts';

/** A contact as Dinero's API shows it. A field that is `undefined` is left out of answers. */
export interface DineroContact {
  ContactGuid: string;
  ExternalReference?: string | null;
  Name?: string | null;
  Street?: string | null;
  ZipCode?: string | null;
  City?: string | null;
  CountryKey?: string | null;
  Phone?: string | null;
  Email?: string | null;
  Webpage?: string | null;
  AttPerson?: string | null;
  VatNumber?: string | null;
  EanNumber?: string | null;
  IsPerson?: boolean | null;
  IsMember?: boolean | null;
  MemberNumber?: string | null;
  IsDebitor?: boolean | null;
  IsCreditor?: boolean | null;
  PaymentConditionType?: string | null;
  PaymentConditionNumberOfDays?: number | null;
  CompanyStatus?: string | null;
  VatRegionKey?: string | null;
  InvoiceMailOutOptionKey?: string | null;
  PreferredInvoiceLanguageKey?: string | null;
  PreferredInvoiceCurrencyKey?: string | null;
  CreatedAt: string;
  UpdatedAt: string;
  DeletedAt: string | null;
}

/** A contact with what Dinero knows of it besides its API. */
export interface StoredContact extends DineroContact {
  /** Can be written, not read. */
  CompanyTypeKey: string | null;
  /** The number in the web page's address. */
  number: number;
  /** Dinero will not delete it. */
  usedOnInvoice: boolean;
}

export interface Organization {
  id: number;
  name: string;
  isPro: boolean;
  apiKey: string;
  /** By ContactGuid in lower case. */
  contacts: Map<string, StoredContact>;
}

export interface Hub {
  showTimesheets: boolean;
  showProjects: boolean;
  showPunchCards: boolean;
  showInvoices: boolean;
}

/** A customer as Effihub's API shows it. A field that is `undefined` is left out of answers. */
export interface EffihubCustomer {
  id: number;
  customerNumber?: string | null;
  name: string;
  isPerson?: boolean | null;
  vatNumber?: string | null;
  street?: string | null;
  zipCode?: string | null;
  city?: string | null;
  countryCode?: string | null;
  invoiceEmail?: string | null;
  phone?: string | null;
  website?: string | null;
  notes?: string | null;
  language?: string | null;
  hub: Hub;
  dineroContactGuid: string | null;
  createdAt: string;
  updatedAt: string;
  archivedAt: string | null;
}

export interface Account {
  id: number;
  name: string;
  subdomain: string;
  token: string;
  /** Effihub's own Dinero integration; can be missing. */
  dinero?: { enabled: boolean; organizationId: number };
  defaults: { hub: Hub; language: string };
  customers: Map<number, EffihubCustomer>;
  deleted: { id: number; at: string }[];
  /** What was answered under an Idempotency-Key, and to which body. */
  answers: Map<string, { body: string; answer: string }>;
  nextId: number;
}

export interface Token {
  /** Those it opens; just one for a personal integration. */
  organizations: number[];
  clientId: string;
  expiresAt: number;
  /** The sign-in with Visma Connect that it came from. */
  signIn?: VismaSignIn;
}

/** A public integration that is registered with Visma Connect. */
export interface VismaClient {
  secret: string;
  /** The addresses that a sign-in may return to. @default every one that a browser gives to an extension */
  redirectUris?: Set<string>;
}

/** What a user has agreed to once. */
export interface VismaSignIn {
  clientId: string;
  organizations: number[];
  scope: string;
  /** All that were given out, the newest last. */
  refreshTokens: string[];
  /** May be set at any time: neither its access tokens nor its refresh tokens work any more. */
  isRevoked: boolean;
}

/** A code that waits to be exchanged; it stays after that, so that a second use is noticed. */
export interface VismaCode {
  signIn: VismaSignIn;
  redirectUri: string;
  challenge: string;
  expiresAt: number;
  isUsed: boolean;
}

/** Who is who in a generated world. A customer or contact that is in no pair has no counterpart. */
export interface TruePair {
  customerId: number;
  /** More than one where Dinero has the company twice. */
  contactGuids: string[];
  /** `certain`: a shared number or e-mail proves it. `likely`: only a similar name speaks for it. */
  evidence: 'certain' | 'likely';
}

/** Everything both systems know. Tests may change it at any time; `change*` and `delete*` move the times too. */
export interface World {
  clock: Clock;
  organizations: Map<number, Organization>;
  accounts: Map<number, Account>;
  /** The usual pair, Nordisk Tekst. */
  organization: Organization;
  account: Account;
  /** Danish CVR numbers that exist. */
  cvrRegister: Set<string>;
  /** Client secret by client id. */
  clients: Map<string, string>;
  /** By client id. */
  vismaClients: Map<string, VismaClient>;
  /** The organizations that the user who is signed in to Visma Connect may give access to. */
  vismaGrantable: number[];
  vismaCodes: Map<string, VismaCode>;
  /** In the order in which access was given. */
  vismaSignIns: VismaSignIn[];
  tokens: Map<string, Token>;
  /** Seconds that a token lives. */
  tokenLife: number;
  /** Requests a minute; `Infinity` switches a limit off. */
  limits: { dinero: number; effihub: number };
  /** When requests were made in the last minute, by organization + client id, or by Effihub token. */
  recent: Map<string, number[]>;
  truth: TruePair[];
}
