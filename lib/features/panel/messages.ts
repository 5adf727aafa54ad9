/** What the panel asks about the page it stands on, and its one click for whoever that is about. */

import type { CreateChoice } from '../../domain/choices.ts';
import type { ContactGuid, CustomerId } from '../../domain/customer.ts';
import type { Run } from '../../domain/run.ts';
import type { Candidate } from '../candidates/index.ts';
import type { ContactCard, CustomerCard, OneClickResult } from './card.ts';
import type { Place } from './place.ts';

/** What a click in the panel was about. */
export interface OnCard {
  /** The name of the customer or contact as the panel's card showed it: nothing is done when the page shows another by now. */
  shown?: string;
}

export interface PanelMessages {
  /**
   * A frame shows that it is the panel.
   * @param input.ticket given to it by the content script
   * @returns what its page is about; null for a copy that somebody else has made
   */
  provePanel(input: { ticket: string }): Place | null;
  /** For the panel: what the page it stands on is about. */
  place(): Place;
  /** The user says which company a page is about that names none, or takes that back; kept for this tab. */
  chooseCompany(input: { connectionId?: string }): void;
  /** For the panel: closes it. */
  closePanel(): void;
  /** @param input.fresh reads the changes first; otherwise what is known is answered at once */
  customerCard(input: { connectionId: string; customerId: CustomerId; fresh: boolean }): CustomerCard;
  contactCard(input: { connectionId: string; number: string; fresh: boolean }): ContactCard;
  /** The user says which contact a page of Dinero is about. */
  nameContact(input: { connectionId: string; number: string; contactGuid: ContactGuid }): void;
  /** Whom a customer or contact can be matched with by hand: the best for a query, without those that are linked. */
  findFree(input: { connectionId: string; side: 'customers' | 'contacts'; query: string }): {
    found: Candidate[];
    /** Hits that are left out. */
    more: number;
  };
  /** One click each, for the customer or contact on the page. @param input.anyway though somebody similar is there */
  createOne(
    input: OnCard & {
      connectionId: string;
      customerId: CustomerId;
      create: CreateChoice;
      anyway: boolean;
    },
  ): OneClickResult;
  matchOne(input: OnCard & { connectionId: string; customerId: CustomerId; contactGuid: ContactGuid }): Run;
  importOne(
    input: OnCard & { connectionId: string; contactGuid: ContactGuid; anyway: boolean },
  ): OneClickResult;
  ignoreOne(input: OnCard & { connectionId: string; contactGuid: ContactGuid }): Run;
}
