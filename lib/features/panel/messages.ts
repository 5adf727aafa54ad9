/** What the panel asks about the page it stands on, and its one click for whoever that is about. */
import * as v from 'valibot';
import type { Run } from '../../domain/run.ts';
import { ticket } from '../../messaging/content.ts';
import {
  message,
  PANEL_COMPANY_WRITE,
  PANEL_READ,
  PANEL_WRITE,
  PROVE,
  READ,
  WRITE,
} from '../../messaging/define.ts';
import { connection, id, shownName } from '../../messaging/schema-parts.ts';
import { createChoice } from '../sync/messages.ts';
import type { ContactCard, CustomerCard, OneClickResult } from './card.ts';
import type { Place } from './place.ts';

/** What a click in the panel was about. */
export interface OnCard {
  /** The name of the customer or contact as the panel's card showed it: nothing is done when the page shows another by now. */
  shown?: string;
}

/** As Dinero's addresses have it. */
const contactNumber = v.pipe(v.string(), v.regex(/^\d{1,20}$/));

const ofCustomer = { ...connection, customerId: id, ...shownName };
const ofContact = { ...connection, contactGuid: id, ...shownName };

export const panelMessages = {
  /**
   * A frame proves that it is the panel, with the ticket that the content script has given it.
   * Answers what its page is about; null for a copy that somebody else has made.
   */
  provePanel: message(PROVE, v.object({ ticket })).answers<Place | null>(),
  /** What the page that the panel stands on is about. */
  place: message(PANEL_READ, v.undefined()).answers<Place>(),
  /** The user says which company a page is about that names none, or takes that back; kept for this tab. */
  chooseCompany: message(PANEL_WRITE, v.object({ connectionId: v.optional(id) })).answers<void>(),
  closePanel: message(PANEL_READ, v.undefined()).answers<void>(),
  /** With `fresh` the changes are read first; otherwise what is known is answered at once. */
  customerCard: message(
    READ,
    v.object({ ...connection, customerId: id, fresh: v.boolean() }),
  ).answers<CustomerCard>(),
  contactCard: message(
    READ,
    v.object({ ...connection, number: contactNumber, fresh: v.boolean() }),
  ).answers<ContactCard>(),
  /** The user says which contact a page of Dinero is about. */
  nameContact: message(
    PANEL_COMPANY_WRITE,
    v.object({ ...connection, number: contactNumber, contactGuid: id }),
  ).answers<void>(),
  /** One click each, for the customer or contact on the page. `anyway`: although somebody similar is there. */
  createOne: message(
    WRITE,
    v.object({ ...ofCustomer, create: createChoice, anyway: v.boolean() }),
  ).answers<OneClickResult>(),
  matchOne: message(WRITE, v.object({ ...ofCustomer, contactGuid: id })).answers<Run>(),
  importOne: message(WRITE, v.object({ ...ofContact, anyway: v.boolean() })).answers<OneClickResult>(),
  ignoreOne: message(WRITE, v.object(ofContact)).answers<Run>(),
};
