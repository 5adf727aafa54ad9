/** The records of each table. */

import type { ContactChoice, CustomerChoice } from '../domain/choices.ts';
import type { Company, DineroKind, OfConnection } from '../domain/company.ts';
import type { Counts } from '../domain/counts.ts';
import type { ContactGuid, CustomerDefaults, CustomerId } from '../domain/customer.ts';
import type { Agreed, CustomerDifferences, Decision } from '../domain/difference.ts';
import type { DeletedCustomer, Dismissal, IgnoredContact, Link, LinkOrigin } from '../domain/link.ts';
import type { Problem } from '../domain/problem.ts';
import type { SheetRow } from '../systems/spreadsheets/merge.ts';

/** A connected company. Every other record belongs to one. */
export interface ConnectionRecord extends Company {
  lastUsedAt: number;
  /** Effihub's own Dinero integration, as last seen. */
  integration?: 'on' | 'off' | 'other-company';
  /** As of the last read or run. */
  counts?: Counts;
  /** The account's defaults, as of the last read. */
  defaults?: CustomerDefaults;
  /** When both lists were last checked, in ms, and what went wrong. */
  checkedAt?: number;
  checkProblem?: Problem;
}

/**
 * A connection's keys. Only the background reads them; they are never sent to a page. The same holds for `clients`
 * and `signIns`.
 */
export interface SecretsRecord {
  connectionId: string;
  dinero:
    | { kind: 'personal'; clientId: string; apiKey: string }
    | { kind: 'visma'; clientId: string; signInId: string };
  effihub: { kind: 'api'; baseUrl: string; token: string } | { kind: 'sheet' };
}

/** A client id and its secret, shared by any number of organizations. */
export interface ClientRecord {
  kind: DineroKind;
  clientId: string;
  clientSecret: string;
}

/** One sign-in with Visma Connect, shared by every organization it was granted for. */
export interface SignInRecord {
  id: string;
  clientId: string;
  /** Replaced with each use. */
  refreshToken: string;
}

/** The table last read for an Effihub account without an API. */
export interface SheetRecord {
  connectionId: string;
  /** Undefined before the first table. */
  readAt?: number;
  /** Number of customers; missing when an earlier version read the table. */
  customers?: number;
  /** File name; missing when the table was pasted. */
  file?: string;
  /** What the user chose each heading to mean. */
  columns: [heading: string, column: string][];
}

export type SheetRowRecord = Owned<SheetRow>;

/** Where the next incremental read of each list starts. Stored in the table `marks`. */
export interface SyncCursorsRecord {
  connectionId: string;
  contacts?: string;
  customers?: string;
  /** The links are not up to date with the lists: a read was cut short, or left contacts to look up. */
  unsettled?: boolean;
  /** Counts and differences are not up to date with the lists. */
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

/** The contact behind the number in a Dinero page's address; see `lib/features/panel`. */
export interface ContactNumberRecord {
  connectionId: string;
  number: string;
  contactGuid: ContactGuid;
}

export type ChoiceRecord =
  | { connectionId: string; of: 'customer'; id: CustomerId; choice: CustomerChoice }
  | { connectionId: string; of: 'contact'; id: ContactGuid; choice: ContactChoice };

/** As of the last comparison of both lists. */
export type DifferencesRecord = Owned<CustomerDifferences>;

export type AgreedRecord = Owned<Agreed>;

export type DecisionRecord = Owned<Decision>;

export type GoneRecord = Owned<DeletedCustomer>;

export type DismissalRecord = Owned<Dismissal>;
