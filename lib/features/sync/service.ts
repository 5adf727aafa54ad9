import type { ContactChoice, CustomerChoice, Step, WizardProgress } from '../../domain/choices.ts';
import type { OfConnection } from '../../domain/company.ts';
import type { ContactGuid, CustomerDefaults, CustomerId } from '../../domain/customer.ts';
import { ProblemError } from '../../domain/problem.ts';
import { isActive } from '../../domain/run.ts';
import { contactInput, customerInput } from '../../match/index.ts';
import { allContacts } from '../../storage/cached-lists.ts';
import { getConnection, markUsed } from '../../storage/connections.ts';
import type { Database } from '../../storage/database.ts';
import { operationsOf } from '../../storage/journal.ts';
import type { ClientPool } from '../access/service.ts';
import { madeBefore } from '../candidates/service.ts';
import { findSimilar } from '../candidates/similar.ts';
import type { Deps } from '../deps.ts';
import type { SimilarContact, SyncSnapshot } from '../messages.ts';
import type { PublishOverview } from '../overview/service.ts';
import type { Refresh } from '../reading/service.ts';
import { countParts, partOf } from './list-parts.ts';
import type { SyncLists } from './lists.ts';
import { createMatchedLists, type MatchedLists } from './matched-lists.ts';
import {
  changeWizardProgress,
  choicesOf,
  clearWizard,
  putChoices,
  reopenWizard,
  wizardProgress,
} from './repository.ts';

/** From more customers or contacts than this on, matching takes long enough to tell how far it is. */
const LONG = 5_000;

