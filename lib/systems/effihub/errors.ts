import type { FieldProblem, Problem, ProblemCode } from '../../domain/problem.ts';
import { quoteOf } from '../http/answer.ts';
import {
  codeOfStatus,
  distinct,
  entriesOf,
  type ReadErrorResponse,
  textsIn,
} from '../http/error-response.ts';

/** Effihub's field names that differ from ours. */
const FIELDS: Record<string, string> = { invoiceEmail: 'email', dineroContactGuid: 'contactGuid' };

/** Turns Effihub's error response into a problem. Any part of the body may be missing, null or of another type. */
export const effihubProblem: ReadErrorResponse = ({ status, data, text }): Problem => {
  const body = new Map(entriesOf(data));
  const fields = fieldsOf(body.get('errors'));
  const linkedTo = status === 409 ? idIn(body.get('customerId')) : undefined;
  const code = status === 409 ? conflict(linkedTo) : codeOfStatus(status);
  const words = fields.map(({ message }) => message).join(' ') || textsIn(body.get('message'))[0];
  return { system: 'effihub', code, status, quote: words ?? quoteOf(text), fields, linkedTo };
};

/** With a customer id, the contact is linked to that customer; without one, the key was used for another body. */
const conflict = (linkedTo: string | undefined): ProblemCode =>
  linkedTo === undefined ? 'key-used' : 'taken';

function fieldsOf(errors: unknown): FieldProblem[] {
  return distinct(
    entriesOf(errors).flatMap(([key, value]) => {
      const field = Object.hasOwn(FIELDS, key) ? FIELDS[key]! : key;
      return textsIn(value).map((message) => ({ field, message }));
    }),
  );
}

const idIn = (value: unknown): string | undefined =>
  (Number.isSafeInteger(value) && Number(value) >= 0) || (typeof value === 'string' && /^\d+$/.test(value))
    ? String(value)
    : undefined;
