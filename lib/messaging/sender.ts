/** Who sends a message, told by what the browser vouches for: frame, document and tab, never by an address as it is spelled. */
import { dineroPage } from '../domain/dinero-page.ts';
import { effihubPage } from '../domain/effihub-page.ts';

/** A sender as the browser says it. */
export interface Sender {
  id?: string;
  url?: string;
  /** 0 in a tab's own page, missing where there is no tab. */
  frameId?: number;
  /** Chromium's alone. */
  documentId?: string;
  tab?: { id?: number };
}

interface Own {
  id: string;
  origin: string;
}

/** A frame in somebody else's page: the panel, or what passes for it. */
export interface Frame {
  tabId: number;
  frameId: number;
  documentId?: string;
}

export type Origin =
  /** One of the extension's own pages, in a tab of its own or under the toolbar button. */
  { kind: 'page' } | ({ kind: 'frame' } & Frame);

/** Under the toolbar button there is no tab. */
const POPUP = '/popup.html';
/** The extension's pages that stand by themselves. */
const PAGES: ReadonlySet<string> = new Set([
  POPUP,
  '/sync.html',
  '/options.html',
  '/help.html',
  '/welcome.html',
]);
/** The only page of the extension that a site may have in a frame. */
const PANEL = '/panel.html';

/** @returns undefined for whoever has no rights at all: sites, content scripts, other extensions, pages we do not know */
export function originOf(sender: Sender, own: Own): Origin | undefined {
  const { tab, frameId, documentId } = sender;
  const path = sender.id === own.id ? pathOf(sender.url, own.origin) : undefined;
  if (path === undefined) return undefined;
  if (!tab) return path === POPUP && !frameId ? { kind: 'page' } : undefined;
  if (frameId === 0) return PAGES.has(path) ? { kind: 'page' } : undefined;
  if (path !== PANEL || frameId === undefined || tab.id === undefined) return undefined;
  return { kind: 'frame', tabId: tab.id, frameId, ...(documentId !== undefined && { documentId }) };
}

/** This extension's content script on one of the two sites, in the tab's own page and not in a frame of it. */
export function isOwnContentScript(sender: Sender, own: Own): boolean {
  const url = URL.parse(sender.url ?? '');
  if (sender.id !== own.id || sender.tab?.id === undefined || sender.frameId !== 0 || !url) return false;
  return (dineroPage(url) ?? effihubPage(url)) !== undefined;
}

/** The path of a page of ours, as the file it is read from; a browser finds `panel.html` at `/%70anel.html`, too. */
function pathOf(url: string | undefined, origin: string): string | undefined {
  const address = URL.parse(url ?? '');
  // In some engines an extension's address has no origin of its own.
  if (!address || `${address.protocol}//${address.host}` !== origin) return undefined;
  try {
    return decodeURIComponent(address.pathname);
  } catch {
    return undefined;
  }
}
