/** Interned lists of reasons: thousands of pairs share the same list, which is never changed. */
import type { MatchReason } from '../types.ts';

interface Reasons {
  list: readonly MatchReason[];
  next: Map<MatchReason, Reasons>;
}

const none: Reasons = { list: [], next: new Map() };

/** @returns the list of these reasons without undefined ones; the same array for the same reasons */
export function reasonsFrom(reasons: readonly (MatchReason | undefined)[]): readonly MatchReason[] {
  let at = none;
  for (const reason of reasons) {
    if (!reason) continue;
    let next = at.next.get(reason);
    if (!next) {
      next = { list: [...at.list, reason], next: new Map() };
      at.next.set(reason, next);
    }
    at = next;
  }
  return at.list;
}
