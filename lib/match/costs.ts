/**
 * The numbers the scoring runs on, in nats: 1 nat makes a pair about three times less (or more) likely. They were fitted
 * to labelled lists, each within what is sensible for names as bookkeepers type them.
 */
import { Role } from './name/lexicon.ts';

/** What a difference between two names costs. */
export const COST = {
  /** One letter wrong, in a word of four letters or more, of three, of two; two letters wrong. */
  typo: 0.21,
  typoShort: 1.21,
  typoTiny: 3.02,
  typoTwice: 1.8,
  /** On top when both are words of their own: Pedersen and Petersen. */
  typoIsWord: 2.65,
  /** On top when only the source's is: the target would have to be misspelt. */
  typoInWord: 1.93,
  /** The beginning of a word stands for it: three or four letters, the same with a dot, more letters. */
  beginning: 1.08,
  beginningDotted: 1.29,
  beginningLong: 4.29,
  /** On top when it is the target that stands for a longer word of the source. */
  beginningOfSource: 1.5,
  beginningMisspelt: 2.51,
  /** One letter stands for a word; one or two with a dot. */
  initial: 1.34,
  initialDotted: 1.59,
  /** Another word of the same meaning. */
  sense: 0.42,
  /** Two words written as one. */
  joined: 0.15,
  /** The words stand in another order; "Hansen, Peter" is one of them. */
  order: 0.2,
  turned: 1.48,
  /** All words by their first letters. */
  initials: 4.5,
  /** The name stops in the middle of a word, as old systems cut it off. */
  cutOff: 1.5,
  /** Something was added to one of the names: a department, a town, an owner; the target's owner is missing. */
  aside: 0.2,
  ownerMissing: 3,
  /** A middle name that only the target has; that only the source has. */
  middleNameMissing: 3.06,
  middleNameAdded: 6,
  /** On top when both names have a word that the other lacks. */
  replaced: 1.5,
  /** On top when the first word of a name is missing in the other. */
  firstWord: 0.81,
  /** A legal form that only the target has; on top when the name is a person's; that only the source has. */
  formMissing: 0.75,
  formOfPerson: 1.49,
  formAdded: 1.6,
  formDiffers: 3.59,
  /** Another number in the one than in the other. */
  numberDiffers: 4,
  /** Same words, other spelling. */
  spelling: 0.06,
};

/** A word of the target that the source lacks. */
export const MISSING: Record<Role, number> = {
  [Role.core]: 3.07,
  [Role.generic]: 2.93,
  [Role.small]: 1.49,
  [Role.country]: 1.23,
  [Role.group]: 3.27,
  [Role.sibling]: 3.79,
  [Role.number]: 1.95,
  [Role.place]: 4.76,
};

/** A word of the source that the target lacks. */
export const ADDED: Record<Role, number> = {
  [Role.core]: 3,
  [Role.generic]: 9.0,
  [Role.small]: 0.45,
  [Role.country]: 3.47,
  [Role.group]: 6.96,
  [Role.sibling]: 8.94,
  [Role.number]: 1.51,
  [Role.place]: 7.25,
};

/** What agreement is worth. */
export const WORTH = {
  /** However much of a name agrees, it tells no more than this. */
  nameAtMost: 7.59,
  /** However different the names are, other evidence may still outweigh it. */
  nameAtLeast: -9,
  /** One of the two has no name. */
  nameMissing: -3,
  /** Before any word agrees. */
  base: 7.35,
  /** When every word of both names has its partner. */
  complete: 2.67,
  /** On top when the legal form is the same, too. */
  identical: 1.5,
  vat: 15.6,
  vatDiffers: -4,
  email: 4.99,
  emailPrivate: 7.93,
  domain: 1.45,
  emailDiffers: -2.12,
  phone: 4.21,
  phoneDiffers: -2.18,
  /** The same street and postal code; the same postal code; only the same town. */
  address: 5,
  zip: 3.77,
  city: 1.5,
  zipDiffers: -2.49,
  countryDiffers: -2,
  /** A person here, a company there. */
  kindDiffers: -1,
  /** Such a share of what speaks against a pair counts where a company's name and legal form are equal: it has moved. */
  againstRegistered: 0.2,
};

/** Where decisions are made. */
export const DECISION = {
  /** From this chance on a match is certain. */
  certain: 0.97,
  /** And when the next candidate is so many nats behind. */
  margin: 4,
  /** From this chance on a match is suggested. */
  likely: 0.5,
  /** Two targets are the same customer when their names differ by no more than this. */
  duplicateCost: 3.2,
  /** A candidate below this many nats is not worth showing. */
  shown: -8,
};
