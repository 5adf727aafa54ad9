import type { Run } from '../../domain/run.ts';
import type { Duplicates, Side } from './index.ts';

interface OfSet {
  connectionId: string;
  of: Side;
  /** All members of the set. */
  ids: string[];
}

/** Messages about duplicates inside Dinero and inside Effihub. */
export interface DuplicateMessages {
  /** @param input.fresh reads the changes first; otherwise what is known is answered, if anything has ever been read */
  duplicates(input: { connectionId: string; fresh: boolean }): Duplicates;
  /** `Ikke en dublet`: these are not shown together again, unless a further one joins them. And its `Fortryd`. */
  dismissDuplicate(input: OfSet): void;
  undismissDuplicate(input: OfSet): void;
  /**
   * Immediate: gives a link to another member of a set.
   * @param input.linked who keeps a link, on the other side: a customer's id with `contacts`, a contact's GUID with `customers`
   */
  moveLink(input: { connectionId: string; of: Side; linked: string; from: string; to: string }): Run;
}
