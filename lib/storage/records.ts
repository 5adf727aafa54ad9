/** What the database holds, table by table. */

import type { ContactChoice, CustomerChoice } from '../domain/choices.ts';
import type { Company, DineroKind, OfConnection } from '../domain/company.ts';
import type { Counts } from '../domain/counts.ts';
import type { ContactGuid, CustomerDefaults, CustomerId } from '../domain/customer.ts';
import type { Agreed, CustomerDifferences, Decision } from '../domain/difference.ts';
import type { DeletedCustomer, Dismissal, IgnoredContact, Link, LinkOrigin } from '../domain/link.ts';
import type { Problem } from '../domain/problem.ts';
import type { SheetRow } from '../systems/spreadsheets/merge.ts';

/** Everything else in the database belongs to one of these. */
export interface ConnectionRecord extends Company {
  lastUsedAt: number;
  /** Effihub's own Dinero integration, as last seen. */
  integration?: 'on' | 'off' | 'other-company';
  /** As of the last read or run. */
  counts?: Counts;
  /** The account's standard choices, as last read. */
  defaults?: CustomerDefaults;
  /** When both lists were last looked at, in ms, and what went wrong then. */
  checkedAt?: number;
  checkProblem?: Problem;
}

/** A connection's keys. Read by the background alone; never sent to a page. So are `clients` and `signIns`. */
export interface SecretsRecord {
  connectionId: string;
  dinero:
    | { kind: 'personal'; clientId: string; apiKey: string }
    | { kind: 'visma'; clientId: string; signInId: string };
  effihub: { kind: 'api'; baseUrl: string; token: string } | { kind: 'sheet' };
}

/** A client id with its secret serves any number of organizations. */
export interface ClientRecord {
  kind: DineroKind;
  clientId: string;
  clientSecret: string;
}

/** One sign-in with Visma Connect, which serves every organization that was granted with it. */
export interface SignInRecord {
  id: string;
  clientId: string;
  /** The newest one: it changes with each use. */
  refreshToken: string;
}

/** What was last read of an Effihub account without an API. */
export interface SheetRecord {
  connectionId: string;
  /** Undefined before the first table. */
  readAt?: number;
  /** How many customers it had; missing when an earlier version read it. */
  customers?: number;
  /** The file's name; missing when it was pasted. */
  file?: string;
  /** What the user said each heading means. */
  columns: [heading: string, column: string][];
}

export type SheetRowRecord = Owned<SheetRow>;

/** From where the next incremental read goes on. */
export interface SyncCursorsRecord {
  connectionId: string;
  contacts?: string;
  customers?: string;
  /** The links do not follow from the lists yet: a reading was cut short, or left contacts to be looked up. */
  unsettled?: boolean;
  /** Numbers and differences do not follow from the lists yet. */
  uncounted?: boolean;
}

/** A value with the company that it belongs to, as the tables hold it. */
export type Owned<T> = T & OfConnection;

export const owned = <T extends object>(connectionId: string, items: readonly T[]): Owned<T>[] =>
  items.map((item) => ({ ...item, connectionId }));

export const withoutOwner = <T extends OfConnection>({
  connectionId: _,
  ...rest
}: T): Omit<T, 'connectionId'> => rest;

export type LinkRecord = Owned<Link> & {
  how: LinkOrigin;
  linkedAt: number;
};

export type IgnoredRecord = Owned<IgnoredContact>;

/** See `contact-numbers.ts`. */
export interface ContactNumberRecord {
  connectionId: string;
  number: string;
  contactGuid: ContactGuid;
}

export type ChoiceRecord =
  | { connectionId: string; of: 'customer'; id: CustomerId; choice: CustomerChoice }
  | { connectionId: string; of: 'contact'; id: ContactGuid; choice: ContactChoice };

/** As of the last look at the lists: what `lib/differences` makes of them. */
export type DifferencesRecord = Owned<CustomerDifferences>;

export type AgreedRecord = Owned<Agreed>;

export type DecisionRecord = Owned<Decision>;

export type GoneRecord = Owned<DeletedCustomer>;

export type DismissalRecord = Owned<Dismissal>;
