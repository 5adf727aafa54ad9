/** Which contact a page of Dinero shows. The number in its address is in no API field, so only names can tell. */
import type { Contact, ContactGuid } from '../../domain/customer.ts';
import { comparableText } from '../../domain/text.ts';
import type { PageReport } from '../../messaging/page-report.ts';

/** Shorter names occur in other texts by chance. */
const SHORTEST_INSIDE = 3;
/** Between the parts of a title. */
const SEPARATORS = /\s+[-–—|·•:]\s+/;

/** Names are compared letter by letter, ignoring spaces and case. */
export const plainName = comparableText;

const isLetter = (letter: string | undefined): boolean =>
  letter !== undefined && /[\p{L}\p{N}]/u.test(letter);

/** Whether a text holds a name as whole words. */
export function holdsName(text: string, name: string): boolean {
  const [whole, part] = [plainName(text), plainName(name)];
  if (part.length < SHORTEST_INSIDE) return whole === part && part !== '';
  for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1))
    if (!isLetter(whole[at - 1]) && !isLetter(whole[at + part.length])) return true;
  return false;
}

export interface NamedContacts {
  /** Contacts that the page may show, those named in full first. */
  guids: ContactGuid[];
  /** Exactly one full name is the heading or a part of the title, and nothing on the page names anybody else. */
  unique: boolean;
}

interface Name {
  guid: ContactGuid;
  plain: string;
  /** Length of the name as written. */
  length: number;
}

interface NamesFound {
  exact: ContactGuid[];
  inside: ContactGuid[];
}

/** A name in a text, as whole words. */
interface Occurrence {
  text: number;
  start: number;
  end: number;
}

/** Never guesses: a name among other words may be part of another name. */
export function contactsOnPage(contacts: readonly Contact[], report: PageReport): NamedContacts {
  const names = namesOf(contacts);
  const heading = findNames(names, report.heading ? [report.heading] : []);
  const title = findNames(names, report.title ? [report.title, ...report.title.split(SEPARATORS)] : []);
  const exact = distinct([...heading.exact, ...title.exact]);
  const guids = distinct([...exact, ...heading.inside, ...title.inside]);
  const [only] = exact;
  // When heading and title name different contacts, the page is not certain.
  const mentioned = (list: NamesFound) => list.exact.length + list.inside.length > 0;
  const agrees = (list: NamesFound) =>
    !mentioned(list) || [...list.exact, ...list.inside].includes(only ?? '');
  const unique =
    exact.length === 1 && guids.every((guid) => guid === only) && agrees(heading) && agrees(title);
  return { guids, unique };
}

/** Kept as long as the list of contacts is the same one: a panel asks about its page several times in a row. */
const namesIn = new WeakMap<readonly Contact[], readonly Name[]>();

function namesOf(contacts: readonly Contact[]): readonly Name[] {
  const known = namesIn.get(contacts);
  if (known) return known;
  const names = contacts.flatMap(({ guid, name }): Name[] => {
    const plain = plainName(name);
    return plain ? [{ guid, plain, length: name.length }] : [];
  });
  namesIn.set(contacts, names);
  return names;
}

function findNames(names: readonly Name[], texts: readonly string[]): NamesFound {
  const plain = texts.map(plainName);
  const wholes = new Set(plain);
  const occurrences = occurrencesOf(names, plain);
  const held = names.filter((name) => occurrences.has(name.plain));
  const parts = partsOfLongerNames(held, occurrences, plain);
  return {
    exact: names.filter((name) => wholes.has(name.plain)).map(({ guid }) => guid),
    inside: held.filter((name) => !wholes.has(name.plain) && !parts.has(name)).map(({ guid }) => guid),
  };
}

/** Where each name occurs. Walks the texts instead of the names: there may be thousands of similar names. */
function occurrencesOf(names: readonly Name[], texts: readonly string[]): Map<string, Occurrence[]> {
  const sought = new Set(names.map(({ plain }) => plain));
  const lengths = [...new Set(names.map(({ plain }) => plain.length))]
    .filter((length) => length >= SHORTEST_INSIDE)
    .sort((a, b) => a - b);
  const occurrences = new Map<string, Occurrence[]>();
  texts.forEach((whole, text) => {
    const letters = Array.from({ length: whole.length }, (_, at) => isLetter(whole[at]));
    for (let start = 0; start < whole.length; start++) {
      if (letters[start - 1]) continue;
      for (const length of lengths) {
        const end = start + length;
        if (end > whole.length) break;
        const part = letters[end] ? '' : whole.slice(start, end);
        if (!sought.has(part)) continue;
        const known = occurrences.get(part);
        if (known) known.push({ text, start, end });
        else occurrences.set(part, [{ text, start, end }]);
      }
    }
  });
  return occurrences;
}

/** In "Hansen & Søn", "Hansen" is only part of a longer name. */
function partsOfLongerNames(
  held: readonly Name[],
  occurrences: ReadonlyMap<string, readonly Occurrence[]>,
  texts: readonly string[],
): Set<Name> {
  const parts = new Set<Name>();
  /** Per letter of a text: where the longer name that covers it ends. */
  const reach = texts.map(({ length }) => new Uint32Array(length));
  const covers = ({ text, start, end }: Occurrence) => (reach[text]?.[start] ?? 0) >= end;
  const byLength = Map.groupBy(held, ({ length }) => length);
  for (const [, alike] of [...byLength].sort(([a], [b]) => b - a)) {
    const plain = [...new Set(alike.map((name) => name.plain))];
    const covered = new Set(plain.filter((name) => occurrences.get(name)?.some(covers)));
    for (const name of alike) if (covered.has(name.plain)) parts.add(name);
    for (const { text, start, end } of plain.flatMap((name) => occurrences.get(name) ?? []))
      for (let at = start, to = reach[text]; to && at < end && (to[at] ?? end) < end; at++) to[at] = end;
  }
  return parts;
}

const distinct = <Item>(items: readonly Item[]): Item[] => [...new Set(items)];
