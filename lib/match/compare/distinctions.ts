/** What distinguishes two names: anything that is left over on both sides. */

import { formOf } from '../name/legal-form.ts';
import { endsInEverydayHead, isPersonsName, isPlace, Role } from '../name/lexicon.ts';
import { Part } from '../name/words.ts';
import { HOUSE_FORMS, KINDS_OF_CUSTOMER } from '../rules.ts';
import { type Entry, isEveryday, type Vocabulary } from '../vocabulary.ts';
import type { Alignment } from './alignment.ts';
import { areDifferentWords } from './different-words.ts';
import type { NameScore } from './name-score.ts';
import { editDistance } from './similarity.ts';

/** What keeps a match from being certain, besides numbers. */
export interface Distinctions {
  /** Each name has a distinctive word that the other lacks. */
  distinctWords: boolean;
  /** A word resembles one of the other name, but is a different word: as likely a namesake as a typo. */
  similarWords: boolean;
  /** Nothing distinctive agrees: signs, a legal form, everyday words; many may have such a name. */
  everyday: boolean;
  /** A legal form is missing, or they differ: the name may also be somebody else's. */
  shared: boolean;
}

const bothRegistered = (s: Entry, t: Entry): boolean => s.form !== '' && s.form === t.form;

/** Whether both are the same registered company name, which exists only once. */
export const isRegistered = (s: Entry, t: Entry, { identical }: NameScore): boolean =>
  identical && bothRegistered(s, t);

/** Finds the distinctions that take longer to compute. */
export function distinctionsBetween(
  s: Entry,
  t: Entry,
  name: NameScore,
  vocabulary: Vocabulary,
): Distinctions {
  const { alignment, ownAgree } = name;
  const isCompany = s.form !== '' || t.form !== '';
  return {
    distinctWords:
      s.unread !== t.unread ||
      addressesDiffer(s.address, t.address) ||
      bothDiffer(s.parentForm, t.parentForm) ||
      (bothDiffer(s.form, t.form) && HOUSE_FORMS.includes(s.form) && HOUSE_FORMS.includes(t.form)) ||
      remarksDiffer(s.remarks, t.remarks) ||
      (alignment !== undefined && wordsDiffer(alignment, s, t, ownAgree)),
    similarWords: alignment !== undefined && likeWordsDiffer(alignment, s, t, ownAgree, vocabulary),
    everyday:
      !isRegistered(s, t, name) && !shareNumber(s, t) && agreeInNothingOwn(s, name, vocabulary, isCompany),
    shared: !bothRegistered(s, t),
  };
}

const bothDiffer = (a: string, b: string): boolean => a !== b && a !== '' && b !== '';

/** Different users, hosts, endings or paths of web and e-mail addresses. */
const addressesDiffer = (a: Entry['address'], b: Entry['address']): boolean =>
  a !== b &&
  Object.entries(a).some(([part, text]) => {
    const other = b[part] ?? '';
    return bothDiffer(text, other) && (part !== 'host' || editDistance(text, other, 2) > 2);
  });

/** "Ib Torsager (privat)" and "Ib Torsager (erhverv)". */
const remarksDiffer = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((one) => !b.includes(one)) && b.some((one) => !a.includes(one));

/** Where a name has distinctive words that the other lacks. */
interface LeftOver {
  own: boolean;
  /** One of them is not a country: "Danmark" is often left out. */
  beyondCountry: boolean;
  /** A country, anywhere in the name. */
  country: boolean;
  owner: boolean;
  added: boolean;
}

/** Numbers are compared separately, and small words tell nothing. */
function leftOver({ roles, parts }: Entry, isFree: (i: number) => boolean): LeftOver {
  const found: LeftOver = { own: false, beyondCountry: false, country: false, owner: false, added: false };
  for (let i = 0; i < roles.length; i++) {
    if (!isFree(i) || roles[i] === Role.small || roles[i] === Role.number) continue;
    if (roles[i] === Role.country) found.country = true;
    if (parts[i] === Part.owner) found.owner = true;
    else if (parts[i] === Part.added) found.added = true;
    else {
      found.own = true;
      found.beyondCountry ||= roles[i] !== Role.country;
    }
  }
  return found;
}

