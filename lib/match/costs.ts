/**
 * The weights of the score, in nats: 1 nat makes a pair about three times less (or more) likely. Fitted to labelled
 * lists, within what is plausible for names typed by bookkeepers.
 */
import { Role } from './name/lexicon.ts';

/** Costs of differences between two names. */
export const COST = {
  /** One letter wrong, in a word of four or more letters, of three, of two; two letters wrong. */
  typo: 0.21,
  typoShort: 1.21,
  typoTiny: 3.02,
  typoTwice: 1.8,
  /** Added when both are words of their own: Pedersen and Petersen. */
  typoIsWord: 2.65,
  /** Added when only the source's is: then the target would have to be misspelt. */
  typoInWord: 1.93,
  /** A word is abbreviated to its beginning: three or four letters, the same with a dot, more letters. */
  beginning: 1.08,
  beginningDotted: 1.29,
  beginningLong: 4.29,
  /** Added when the target abbreviates a word of the source. */
  beginningOfSource: 1.5,
  beginningMisspelt: 2.51,
  /** A word is abbreviated to one letter; to one or two with a dot. */
  initial: 1.34,
  initialDotted: 1.59,
  /** A synonym or translation. */
  sense: 0.42,
  /** Two words written as one. */
  joined: 0.15,
  /** Other word order; turned around as in "Hansen, Peter". */
  order: 0.2,
  turned: 1.48,
  /** The name is abbreviated to its initials. */
  initials: 4.5,
  /** The name is cut off in the middle of a word, as old systems do. */
  cutOff: 1.5,
  /** One name has an addition: a department, town or owner; the target's owner is missing. */
  aside: 0.2,
  ownerMissing: 3,
  /** A middle name that only the target has; that only the source has. */
  middleNameMissing: 3.06,
  middleNameAdded: 6,
  /** Added when each name has a word that the other lacks. */
  replaced: 1.5,
  /** Added when the first word of a name is missing in the other. */
  firstWord: 0.81,
  /** A legal form that only the target has; added for a person's name; that only the source has. */
  formMissing: 0.75,
  formOfPerson: 1.49,
  formAdded: 1.6,
  formDiffers: 3.59,
  /** The names have different numbers. */
  numberDiffers: 4,
  /** Same words, different spelling. */
  spelling: 0.06,
};

/** Cost of a word of the target that the source lacks. */
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

/** Cost of a word of the source that the target lacks. */
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

/** The value of agreement. */
export const WORTH = {
  /** Upper limit of what a name's agreement tells. */
  nameAtMost: 7.59,
  /** Lower limit, so that other evidence can outweigh different names. */
  nameAtLeast: -9,
  /** One of the names is missing. */
  nameMissing: -3,
  /** Starting value, before any word agrees. */
  base: 7.35,
  /** Every word of both names has a partner. */
  complete: 2.67,
  /** Added when the legal form agrees too. */
  identical: 1.5,
  vat: 15.6,
  vatDiffers: -4,
  email: 4.99,
  emailPrivate: 7.93,
  domain: 1.45,
  emailDiffers: -2.12,
  phone: 4.21,
  phoneDiffers: -2.18,
  /** Same street and postal code; same postal code; only same town. */
  address: 5,
  zip: 3.77,
  city: 1.5,
  zipDiffers: -2.49,
  countryDiffers: -2,
  /** One is a person, the other a company. */
  kindDiffers: -1,
  /** Weight of contradictions when company name and legal form are equal: it has moved. */
  againstRegistered: 0.2,
};

/** Decision thresholds. */
export const DECISION = {
  /** Minimum probability of a certain match. */
  certain: 0.97,
  /** Minimum lead over the next candidate, in nats. */
  margin: 4,
  /** Minimum probability of a suggested match. */
  likely: 0.5,
  /** Maximum cost of name differences between two duplicates. */
  duplicateCost: 3.2,
  /** Candidates below this many nats are not shown. */
  shown: -8,
};
