/** The lists of rules.ts, indexed by word. */

import * as rules from '../rules.ts';
import { fold } from './fold.ts';
import { romanNumeral } from './numerals.ts';

/** The kind of a word; decides what a missing one costs. */
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

/** The word that represents a meaning: "denmark" for "danmark", "7" for "vii". */
export function senseOf(word: string): string {
  const sense = senses.get(word);
  if (sense !== undefined || word === 'i') return sense ?? word;
  const number = romanNumeral(word);
  return number && number < 90 ? String(number) : word;
}
const webEndings = new Set(rules.WEB_ENDINGS);
export const isWebEnding = (ending: string): boolean => webEndings.has(ending);
export const isConnector = (word: string): boolean => connectors.has(word);
/** A common personal name, "Hansen" or "Hansens". */
export const isPersonsName = (word: string): boolean =>
  names.has(word) || (word.endsWith('s') && names.has(word.slice(0, -1)));
/** A word of the language or a common name, so not a misspelling. */
export const isKnownWord = (word: string): boolean => names.has(word) || roles.has(word);

const everyday = new Set<string>();
learnLines(rules.EVERYDAY_WORDS, (word) => everyday.add(word));
const heads = new Set(rules.EVERYDAY_HEADS.map(fold));
/** Inflections of Danish nouns. */
const ENDING = /(?:erne|ene|en|et|er|ne|e)$/;

/** Whether a list contains exactly this word. */
export const isListedWord = (word: string): boolean =>
  roles.has(word) || everyday.has(word) || isPersonsName(word);

const isCommon = (word: string): boolean => {
  const role = roles.get(word);
  return everyday.has(word) || (role !== undefined && role !== Role.place);
};

/** Whether anybody may use a word: also inflected, or a compound ("Musikskole"). */
export function isEverydayWord(word: string): boolean {
  if (isCommon(word)) return true;
  if (isPersonsName(word)) return false;
  const stem = word.replace(ENDING, '');
  if (stem.length > 3 && isCommon(stem)) return true;
  for (let n = 3; n <= stem.length - 3; n++)
    if (isFirstPart(word.slice(0, n)) && (isSecondPart(word.slice(n), n) || isSecondPart(stem.slice(n), n)))
      return true;
  return false;
}

/** "Folkeskole", "Grundejerforening": a longer last part tells what it is, whatever comes before it. */
export const endsInEverydayHead = (word: string): boolean => {
  for (const head of heads) if (head.length > 4 && word.endsWith(head) && word !== head) return true;
  return false;
};

export const isPlace = (word: string): boolean => roles.get(word) === Role.place;

/** Includes linking forms such as "sports" and "børne". */
const isFirstPart = (part: string): boolean => isCommon(part) || isCommon(part.replace(/[se]$/, ''));
/** Short words are often just syllables of a brand. */
const isSecondPart = (part: string, before: number): boolean =>
  heads.has(part) || (part.length > 4 && before > 4 && isCommon(part));

const placeEndings = new Set(rules.PLACE_ENDINGS.map(fold));
export const isPlaceEnding = (end: string): boolean => placeEndings.has(end);

const titles = new Set(rules.TITLES.map(fold));
export const isTitle = (word: string): boolean => titles.has(word);

/** Letters and digits only, folded. */
export const squeeze = (s: string): string => fold(s).replace(/[^a-z0-9]+/g, '');
const remarks = new Set(rules.REMARKS.map(squeeze));
export const isRemark = (s: string): boolean => s !== '' && remarks.has(squeeze(s)) && !NOT_LATIN.test(s);
/** Letters that `squeeze` drops. */
const NOT_LATIN = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u;
