/** One installation without a browser: the real use cases, clients and database, talking to the sandbox. */

import './indexed-db.ts';
import { createService } from '../../lib/background/index.ts';
import type { SignInWindow } from '../../lib/browser/sign-in-window.ts';
import { namedIn } from '../../lib/browser/tabs.ts';
import type { Company } from '../../lib/domain/company.ts';
import type { Operation, Run } from '../../lib/domain/run.ts';
import type { Deps } from '../../lib/features/deps.ts';
import { wholeLists } from '../../lib/features/sync/index.ts';
import type { SyncSnapshot } from '../../lib/features/sync/messages.ts';
import type { Update } from '../../lib/features/updates.ts';
import type { Caller } from '../../lib/messaging/index.ts';
import type { PageReport } from '../../lib/messaging/page-report.ts';
import { Database } from '../../lib/storage/database.ts';
import type { StoredToken } from '../../lib/systems/dinero/auth.ts';
import { type Credentials, credentials, type Sandbox } from '../sandbox/index.ts';

type Handlers = ReturnType<typeof createService>['handlers'];

/** The use cases as one view asks for them. */
export type Ask = {
  [Name in keyof Handlers]: (
    input: Parameters<Handlers[Name]>[0],
  ) => Promise<Awaited<ReturnType<Handlers[Name]>>>;
};

export interface Office {
  ask: Ask;
  /** What answers messages. */
  handlers: Handlers;
  /** The same, asked by the panel in a tab. */
  panelIn(tabId: number): Ask;
  /** What the content scripts of the tabs answer; may be changed at any time. */
  pages: Map<number, PageReport>;
  /** The number on the toolbar button. */
  waiting(): number;
  wake(): Promise<void>;
  /** What the alarm does. */
  checkAll(): Promise<void>;
  database: Database;
  updates: Update[];
  connect(who?: Credentials): Promise<Company>;
  /** Starts a flow and reads both lists. */
  begin(connectionId?: string): Promise<SyncSnapshot>;
  /** `Gem og fuldfør`, then waits until the run rests. */
  run(): Promise<{ run: Run; operations: Operation[] }>;
  /** Waits until the run is done, paused or stopped for good. */
  rest(runId: string): Promise<Run>;
  /** Resolves with the next update that is pushed to the views and tells that a run rests. */
  heard(): Promise<void>;
  /** Resolves once something holds of what was pushed to the views. */
  until(holds: (updates: Update[]) => boolean): Promise<void>;
}

let count = 0;

const noIdentity: SignInWindow = {
  redirectUri: () => 'https://kundebro.chromiumapp.org/',
  open: async () => {
    throw new Error('No window to sign in with');
  },
};

/** Locks per installation; workers of the same installation share them. */
export const locksOf = (name: string): Pick<LockManager, 'request'> => ({
  request: (lock: string, ...rest: unknown[]) =>
    (navigator.locks.request as (...all: unknown[]) => Promise<never>)(`${name}/${lock}`, ...rest),
});

/** Dependencies that a test can replace. */
export interface OfficeParts
  extends Partial<Pick<Deps, 'fetch' | 'hasAccess' | 'now' | 'sleep' | 'locks' | 'push' | 'pushToPanel'>> {
  database?: Database;
  /** The browser's window for signing in elsewhere; without it nobody can. */
  identity?: SignInWindow;
  /** What content scripts answer; otherwise what is in `pages`. */
  tabs?: Deps['tabs'];
  /** What is in `storage.session`. */
  tokens?: Map<string, StoredToken>;
}

/**
 * @param name the database's; a second office with the same name is the same installation after its worker was stopped
 */
