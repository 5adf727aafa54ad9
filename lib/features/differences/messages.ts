/** Differences of linked customers, and customers that are gone, between views and background. */
import * as v from 'valibot';
import { FIELDS, type Field } from '../../domain/customer.ts';
import { ANSWERS, type Answer, type CustomerDifferences } from '../../domain/difference.ts';
import type { Run } from '../../domain/run.ts';
import { message, READ, WRITE } from '../../messaging/define.ts';
import { connection, id, ofConnection, text } from '../../messaging/schema-parts.ts';

/** What was decided about one field. */
export interface FieldAnswer {
  field: Field;
  answer: Answer;
  /** Saved: both sides keep their own. */
  kept?: true;
  /** One side has changed since it was decided: it counts no more. */
  stale?: true;
}

export interface DifferencesRow extends CustomerDifferences {
  answers: FieldAnswer[];
}

/** An answer about the values as the view showed them; `null` takes it back. */
const givenAnswer = v.object({
  customerId: id,
  field: v.picklist(FIELDS),
  answer: v.nullable(v.picklist(ANSWERS)),
  dinero: text,
  effihub: text,
});

export type GivenAnswer = v.InferOutput<typeof givenAnswer>;

export const differencesMessages = {
  /** As of the last look at the lists, in Danish order. */
  differences: message(READ, ofConnection).answers<{ rows: DifferencesRow[] }>(),
  answerDifferences: message(
    WRITE,
    v.object({ ...connection, answers: v.pipe(v.array(givenAnswer), v.maxLength(200_000)) }),
  ).answers<void>(),
  /** Carries the answers out. Answers no run when both sides keep everything. */
  updateFields: message(WRITE, ofConnection).answers<{ run?: Run; kept: number }>(),
};
