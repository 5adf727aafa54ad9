import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { dineroPage } from '../domain/dinero-page.ts';
import { effihubPage } from '../domain/effihub-page.ts';
import { type PageCommand, pageReport } from '../messaging/content.ts';
import type { Panels } from '../messaging/index.ts';
import type { PageReport } from '../messaging/page-report.ts';

/** Pages with a panel, asked through their content scripts. */
export interface Tabs {
  /** The page that the tab's panel is on; undefined when the content script that created it is gone. */
  report(tabId: number): Promise<PageReport | undefined>;
  closePanel(tabId: number): Promise<void>;
  /** The company that the user chose in a tab, for pages that name none. */
  chosenCompany(tabId: number): Promise<string | undefined>;
  chooseCompany(tabId: number, connectionId: string | undefined): Promise<void>;
  /** Forgets the choice of a removed company in every tab. */
  forgetCompany(connectionId: string): Promise<void>;
  /** The companies and accounts with an open page, most recently used first. */
  openPages(): Promise<OpenPages>;
}

/** As their addresses name them. */
export interface OpenPages {
  organizationIds: string[];
  accounts: string[];
}

/** @param urls of pages, in order */
export function namedIn(urls: readonly string[]): OpenPages {
  const pages = urls.flatMap((url) => URL.parse(url) ?? []);
  const organizationIds = pages.flatMap((url) => dineroPage(url)?.organizationId ?? []);
  const accounts = pages.flatMap((url) => effihubPage(url)?.subdomain ?? []);
  return { organizationIds: [...new Set(organizationIds.map(String))], accounts: [...new Set(accounts)] };
}

const command = (tabId: number, message: PageCommand): Promise<unknown> =>
  browser.tabs.sendMessage(tabId, message, { frameId: 0 });

const COMPANY = 'company-';
const companyKey = (tabId: number) => COMPANY + tabId;
const panelKey = (tabId: number) => `panel-${tabId}`;

/**
 * Kept until the browser is closed or the tab has another panel; cleaning up would wake the worker for each closed
 * tab.
 */
interface ProvenPanel {
  frameId: number;
  documentId?: string;
  ticket: string;
}

async function storedFor<Value>(key: string): Promise<Value | undefined> {
  const stored = await browser.storage.session.get<Record<string, Value>>(key);
  return stored[key];
}

/** @param ticket only the content script that knows it answers; without one any does */
async function askReport(tabId: number, ticket?: string): Promise<PageReport | undefined> {
  const answer = await command(tabId, { kundebro: 'report', ticket }).catch(() => undefined);
  const parsed = v.safeParse(pageReport, answer);
  return parsed.success ? parsed.output : undefined;
}

/** By tab; the stored copy is for the next worker. */
const proven = new Map<number, ProvenPanel>();

async function provenIn(tabId: number): Promise<ProvenPanel | undefined> {
  const panel = proven.get(tabId) ?? (await storedFor<ProvenPanel>(panelKey(tabId)));
  if (panel && !proven.has(tabId)) proven.set(tabId, panel);
  return proven.get(tabId);
}

export const browserPanels: Panels = {
  async prove({ tabId, frameId, documentId }, ticket) {
    const report = await askReport(tabId, ticket);
    if (!report) return undefined;
    const panel: ProvenPanel = { frameId, documentId, ticket };
    proven.set(tabId, panel);
    // Not awaited: nothing depends on it.
    browser.storage.session.set({ [panelKey(tabId)]: panel }).catch(() => undefined);
    return report;
  },
  async isProven({ tabId, frameId, documentId }) {
    const panel = await provenIn(tabId);
    return panel !== undefined && panel.frameId === frameId && panel.documentId === documentId;
  },
};

export const browserTabs: Tabs = {
  async report(tabId) {
    const panel = await provenIn(tabId);
    return panel && askReport(tabId, panel.ticket);
  },
  async closePanel(tabId) {
    await command(tabId, { kundebro: 'close' }).catch(() => undefined);
  },
  async chosenCompany(tabId) {
    return storedFor<string>(companyKey(tabId));
  },
  async chooseCompany(tabId, connectionId) {
    if (connectionId) await browser.storage.session.set({ [companyKey(tabId)]: connectionId });
    else await browser.storage.session.remove(companyKey(tabId));
  },
  async forgetCompany(connectionId) {
    const stored = await browser.storage.session.get<Record<string, unknown>>(null);
    const chosen = Object.keys(stored).filter(
      (key) => key.startsWith(COMPANY) && stored[key] === connectionId,
    );
    await browser.storage.session.remove(chosen);
  },
  async openPages() {
    // Without the right to read tabs' addresses, each tab is asked; only our content scripts answer.
    const tabs = await browser.tabs.query({});
    const latest = tabs.toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
    const reports = await Promise.all(latest.map(({ id }) => (id === undefined ? undefined : askReport(id))));
    return namedIn(reports.flatMap((report) => report?.url ?? []));
  },
};

/**
 * Lets the keyboard command toggle the active tab's panel, or open Kundebro in a tab on any other page. Call it
 * synchronously while the worker starts.
 */
export function listenToCommands(): void {
  browser.commands.onCommand.addListener((name, tab) => {
    if (name !== 'open-panel') return;
    const elsewhere = () => browser.tabs.create({ url: browser.runtime.getURL('/sync.html') });
    if (tab?.id === undefined) void elsewhere();
    else command(tab.id, { kundebro: 'toggle' }).catch(elsewhere);
  });
}

/** Opens the tab that guides a new user to the first synchronisation. */
export async function openWelcome(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}
