/** How a view talks to the background: messages with an answer, and the port that pushes changes. */
import { browser } from 'wxt/browser';
import { ProblemError } from '../../lib/domain/problem.ts';
import { type MessageName, messages, type Protocol } from '../../lib/features/messages.ts';
import { UPDATES_PORT, type Update } from '../../lib/features/updates.ts';
import { sendMessage } from '../../lib/messaging/index.ts';

type Input<Name extends MessageName> = Parameters<Protocol[Name]>;

let uncounted: () => 'unseen' | 'early' | undefined = () => undefined;
let onEarly = () => {};

/**
 * For the panel on somebody else's page.
 * @param check why the user cannot have meant what changes something, if that is so
 * @param tellEarly told of each that came too early
 */
export function guardWrites(check: typeof uncounted, tellEarly: () => void): void {
  uncounted = check;
  onEarly = tellEarly;
}

/** @throws an Error with a `problem` where the background knows one: see `problemOf` */
export function send<Name extends MessageName>(
  name: Name,
  ...input: Input<Name>
): Promise<ReturnType<Protocol[Name]>> {
  const code = messages[name].right.writes ? uncounted() : undefined;
  if (code === 'early') onEarly();
  if (code) return Promise.reject(new ProblemError({ system: 'kundebro', code }));
  const ask = sendMessage as (name: MessageName, data: unknown) => Promise<ReturnType<Protocol[Name]>>;
  return ask(name, input[0]);
}

type Listener = (update: Update) => void;

const listeners = new Set<Listener>();
const reconnected = new Set<() => void>();
let port: ReturnType<typeof browser.runtime.connect> | undefined;

/** Connects, and again whenever the browser has stopped the worker at the other end. */
function connect(again: boolean) {
  // After an update a panel that was open belongs to no extension any more.
  if (!browser.runtime?.id) return;
  port = browser.runtime.connect({ name: UPDATES_PORT });
  port.onMessage.addListener((update: Update) => {
    for (const listener of listeners) listener(update);
  });
  port.onDisconnect.addListener(() => {
    port = undefined;
    setTimeout(() => connect(true), 200);
  });
  if (again) for (const listener of reconnected) listener();
}

export const updates = {
  /** @returns takes the listener off again */
  onUpdate(listener: Listener): () => void {
    if (!port) connect(false);
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  /** Something may have been missed: ask again for what is shown. @returns takes the listener off again */
  onReconnect(listener: () => void): () => void {
    reconnected.add(listener);
    return () => reconnected.delete(listener);
  },
};

/** What the state of a view reaches the background by; tests pass another one. */
export interface Background {
  send: typeof send;
  updates: typeof updates;
}

export const background: Background = { send, updates };
