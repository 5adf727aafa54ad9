/** From decisions to what is changed where. Pure. */
import type { CustomerId, Field } from '../customer.ts';
import type { System } from '../problem.ts';
import { vatNumberFor } from '../remote/vat.ts';
import type { FieldChange, Operation } from '../run.ts';
import { HOME } from './comparable.ts';
import type { Answer, CustomerDifferences, Decision } from './types.ts';

export type UpdateTask = Pick<
  Operation,
  'kind' | 'name' | 'otherName' | 'customerId' | 'contactGuid' | 'changes' | 'seen'
>;

export interface UpdatePlan {
  tasks: UpdateTask[];
  /** Differences that are to stay. */
  keep: [CustomerId, Field][];
}

/** One operation a customer and system, Dinero's first. What is stale or kept already is left alone. */
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
    const toDinero: FieldChange[] = [];
    const toEffihub: FieldChange[] = [];
    for (const { field, dinero, effihub } of row.differences) {
      const answer = answerTo(field);
      if (answer === 'both') keep.push([customerId, field]);
      else if (answer === 'dinero')
        toEffihub.push({ field, from: effihub, to: taken(field, dinero, country.dinero, country.effihub) });
      else if (answer === 'effihub')
        toDinero.push({ field, from: dinero, to: taken(field, effihub, country.effihub, country.dinero) });
    }
    const about = { name, otherName, customerId, contactGuid };
    if (toDinero.length > 0)
      inDinero.push({ kind: 'updateContact', ...about, changes: toDinero, seen: changedAt.dinero });
    if (toEffihub.length > 0)
      inEffihub.push({ kind: 'updateCustomer', ...about, changes: toEffihub, seen: changedAt.effihub });
  }
  return { tasks: [...inDinero, ...inEffihub], keep };
}

/** The countries that the two records will have. */
function countriesAfter(
  { countries: { dinero = HOME, effihub = HOME } }: CustomerDifferences,
  answer: Answer | undefined,
): Record<System, string> {
  if (answer === 'dinero') return { dinero, effihub: dinero };
  if (answer === 'effihub') return { dinero: effihub, effihub };
  return { dinero, effihub };
}

/** One side's value as it is written on the other side: a number stays that of its own country. */
const taken = (field: Field, value: string, from: string, to: string): string =>
  field === 'vatNumber' ? (vatNumberFor(value, to, from) ?? '') : value;
