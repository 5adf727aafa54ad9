/** What the user prefers, as the browser's storage and a backup keep it. Plain data. */

/** How often the automatic check looks at both systems. */
export const CHECKS = ['off', 'hourly', 'daily'] as const;

export type CheckChoice = (typeof CHECKS)[number];

/** Its place in the browser's storage: the background follows what the settings page puts there. */
export const CHECK_KEY = 'check';
