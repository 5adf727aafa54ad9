import { defineExtensionMessaging } from '@webext-core/messaging';
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { MessageName, Protocol } from './protocol.ts';
import { schemas } from './schemas.ts';
import { isOwnPage } from './sender.ts';

const messenger = defineExtensionMessaging<Protocol>({ logger: undefined });

/** For views: asks the background. What it throws carries a `problem`, see `problemOf`. */
export const sendMessage = messenger.sendMessage;

export type Handlers = {
  [Name in MessageName]: (
    input: Parameters<Protocol[Name]>[0],
  ) => ReturnType<Protocol[Name]> | Promise<ReturnType<Protocol[Name]>>;
};

/** This extension, as `isOwnPage` compares it. */
export const self = () => ({ id: browser.runtime.id, origin: new URL(browser.runtime.getURL('/')).origin });

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
    return handlers[name](parsed.output) as ReturnType<Protocol[Name]>;
  });
}
