import type { Operation } from '../../lib/domain/run.ts';
import type { Catalogue } from '../../lib/features/words.ts';

/** What was to be done with a customer. */
export function triedWords({ kind, otherName }: Operation, { tried }: Catalogue['result']): string {
  return kind === 'link' ? tried.link(otherName ?? '') : tried[kind]();
}
