import { browser } from 'wxt/browser';

/** Whether the user still grants access to a host; the browser lets them revoke what the manifest asks for. */
export const browserAccess = (host: string): Promise<boolean> =>
  browser.permissions.contains({ origins: [`https://${host}/*`] });
