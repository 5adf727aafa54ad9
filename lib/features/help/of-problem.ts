import type { Problem, ProblemCode } from '../../domain/problem.ts';
import { keysOf } from '../../words/explain.ts';
import type { HelpTopic } from './topics.ts';

const BY_CODE: Record<ProblemCode, HelpTopic> = {
  'wrong-credentials': 'access',
  declined: 'access',
  'signed-out': 'access',
  'wrong-company': 'wrong-company',
  forbidden: 'no-access',
  'no-subscription': 'no-access',
  refused: 'not-accepted',
  'guid-taken': 'exists',
  'contact-deleted': 'deleted',
  taken: 'linked',
  'key-used': 'exists',
  pasted: 'sheets',
  gone: 'no-longer-there',
  'rate-limited': 'no-answer',
  unreachable: 'no-answer',
  garbled: 'no-answer',
  incomplete: 'not-accepted',
  'too-many-refusals': 'not-accepted',
  database: 'storage',
  changed: 'changed',
  busy: 'waiting',
  paused: 'waiting',
  removed: 'waiting',
  'another-connection': 'wrong-company',
  'account-taken': 'wrong-company',
  'another-page': 'panel-click',
  unseen: 'panel-click',
  early: 'panel-click',
  backup: 'restore',
  unexpected: 'unexpected',
};

/** More specific than the code, where a field is known; keys as in `keysOf`. */
const BY_FIELD: Record<string, HelpTopic | undefined> = {
  'unreachable/host': 'no-access',
  'kundebro/changed/undo': 'history',
  'kundebro/changed/lists': 'step-1',
  'refused/vatNumber': 'vat-number',
  'refused/vatNumber-unknown': 'vat-number',
  'refused/email': 'email',
  'refused/email-in-use': 'email',
  'kundebro/refused/baseUrl': 'access',
  'kundebro/incomplete/clientId': 'access',
  'kundebro/incomplete/clientSecret': 'access',
  'kundebro/incomplete/apiKey': 'access',
  'kundebro/incomplete/token': 'access',
  'kundebro/incomplete/signIn': 'access',
  'kundebro/incomplete/organizationId': 'connect',
  'kundebro/incomplete/account': 'connect',
};

/** The topic that explains a problem. @param problem undefined for errors that are not ours */
export function helpTopicOf(problem: Problem | undefined): HelpTopic {
  if (!problem) return 'unexpected';
  const finer = keysOf(problem).find((key) => Object.hasOwn(BY_FIELD, key)) ?? '';
  return BY_FIELD[finer] ?? BY_CODE[problem.code] ?? 'unexpected';
}
