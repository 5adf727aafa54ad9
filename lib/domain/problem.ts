/** Problems as data: written to the journal, sent to pages, and put into words only when shown. */

export type System = 'dinero' | 'effihub';

/**
 * - `wrong-credentials` client id, secret, key or token is rejected
 * - `declined` the user did not grant access in Visma Connect
 * - `signed-out` the Visma Connect sign-in is revoked, expired or lost
 * - `wrong-company` the key or token belongs to another company or account than the connection
 * - `forbidden` no access; `no-subscription` Dinero without an active Pro subscription
 * - `refused` the content was not accepted (400, 422); see `fields`
 * - `guid-taken` Dinero already has a contact with this GUID; `contact-deleted` and that one is deleted
 * - `taken` the contact or customer is linked to another one; see `linkedTo`
 * - `key-used` Effihub has seen this idempotency key with another body
 * - `pasted` not deleted, since it is in Effihub already and only the user can delete it there
 * - `gone` the customer or contact no longer exists
 * - `rate-limited` still over the limit after waiting
 * - `unreachable` no answer: network, time-out, 5xx, a brownout (480)
 * - `garbled` the answer breaks the contract: HTML, cut-off JSON, wrong types
 * - `changed` not sent, since the record has changed since the user decided
 * - `incomplete` not sent, since a required field is missing; see `fields`
 * - `too-many-refusals` so many refusals in a row that going on could cost the access
 * - `database` the browser refused to store something
 * - `busy` another run is not finished
 * - `paused` the user has paused the company
 * - `removed` the company is no longer connected
 * - `another-connection` the keys belong to another company or account than the one being changed; see `linkedTo`
 * - `account-taken` the Effihub account is connected to another company already; see `linkedTo`
 * - `another-page` the browser has left the page that this was meant for
 * - `unseen` the panel was not visible when it was clicked
 * - `early` the panel, its content or the pointer over it had only just arrived when it was clicked
 * - `backup` a file that cannot be restored; `quote` says why, see `lib/features/backup`
 * - `unexpected` a bug of ours
 */
export const PROBLEM_CODES = [
  'wrong-credentials',
  'declined',
  'signed-out',
  'wrong-company',
  'forbidden',
  'no-subscription',
  'refused',
  'guid-taken',
  'contact-deleted',
  'taken',
  'key-used',
  'pasted',
  'gone',
  'rate-limited',
  'unreachable',
  'garbled',
  'changed',
  'incomplete',
  'too-many-refusals',
  'database',
  'busy',
  'paused',
  'removed',
  'another-connection',
  'account-taken',
  'another-page',
  'unseen',
  'early',
  'backup',
  'unexpected',
] as const;

export type ProblemCode = (typeof PROBLEM_CODES)[number];

export interface FieldProblem {
  /** The field in our vocabulary where known (`vatNumber`, `email`), else as the system writes it. */
  field: string;
  /** The system's own words. */
  message: string;
}

export interface Problem {
  system: System | 'kundebro';
  code: ProblemCode;
  status?: number;
  /** The system's own words, at most 300 characters, without markup. */
  quote?: string;
  fields?: FieldProblem[];
  /** The record that the contact or customer is already linked to. */
  linkedTo?: string;
  /** The host that the browser blocks: the user has not granted access, or has taken it back. */
  host?: string;
  /** It was sent, and nobody knows whether it was carried out. */
  unanswered?: boolean;
}

const ACCESS: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'wrong-credentials',
  'signed-out',
  'wrong-company',
  'forbidden',
  'no-subscription',
]);

/** Whether it persists until the user fixes keys or sign-in. */
export const isAccess = ({ code }: Problem): boolean => ACCESS.has(code);

const RECORD_LEVEL: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'refused',
  'taken',
  'gone',
  'incomplete',
  'changed',
  'contact-deleted',
  'guid-taken',
  'key-used',
  'pasted',
]);

/**
 * Whether it is about a single record. Any other problem would meet the next record too, and says nothing about what
 * was sent before.
 */
export const isRecordLevel = ({ code }: Problem): boolean => RECORD_LEVEL.has(code);

/**
 * Whether a one-click action may have been carried out although it failed; undefined: the worker was stopped in the
 * middle.
 */
export const mayBeDone = (problem: Problem | undefined): boolean => problem?.unanswered ?? !problem;

/**
 * The only error that modules throw at each other. It carries no request and no response, so that no secret can leak.
 */
export class ProblemError extends Error {
  override name = 'ProblemError' as const;
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(`${problem.system}: ${problem.code}${problem.status ? ` (${problem.status})` : ''}`);
    this.problem = problem;
  }
}

/**
 * The problem inside any thrown value, also after a message has rebuilt the error.
 * @returns undefined when it is none of ours
 */
export function problemOf(error: unknown): Problem | undefined {
  if (typeof error !== 'object' || error === null || !('problem' in error)) return undefined;
  return error.problem as Problem;
}

/** The panel's click did not count; what it shows stays as it is. */
export const wasNotSent = (error: unknown): boolean =>
  ['early', 'unseen'].includes(problemOf(error)?.code ?? '');

/** The click only came too early. The panel says so itself; nothing more needs to be said. */
export const isOnlyEarly = (error: unknown): boolean => problemOf(error)?.code === 'early';
