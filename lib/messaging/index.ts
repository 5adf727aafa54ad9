import { defineExtensionMessaging } from '@webext-core/messaging';
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { ProblemError } from '../domain/problem.ts';
import { pageNews } from './content.ts';
import type { AnswerOf, InputOf, Messages } from './define.ts';
import type { PageReport } from './page-report.ts';
import { type Frame, isOwnContentScript, type Origin, originOf, type Sender } from './sender.ts';

const messenger = defineExtensionMessaging<Record<string, (input: unknown) => unknown>>({
  logger: undefined,
});

/** For views: asks the background. What it throws carries a `problem`, see `problemOf`. */
export const sendMessage = messenger.sendMessage;

/** Who asks: one of the own pages, or the panel. */
export interface Caller {
  /** With the panel: the tab whose page it stands on. */
  panelIn?: number;
  /** What stands on that page, as it was just said: good enough for what is only shown. */
  report?: PageReport;
}

/** Who answers messages. A frame that proves to be the panel is answered by `serve` itself. */
export type HandlersOf<All extends Messages> = {
  [Name in keyof All as All[Name]['right']['from'] extends 'frame' ? never : Name]: (
    input: InputOf<All[Name]>,
    caller: Caller,
  ) => AnswerOf<All[Name]> | Promise<AnswerOf<All[Name]>>;
};

/** @returns what a service does for a feature's messages, and nothing else that it offers */
export function answering<All extends Messages>(messages: All, service: HandlersOf<All>): HandlersOf<All> {
  const all = service as Readonly<Record<string, unknown>>;
  const names = Object.keys(messages).filter((name) => messages[name]?.right.from !== 'frame');
  return Object.fromEntries(names.map((name) => [name, all[name]])) as unknown as HandlersOf<All>;
}

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
 * A message from elsewhere, or of another shape than declared, is refused; the handlers check who may send which.
 * @param placeOf answers a frame that has proven to be the panel: what its page is about
 */
export function serve<All extends Messages>(
  messages: All,
  handlers: HandlersOf<All>,
  panels: Panels,
  placeOf: (caller: Caller) => unknown,
): void {
  for (const [name, { schema, right }] of Object.entries(messages))
    messenger.onMessage(name, async ({ data, sender }) => {
      const origin = originOf(sender, self());
      if (!origin) throw new Error('Refused: not a page of this extension');
      const parsed = v.safeParse(schema, data ?? undefined);
      if (!parsed.success) throw new Error(`Refused: ${name} has another shape`);
      if (right.from === 'frame') return prove(parsed.output, origin);
      const caller = await callerOf(sender, panels);
      if (!caller) throw refused();
      const handler = handlers[name as keyof typeof handlers] as (input: unknown, caller: Caller) => unknown;
      return handler(parsed.output, caller);
    });

  async function prove(input: unknown, origin: Origin): Promise<unknown> {
    if (origin.kind !== 'frame') throw refused();
    const report = await panels.prove(origin, (input as { ticket: string }).ticket);
    return report ? placeOf({ panelIn: origin.tabId, report }) : null;
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
