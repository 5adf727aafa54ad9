/** What a content script tells of the page it stands on, and nothing else. Plain data. */

export interface PageReport {
  /** Scheme, host and path; no query, since that is nobody's business. */
  url: string;
  /** The first heading; missing while it may be that of the page before. */
  heading?: string;
  /** The title, likewise. */
  title?: string;
  /**
   * - `changing` the address has changed and the content may still be that of the page before
   * - `changed` what stands here belongs to this address
   * - `same` the address has changed some time ago, but neither heading nor title has
   */
  state: 'changing' | 'changed' | 'same';
  /** With a panel: milliseconds since it was last found that what the user sees may not be the panel. */
  soundFor?: number;
}

/** So many milliseconds the panel must have been what the user sees before anything is written for it. */
export const LONG_ENOUGH = 500;

/** Longer addresses are cut after a slash, so that no number in them becomes another one. */
export const LONGEST_ADDRESS = 2_000;
/** Longer texts are cut: no customer has such a name. */
export const MOST_LETTERS = 300;
