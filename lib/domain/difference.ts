/** What linked customers differ in, and what was decided about it. Plain data. */
import type { ContactGuid, CustomerId, Field } from './customer.ts';
import type { System } from './problem.ts';

/** One field of a linked customer that is not the same in both systems, in the systems' own spelling; missing is `''`. */
export interface Difference {
  field: Field;
  dinero: string;
  effihub: string;
  /** Who changed it last, where it is known: the other system still has what both had. */
  changedIn?: System;
}

/** A linked customer with everything that is different. */
export interface CustomerDifferences {
  customerId: CustomerId;
  contactGuid: ContactGuid;
  /** As each system writes the name. */
  name: string;
  otherName: string;
  /** What it can be recognised by: Effihub's. */
  city?: string;
  vatNumber?: string;
  /** ISO 8601: when each record was last changed, whatever in it. */
  changedAt: { dinero?: string; effihub?: string };
  /** Each record's own, by which its numbers are meant. */
  countries: { dinero?: string; effihub?: string };
  differences: Difference[];
}

/** What both systems had the last time that they had the same, as Dinero writes it. */
export interface Agreed {
  customerId: CustomerId;
  contactGuid: ContactGuid;
  fields: { [Name in Field]?: string };
}

export const ANSWERS = ['dinero', 'effihub', 'both'] as const;

/** Whose value counts; `both` keeps each side's. */
export type Answer = (typeof ANSWERS)[number];

/** What was decided about one field. It holds as long as neither side changes. */
export interface Decision {
  customerId: CustomerId;
  contactGuid: ContactGuid;
  field: Field;
  answer: Answer;
  /** The values that it was decided about. */
  dinero: string;
  effihub: string;
  /** With `both`: saved, so the difference is no longer shown by itself. */
  kept?: true;
  /** One side has changed since: the user is asked again. */
  stale?: true;
}
