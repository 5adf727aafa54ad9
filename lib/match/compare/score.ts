/** Scores a pair of customers: each kind of evidence contributes nats for or against, and a reason. */

import { isSameVatNumber } from '../../domain/vat-number.ts';
import { mayBeCertain } from '../certainty.ts';
import { COST, DECISION, WORTH } from '../costs.ts';
import type { MatchReason } from '../types.ts';
import type { Entry, Vocabulary } from '../vocabulary.ts';
import { all, type ContactDetails, isPrivate } from './contact-details.ts';
import { distinctionsBetween, isRegistered } from './distinctions.ts';
import { Doubt } from './doubt.ts';
import type { NameScore } from './name-score.ts';
import { reasonsFrom } from './reasons.ts';

export interface Signal {
  /** Nats; above 0 in favour. */
  nats: number;
  reason?: MatchReason;
}

const SILENT: Signal = { nats: 0 };
const SAME_VAT: Signal = { nats: WORTH.vat, reason: 'vat' };
const OTHER_VAT: Signal = { nats: WORTH.vatDiffers, reason: 'vat-differs' };
const SAME_EMAIL: Signal = { nats: WORTH.email, reason: 'email' };
const SAME_PRIVATE_EMAIL: Signal = { nats: WORTH.emailPrivate, reason: 'email' };
const SAME_DOMAIN: Signal = { nats: WORTH.domain, reason: 'domain' };
const OTHER_EMAIL: Signal = { nats: WORTH.emailDiffers, reason: 'email-differs' };
const SAME_PHONE: Signal = { nats: WORTH.phone, reason: 'phone' };
const OTHER_PHONE: Signal = { nats: WORTH.phoneDiffers, reason: 'phone-differs' };
const SAME_ADDRESS: Signal = { nats: WORTH.address, reason: 'address' };
const SAME_ZIP: Signal = { nats: WORTH.zip, reason: 'city' };
const SAME_TOWN: Signal = { nats: WORTH.city, reason: 'city' };
const OTHER_ZIP: Signal = { nats: WORTH.zipDiffers };
const OTHER_TOWN: Signal = { nats: 0 };
const OTHER_COUNTRY: Signal = { nats: WORTH.countryDiffers, reason: 'country-differs' };
const OTHER_KIND: Signal = { nats: WORTH.kindDiffers, reason: 'person-differs' };

/** Minimum score of names that are called similar. */
const SIMILAR_FROM = -4;

/**
 * @param name the comparison of the names
 * @param targets number of targets: the more, the more often words agree by chance
 * @returns nats
 */
function nameNats(name: NameScore, targets: number): number {
  if (name.silent) return WORTH.nameMissing;
  const identical = name.identical ? WORTH.identical : 0;
  const complete = name.complete ? WORTH.complete : 0;
  const surplus = name.information - Math.log(targets + 10) + WORTH.base + complete + identical;
  const cost = name.cost + (name.numbersDiffer ? COST.numberDiffers : 0);
  return Math.max(Math.min(WORTH.nameAtMost + identical, surplus) - cost, WORTH.nameAtLeast);
}

function nameReason(name: NameScore, nats: number): MatchReason | undefined {
  if (name.silent) return undefined;
  if (name.equal) return 'name-equal';
  if (name.byInitials) return 'name-initials';
  return nats > SIMILAR_FROM ? 'name-similar' : undefined;
}

/** The same CVR number is nearly proof, a different one nearly disproof (numbers do get mistyped). */
export function vatSignal(a: ContactDetails, b: ContactDetails): Signal {
  if (!a.vat || !b.vat) return SILENT;
  return isSameVatNumber(a.vat, b.vat) ? SAME_VAT : OTHER_VAT;
}

/** A value of this kind that both sides have. */
function shared(
  a: ContactDetails,
  b: ContactDetails,
  kind: 'email' | 'domain' | 'phone',
): string | undefined {
  const others = all(b, kind);
  return all(a, kind).find((one) => others.includes(one));
}

/** Sister companies share a domain, but seldom an address. */
export function emailSignal(a: ContactDetails, b: ContactDetails): Signal {
  if (!a.email || !b.email) return SILENT;
  if (a.several || b.several) {
    const email = shared(a, b, 'email');
    if (email) return isPrivate(email) ? SAME_PRIVATE_EMAIL : SAME_EMAIL;
    return shared(a, b, 'domain') ? SAME_DOMAIN : OTHER_EMAIL;
  }
  if (a.email === b.email) return a.domain ? SAME_EMAIL : SAME_PRIVATE_EMAIL;
  return a.domain && a.domain === b.domain ? SAME_DOMAIN : OTHER_EMAIL;
}

export function phoneSignal(a: ContactDetails, b: ContactDetails): Signal {
  if (!a.phone || !b.phone) return SILENT;
  if (a.phone === b.phone) return SAME_PHONE;
  return (a.several || b.several) && shared(a, b, 'phone') ? SAME_PHONE : OTHER_PHONE;
}

