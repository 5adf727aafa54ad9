/**
 * A background worker that can die at any moment, as in a browser: unsaved state is lost, open transactions are rolled back,
 * pending requests are carried out now, later or never, and none of its code runs on.
 */
import type { DBCore, DBCoreTable, DBCoreTransaction } from 'dexie';
import { Database } from '../../lib/storage/database.ts';
import { locksOf, type Office, openOffice } from '../helpers/office.ts';
import type { Sandbox } from '../sandbox/index.ts';

/** State that survives a worker. */
export interface Installation {
  /** The database's name. */
  name: string;
  /** What is in `storage.session`. */
  tokens: NonNullable<NonNullable<Parameters<typeof openOffice>[2]>['tokens']>;
}

/** Called at every moment at which the worker can die. */
export type Point = (label: string) => PointAnswer;

export type PointAnswer =
  | undefined
  /** `late`: pending requests are carried out after the next worker has started. */
  | { kind: 'die'; late: boolean }
  /** The browser refuses to store. */
  | { kind: 'refuse' }
  /** There is no network. */
  | { kind: 'cut' };

export interface Life {
  office: Office;
  died: Promise<void>;
}

export interface Surroundings {
  sandbox: Sandbox;
  installation: Installation;
  now(): number;
  sleep(ms: number): Promise<void>;
  point: Point;
  /** Takes a request that is carried out later. */
  later(send: () => Promise<unknown>): void;
}

const never = () => new Promise<never>(() => undefined);

export function beginLife({ sandbox, installation, now, sleep, point, later }: Surroundings): Life {
  const { promise: died, resolve } = Promise.withResolvers<void>();
  const open = new Set<IDBTransaction>();
  let dead = false;
  function die(): void {
    dead = true;
    for (const transaction of open) undo(transaction);
    open.clear();
    resolve();
  }

  const database = new Database(installation.name);
  database.use({
    stack: 'dbcore',
    name: 'life',
    create: (down: DBCore): DBCore => ({
      ...down,
      transaction(stores, mode, options) {
        const begun = down.transaction(stores, mode, options);
        if (!dead && mode === 'readwrite') watch(begun, stores);
        return begun;
      },
      table: (name) => mortal(down.table(name), written),
    }),
  });

  /** Describes what a transaction wrote to the journal. */
  const transitions = new WeakMap<object, string[]>();
  const written = (transaction: DBCoreTransaction, words: string) =>
    transitions.set(transaction, [...(transitions.get(transaction) ?? []), words]);

  function watch(transaction: DBCoreTransaction, stores: string[]): void {
    const idb = transaction as unknown as IDBTransaction;
    const what = stores.length > 2 ? 'an operation’s end' : stores.join(' and ');
    const first = point(`before storing ${what}`);
    // Without further requests the transaction ends without changes.
    if (first?.kind === 'die') {
      die();
      return;
    }
    open.add(idb);
    if (first?.kind === 'refuse') refused.add(transaction);
    idb.addEventListener('abort', () => open.delete(idb));
    idb.addEventListener('complete', () => {
      open.delete(idb);
      if (dead) return;
      const journal = transitions.get(transaction);
      if (point(journal ? `journal: ${journal.join(', ')}` : `stored ${what}`)?.kind === 'die') die();
    });
  }
  const refused = new WeakSet<object>();

  function mortal(table: DBCoreTable, note: typeof written): DBCoreTable {
    const alive =
      <Args extends unknown[], Result>(work: (...args: Args) => Promise<Result>) =>
      (...args: Args): Promise<Result> =>
        dead ? never() : work(...args);
    return {
      ...table,
      get: alive((request) => table.get(request)),
      getMany: alive((request) => table.getMany(request)),
      query: alive((request) => table.query(request)),
      openCursor: alive((request) => table.openCursor(request)),
      count: alive((request) => table.count(request)),
      mutate: alive((request) => {
        if (refused.has(request.trans)) {
          const transaction = request.trans as unknown as IDBTransaction;
          if (open.delete(transaction)) transaction.abort();
          return Promise.reject(new DOMException('No space left', 'QuotaExceededError'));
        }
        if (table.name === 'operations' && 'values' in request && request.values.length > 0)
          note(request.trans, transitionOf(request.values));
        return table.mutate(request);
      }),
    };
  }

  const locks = locksOf(installation.name);
  const office = openOffice(sandbox, installation.name, {
    database,
    tokens: installation.tokens,
    now,
    sleep: (ms) => (dead ? never() : sleep(ms)),
    locks: {
      request: (name: string, ...rest: unknown[]) => {
        const work = rest.pop() as (lock: unknown) => Promise<unknown>;
        const whileAlive = (lock: unknown) => (dead ? undefined : Promise.race([work(lock), died]));
        return (locks.request as (...all: unknown[]) => Promise<never>)(name, ...rest, whileAlive);
      },
    },
    async fetch(input, init) {
      if (dead) return never();
      const request = new Request(input, init);
      const what = `${request.method} ${new URL(request.url).pathname.replace(/[0-9a-f-]{36}|\d+(?=\/|$)/g, '…')}`;
      const before = point(`before ${what}`);
      if (before?.kind === 'cut') throw new TypeError('fetch failed');
      if (before?.kind === 'die') {
        die();
        return never();
      }
      const sent = point(`sent ${what}`);
      if (sent?.kind === 'die') {
        // The signal belongs to the dead worker.
        const again = new Request(request, { signal: new AbortController().signal });
        if (sent.late) later(() => sandbox.fetch(again).catch(() => undefined));
        else await sandbox.fetch(again).catch(() => undefined);
        die();
        return never();
      }
      const answer = await sandbox.fetch(request);
      return dead ? never() : answer;
    },
  });
  return { office, died };
}

/** A committed transaction stays, even if its answer was not delivered. */
function undo(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch (error) {
    if (!(error instanceof Error && error.name === 'InvalidStateError')) throw error;
  }
}

function transitionOf(values: readonly unknown[]): string {
  const [first] = values as { kind: string; state: string; phase?: string }[];
  if (!first) return '';
  if (values.length > 1) return `the plan (${first.state})`;
  return [first.kind, first.phase === 'link' && 'to be linked', first.state].filter(Boolean).join(' ');
}
