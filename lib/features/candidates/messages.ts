import * as v from 'valibot';
import { message, READ } from '../../messaging/define.ts';
import { connection, line } from '../../messaging/schema-parts.ts';
import type { Candidate } from './index.ts';

export const candidateMessages = {
  /** Whom a customer or contact can be matched with by hand: the best for a query, without those that are linked. */
  findFree: message(
    READ,
    v.object({ ...connection, side: v.picklist(['customers', 'contacts']), query: line }),
  ).answers<{
    found: Candidate[];
    /** Hits that are left out. */
    more: number;
  }>(),
};
