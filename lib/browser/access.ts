import { browser } from 'wxt/browser';

/** The user may take back in the browser what the manifest asks for. */
export const browserAccess = (host: string): Promise<boolean> =>
  browser.permissions.contains({ origins: [`https://${host}/*`] });