export function openOffice(sandbox: Sandbox, name = `office-${++count}`, parts: OfficeParts = {}): Office {
  const { database = new Database(name), tokens = new Map<string, StoredToken>() } = parts;
  const updates: Update[] = [];
  const waiting = new Set<() => void>();
  const pages = new Map<number, PageReport>();
  const chosen = new Map<number, string>();
  let onButton = 0;
  const service = createService({
    database: database.open().then(() => database),
    tokens: {
      load: async (key) => tokens.get(key),
      save: async (key, token) => void tokens.set(key, token),
      remove: async (keys) => {
        for (const key of keys) tokens.delete(key);
      },
      keys: async () => [...tokens.keys()],
    },
    fetch: parts.fetch ?? sandbox.fetch,
    hasAccess: parts.hasAccess,
    now: parts.now ?? Date.now,
    sleep: parts.sleep ?? (async () => undefined),
    newId: () => crypto.randomUUID(),
    push: (update) => {
      updates.push(update);
      for (const look of waiting) look();
      parts.push?.(update);
    },
    onBusy: () => undefined,
    stayAwake: (work) => work,
    locks: parts.locks ?? locksOf(name),
    pushToPanel: (tabId, update) => {
      updates.push(update);
      parts.pushToPanel?.(tabId, update);
    },
    tabs: parts.tabs ?? {
      report: async (tabId) => pages.get(tabId),
      closePanel: async (tabId) => void pages.delete(tabId),
      chosenCompany: async (tabId) => chosen.get(tabId),
      openPages: async () => namedIn([...pages.values()].map(({ url }) => url)),
      forgetCompany: async (id) => {
        for (const [tabId, connectionId] of chosen) if (connectionId === id) chosen.delete(tabId);
      },
      chooseCompany: async (tabId, id) => void (id ? chosen.set(tabId, id) : chosen.delete(tabId)),
    },
    identity: parts.identity ?? noIdentity,
    showWaiting: (count) => {
      onButton = count;
    },
  });
  const askAs = (caller: Caller) =>
    Object.fromEntries(
      Object.entries(service.handlers).map(([name, handler]) => [
        name,
        async (input: unknown) =>
          (handler as (input: unknown, caller: Caller) => unknown)(input, { ...caller }),
      ]),
    ) as Ask;
  const ask = askAs({});
  let connectionId = '';

  const nextUpdate = () =>
    new Promise<void>((resolve) => {
      const look = () => {
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
    });

  async function until(holds: (updates: Update[]) => boolean): Promise<void> {
    while (!holds(updates)) await nextUpdate();
  }

  async function heard(): Promise<void> {
    const from = updates.length;
    await until((all) => all.slice(from).some((update) => update.type === 'run' && rests(update.run)));
  }

  const rests = (run: Run | undefined) => run && (run.state === 'paused' || run.endedAt !== undefined);
  async function rest(runId: string): Promise<Run> {
    for (;;) {
      const run = await database.runs.get(runId);
      if (run && rests(run)) return run;
      await nextUpdate();
    }
  }

  return {
    ask,
    handlers: service.handlers,
    panelIn: (tabId) => askAs({ panelIn: tabId }),
    pages,
    waiting: () => onButton,
    wake: service.wake,
    checkAll: service.checkAll,
    database,
    updates,
    rest,
    heard,
    until,
    async connect(who = credentials.nordisk) {
      const { clientId, clientSecret, apiKey, effihubToken: token } = who;
      const organizationId = String(who.organizationId);
      const dinero = { kind: 'personal', clientId, clientSecret, apiKey, organizationId } as const;
      const info = await ask.saveConnection({ dinero, effihub: { kind: 'api', baseUrl: '', token } });
      connectionId = info.id;
      return info;
    },
    async begin(of = connectionId) {
      connectionId = of;
      await ask.startFlow({ connectionId, fresh: false });
      const snapshot = await ask.loadFlow({ connectionId });
      const { data: first, lists, parts } = snapshot;
      const data = await wholeLists(first, parts, async (part) =>
        ask.flowPart({ connectionId, lists, part }),
      );
      return data ? { ...snapshot, data } : snapshot;
    },
    async run() {
      const { id } = await ask.startRun({ connectionId });
      await rest(id);
      return ask.runResult({ runId: id });
    },
  };
}
