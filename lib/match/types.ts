/** The matcher's input and output. */
import type { Contact, Customer, Party } from '../domain/customer.ts';

export interface MatchInput {
  id: string;
  name: string;
  vatNumber?: string;
  email?: string;
  phone?: string;
  street?: string;
  zipCode?: string;
  city?: string;
  countryCode?: string;
  isPerson?: boolean;
}

export interface MatchCandidate {
  id: string;
  /** 0..1, comparable between customers. */
  score: number;
  /** The score without other customers' claims: how well the two fit. */
  fit: number;
  reasons: MatchReason[];
}

export interface CustomerMatch {
  id: string;
  verdict: 'certain' | 'likely' | 'none';
  /** Best first, at most 5. */
  candidates: MatchCandidate[];
}

/** Reasons for a match. */
export type AgreeingReason =
  | 'vat'
  | 'name-equal'
  | 'name-similar'
  | 'name-initials'
  | 'email'
  | 'domain'
  | 'phone'
  | 'address'
  | 'city'
  | 'duplicate';

/** Reasons against it. */
export type ContradictingReason =
  | 'vat-differs'
  | 'number-differs'
  | 'legal-form-differs'
  | 'email-differs'
  | 'phone-differs'
  | 'address-differs'
  | 'city-differs'
  | 'country-differs'
  | 'person-differs';

export type MatchReason = AgreeingReason | ContradictingReason;

/** The fields that matching uses; the same for both systems. */
function input(id: string, party: Party): MatchInput {
  const { name, vatNumber, email, phone, street, zipCode, city, countryCode, isPerson } = party;
  return { id, name, vatNumber, email, phone, street, zipCode, city, countryCode, isPerson };
}

export const customerInput = (customer: Customer): MatchInput => input(customer.id, customer);
export const contactInput = (contact: Contact): MatchInput => input(contact.guid, contact);
