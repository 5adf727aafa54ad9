import { defineExtensionMessaging } from '@webext-core/messaging';
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { ProblemError } from '../domain/problem.ts';
import type { MessageName, Protocol } from '../features/messages.ts';
import { schemas } from '../features/schemas.ts';
import { pageNews } from './content.ts';
import type { PageReport } from './page-report.ts';
import { type Frame, isOwnContentScript, type Origin, originOf, type Sender } from './sender.ts';

const messenger = defineExtensionMessaging<Protocol>({ logger: undefined });

/** For views: asks the background. What it throws carries a `problem`, see `problemOf`. */
export const sendMessage = messenger.sendMessage;

/** Who asks: one of the own pages, or the panel. */
export interface Caller {
  /** With the panel: the tab whose page it stands on. */
  panelIn?: number;
  /** What stands on that page, as it was just said: good enough for what is only shown. */
  report?: PageReport;
}

export type Handlers = {
  [Name in Exclude<MessageName, 'provePanel'>]: (
    input: Parameters<Protocol[Name]>[0],
    caller: Caller,
  ) => ReturnType<Protocol[Name]> | Promise<ReturnType<Protocol[Name]>>;
};

/** Which frames are panels: those that a content script has put on its page. */
export interface Panels {
  /**
   * @param ticket what the content script has given its frame
   * @returns what stands on the page, said by that tab's content script; undefined when it has given no such ticket
   */
  prove(frame: Frame, ticket: string): Promise<PageReport | undefined>;
  isProven(frame: Frame): Promise<boolean>;
}

/** This extension, as the sender is compared with it. */
export const self = () => ({
  id: browser.runtime.id,
  origin: browser.runtime.getURL('/').replace(/\/$/, ''),
});

/** @returns undefined for whoever is not listened to */
export async function callerOf(sender: Sender, panels: Panels): Promise<Caller | undefined> {
  const origin = originOf(sender, self());
  if (origin?.kind !== 'frame') return origin && {};
  return (await panels.isProven(origin)) ? { panelIn: origin.tabId } : undefined;
}

/**
 * Registers a handler for every message. Must be called while the worker starts, before anything is awaited.
 * A message from elsewhere, or of another shape than declared, is refused; who may send which, the handlers look at.
 */
export function serve(handlers: Handlers, panels: Panels): void {
  for (const name of Object.keys(schemas) as MessageName[])
    messenger.onMessage(name, async ({ data, sender }) => {
      const origin = originOf(sender, self());
      if (!origin) throw new Error('Refused: not a page of this extension');
      const parsed = v.safeParse(schemas[name], data ?? undefined);
      if (!parsed.success) throw new Error(`Refused: ${name} has another shape`);
      return answer(name, parsed.output, sender, origin) as never;
    });

  async function answer(name: MessageName, input: unknown, sender: Sender, origin: Origin): Promise<unknown> {
    if (name === 'provePanel') {
      if (origin.kind !== 'frame') throw refused();
      const report = await panels.prove(origin, (input as { ticket: string }).ticket);
      return report ? handlers.place(undefined, { panelIn: origin.tabId, report }) : null;
    }
    const caller = await callerOf(sender, panels);
    if (!caller) throw refused();
    return (handlers[name] as (input: unknown, caller: Caller) => unknown)(input, caller);
  }
}

const refused = () => new ProblemError({ system: 'kundebro', code: 'another-page' });

/** Listens to content scripts, which may only say that their page has changed. To be called while the worker starts. */
export function onPageChanged(listener: (tabId: number, moved: boolean) => void): void {
  browser.runtime.onMessage.addListener((message: unknown, sender): undefined => {
    const tabId = sender.tab?.id;
    const news = v.safeParse(pageNews, message);
    if (tabId === undefined || !news.success || !isOwnContentScript(sender, self())) return;
    listener(tabId, news.output.moved);
  });
}
