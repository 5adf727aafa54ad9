import type { OfConnection } from '../../domain/company.ts';
import { ProblemError } from '../../domain/problem.ts';
import { getConnection } from '../../storage/connections.ts';
import type { Database } from '../../storage/database.ts';
import type { ClientPool } from '../access/service.ts';
import type { Deps } from '../deps.ts';
import type { PublishOverview } from '../overview/service.ts';
import type { Refresh } from '../reading/service.ts';
import { countParts, partOf, type SyncLists } from './lists.ts';
import type { MatchedLists, MatchedListsCache } from './matched-lists.ts';
import type { SyncSnapshot } from './messages.ts';
import { choicesOf } from './repository.ts';
import type { Wizard } from './wizard.ts';

interface LoaderParts {
  clients: ClientPool;
  publishOverview: PublishOverview;
  refreshStrict: Refresh;
  wizard: Wizard;
  lists: MatchedListsCache;
}

/** From this many customers or contacts on, matching takes long enough to show its progress. */
const LONG_LIST = 5_000;

/** What a view needs to show the wizard: both lists read anew and matched, with the choices. */
export function createLoader(
  { database, push, stayAwake }: Deps,
  { clients, publishOverview, refreshStrict, wizard, lists }: LoaderParts,
) {
  const loading = new Map<string, Promise<SyncSnapshot>>();

  async function load(connectionId: string): Promise<SyncSnapshot> {
    const db = await database;
    let { defaults } = await getConnection(db, connectionId);
    const outcome = await refreshStrict(connectionId, (system, read) =>
      push({ type: 'reading', connectionId, system, read }),
    );
    if (outcome === 'busy') await assertRead(db, connectionId);
    if (!defaults) {
      const { effihub } = await clients.of(connectionId);
      defaults = await effihub.customerDefaults();
      await db.connections.update(connectionId, { defaults });
    }
    push({ type: 'matching', connectionId });
    for (;;) {
      const matched = await lists.match(connectionId, (progress) => {
        if (Math.max(progress.customers, progress.contacts) > LONG_LIST)
          push({ type: 'matching', connectionId, progress });
      });
      await publishOverview(db, connectionId);
      const snapshot = await withChoices(db, connectionId, matched);
      // Otherwise links have changed since it was matched.
      if (lists.latest(connectionId) === matched) return { ...snapshot, defaults };
    }
  }

  /** While a run is going it keeps the lists up to date itself, once they have been read. @throws ProblemError `busy` */
  async function assertRead(db: Database, connectionId: string): Promise<void> {
    const marks = await db.marks.get(connectionId);
    if (!marks?.contacts || !marks.customers) throw new ProblemError({ system: 'kundebro', code: 'busy' });
  }

  /** Leaves out choices whose customer or contact is gone, and counts them. */
  async function withChoices(db: Database, connectionId: string, { id, data }: MatchedLists) {
    const head = await wizard.progress(connectionId);
    // Read last: a choice stored after this is pushed after this answer.
    const choices = await choicesOf(db, connectionId);
    const knownCustomers = new Set(data.customers.map(({ id }) => id));
    const knownContacts = new Set(data.contacts.map(({ guid }) => guid));
    const customers = choices.customers.filter(([id]) => knownCustomers.has(id));
    const contacts = choices.contacts.filter(([guid]) => knownContacts.has(guid));
    const gone = choices.customers.length + choices.contacts.length - customers.length - contacts.length;
    return { head, data: partOf(data, 0), lists: id, parts: countParts(data), customers, contacts, gone };
  }

  return {
    /** Views that ask while one load is going share its answer. */
    loadFlow({ connectionId }: OfConnection): Promise<SyncSnapshot> {
      const running = loading.get(connectionId);
      if (running) return running;
      const promise = stayAwake(load(connectionId)).finally(() => loading.delete(connectionId));
      loading.set(connectionId, promise);
      return promise;
    },

    /** Undefined when the lists called `lists` are out of date. */
    async flowPart(input: OfConnection & { lists: string; part: number }): Promise<SyncLists | undefined> {
      const latest = lists.latest(input.connectionId);
      return latest?.id === input.lists ? partOf(latest.data, input.part) : undefined;
    },
  };
}
