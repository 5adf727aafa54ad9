/** Differences that also tell sister companies or namesakes apart: with one of them no match is certain by its name alone. */
export const Doubt = {
  /** A single letter for a first or last name, or for the whole name. */
  initial: 1,
  /** Two words of the language, alike or the one beginning the other: Pedersen and Petersen, Fisk and Fiskehandel. */
  twoWords: 2,
  middleName: 4,
  number: 8,
  /** "v/ Owner" on one side, in a name that others could have, too. */
  owner: 16,
  country: 32,
  /** Another legal form, of a name that others could have, too. */
  form: 64,
  /** One is a person, the other a company with the person's name. */
  person: 128,
  /** A word that only the target has. */
  missingWord: 256,
  /** A word that only the source has, or a word for a sister company ("Holding") on one side. */
  sister: 512,
  /** Both are persons with names that many have: a doubt when something else about them differs. */
  namesake: 1024,
  /** A short name, and one of its letters is another. */
  letters: 2048,
} as const;
