/** The numbers the scoring runs on, in nats: 1 nat makes a pair about three times less (or more) likely. */
import { Role } from './lexicon.ts';

/** What a difference between two names costs. */
export const COST = {
  /** One letter wrong, in a word of four letters or more; in a shorter one; two letters wrong. */
  typo: 0.37,
  typoShort: 3,
  typoTwice: 3.2,
  /** On top when both are words of their own: Pedersen and Petersen. */
  typoIsWord: 2.5,
  /** On top when only the source's is: the target would have to be misspelt. */
  typoInWord: 1.2,
  /** The beginning of a word stands for it: three or four letters, with a dot, more letters, one letter. */
  beginning: 2.2,
  beginningDotted: 0.8,
  beginningLong: 3.2,
  beginningMisspelt: 4,
  initial: 1.6,
  initialDotted: 2,
  /** Another word of the same meaning. */
  sense: 0.2,
  joined: 0.07,
  order: 0.72,
  turned: 0.1,
  initials: 4.5,
  /** The name stops in the middle of a word, as old systems cut it off. */
  cutOff: 1.5,
  aside: 0.4,
  ownerMissing: 1.5,
  middleName: 4.5,
  /** On top when the first word of a name is missing in the other. */
  firstWord: 1.2,
  formMissing: 0.5,
  formDiffers: 3,
  /** Same words, other spelling. */
  spelling: 0.1,
};

/** A word of the target that the source lacks. */
export const MISSING: Record<Role, number> = {
  [Role.core]: 5,
  [Role.generic]: 3.8,
  [Role.small]: 0.5,
  [Role.country]: 0.54,
  [Role.group]: 3,
  [Role.sibling]: 6,
  [Role.number]: 2.6,
  [Role.place]: 5.5,
};

/** A word of the source that the target lacks. */
export const ADDED: Record<Role, number> = {
  [Role.core]: 5.1,
  [Role.generic]: 9,
  [Role.small]: 0.5,
  [Role.country]: 2,
  [Role.group]: 5.5,
  [Role.sibling]: 8,
  [Role.number]: 3,
  [Role.place]: 8.5,
};

/** What agreement is worth. */
export const WORTH = {
  /** However much of a name agrees, it tells no more than this. */
  nameAtMost: 8.4,
  /** However different the names are, other evidence may still outweigh it. */
  nameAtLeast: -9,
  /** One of the two has no name. */
  nameMissing: -3,
  /** Before any word agrees. */
  base: 8.3,
  /** When every word of both names has its partner. */
  complete: 1,
  /** On top when the legal form is the same, too. */
  identical: 2.5,
  vat: 15.6,
  vatDiffers: -4,
  email: 3.3,
  emailPrivate: 6,
  domain: 2.5,
  emailDiffers: -2.3,
  phone: 6,
  phoneDiffers: -1.5,
  address: 3.5,
  zip: 1.8,
  zipDiffers: -1.8,
};

/** Where decisions are made. */
export const DECISION = {
  /** From this chance on a match is certain. */
  certain: 0.985,
  /** From this chance on a match is suggested. */
  likely: 0.5,
  /** Two targets are the same customer when their names differ by no more than this. */
  duplicateCost: 3.2,
  /** A candidate below this many nats is not worth showing. */
  shown: -8,
};
