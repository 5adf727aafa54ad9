/**
 * Something the user has looked at and does not want to be asked about again. Plain data.
 * @property key with `duplicate` the system and both ids, with `gone` the customer's id and what was gone
 * @property dismissedAt in ms since 1970
 */
export interface Dismissal {
  of: 'duplicate' | 'gone';
  key: string;
  dismissedAt: number;
}
