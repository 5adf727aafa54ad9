import type { SignInWindow } from '../browser/sign-in-window.ts';
import type { Tabs } from '../browser/tabs.ts';
import type { Database } from '../storage/database.ts';
import type { TokenStore } from '../systems/dinero/auth.ts';
import type { Update } from './updates.ts';

/** What the use cases need from the world around them; tests pass their own. */
export interface Deps {
  /** A promise, since listeners must be registered before the database is open. */
  database: Promise<Database>;
  tokens: TokenStore;
  fetch?: typeof fetch;
  /** Whether the browser lets us ask a host. */
  hasAccess?: (host: string) => Promise<boolean>;
  /** Milliseconds. */
  now(): number;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  newId(): string;
  /** Sends an update to every open view. */
  push(update: Update): void;
  /** Told whether anything is being carried out: then the worker should be woken again if it is stopped. */
  onBusy(busy: boolean): void;
  /** Keeps the worker from being stopped while a view waits for this. */
  stayAwake<Result>(work: Promise<Result>): Promise<Result>;
  locks: Pick<LockManager, 'request'>;
  identity: SignInWindow;
  /** The pages that panels stand on. */
  tabs: Tabs;
  /** Shows on the toolbar how much waits for a decision, in all companies together. */
  showWaiting(count: number): void;
  pushToPanel(tabId: number, update: Update): void;
}
