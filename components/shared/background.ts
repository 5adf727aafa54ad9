/** How views talk to the background: messages with an answer, and a port that pushes changes. */
import { browser } from 'wxt/browser';
import { ProblemError } from '../../lib/domain/problem.ts';
import { type MessageName, messages, type Protocol } from '../../lib/features/messages.ts';
import { UPDATES_PORT, type Update } from '../../lib/features/updates.ts';
import { sendMessage } from '../../lib/messaging/index.ts';

type Input<Name extends MessageName> = Parameters<Protocol[Name]>;

let refusalOfClick: () => 'unseen' | 'early' | undefined = () => undefined;
let onEarly = () => {};

/**
 * For the panel inside another site's page: refuses messages that change something unless the user can have meant them.
 * @param check why the user cannot have meant the click
 * @param tellEarly called for each click that came too early
 */
export function guardWrites(check: typeof refusalOfClick, tellEarly: () => void): void {
  refusalOfClick = check;
  onEarly = tellEarly;
}

/** @throws an Error; `problemOf` gets the problem from it if there is one */
export function send<Name extends MessageName>(
  name: Name,
  ...input: Input<Name>
): Promise<ReturnType<Protocol[Name]>> {
  const code = messages[name].right.writes ? refusalOfClick() : undefined;
  if (code === 'early') onEarly();
  if (code) return Promise.reject(new ProblemError({ system: 'kundebro', code }));
  const ask = sendMessage as (name: MessageName, data: unknown) => Promise<ReturnType<Protocol[Name]>>;
  return ask(name, input[0]);
}

type Listener = (update: Update) => void;

const listeners = new Set<Listener>();
const reconnected = new Set<() => void>();
let port: ReturnType<typeof browser.runtime.connect> | undefined;

/** Connects, and reconnects whenever the browser has stopped the worker. */
function connect(isReconnect: boolean) {
  // After an update an open panel no longer belongs to the extension.
  if (!browser.runtime?.id) return;
  port = browser.runtime.connect({ name: UPDATES_PORT });
  port.onMessage.addListener((update: Update) => {
    for (const listener of listeners) listener(update);
  });
  port.onDisconnect.addListener(() => {
    port = undefined;
    setTimeout(() => connect(true), 200);
  });
  if (isReconnect) for (const listener of reconnected) listener();
}

export const updates = {
  /** @returns removes the listener */
  onUpdate(listener: Listener): () => void {
    if (!port) connect(false);
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  /** Updates may have been missed: load again what is shown. @returns removes the listener */
  onReconnect(listener: () => void): () => void {
    reconnected.add(listener);
    return () => reconnected.delete(listener);
  },
};

/** A view's state gets the background as a parameter, so that tests can pass another one. */
export interface Background {
  send: typeof send;
  updates: typeof updates;
}

export const background: Background = { send, updates };
