/** What went wrong, as data: it is written to the journal, sent to pages and put into words only where it is shown. */

export type System = 'dinero' | 'effihub';

/**
 * - `wrong-credentials` the client id, secret, key or token is refused
 * - `declined` the user did not give access in Visma Connect
 * - `signed-out` the sign-in with Visma Connect is over: revoked, expired or lost
 * - `wrong-company` the key or token belongs to another company or account than the connection
 * - `forbidden` no access, `no-subscription` Dinero without an active Pro subscription
 * - `refused` the content was not accepted (400, 422); see `fields`
 * - `guid-taken` Dinero already has a contact with this GUID, `contact-deleted` and it is a deleted one
 * - `taken` the contact or customer is linked to somebody else; see `linkedTo`
 * - `key-used` Effihub has seen this idempotency key with another body
 * - `pasted` not deleted, since it is in Effihub by now and only the user can delete it there
 * - `gone` the customer or contact is not there any more
 * - `rate-limited` still over the limit after waiting
 * - `unreachable` no answer: network, time-out, 5xx, a brownout (480)
 * - `garbled` an answer that is not what the contract says: HTML, cut-off JSON, wrong types
 * - `changed` not sent, since it is not any more as it was when the user decided
 * - `incomplete` not sent, since a required field is missing; see `fields`
 * - `too-many-refusals` so many refusals in a row that going on could cost the access
 * - `database` the browser refused to store something
 * - `busy` another run is not finished yet
 * - `paused` the user has paused the company
 * - `removed` the company is not connected any more
 * - `another-connection` the keys belong to another company or account than the one that is changed; `linkedTo` says which
 * - `account-taken` the Effihub account is connected to another company already: `linkedTo`
 * - `another-page` the page in the browser is not the one any more that this was meant for
 * - `unseen` the panel could not be seen when it was clicked in
 * - `early` the panel, what it shows, or the pointer over it had only just come when it was clicked in
 * - `backup` a file that cannot be restored; `quote` says why, see `lib/backup/fault.ts`
 * - `unexpected` a mistake of ours
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
  /** The field in our own vocabulary where it is known (`vatNumber`, `email`), else as the system wrote it. */
  field: string;
  /** The system's own words. */
  message: string;
}

export interface Problem {
  system: System | 'kundebro';
  code: ProblemCode;
  status?: number;
  /** The other system's own words, at most 300 characters, without markup. */
  quote?: string;
  fields?: FieldProblem[];
  /** Who the contact or customer is linked to already. */
  linkedTo?: string;
  /** The browser does not let Kundebro ask this host: the user has not given the access, or has taken it back. */
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

/** Whether it stays as it is until the user does something about keys or sign-in. */
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
 * Whether it is an answer about one customer. Any other would meet the next customer too, and says nothing about what was
 * sent before it.
 */
export const isRecordLevel = ({ code }: Problem): boolean => RECORD_LEVEL.has(code);

/** Whether what was to be done at once may have been done though it failed; undefined: the worker ended in the middle. */
export const mayBeDone = (problem: Problem | undefined): boolean => problem?.unanswered ?? !problem;

/**
 * The one error that crosses a module's edge. It carries no request and no response, so that no secret can follow it.
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
 * The problem behind anything thrown, also when the error was rebuilt on its way through a message.
 * @returns undefined when it is not one of ours
 */
export function problemOf(error: unknown): Problem | undefined {
  if (typeof error !== 'object' || error === null || !('problem' in error)) return undefined;
  return error.problem as Problem;
}

/** A click in the panel that did not count: what was shown before stands as it did. */
export const wasNotSent = (error: unknown): boolean =>
  ['early', 'unseen'].includes(problemOf(error)?.code ?? '');

/** One that was only too early: the panel says so by itself, and there is nothing else to say. */
export const isOnlyEarly = (error: unknown): boolean => problemOf(error)?.code === 'early';
