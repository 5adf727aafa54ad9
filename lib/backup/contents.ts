/** What a backup holds, as plain data. No keys, no sign-ins and no address of an API. */
import type { ContactGuid, CustomerId } from '../customer.ts';
import type { Operation, OperationState, Run } from '../run.ts';
import type {
  ConnectionRecord,
  IgnoredRecord,
  LinkRecord,
  SheetRecord,
  SheetRowRecord,
} from '../store/records.ts';

/** As `components/preferences.ts` keeps them. */
export interface SavedPreferences {
  language: 'auto' | 'da' | 'en';
  theme: 'auto' | 'light' | 'dark';
}

export interface SavedLink {
  customerId: CustomerId;
  contactGuid: ContactGuid;
  /** The names on both sides, as far as they were known. */
  customer: string;
  contact: string;
  how: LinkRecord['how'];
  linkedAt: number;
}

export type SavedIgnored = Omit<IgnoredRecord, 'connectionId'>;

export interface SavedNumber {
  number: string;
  contactGuid: ContactGuid;
}

/** An import into an account without an API that no table has shown yet. */
export type SavedImport = Omit<SheetRowRecord, 'connectionId' | 'awaited'> &
  Required<Pick<SheetRowRecord, 'awaited'>>;

/** Without what was sent. */
export type SavedOperation = Omit<
  Operation,
  'runId' | 'connectionId' | 'body' | 'idempotencyKey' | 'state'
> & {
  state: Exclude<OperationState, 'waiting' | 'sent'>;
};

/** A run that has ended. */
export type SavedRun = Omit<Run, 'connectionId' | 'expectedEnd' | 'state' | 'endedAt'> & {
  state: 'done' | 'stopped';
  endedAt: number;
  operations: SavedOperation[];
};

export interface SavedCompany
  extends Pick<
    ConnectionRecord,
    | 'id'
    | 'organizationId'
    | 'organizationName'
    | 'accountId'
    | 'accountName'
    | 'subdomain'
    | 'source'
    | 'name'
  > {
  lastUsedAt?: number;
  links: SavedLink[];
  ignored: SavedIgnored[];
  contactNumbers: SavedNumber[];
  imports: SavedImport[];
  columns: SheetRecord['columns'];
  runs: SavedRun[];
}

export interface Backup {
  /** ISO 8601 */
  madeAt: string;
  preferences: SavedPreferences;
  companies: SavedCompany[];
}
