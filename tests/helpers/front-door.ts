/**
 * The background's door without a browser: messages come in as a browser delivers them, with whom it vouches for, and
 * content scripts answer from their tabs. To be imported before anything of the product.
 */
import type { PageReport } from '../../lib/messaging/page-report.ts';

type Listener = (message: unknown, sender: unknown, answer: (answer: unknown) => void) => unknown;

export const ID = 'abcdefgh'.repeat(4);
export const ORIGIN = `chrome-extension://${ID}`;

const listeners = new Set<Listener>();
const session = new Map<string, unknown>();

/** What a tab's content script answers with, and what it has given its frame. */
export interface Tab {
  ticket: string;
  report: PageReport;
}
export const tabs = new Map<number, Tab>();

Object.assign(globalThis, {
  chrome: {
    runtime: {
      id: ID,
      getURL: (path: string) => ORIGIN + path,
      onMessage: {
        addListener: (listener: Listener) => void listeners.add(listener),
        removeListener: (listener: Listener) => void listeners.delete(listener),
      },
    },
    storage: {
      session: {
        get: async (key: string | null) => {
          if (key === null) return Object.fromEntries(session);
          return session.has(key) ? { [key]: session.get(key) } : {};
        },
        set: async (values: object) => {
          for (const [key, value] of Object.entries(values)) session.set(key, structuredClone(value));
        },
        remove: async (keys: string | string[]) => {
          for (const key of [keys].flat()) session.delete(key);
        },
      },
    },
    tabs: {
      sendMessage: async (tabId: number, asked: { kundebro: string; ticket?: string }) => {
        const tab = tabs.get(tabId);
        if (!tab) throw new Error('Could not establish connection. Receiving end does not exist.');
        if (asked.kundebro === 'close') return void tabs.delete(tabId);
        return asked.ticket === undefined || asked.ticket === tab.ticket ? tab.report : undefined;
      },
    },
  },
});

/** Sends a message. @returns the answer, or the error with its message and problem */
export const knock = (name: string, data: unknown, sender: object): Promise<unknown> =>
  new Promise((answer) => {
    const isHeard = [...listeners].some((listener) =>
      listener({ type: name, data, id: 1, timestamp: 1 }, sender, answer),
    );
    if (!isHeard) answer(undefined);
  });
