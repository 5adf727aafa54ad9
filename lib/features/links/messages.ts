import * as v from 'valibot';
import type { Run } from '../../domain/run.ts';
import { message, OWN_WRITE, WRITE } from '../../messaging/define.ts';
import { connection, id, ofConnection, shownName } from '../../messaging/schema-parts.ts';
import { SIDES } from '../duplicates/index.ts';

const ofCustomer = { ...connection, customerId: id, ...shownName };

export const linkMessages = {
  /** At once, one customer: `Fjern link`. With a contact: that link and no other, and both lists are read first. */
  unlink: message(WRITE, v.object({ ...ofCustomer, contactGuid: v.optional(id) })).answers<Run>(),
  /** Its `Fortryd`. */
  relink: message(WRITE, v.object({ ...ofCustomer, contactGuid: id })).answers<Run>(),
  /** At once, several: gives broken links their new contacts. */
  mendLinks: message(WRITE, v.object({ ...connection, links: v.array(v.tuple([id, id])) })).answers<Run>(),
  resetLinks: message(OWN_WRITE, ofConnection).answers<Run>(),
  undoReset: message(WRITE, v.object({ ...connection, runId: id })).answers<Run>(),
  /**
   * At once: gives a link to another member of a set of duplicates. `linked` keeps the link on the other side: a customer's
   * id with `contacts`, a contact's GUID with `customers`.
   */
  moveLink: message(
    WRITE,
    v.object({ ...connection, of: v.picklist(SIDES), linked: id, from: id, to: id }),
  ).answers<Run>(),
};
