/** Differences between linked customers, and the decisions about them. Plain data. */
import type { ContactGuid, CustomerId, Field } from './customer.ts';
import type { System } from './problem.ts';

/** A field that differs between the systems, in each system's own spelling; missing is `''`. */
export interface Difference {
  field: Field;
  dinero: string;
  effihub: string;
  /** The system that changed it last, where known: the other one still has the last agreed value. */
  changedIn?: System;
}

/** A linked customer with all its differences. */
export interface CustomerDifferences {
  customerId: CustomerId;
  contactGuid: ContactGuid;
  /** The name in each system. */
  name: string;
  otherName: string;
  /** For recognising it; Effihub's values. */
  city?: string;
  vatNumber?: string;
  /** ISO 8601: when each record was last changed in any way. */
  changedAt: { dinero?: string; effihub?: string };
  /** Each record's country, which tells how its numbers are to be read. */
  countries: { dinero?: string; effihub?: string };
  differences: Difference[];
}

/** The values at the last time both systems agreed, in Dinero's spelling. */
export interface Agreed {
  customerId: CustomerId;
  contactGuid: ContactGuid;
  fields: { [Name in Field]?: string };
}

export const ANSWERS = ['dinero', 'effihub', 'both'] as const;

/** The side whose value counts; `both` keeps each side's. */
export type Answer = (typeof ANSWERS)[number];

/** A decision about one field. It holds until either side changes. */
export interface Decision {
  customerId: CustomerId;
  contactGuid: ContactGuid;
  field: Field;
  answer: Answer;
  /** The values that the decision is about. */
  dinero: string;
  effihub: string;
  /** With `both`: saved, so the difference is hidden. */
  kept?: true;
  /** A side has changed since: the user is asked again. */
  stale?: true;
}
