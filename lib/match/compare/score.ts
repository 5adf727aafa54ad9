/** One pair of customers: every kind of evidence speaks for itself, in nats for or against, and says its reason. */

import { DECISION, WORTH } from '../costs.ts';
import type { MatchReason } from '../types.ts';
import type { ContactDetails } from './contact-details.ts';
import { Doubt } from './doubt.ts';
import type { NameScore } from './name-score.ts';
import { reasonsFrom } from './reasons.ts';

export interface Signal {
  /** Nats; above 0 speaks for the same customer. */
  nats: number;
  reason?: MatchReason;
}

const SILENT: Signal = { nats: 0 };
const SAME_VAT: Signal = { nats: WORTH.vat, reason: 'vat' };
const OTHER_VAT: Signal = { nats: WORTH.vatDiffers, reason: 'vat-differs' };
const SAME_EMAIL: Signal = { nats: WORTH.email, reason: 'email' };
const SAME_PRIVATE_EMAIL: Signal = { nats: WORTH.emailPrivate, reason: 'email' };
const SAME_DOMAIN: Signal = { nats: WORTH.domain, reason: 'domain' };
const OTHER_EMAIL: Signal = { nats: WORTH.emailDiffers };
const SAME_PHONE: Signal = { nats: WORTH.phone, reason: 'phone' };
const OTHER_PHONE: Signal = { nats: WORTH.phoneDiffers };
const SAME_ADDRESS: Signal = { nats: WORTH.address, reason: 'address' };
const SAME_ZIP: Signal = { nats: WORTH.zip };
const OTHER_ZIP: Signal = { nats: WORTH.zipDiffers };
const SAME_CITY: Signal = { nats: WORTH.city };

/** A pair whose names come to less is not called similar. */
const SIMILAR_FROM = -4;

/**
 * @param name the two names side by side
 * @param targets how many targets there are: the more, the more often words agree by chance
 * @returns nats
 */
function nameNats(name: NameScore, targets: number): number {
  if (name.silent) return WORTH.nameMissing;
  const identical = name.identical ? WORTH.identical : 0;
  const complete = name.complete ? WORTH.complete : 0;
  const surplus = name.information - Math.log(targets + 10) + WORTH.base + complete + identical;
  return Math.max(Math.min(WORTH.nameAtMost + identical, surplus) - name.cost, WORTH.nameAtLeast);
}

function nameReason(name: NameScore, nats: number): MatchReason | undefined {
  if (name.silent) return undefined;
  if (name.equal) return 'name-equal';
  if (name.byInitials) return 'name-initials';
  return nats > SIMILAR_FROM ? 'name-similar' : undefined;
}

/** The same CVR number is nearly proof; another one nearly disproof (numbers do get mistyped). */
export function vatSignal(a: ContactDetails, b: ContactDetails): Signal {
  if (!a.vat || !b.vat) return SILENT;
  return a.vat === b.vat ? SAME_VAT : OTHER_VAT;
}

/** Sister companies share a domain, and seldom an address at it. */
export function emailSignal(a: ContactDetails, b: ContactDetails): Signal {
  if (!a.email || !b.email) return SILENT;
  if (a.email === b.email) return a.domain ? SAME_EMAIL : SAME_PRIVATE_EMAIL;
  return a.domain && a.domain === b.domain ? SAME_DOMAIN : OTHER_EMAIL;
}

export function phoneSignal(a: ContactDetails, b: ContactDetails): Signal {
  if (!a.phone || !b.phone) return SILENT;
  return a.phone === b.phone ? SAME_PHONE : OTHER_PHONE;
}

/** A postal code or town alone speaks for a pair, but is no reason to show. */
export function addressSignal(a: ContactDetails, b: ContactDetails): Signal {
  if (!a.zip || !b.zip) return a.city && a.city === b.city ? SAME_CITY : SILENT;
  if (a.zip !== b.zip) return OTHER_ZIP;
  return a.street && a.street === b.street ? SAME_ADDRESS : SAME_ZIP;
}

/**
 * What the two systems say of the kind of customer; both have defaults that nobody checked.
 * @returns nats
 */
function kindNats(a: ContactDetails, b: ContactDetails): number {
  let nats = 0;
  if (a.country && b.country && a.country !== b.country) nats += WORTH.countryDiffers;
  if (a.isPerson !== undefined && b.isPerson !== undefined && a.isPerson !== b.isPerson)
    nats += WORTH.kindDiffers;
  return nats;
}

export interface PairScore {
  nats: number;
  reasons: readonly MatchReason[];
  /** Whether the pair may be called certain at all, however high the score. */
  provable: boolean;
  doubts: number;
}

const NONE: readonly MatchReason[] = [];

/** Doubts that only the same CVR number removes: sister companies share the rest. */
const ONLY_BY_VAT = Doubt.sister;
/** Doubts that a phone number or a private address removes, or two other agreements. */
const BY_STRONG = Doubt.missingWord;

/** Whether the evidence beyond the names removes what makes them doubtful. */
function isProved(
  doubts: number,
  reasons: readonly MatchReason[],
  a: ContactDetails,
  b: ContactDetails,
): boolean {
  const has = (reason: MatchReason) => reasons.includes(reason);
  const sameZip = a.zip !== '' && a.zip === b.zip;
  if (doubts === 0 || has('vat')) return true;
  if (doubts === Doubt.namesake && (a.zip === '' || b.zip === '' || sameZip)) return true;
  if (doubts & ONLY_BY_VAT) return false;
  const strong = has('phone') || (has('email') && (sameZip || !a.domain));
  if (doubts & BY_STRONG) return strong;
  return strong || sameZip || has('email') || (has('domain') && !(doubts & Doubt.form));
}

/** All signals of a pair together. A pair too weak to be shown has no reasons. */
export function scorePair(name: NameScore, a: ContactDetails, b: ContactDetails, targets: number): PairScore {
  const ofName = nameNats(name, targets);
  const vat = vatSignal(a, b);
  const email = emailSignal(a, b);
  const phone = phoneSignal(a, b);
  const address = addressSignal(a, b);
  const nats = vat.nats + ofName + email.nats + phone.nats + address.nats + kindNats(a, b);
  if (nats <= DECISION.shown) return { nats, reasons: NONE, provable: false, doubts: 0 };
  const reasons = reasonsFrom([
    vat.reason,
    nameReason(name, ofName),
    email.reason,
    phone.reason,
    address.reason,
    name.formDiffers ? 'legal-form-differs' : undefined,
  ]);
  const provable = vat !== OTHER_VAT && isProved(name.doubts, reasons, a, b);
  return { nats, reasons, provable, doubts: name.doubts };
}
