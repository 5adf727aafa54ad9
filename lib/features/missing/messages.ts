import * as v from 'valibot';
import { message, READ, WRITE } from '../../messaging/define.ts';
import { connection, id, ofConnection } from '../../messaging/schema-parts.ts';
import { MISSING_KINDS, type MissingCounterpart } from './index.ts';

export const missingMessages = {
  missing: message(READ, ofConnection).answers<MissingCounterpart[]>(),
  /** `dismissed: false` takes it back. */
  dismissMissing: message(
    WRITE,
    v.object({
      ...connection,
      kind: v.picklist(MISSING_KINDS),
      customerId: id,
      contactGuid: id,
      dismissed: v.boolean(),
    }),
  ).answers<void>(),
};
