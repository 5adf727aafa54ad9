import { defineExtensionMessaging } from '@webext-core/messaging';
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { pageNews } from './content.ts';
import type { MessageName, Protocol } from './protocol.ts';
import { schemas } from './schemas.ts';
import { isOwnContentScript, isOwnPage, isPanel, type Sender } from './sender.ts';

const messenger = defineExtensionMessaging<Protocol>({ logger: undefined });

/** For views: asks the background. What it throws carries a `problem`, see `problemOf`. */
export const sendMessage = messenger.sendMessage;

/** Who asks: one of the own pages. */
export interface Caller {
  /** With the panel: the tab whose page it stands on. */
  panelIn?: number;
}

export type Handlers = {
  [Name in MessageName]: (
    input: Parameters<Protocol[Name]>[0],
    caller: Caller,
  ) => ReturnType<Protocol[Name]> | Promise<ReturnType<Protocol[Name]>>;
};

/** This extension, as the sender is compared with it. */
export const self = () => ({ id: browser.runtime.id, origin: new URL(browser.runtime.getURL('/')).origin });

export const callerOf = (sender: Sender): Caller =>
  isPanel(sender, self()) ? { panelIn: sender.tab?.id } : {};

/**
 * Registers a handler for every message. Must be called while the worker starts, before anything is awaited.
 * A message from elsewhere, or of another shape than declared, is refused.
 */
export function serve(handlers: Handlers): void {
  for (const name of Object.keys(schemas) as MessageName[]) register(name, handlers);
}

function register<Name extends MessageName>(name: Name, handlers: Handlers): void {
  messenger.onMessage(name, async ({ data, sender }) => {
    if (!isOwnPage(sender, self())) throw new Error('Refused: not a page of this extension');
    const parsed = v.safeParse(schemas[name], data ?? undefined);
    if (!parsed.success) throw new Error(`Refused: ${name} has another shape`);
    return handlers[name](parsed.output, callerOf(sender)) as ReturnType<Protocol[Name]>;
  });
}

/** Listens to content scripts, which may only say that their page has changed. To be called while the worker starts. */
export function onPageChanged(listener: (tabId: number, moved: boolean) => void): void {
  browser.runtime.onMessage.addListener((message: unknown, sender): undefined => {
    const tabId = sender.tab?.id;
    const news = v.safeParse(pageNews, message);
    if (tabId === undefined || !news.success || !isOwnContentScript(sender, self())) return;
    listener(tabId, news.output.moved);
  });
}
