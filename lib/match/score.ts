/** One pair of customers: every kind of evidence speaks for itself, in nats for or against, and says its reason. */
import type { ContactDetails } from './contact-details.ts';
import { DECISION, WORTH } from './costs.ts';
import { Doubt } from './doubt.ts';
import type { NameScore } from './name-score.ts';
import { reasonsFrom } from './reasons.ts';
import type { MatchReason } from './types.ts';

export interface Signal {
  /** Nats; above 0 speaks for the same customer. */
  nats: number;
  reason?: MatchReason;
}

const SILENT: Signal = { nats: 0 };

/**
 * @param name the two names side by side
 * @param targets how many targets there are: the more, the more often words agree by chance
 */
export function nameSignal(name: NameScore, targets: number): Signal {
  if (name.silent) return { nats: WORTH.nameMissing };
  const surplus =
    name.information -
    Math.log(targets + 10) +
    WORTH.base +
    (name.complete ? WORTH.complete : 0) +
    (name.identical ? WORTH.identical : 0);
  const most = WORTH.nameAtMost + (name.identical ? WORTH.identical : 0);
  const nats = Math.max(Math.min(most, surplus) - name.cost, WORTH.nameAtLeast);
  if (name.equal) return { nats, reason: 'name-equal' };
  if (name.byInitials) return { nats, reason: 'name-initials' };
  return nats > -4 ? { nats, reason: 'name-similar' } : { nats };
}

/** The same CVR number is nearly proof; another one nearly disproof (numbers do get mistyped). */
export function vatSignal(a: ContactDetails, b: ContactDetails): Signal {
  if (!a.vat || !b.vat) return SILENT;
  return a.vat === b.vat
    ? { nats: WORTH.vat, reason: 'vat' }
    : { nats: WORTH.vatDiffers, reason: 'vat-differs' };
}

/** Sister companies share a domain, and seldom an address at it. */
export function emailSignal(a: ContactDetails, b: ContactDetails): Signal {
  if (!a.email || !b.email) return SILENT;
  if (a.email === b.email) return { nats: a.domain ? WORTH.email : WORTH.emailPrivate, reason: 'email' };
  if (a.domain && a.domain === b.domain) return { nats: WORTH.domain, reason: 'domain' };
  return { nats: WORTH.emailDiffers };
}

export function phoneSignal(a: ContactDetails, b: ContactDetails): Signal {
  if (!a.phone || !b.phone) return SILENT;
  return a.phone === b.phone ? { nats: WORTH.phone, reason: 'phone' } : { nats: WORTH.phoneDiffers };
}

/** A postal code or town alone speaks for a pair, but is no reason to show. */
export function addressSignal(a: ContactDetails, b: ContactDetails): Signal {
  if (!a.zip || !b.zip) return a.city && a.city === b.city ? { nats: WORTH.city } : SILENT;
  if (a.zip !== b.zip) return { nats: WORTH.zipDiffers };
  return a.street && a.street === b.street ? { nats: WORTH.address, reason: 'address' } : { nats: WORTH.zip };
}

/** What the two systems say of the kind of customer; both have defaults that nobody checked. */
export function kindSignal(a: ContactDetails, b: ContactDetails): Signal {
  let nats = 0;
  if (a.country && b.country && a.country !== b.country) nats += WORTH.countryDiffers;
  if (a.isPerson !== undefined && b.isPerson !== undefined && a.isPerson !== b.isPerson)
    nats += WORTH.kindDiffers;
  return nats ? { nats } : SILENT;
}

export interface PairScore {
  nats: number;
  reasons: readonly MatchReason[];
  /** Whether the pair may be called certain at all, however high the score. */
  provable: boolean;
  doubts: number;
}

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
  const signals = [
    vatSignal(a, b),
    nameSignal(name, targets),
    emailSignal(a, b),
    phoneSignal(a, b),
    addressSignal(a, b),
    kindSignal(a, b),
  ];
  let nats = 0;
  for (const signal of signals) nats += signal.nats;
  if (nats <= DECISION.shown) return { nats, reasons: [], provable: false, doubts: 0 };
  const formDiffers = name.formDiffers ? 'legal-form-differs' : undefined;
  const reasons = reasonsFrom([...signals.map((signal) => signal.reason), formDiffers]);
  const provable = !reasons.includes('vat-differs') && isProved(name.doubts, reasons, a, b);
  return { nats, reasons, provable, doubts: name.doubts };
}
