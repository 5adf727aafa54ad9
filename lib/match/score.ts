/** One pair of customers: every kind of evidence speaks for itself, in nats for or against, and says its reason. */
import type { ContactDetails } from './contact-details.ts';
import type { NameScore } from './name-score.ts';
import type { MatchReason } from './types.ts';

export interface Signal {
  /** Nats; above 0 speaks for the same customer. */
  nats: number;
  reason?: MatchReason;
}

const SILENT: Signal = { nats: 0 };

/** However much of a name agrees, it tells no more than this. */
const NAME_AT_MOST = 7;

/** @param name the two names side by side */
export function nameSignal(name: NameScore): Signal {
  const nats = Math.max(Math.min(NAME_AT_MOST, name.information - 1) - name.cost, -20);
  if (name.equal) return { nats, reason: 'name-equal' };
  if (name.byInitials) return { nats, reason: 'name-initials' };
  return nats > -4 ? { nats, reason: 'name-similar' } : { nats };
}

/** The same CVR number is nearly proof; another one nearly disproof (numbers do get mistyped). */
export function vatSignal(a: ContactDetails, b: ContactDetails): Signal {
  if (!a.vat || !b.vat) return SILENT;
  return a.vat === b.vat ? { nats: 9, reason: 'vat' } : { nats: -4, reason: 'vat-differs' };
}

/** Sister companies share a domain, and seldom an address at it. */
export function emailSignal(a: ContactDetails, b: ContactDetails): Signal {
  if (!a.email || !b.email) return SILENT;
  if (a.email === b.email) return { nats: a.domain ? 4 : 6, reason: 'email' };
  if (a.domain && a.domain === b.domain) return { nats: 2.5, reason: 'domain' };
  return { nats: -1.5 };
}

export function phoneSignal(a: ContactDetails, b: ContactDetails): Signal {
  if (!a.phone || !b.phone) return SILENT;
  return a.phone === b.phone ? { nats: 4, reason: 'phone' } : { nats: -1.5 };
}

export function addressSignal(a: ContactDetails, b: ContactDetails): Signal {
  if (!a.zip || !b.zip) return SILENT;
  if (a.zip !== b.zip) return { nats: -1.8 };
  return a.street && a.street === b.street ? { nats: 3.5, reason: 'address' } : { nats: 1.8 };
}

export interface PairScore {
  nats: number;
  reasons: MatchReason[];
  /** Both have a CVR number, and not the same. */
  vatDiffers: boolean;
}

/** All signals of a pair together. */
export function scorePair(name: NameScore, a: ContactDetails, b: ContactDetails): PairScore {
  const signals = [
    vatSignal(a, b),
    nameSignal(name),
    emailSignal(a, b),
    phoneSignal(a, b),
    addressSignal(a, b),
  ];
  const reasons = signals.flatMap((s) => (s.reason ? [s.reason] : []));
  if (name.formDiffers) reasons.push('legal-form-differs');
  const nats = signals.reduce((sum, s) => sum + s.nats, 0);
  return { nats, reasons, vatDiffers: reasons.includes('vat-differs') };
}
