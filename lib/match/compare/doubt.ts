/**
 * Differences that also occur between sister companies or namesakes: with one of them, a name alone never makes a
 * match certain.
 */
export const Doubt = {
  /** An initial for a first or last name, or for the whole name. */
  initial: 1,
  /** Two words of the language, similar or one beginning the other: Pedersen and Petersen, Fisk and Fiskehandel. */
  twoWords: 2,
  middleName: 4,
  number: 8,
  /** "v/ Owner" on one side, in a name that others could have too. */
  owner: 16,
  country: 32,
  /** Different legal forms, in a name that others could have too. */
  form: 64,
  /** One is a person, the other a company named after the person. */
  person: 128,
  /** A word that only the target has. */
  missingWord: 256,
  /** A word that only the source has, or a word of sister companies ("Holding") on one side. */
  sister: 512,
  /** Both are persons with common names: a doubt when something else differs. */
  namesake: 1024,
  /** One letter differs in a short name. */
  letters: 2048,
} as const;
