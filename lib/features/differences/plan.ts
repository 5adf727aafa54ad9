/** Turns decisions about differences into operations. Pure. */

import { HOME } from '../../domain/comparable.ts';
import type { CustomerId, Field } from '../../domain/customer.ts';
import type { Answer, CustomerDifferences, Decision, Difference } from '../../domain/difference.ts';
import type { System } from '../../domain/problem.ts';
import type { FieldChange, Operation } from '../../domain/run.ts';
import { vatNumberFor } from '../../domain/vat-number.ts';

export type UpdateTask = Pick<
  Operation,
  'kind' | 'name' | 'otherName' | 'customerId' | 'contactGuid' | 'changes' | 'seen'
>;

export interface UpdatePlan {
  tasks: UpdateTask[];
  /** Differences that both sides keep. */
  keep: [CustomerId, Field][];
}

/** One operation per customer and system, Dinero first. Skips decisions that are stale or kept and values that cannot be sent. */
export function planUpdate(rows: readonly CustomerDifferences[], decisions: readonly Decision[]): UpdatePlan {
  const standing = decisions.filter(({ stale, kept }) => !stale && !kept);
  const answers = new Map(standing.map((one) => [`${one.field} ${one.customerId}`, one.answer]));
  const inDinero: UpdateTask[] = [];
  const inEffihub: UpdateTask[] = [];
  const keep: UpdatePlan['keep'] = [];
  for (const row of rows) {
    const { customerId, contactGuid, name, otherName, changedAt } = row;
    const answerTo = (field: Field) => answers.get(`${field} ${customerId}`);
    const country = countriesAfter(row, answerTo('countryCode'));
    const now = [row.countries.dinero ?? HOME, row.countries.effihub ?? HOME];
    const toDinero: FieldChange[] = [];
    const toEffihub: FieldChange[] = [];
    for (const { field, dinero, effihub } of row.differences) {
      const answer = answerTo(field);
      if (answer === 'both') keep.push([customerId, field]);
      else if (answer === 'dinero') {
        const to = convertedValue(field, dinero, country.effihub, [country.dinero, ...now]);
        if (to !== undefined) toEffihub.push({ field, from: effihub, to });
      } else if (answer === 'effihub') {
        const to = convertedValue(field, effihub, country.dinero, [country.effihub, ...now.toReversed()]);
        if (to !== undefined) toDinero.push({ field, from: dinero, to });
      }
    }
    const about = { name, otherName, customerId, contactGuid };
    if (toDinero.length > 0)
      inDinero.push({ kind: 'updateContact', ...about, changes: toDinero, seen: changedAt.dinero });
    if (toEffihub.length > 0)
      inEffihub.push({ kind: 'updateCustomer', ...about, changes: toEffihub, seen: changedAt.effihub });
  }
  return { tasks: [...inDinero, ...inEffihub], keep };
}

/** The countries of both records after the update. */
function countriesAfter(
  { countries: { dinero = HOME, effihub = HOME } }: CustomerDifferences,
  answer: Answer | undefined,
): Record<System, string> {
  if (answer === 'dinero') return { dinero, effihub: dinero };
  if (answer === 'effihub') return { dinero: effihub, effihub };
  return { dinero, effihub };
}

/**
 * Converts one side's value to the other side's spelling. A VAT number keeps its own country: the one its record will have,
 * has now, or the other record has, since one of them may be wrong.
 * @returns undefined when the value cannot be read, and so cannot be sent
 */
function convertedValue(
  field: Field,
  value: string,
  to: string,
  meant: readonly string[],
): string | undefined {
  if (field !== 'vatNumber' || value === '') return value;
  for (const country of meant) {
    const sent = vatNumberFor(value, to, country);
    if (sent !== undefined) return sent;
  }
  return undefined;
}

/** Whether one side's value can be written to the other side. */
export const canBeSent = (
  { field, ...values }: Difference,
  from: System,
  { dinero = HOME, effihub = HOME }: CustomerDifferences['countries'],
): boolean => convertedValue(field, values[from], HOME, [dinero, effihub]) !== undefined;
