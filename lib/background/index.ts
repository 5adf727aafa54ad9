/** The use cases that views may ask for, put together from their parts. */

import { createClientPool } from '../features/access/service.ts';
import { createBackupService } from '../features/backup/service.ts';
import { createFreeSearch } from '../features/candidates/service.ts';
import { createCheckService } from '../features/check/service.ts';
import {
  createCompanyService,
  createConnectingService,
  createSignInService,
} from '../features/companies/service.ts';
import type { Deps } from '../features/deps.ts';
import { createDifferencesService } from '../features/differences/service.ts';
import { createDuplicateService } from '../features/duplicates/service.ts';
import { createHistoryService } from '../features/history/service.ts';
import { createLinkService } from '../features/links/service.ts';
import type { MessageName } from '../features/messages.ts';
import { createMissingService } from '../features/missing/service.ts';
import {
  countWaiting,
  createPublishOverview,
  overviewOf,
  updateCounts,
} from '../features/overview/service.ts';
import {
  anotherPage,
  createCardService,
  createOneClick,
  createPageService,
} from '../features/panel/service.ts';
import { createRefresh } from '../features/reading/service.ts';
import { mayCome, RIGHTS } from '../features/rights.ts';
import { createRunAndWait, createRunScheduler, createRunService } from '../features/runs/service.ts';
import { createSheetService } from '../features/sheets/service.ts';
import { createSyncService } from '../features/sync/service.ts';
import type { Caller, Handlers } from '../messaging/index.ts';
import { getConnection } from '../storage/connections.ts';
import { databaseProblem, isDatabaseError } from '../storage/database.ts';
import { getRun } from '../storage/journal.ts';
import { markUncounted } from '../storage/sync-cursors.ts';

/** What a panel asks before it is known which company its page belongs to, or whatever that is. */
const NO_COMPANY: ReadonlySet<MessageName> = new Set<MessageName>(['place', 'chooseCompany', 'closePanel']);

export interface Service {
  handlers: Handlers;
  /** Goes on with what the journal says is unfinished. */
  wake(): Promise<void>;
  /** The automatic check of all companies. */
  checkAll(): Promise<void>;
}

