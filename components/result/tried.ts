import type { Operation } from '../../lib/run.ts';
import type { Catalogue } from '../../lib/text/index.ts';

/** What was to be done with a customer. */
export function triedWords({ kind, otherName }: Operation, { tried }: Catalogue['result']): string {
  if (kind === 'link') return tried.link(otherName ?? '');
  if (kind === 'create' || kind === 'import' || kind === 'ignore') return tried[kind]();
  return tried.skip();
}