/** The unfinished wizard: kept here by id, shown by any number of views. */
export function createSyncService(
  deps: Deps,
  clients: ClientPool,
  publishOverview: PublishOverview,
  refreshStrict: Refresh,
) {
  const { database, now, push, stayAwake } = deps;
  const lists = createMatchedLists(deps);
  const loading = new Map<string, Promise<SyncSnapshot>>();

  async function tellHead(db: Database, connectionId: string): Promise<WizardProgress> {
    const head = await headOf(db, connectionId);
    push({ type: 'head', connectionId, head });
    await publishOverview(db, connectionId);
    return head;
  }

  async function changeHead(connectionId: string, changes: Partial<WizardProgress>): Promise<WizardProgress> {
    const db = await database;
    await changeWizardProgress(db, connectionId, changes, now());
    return tellHead(db, connectionId);
  }

  async function headOf(db: Database, connectionId: string): Promise<WizardProgress> {
    return (await wizardProgress(db, connectionId)) ?? { step: 1, startedAt: now() };
  }

  async function load(connectionId: string): Promise<SyncSnapshot> {
    const db = await database;
    let { defaults } = await getConnection(db, connectionId);
    const outcome = await refreshStrict(connectionId, (system, read) =>
      push({ type: 'reading', connectionId, system, read }),
    );
    if (outcome === 'busy') await checkRead(db, connectionId);
    if (!defaults) {
      const { effihub } = await clients.of(connectionId);
      defaults = await effihub.customerDefaults();
      await db.connections.update(connectionId, { defaults });
    }
    push({ type: 'matching', connectionId });
    for (;;) {
      const made = await lists.make(connectionId, (progress) => {
        if (Math.max(progress.customers, progress.contacts) > LONG)
          push({ type: 'matching', connectionId, progress });
      });
      await publishOverview(db, connectionId);
      const snapshot = await withChoices(db, connectionId, made);
      // A link made or removed since is not in it.
      if (lists.peek(connectionId) === made) return { ...snapshot, defaults };
    }
  }

  /** A run that is going keeps the lists up to date, but for those that nobody has read yet. @throws ProblemError `busy` */
  async function checkRead(db: Database, connectionId: string): Promise<void> {
    const marks = await db.marks.get(connectionId);
    if (!marks?.contacts || !marks.customers) throw new ProblemError({ system: 'kundebro', code: 'busy' });
  }

  /** Choices whose customer or contact is gone are kept out, and counted. */
  async function withChoices(db: Database, connectionId: string, { id, data }: MatchedLists) {
    const head = await headOf(db, connectionId);
    // Last of all: a choice that is stored later is told later than this answer.
    const choices = await choicesOf(db, connectionId);
    const knownCustomers = new Set(data.customers.map(({ id }) => id));
    const knownContacts = new Set(data.contacts.map(({ guid }) => guid));
    const customers = choices.customers.filter(([id]) => knownCustomers.has(id));
    const contacts = choices.contacts.filter(([guid]) => knownContacts.has(guid));
    const gone = choices.customers.length + choices.contacts.length - customers.length - contacts.length;
    return { head, data: partOf(data, 0), lists: id, parts: countParts(data), customers, contacts, gone };
  }

  return {
    /** The lists for a plan. */
    dataFor: async (connectionId: string): Promise<SyncLists> =>
      (await stayAwake(lists.current(connectionId))).data,

    /** After a run or a change of links, what was matched is out of date. */
    forget: lists.forget,

    /** Another hand has stored it. */
    tellHead: async (connectionId: string) => tellHead(await database, connectionId),
    head: async (connectionId: string) => headOf(await database, connectionId),

    async startFlow({ connectionId, fresh }: OfConnection & { fresh: boolean }): Promise<WizardProgress> {
      const db = await database;
      if (await markUsed(db, connectionId, now())) await publishOverview(db, connectionId);
      const head = await wizardProgress(db, connectionId);
      const run = head?.runId ? await db.runs.get(head.runId) : undefined;
      if (head && run && isActive(run)) return head;
      if (head && !run && !fresh) return head;
      await this.finishFlow({ connectionId });
      if (fresh) await clearWizard(db, connectionId);
      return changeHead(connectionId, { step: 1, startedAt: now() });
    },

    /** One read at a time: a second view that asks meanwhile gets the same answer. */
    loadFlow({ connectionId }: OfConnection): Promise<SyncSnapshot> {
      const running = loading.get(connectionId);
      if (running) return running;
      const promise = stayAwake(load(connectionId)).finally(() => loading.delete(connectionId));
      loading.set(connectionId, promise);
      return promise;
    },

    async flowPart(input: OfConnection & { lists: string; part: number }): Promise<SyncLists | undefined> {
      const kept = lists.peek(input.connectionId);
      return kept?.id === input.lists ? partOf(kept.data, input.part) : undefined;
    },

    async goToStep({ connectionId, step }: OfConnection & { step: Step }): Promise<void> {
      await changeHead(connectionId, { step });
    },

    async chooseCustomers(input: OfConnection & { choices: [CustomerId, CustomerChoice | null][] }) {
      await putChoices(await database, input.connectionId, 'customer', input.choices);
      push({ type: 'customers', ...input });
    },

    async chooseContacts(input: OfConnection & { choices: [ContactGuid, ContactChoice | null][] }) {
      await putChoices(await database, input.connectionId, 'contact', input.choices);
      push({ type: 'contacts', ...input });
    },

    async setImportDefaults({ connectionId, defaults }: OfConnection & { defaults: CustomerDefaults }) {
      await changeHead(connectionId, { importDefaults: defaults });
    },

    async findSimilar(input: OfConnection & { customers: { id: CustomerId; name: string }[] }) {
      const db = await database;
      const { connectionId } = input;
      const contacts =
        lists.peek(connectionId)?.data.contacts ??
        (await allContacts(db, connectionId)).filter(({ deletedAt }) => !deletedAt);
      const known = new Map(contacts.map((contact) => [contact.guid, contact]));
      const stored = await db.customers.bulkGet(
        input.customers.map(({ id }): [string, string] => [connectionId, id]),
      );
      const wanted = input.customers.flatMap(({ id, name }, at) => {
        const customer = stored[at];
        return customer ? [{ ...customerInput(customer), id, name }] : [];
      });
      const answers = await findSimilar(wanted, contacts.map(contactInput));
      const made = await madeBefore(db, connectionId);
      const deletedFor = (id: CustomerId) => {
        const { live, deleted } = made(id);
        return live ? undefined : deleted?.name;
      };
      return wanted.map(({ id }, place) => ({
        id,
        deleted: deletedFor(id),
        similar: (answers[place] ?? []).map(({ id: guid, reasons }): SimilarContact => {
          return { guid, name: known.get(guid)?.name ?? '', reasons };
        }),
      }));
    },

    /**
     * Leaves the result. After a finished run nothing is a choice any longer; after one that was stopped before its end,
     * also when what had failed in it was tried again, everything still is but for what it did, also whom the user left out.
     */
    async finishFlow({ connectionId }: OfConnection): Promise<void> {
      const db = await database;
      const head = await wizardProgress(db, connectionId);
      const run = head?.runId ? await db.runs.get(head.runId) : undefined;
      if (!head || !run || isActive(run)) return;
      const tasks = (await operationsOf(db, run.id)).filter(({ kind }) => kind !== 'skip');
      const done = tasks.filter(({ state }) => state === 'done');
      const isLeft = tasks.some(({ state }) => state === 'notRun');
      if (isLeft || (run.state === 'stopped' && done.length < tasks.length))
        await reopenWizard(db, connectionId, done, now());
      else await clearWizard(db, connectionId);
      push({ type: 'head', connectionId, head: null });
      await publishOverview(db, connectionId);
    },
  };
}

export type SyncService = ReturnType<typeof createSyncService>;
