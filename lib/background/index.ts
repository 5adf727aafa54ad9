/** The use cases that views may ask for, put together from their parts. */

import { createClientPool } from '../features/access/service.ts';
import { backupMessages } from '../features/backup/messages.ts';
import { createBackupService } from '../features/backup/service.ts';
import { candidateMessages } from '../features/candidates/messages.ts';
import { createFreeSearch } from '../features/candidates/service.ts';
import { checkMessages } from '../features/check/messages.ts';
import { createCheckService } from '../features/check/service.ts';
import { companyMessages } from '../features/companies/messages.ts';
import {
  createCompanyService,
  createConnectingService,
  createSignInService,
} from '../features/companies/service.ts';
import type { Deps } from '../features/deps.ts';
import { differencesMessages } from '../features/differences/messages.ts';
import { createDifferencesService } from '../features/differences/service.ts';
import { duplicateMessages } from '../features/duplicates/messages.ts';
import { createDuplicateService } from '../features/duplicates/service.ts';
import { historyMessages } from '../features/history/messages.ts';
import { createHistoryService } from '../features/history/service.ts';
import { ignoreListMessages } from '../features/ignore-list/messages.ts';
import { createIgnoreListService } from '../features/ignore-list/service.ts';
import { linkMessages } from '../features/links/messages.ts';
import { createLinkService } from '../features/links/service.ts';
import { messages } from '../features/messages.ts';
import { missingMessages } from '../features/missing/messages.ts';
import { createMissingService } from '../features/missing/service.ts';
import { overviewMessages } from '../features/overview/messages.ts';
import { countWaiting, createPublishOverview, overviewOf } from '../features/overview/service.ts';
import { panelMessages } from '../features/panel/messages.ts';
import { createCardService, createOneClick, createPageService } from '../features/panel/service.ts';
import { createRefresh } from '../features/reading/service.ts';
import { runMessages } from '../features/runs/messages.ts';
import { createRunAndWait, createRunScheduler, createRunService } from '../features/runs/service.ts';
import { sheetMessages } from '../features/sheets/messages.ts';
import { createSheetService } from '../features/sheets/service.ts';
import { syncMessages } from '../features/sync/messages.ts';
import { createSyncService } from '../features/sync/service.ts';
import { answering, type Caller, type HandlersOf, type Panels, serve } from '../messaging/index.ts';
import { authorised } from './authorise.ts';

export type Handlers = HandlersOf<typeof messages>;

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
    sync.forget(connectionId);
    search.forget(connectionId);
    duplicates.forget(connectionId);
  };
  const connecting = createConnectingService(deps, clients, publishOverview);
  const { refreshShared, refreshStrict } = createRefresh(deps, clients, publishOverview, forget);
  const scheduler = createRunScheduler(deps, clients, publishOverview, forget);
  const sync = createSyncService(deps, { clients, publishOverview, refreshStrict, scheduler });
  const runAndWait = createRunAndWait(deps, scheduler, publishOverview);
  const runs = createRunService(deps, scheduler);
  const pages = createPageService(deps, publishOverview);
  const links = createLinkService(deps, { scheduler, runAndWait, sync, refreshStrict, pages });
  const check = createCheckService(deps, { scheduler, publishOverview, refreshShared });
  const history = createHistoryService(deps, scheduler, refreshStrict);
  const cards = createCardService(deps, refreshShared, pages);
  const search = createFreeSearch(deps);
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
  const missing = createMissingService(deps, publishOverview);
  const oneClick = createOneClick(deps, clients, { pages, refreshStrict, runAndWait, sync, links });

  const ignoreList = createIgnoreListService(deps, { publishOverview, pages, forget });

  const handlers: Handlers = {
    ...answering(overviewMessages, {
      overview: async (input) => overviewOf(await database, input?.connectionId),
    }),
    ...answering(checkMessages, check),
    ...answering(syncMessages, sync),
    ...answering(runMessages, runs),
    ...answering(historyMessages, history),
    ...answering(linkMessages, links),
    ...answering(duplicateMessages, duplicates),
    ...answering(differencesMessages, differences),
    ...answering(missingMessages, missing),
    ...answering(candidateMessages, search),
    ...answering(ignoreListMessages, ignoreList),
    ...answering(panelMessages, { ...pages, ...cards, ...oneClick }),
    ...answering(sheetMessages, sheets),
    ...answering(companyMessages, {
      ...companies,
      ...connecting,
      ...signIn,
      removeCompany: async (input) => {
        await companies.removeCompany(input);
        forget(input.connectionId);
      },
    }),
    ...answering(backupMessages, backup),
  };

  return {
    handlers: authorised(handlers, { database, pages }),
    async wake() {
      const db = await database;
      deps.showWaiting(await countWaiting(db));
      await scheduler.resumeUnfinished();
    },
    checkAll: () => deps.stayAwake(check.checkAll()),
  };
}

/** Answers messages from now on. To be called while the worker starts, before anything is awaited. */
export const listen = (handlers: Handlers, panels: Panels): void =>
  serve(messages, handlers, panels, (caller: Caller) => handlers.place(undefined, caller));