/** "Ib Torsager, privat" against "Ib Torsager, firma". */
const isOtherKind = (e: Entry, other: Entry): boolean =>
  e.remarks.some((remark) => KINDS_OF_CUSTOMER.includes(remark) && !other.remarks.includes(remark));

/** An owner is often added to a name, and only contradicts another owner. */
function wordsDiffer(alignment: Alignment, s: Entry, t: Entry, ownAgree: boolean): boolean {
  const a = leftOver(s, (i) => alignment.free(i));
  const b = leftOver(t, (j) => alignment.freeT(j));
  a.added ||= isOtherKind(s, t);
  b.added ||= isOtherKind(t, s);
  if ((a.added && b.added) || (a.owner && b.owner) || (a.country && b.country)) return true;
  if (ownAgree) return false;
  return (a.own && b.own) || (a.beyondCountry && b.added) || (a.added && b.beyondCountry);
}

function likeWordsDiffer(
  { alike }: Alignment,
  s: Entry,
  t: Entry,
  ownAgree: boolean,
  vocabulary: Vocabulary,
): boolean {
  if (!alike) return false;
  for (let k = 0; k < alike.length; k += 2) {
    const [i, j] = [alike[k]!, alike[k + 1]!];
    if (!(ownAgree && t.parts[j] === Part.own) && areDifferent(s, t, i, j, vocabulary)) return true;
  }
  return false;
}

/** Compares meanings as well: "Gdanmark" is a misspelt "Danmark" next to "Denmark". */
function areDifferent(s: Entry, t: Entry, i: number, j: number, { texts }: Vocabulary): boolean {
  const [x, y] = [texts[s.words[i]!]!, texts[t.words[j]!]!];
  const [ofX, ofY] = [texts[s.senses[i]!]!, texts[t.senses[j]!]!];
  const isLikeSense = (word: string, sense: string) =>
    editDistance(word, sense, 2) <= 2 && !areDifferentWords(word, sense);
  return (
    areDifferentWords(x, y) && !(ofY !== y && isLikeSense(x, ofY)) && !(ofX !== x && isLikeSense(y, ofX))
  );
}

/** Roles of words that are never distinctive. */
const COMMON_ROLES: ReadonlySet<Role> = new Set([
  Role.generic,
  Role.small,
  Role.country,
  Role.group,
  Role.sibling,
  Role.number,
]);

/** This many everyday words together are distinctive when the legal form says it is a company. */
const OWN_TOGETHER = 3;

/** "Bageren 17" is not just any baker. */
const shareNumber = (s: Entry, t: Entry): boolean =>
  s.designators.some((mark) => /\d/.test(mark) && s.given.includes(mark) && t.designators.includes(mark));

/**
 * Whether a single word is a person's name, a town, an institution that every town has ("Folkeskole"), or a legal
 * form.
 */
const isAnybodys = (word: string): boolean =>
  isPersonsName(word) || isPlace(word) || endsInEverydayHead(word) || formOf(word) !== undefined;

/** Whether nothing distinctive agrees: only everyday words, or a single person's name ("Hansen"). */
function agreeInNothingOwn(s: Entry, name: NameScore, vocabulary: Vocabulary, isCompany: boolean): boolean {
  const { alignment, ownAgree, silent } = name;
  if (silent) return true;
  let words = 0;
  let own = -1;
  for (let i = 0; i < s.words.length; i++) {
    if (alignment?.free(i) && !(ownAgree && s.parts[i] === Part.own)) continue;
    if (s.roles[i] !== Role.small) words++;
    if (COMMON_ROLES.has(s.roles[i]!) || isEveryday(vocabulary, s.words[i]!)) continue;
    if (own >= 0) return false;
    own = s.words[i]!;
  }
  if (isCompany && words >= OWN_TOGETHER) return false;
  if (own < 0) return true;
  const text = vocabulary.texts[own]!;
  return words === 1 && !isCompany && isAnybodys(text);
}
