import { browser } from 'wxt/browser';
import { ProblemError } from '../domain/problem.ts';

/** The browser's window for signing in to another service. */
export interface SignInWindow {
  /** The address at which the browser expects the answer; it depends on the extension's fixed id. */
  redirectUri(): string;
  /**
   * Shows a sign-in page and waits for its answer.
   * @returns the address that the page redirected to
   * @throws ProblemError `declined` when the user closes the window
   */
  open(url: string): Promise<string>;
}

export const browserSignInWindow: SignInWindow = {
  redirectUri() {
    // Chrome has no `identity` until the user grants it, but the address is known.
    if (browser.identity) return browser.identity.getRedirectURL();
    return `https://${browser.runtime.id}.chromiumapp.org/`;
  },
  async open(url) {
    let answer: string | undefined;
    try {
      answer = await browser.identity.launchWebAuthFlow({ url, interactive: true });
    } catch {
      // The browser's reason is an English sentence that differs between browsers.
    }
    if (!answer) throw new ProblemError({ system: 'dinero', code: 'declined' });
    return answer;
  },
};
