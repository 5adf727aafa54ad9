/** Small customers, contacts and flows, written down as far as a test cares. */

import type { Choices, ContactChoice, CustomerChoice } from '../../lib/domain/choices.ts';
import type { Contact, Customer } from '../../lib/domain/customer.ts';
import type { Link } from '../../lib/domain/link.ts';
import type { SyncLists } from '../../lib/features/sync/index.ts';
import type { CustomerMatch } from '../../lib/match/index.ts';

export const customer = (id: string, extra: Partial<Customer> = {}): Customer => ({
  id,
  name: `Kunde ${id}`,
  ...extra,
});

export const contact = (guid: string, extra: Partial<Contact> = {}): Contact => ({
  guid,
  name: `Kontakt ${guid}`,
  ...extra,
});

/** Candidates with their scores, best first. */
export const match = (
  id: string,
  verdict: CustomerMatch['verdict'],
  ...candidates: [guid: string, score: number][]
): CustomerMatch => ({
  id,
  verdict,
  candidates: candidates.map(([guid, score]) => ({ id: guid, score, fit: score, reasons: ['name-similar'] })),
});

export const link = (customerId: string, contactGuid: string, state: Link['state'] = 'ok'): Link => ({
  customerId,
  contactGuid,
  state,
});

export const flow = (parts: Partial<SyncLists>): SyncLists => ({
  customers: [],
  contacts: [],
  links: [],
  ignored: [],
  matches: [],
  ...parts,
});

export const choices = (
  customers: Record<string, CustomerChoice> = {},
  contacts: Record<string, ContactChoice> = {},
): Choices => ({
  customers: new Map(Object.entries(customers)),
  contacts: new Map(Object.entries(contacts)),
});