export function createService(deps: Deps): Service {
  const { database } = deps;
  const clients = createClientPool(deps);
  const publishOverview = createPublishOverview(deps);
  /** Lists or links have changed: what was made from them is out of date. */
  const forget = (connectionId: string) => {
    flow.forget(connectionId);
    free.forget(connectionId);
    duplicates.forget(connectionId);
  };
  const connection = createConnectingService(deps, clients, publishOverview);
  const { refreshShared, refreshStrict } = createRefresh(deps, clients, publishOverview, forget);
  const scheduler = createRunScheduler(deps, clients, publishOverview, forget);
  const flow = createSyncService(deps, { clients, publishOverview, refreshStrict, scheduler });
  const single = createRunAndWait(deps, scheduler, publishOverview);
  const runs = createRunService(deps, scheduler);
  const pages = createPageService(deps, publishOverview);
  const links = createLinkService(deps, { scheduler, runAndWait: single, sync: flow, refreshStrict });
  const check = createCheckService(deps, { scheduler, publishOverview, refreshShared });
  const history = createHistoryService(deps, scheduler, refreshStrict);
  const cards = createCardService(deps, refreshShared, pages);
  const free = createFreeSearch(deps);
  const duplicates = createDuplicateService(deps, refreshShared, publishOverview);
  const companies = createCompanyService(deps, clients, scheduler, publishOverview);
  const signIn = createSignInService(deps, clients);
  const sheets = createSheetService(deps, scheduler, publishOverview, refreshStrict);
  const backup = createBackupService(deps, {
    scheduler,
    publishOverview,
    refreshShared,
    refreshStrict,
    forget,
  });
  const differences = createDifferencesService(deps, scheduler, publishOverview);
  const gone = createMissingService(deps, publishOverview);
  const oneClick = createOneClick(deps, clients, { pages, refreshStrict, single, flow });

  /** A panel's list of many is about all of them, its card about the one on the page. */
  const onCard = async (input: Parameters<typeof pages.checkSubject>[1], caller: Caller) => {
    if (input.shown !== undefined) await pages.checkSubject(caller, input);
  };

  const handlers: Handlers = {
    overview: async (input) => overviewOf(await database, input?.connectionId),
    ignored: async ({ connectionId }) => {
      const records = await (await database).ignored.where({ connectionId }).toArray();
      return records.map(({ contactGuid, name, ignoredAt }) => ({ contactGuid, name, ignoredAt }));
    },
    unignore: async (input, caller) => {
      await onCard(input, caller);
      const { connectionId, contactGuid } = input;
      const db = await database;
      await db.transaction('rw', db.ignored, db.marks, async () => {
        await db.ignored.delete([connectionId, contactGuid]);
        await markUncounted(db, connectionId);
      });
      forget(connectionId);
      await updateCounts(db, connectionId);
      await publishOverview(db, connectionId);
    },
    settings: companies.settings,
    useCompany: companies.useCompany,
    renameCompany: companies.renameCompany,
    pauseCompany: companies.pauseCompany,
    removeCompany: async (input) => {
      await companies.removeCompany(input);
      forget(input.connectionId);
    },
    openPages: companies.openPages,
    signIn: signIn.signIn,
    savedSignIn: signIn.savedSignIn,
    signOut: signIn.signOut,
    previewSheet: sheets.previewSheet,
    readSheet: sheets.readSheet,
    awaitedImports: sheets.awaitedImports,
    markPasted: sheets.markPasted,
    testDinero: connection.testDinero,
    testEffihub: connection.testEffihub,
    saveConnection: connection.saveConnection,
    checkConnection: connection.checkConnection,
    checkNow: check.checkNow,
    startFlow: flow.startFlow,
    loadFlow: flow.loadFlow,
    flowPart: flow.flowPart,
    goToStep: flow.goToStep,
    chooseCustomers: flow.chooseCustomers,
    chooseContacts: flow.chooseContacts,
    setImportDefaults: flow.setImportDefaults,
    findSimilar: flow.findSimilar,
    finishFlow: flow.finishFlow,
    startRun: flow.startRun,
    pauseRun: runs.pauseRun,
    resumeRun: runs.resumeRun,
    stopRun: runs.stopRun,
    retryFailed: flow.retryFailed,
    answerDeleted: flow.answerDeleted,
    runResult: runs.runResult,
    unlink: async (input, caller) => {
      await onCard(input, caller);
      return links.unlink(input);
    },
    relink: async (input, caller) => {
      await onCard(input, caller);
      return links.relink(input);
    },
    mendLinks: links.mendLinks,
    resetLinks: links.resetLinks,
    undoReset: links.undoReset,
    duplicates: duplicates.duplicates,
    dismissDuplicate: duplicates.dismissDuplicate,
    undismissDuplicate: duplicates.undismissDuplicate,
    moveLink: links.moveLink,
    history: history.history,
    previewUndo: history.previewUndo,
    undoRun: history.undoRun,
    place: (_, caller) => pages.place(caller),
    chooseCompany: pages.chooseCompany,
    closePanel: (_, caller) => pages.close(caller),
    customerCard: cards.customerCard,
    contactCard: cards.contactCard,
    nameContact: cards.nameContact,
    findFree: free.findFree,
    createOne: oneClick.createOne,
    matchOne: async (input, caller) => {
      // A link that somebody else has made meanwhile stands.
      await refreshStrict(input.connectionId);
      await pages.checkSubject(caller, input);
      return links.matchOne(input);
    },
    importOne: oneClick.importOne,
    ignoreOne: oneClick.ignoreOne,
    differences: differences.differences,
    answerDifferences: differences.answerDifferences,
    updateFields: differences.updateFields,
    gone: gone.gone,
    dismissGone: gone.dismissGone,
    makeBackup: backup.makeBackup,
    previewRestore: backup.previewRestore,
    restore: backup.restore,
  };

  /** Nothing is written for a company that has been removed; a panel reads and writes for its page's company alone. */
  async function checkCompany(input: unknown, caller: Caller): Promise<void> {
    const { connectionId, runId } = (input ?? {}) as { connectionId?: string; runId?: string };
    if (caller.panelIn === undefined) {
      // A view of it may still be open.
      if (connectionId !== undefined) await getConnection(await database, connectionId);
      return;
    }
    const concerned = connectionId ?? (runId && (await getRun(await database, runId)).connectionId);
    if (!concerned) throw anotherPage();
    await pages.checkCompany(caller, concerned);
  }

  const guarded = <Name extends keyof Handlers>(name: Name): Handlers[Name] => {
    const handler = handlers[name] as (input: unknown, caller: Caller) => unknown;
    return (async (input: unknown, caller: Caller) => {
      const isPanel = caller.panelIn !== undefined;
      try {
        if (!mayCome(name, isPanel ? 'panel' : 'page')) throw anotherPage();
        if (!NO_COMPANY.has(name) && (isPanel || RIGHTS[name].writes)) await checkCompany(input, caller);
        if (RIGHTS[name].writes) await pages.checkSeen(caller);
        return await handler(input, caller);
      } catch (error) {
        // What the browser would not store or read is said in our own words.
        throw isDatabaseError(error) ? databaseProblem(error) : error;
      }
    }) as Handlers[Name];
  };
  const names = Object.keys(handlers) as (keyof Handlers)[];

  return {
    handlers: Object.fromEntries(names.map((name) => [name, guarded(name)])) as Handlers,
    async wake() {
      const db = await database;
      deps.showWaiting(await countWaiting(db));
      await scheduler.resumeUnfinished();
    },
    checkAll: () => deps.stayAwake(check.checkAll()),
  };
}
