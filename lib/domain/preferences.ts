/** The user's preferences, as the browser's storage and a backup keep them. Plain data. */

/** How often the automatic check reads both systems. */
export const CHECKS = ['off', 'hourly', 'daily'] as const;

export type CheckChoice = (typeof CHECKS)[number];

/** Key in the browser's storage, shared by the settings page and the background. */
export const CHECK_KEY = 'check';