/** Postal codes tell more than towns, so towns count only where a postal code is missing. */
export function addressSignal(a: ContactDetails, b: ContactDetails): Signal {
  if (!a.zip || !b.zip) {
    if (!a.town || !b.town) return SILENT;
    return a.town === b.town ? SAME_TOWN : OTHER_TOWN;
  }
  if (a.zip !== b.zip) return OTHER_ZIP;
  return a.street && a.street === b.street ? SAME_ADDRESS : SAME_ZIP;
}

/** "Odense" and "Odense Kommune" are the same town. */
const haveOtherTowns = ({ town: a }: ContactDetails, { town: b }: ContactDetails): boolean =>
  a !== '' && b !== '' && !a.startsWith(b) && !b.startsWith(a);

const haveOtherStreets = ({ street: a }: ContactDetails, { street: b }: ContactDetails): boolean =>
  a !== '' && b !== '' && a !== b;

/** The reason that two addresses contradict, if they do. */
function addressAgainst(signal: Signal, a: ContactDetails, b: ContactDetails): MatchReason | undefined {
  if ((signal === OTHER_ZIP || signal === OTHER_TOWN) && haveOtherTowns(a, b)) return 'city-differs';
  return signal === OTHER_ZIP || haveOtherStreets(a, b) ? 'address-differs' : undefined;
}

/** Both systems have defaults that nobody checks. */
const countrySignal = (a: ContactDetails, b: ContactDetails): Signal =>
  a.country && b.country && a.country !== b.country ? OTHER_COUNTRY : SILENT;

/** One is a person, the other a company; just as unchecked. */
const kindSignal = (a: ContactDetails, b: ContactDetails): Signal =>
  a.isPerson !== undefined && b.isPerson !== undefined && a.isPerson !== b.isPerson ? OTHER_KIND : SILENT;

export interface PairScore {
  nats: number;
  reasons: readonly MatchReason[];
  /** Whether the pair may be certain at all, however high the score. */
  provable: boolean;
  doubts: number;
}

const NONE: readonly MatchReason[] = [];

/** Doubts that only an equal CVR number removes: sister companies share the rest. */
const ONLY_BY_VAT = Doubt.sister;
/** Doubts that a phone number, a private address or two other agreements remove. */
const BY_STRONG = Doubt.missingWord | Doubt.letters;

/** Whether the address shows that two customers with one name are the same; in a town there may be namesakes. */
function isOneAddress(name: NameScore, address: Signal, a: ContactDetails, b: ContactDetails): boolean {
  if (address === SAME_ADDRESS) return true;
  return address === SAME_ZIP && !haveOtherStreets(a, b) && !(name.doubts & Doubt.namesake);
}

/** Minimum nats of a certain pair, whatever else agrees. */
const MAY_BE_CERTAIN = Math.log(DECISION.certain / (1 - DECISION.certain)) - 1;

/** Whether evidence beyond the names removes their doubts. */
function isProved(
  doubts: number,
  reasons: readonly MatchReason[],
  email: Signal,
  a: ContactDetails,
  b: ContactDetails,
): boolean {
  const has = (reason: MatchReason) => reasons.includes(reason);
  const sameZip = a.zip !== '' && a.zip === b.zip;
  if (doubts === 0 || has('vat')) return true;
  if (doubts === Doubt.namesake && (a.zip === '' || b.zip === '' || sameZip)) return true;
  if (doubts & ONLY_BY_VAT) return false;
  const strong = has('phone') || email === SAME_PRIVATE_EMAIL || (has('email') && sameZip);
  if (doubts & BY_STRONG) return strong;
  return strong || sameZip || has('email') || (has('domain') && !(doubts & Doubt.form));
}

/**
 * Combines all signals of a pair. A pair too weak to be shown gets no reasons.
 * @param targets number of targets
 */
export function scorePair(
  name: NameScore,
  s: Entry,
  t: Entry,
  vocabulary: Vocabulary,
  targets: number,
): PairScore {
  const [a, b] = [s.details, t.details];
  const ofName = nameNats(name, targets);
  const vat = vatSignal(a, b);
  const email = emailSignal(a, b);
  const phone = phoneSignal(a, b);
  const address = addressSignal(a, b);
  const country = countrySignal(a, b);
  const kind = kindSignal(a, b);
  const others = email.nats + phone.nats + address.nats + country.nats + kind.nats;
  const isLessAgainst = others < 0 && isRegistered(s, t, name);
  const nats = ofName + vat.nats + (isLessAgainst ? others * WORTH.againstRegistered : others);
  if (nats <= DECISION.shown) return { nats, reasons: NONE, provable: false, doubts: 0 };
  const reasons = reasonsFrom([
    vat.reason,
    nameReason(name, ofName),
    name.numbersDiffer ? 'number-differs' : undefined,
    name.formDiffers ? 'legal-form-differs' : undefined,
    email.reason,
    phone.reason,
    address.reason,
    addressAgainst(address, a, b),
    country.reason,
    kind.reason,
  ]);
  const provable =
    nats > MAY_BE_CERTAIN &&
    isProved(name.doubts, reasons, email, a, b) &&
    mayBeCertain(
      name,
      distinctionsBetween(s, t, name, vocabulary),
      reasons,
      isOneAddress(name, address, a, b),
    );
  return { nats, reasons, provable, doubts: name.doubts };
}
