/** Who sends a message, as the browser says it. */
export interface Sender {
  id?: string;
  url?: string;
  frameId?: number;
  tab?: { id?: number };
}

interface Own {
  id: string;
  origin: string;
}

/** A page of this extension, and not a content script, a site or another extension. */
export function isOwnPage(sender: Sender, own: Own): boolean {
  return sender.id === own.id && sender.url !== undefined && sender.url.startsWith(`${own.origin}/`);
}

/** The panel in a tab, which stands on somebody else's page. */
export function isPanel(sender: Sender, own: Own): boolean {
  return isOwnPage(sender, own) && sender.url !== undefined && /^\/panel\.html$/.test(pathOf(sender.url));
}

/** This extension's content script on one of the two sites, in the tab's own page and not in a frame of it. */
export function isOwnContentScript(sender: Sender, own: Own): boolean {
  if (sender.id !== own.id || sender.tab?.id === undefined || sender.frameId !== 0 || !sender.url)
    return false;
  return /^https:\/\/(app\.dinero\.dk|[a-z0-9-]+\.effihub\.com)\//.test(sender.url);
}

const pathOf = (url: string): string => url.replace(/^[a-z-]+:\/\/[^/]*/, '').replace(/[?#].*$/s, '');
