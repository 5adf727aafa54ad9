import { browser } from 'wxt/browser';
import type { StoredToken, TokenStore } from '../systems/dinero/auth.ts';

/**
 * Stores tokens in `storage.session`: they survive the worker but not the browser, and content scripts cannot read
 * them.
 */
export const sessionTokens: TokenStore = {
  async load(key) {
    const stored = await browser.storage.session.get<Record<string, StoredToken>>(key);
    return stored[key];
  },
  async save(key, token) {
    await browser.storage.session.set({ [key]: token });
  },
  async remove(keys) {
    await browser.storage.session.remove([...keys]);
  },
  async keys() {
    return Object.keys(await browser.storage.session.get(null));
  },
};
