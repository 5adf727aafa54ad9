/** The lists of rules.ts, ready to look words up in. */

import * as rules from '../rules.ts';
import { fold } from './fold.ts';

/** What kind of word it is; it decides what a missing one costs. */
export const Role = {
  core: 0,
  generic: 1,
  small: 2,
  country: 3,
  group: 4,
  sibling: 5,
  number: 6,
  place: 7,
} as const;
export type Role = (typeof Role)[keyof typeof Role];

const roles = new Map<string, Role>();
const senses = new Map<string, string>();
const names = new Set<string>();

function learn(groups: readonly (readonly string[])[], role: Role) {
  for (const group of groups)
    for (const word of group) {
      roles.set(fold(word), role);
      senses.set(fold(word), fold(group[0]!));
    }
}
const learnLines = (lines: readonly string[], enter: (word: string) => void) => {
  for (const line of lines) for (const word of line.toLowerCase().split(' ')) enter(fold(word));
};

learnLines(rules.GENERIC_WORDS, (word) => roles.set(word, Role.generic));
learnLines(rules.SMALL_WORDS, (word) => roles.set(word, Role.small));
learnLines(rules.PLACES, (word) => roles.set(word, Role.place));
learn(rules.COUNTRY_WORDS, Role.country);
learn(rules.GROUP_WORDS, Role.group);
learn(rules.SIBLING_WORDS, Role.sibling);
learnLines(rules.COUNTRY_ADJECTIVES, (word) => roles.set(word, Role.generic));
for (const [short, long] of rules.ABBREVIATIONS) senses.set(fold(short), fold(long));
learnLines([...rules.FIRST_NAMES, ...rules.SURNAMES], (word) => names.add(word));

const connectors = new Set(rules.CONNECTORS.map(fold));

/** @param word folded */
export function roleOf(word: string): Role {
  return roles.get(word) ?? (/^[0-9]+$/.test(word) ? Role.number : Role.core);
}

/** The word that stands for all with the same meaning: "denmark" for "danmark". */
export const senseOf = (word: string): string => senses.get(word) ?? word;
export const isConnector = (word: string): boolean => connectors.has(word);
/** A word of the language or a common person's name, so not a misspelt one. */
export const isKnownWord = (word: string): boolean => names.has(word) || roles.has(word);

/** Letters and digits only, folded. */
export const squeeze = (s: string): string => fold(s).replace(/[^a-z0-9]+/g, '');
const remarks = new Set(rules.REMARKS.map(squeeze));
export const isRemark = (s: string): boolean => s !== '' && remarks.has(squeeze(s));
