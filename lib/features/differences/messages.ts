/** Differences of linked customers, and customers that are gone, between views and background. */
import type { OfConnection } from '../../domain/company.ts';
import type { ContactGuid, CustomerId, Field } from '../../domain/customer.ts';
import type { Answer, CustomerDifferences } from '../../domain/difference.ts';
import type { Run } from '../../domain/run.ts';
import type { MissingCounterpart } from '../missing/index.ts';

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
export interface GivenAnswer {
  customerId: CustomerId;
  field: Field;
  answer: Answer | null;
  dinero: string;
  effihub: string;
}

export interface DifferencesMessages {
  /** As of the last look at the lists, in Danish order. */
  differences(input: OfConnection): { rows: DifferencesRow[] };
  answerDifferences(input: OfConnection & { answers: GivenAnswer[] }): void;
  /** Carries the answers out. Without a run when both sides keep everything. */
  updateFields(input: OfConnection): { run?: Run; kept: number };
  gone(input: OfConnection): MissingCounterpart[];
  /** @param input.dismissed false takes it back */
  dismissGone(
    input: OfConnection & {
      kind: MissingCounterpart['kind'];
      customerId: CustomerId;
      contactGuid: ContactGuid;
      dismissed: boolean;
    },
  ): void;
}
