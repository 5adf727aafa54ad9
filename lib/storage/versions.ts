/** The database's schema versions and upgrades. */
import type { Transaction } from 'dexie';
import type { ClientRecord, ConnectionRecord, SecretsRecord } from './records.ts';

/** Raise it with every change of `VERSIONS`. */
export const DATABASE_VERSION = 4;

/** Every released version, with its tables as they were. Never remove one. */
export const VERSIONS: Record<number, Record<string, string>> = {
  1: {
    connections: 'id, lastUsedAt',
    secrets: 'connectionId',
    marks: 'connectionId',
    links: '[connectionId+customerId], &[connectionId+contactGuid], connectionId',
    ignored: '[connectionId+contactGuid], connectionId',
    contacts: '[connectionId+guid], connectionId',
    customers: '[connectionId+id], connectionId',
    flows: 'connectionId',
    choices: '[connectionId+of+id], connectionId',
    runs: 'id, [connectionId+startedAt], state',
    operations: '[runId+seq], [runId+state]',
    limiters: 'key',
  },
  // Tables that are not named stay as they were.
  2: {
    contactNumbers: '[connectionId+number], [connectionId+contactGuid]',
  },
  3: {
    clients: '[kind+clientId]',
    signIns: 'id',
    sheets: 'connectionId',
    sheetRows: '[connectionId+id], connectionId, [connectionId+contactGuid], [connectionId+importKey]',
  },
  4: {
    differences: '[connectionId+customerId], connectionId',
    agreed: '[connectionId+customerId], connectionId',
    decisions: '[connectionId+customerId+field], connectionId',
    gone: '[connectionId+customerId], connectionId',
    dismissals: '[connectionId+of+key], connectionId',
  },
};

/** Converts the records of the version before. */
export const UPGRADES: Record<number, (transaction: Transaction) => Promise<void>> = { 3: sharedClients };

/** Moves client id and secret out of each company's keys. Until then every company was read through Effihub's API. */
async function sharedClients(transaction: Transaction): Promise<void> {
  interface Before {
    connectionId: string;
    clientId: string;
    clientSecret: string;
    apiKey: string;
    baseUrl: string;
    token: string;
  }
  const secrets = transaction.table<SecretsRecord, string>('secrets');
  const before: Before[] = await transaction.table('secrets').toArray();
  for (const { connectionId, clientId, clientSecret, apiKey, baseUrl, token } of before) {
    const client: ClientRecord = { kind: 'personal', clientId, clientSecret };
    await transaction.table('clients').put(client);
    await secrets.put({
      connectionId,
      dinero: { kind: 'personal', clientId, apiKey },
      effihub: { kind: 'api', baseUrl, token },
    });
  }
  await transaction.table<ConnectionRecord>('connections').toCollection().modify({ source: 'api' });
}
