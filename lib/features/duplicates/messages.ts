import * as v from 'valibot';
import { message, READ, WRITE } from '../../messaging/define.ts';
import { connection, id } from '../../messaging/schema-parts.ts';
import { type Duplicates, SIDES } from './index.ts';

/** Names all members of a set. */
const ofSet = v.object({ ...connection, of: v.picklist(SIDES), ids: v.array(id) });

export const duplicateMessages = {
  /** With `fresh` the changes are read first; otherwise what is known is answered, if anything has ever been read. */
  duplicates: message(READ, v.object({ ...connection, fresh: v.boolean() })).answers<Duplicates>(),
  /** `Ikke en dublet`: these are not shown together again, unless another one joins them. */
  dismissDuplicate: message(WRITE, ofSet).answers<void>(),
  /** Its `Fortryd`. */
  undismissDuplicate: message(WRITE, ofSet).answers<void>(),
};
