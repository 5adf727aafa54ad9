import * as v from 'valibot';
import type { IgnoredContact } from '../../domain/link.ts';
import { message, READ, WRITE } from '../../messaging/define.ts';
import { connection, id, ofConnection, shownName } from '../../messaging/schema-parts.ts';

export const ignoreListMessages = {
  ignored: message(READ, ofConnection).answers<IgnoredContact[]>(),
  unignore: message(WRITE, v.object({ ...connection, contactGuid: id, ...shownName })).answers<void>(),
};
