/** From decisions to what is changed where. Pure. */
import type { CustomerId, Field } from '../customer.ts';
import type { FieldChange, Operation } from '../run.ts';
import type { CustomerDifferences, Decision } from './types.ts';

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
  const answers = new Map(decisions.map((one) => [`${one.field} ${one.customerId}`, one]));
  const inDinero: UpdateTask[] = [];
  const inEffihub: UpdateTask[] = [];
  const keep: UpdatePlan['keep'] = [];
  for (const row of rows) {
    const { customerId, contactGuid, name, otherName, changedAt } = row;
    const toDinero: FieldChange[] = [];
    const toEffihub: FieldChange[] = [];
    for (const { field, dinero, effihub } of row.differences) {
      const decision = answers.get(`${field} ${customerId}`);
      if (!decision || decision.stale || decision.kept) continue;
      if (decision.answer === 'both') keep.push([customerId, field]);
      else if (decision.answer === 'dinero') toEffihub.push({ field, from: effihub, to: dinero });
      else toDinero.push({ field, from: dinero, to: effihub });
    }
    const about = { name, otherName, customerId, contactGuid };
    if (toDinero.length > 0)
      inDinero.push({ kind: 'updateContact', ...about, changes: toDinero, seen: changedAt.dinero });
    if (toEffihub.length > 0)
      inEffihub.push({ kind: 'updateCustomer', ...about, changes: toEffihub, seen: changedAt.effihub });
  }
  return { tasks: [...inDinero, ...inEffihub], keep };
}
