/** Which contact a page of Dinero shows: its address has a number that no API field carries, so only names can tell. */
import type { Contact, ContactGuid } from '../../domain/customer.ts';
import { comparableText } from '../../domain/text.ts';
import type { PageReport } from '../../messaging/page-report.ts';

/** Short names stand in other texts by chance. */
const SHORTEST_INSIDE = 3;
/** Between the parts of a title. */
const SEPARATORS = /\s+[-–—|·•:]\s+/;

/** Names as they are compared here: letter by letter, but for spaces and case. */
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
  /** Whom the page may show, those it names in full first. */
  guids: ContactGuid[];
  /** Exactly one, whose whole name is the heading or a part of the title, and nothing on the page names another. */
  unique: boolean;
}

interface Name {
  guid: ContactGuid;
  plain: string;
  /** In letters as it is written. */
  length: number;
}

interface Named {
  exact: ContactGuid[];
  inside: ContactGuid[];
}

/** Where a name stands in a text as whole words. */
interface Spot {
  text: number;
  start: number;
  end: number;
}

/** Never guesses: a name that stands among other words may be part of somebody else's. */
export function contactsOnPage(contacts: readonly Contact[], report: PageReport): NamedContacts {
  const names = contacts.flatMap(({ guid, name }): Name[] => {
    const plain = plainName(name);
    return plain ? [{ guid, plain, length: name.length }] : [];
  });
  const heading = named(names, report.heading ? [report.heading] : []);
  const title = named(names, report.title ? [report.title, ...report.title.split(SEPARATORS)] : []);
  const exact = distinct([...heading.exact, ...title.exact]);
  const guids = distinct([...exact, ...heading.inside, ...title.inside]);
  const [only] = exact;
  // A heading that names somebody in full while the title does not even mention it speaks of another.
  const mentioned = (list: Named) => list.exact.length + list.inside.length > 0;
  const agrees = (list: Named) => !mentioned(list) || [...list.exact, ...list.inside].includes(only ?? '');
  const unique =
    exact.length === 1 && guids.every((guid) => guid === only) && agrees(heading) && agrees(title);
  return { guids, unique };
}

function named(names: readonly Name[], texts: readonly string[]): Named {
  const plain = texts.map(plainName);
  const wholes = new Set(plain);
  const spots = spotsOf(names, plain);
  const held = names.filter((name) => spots.has(name.plain));
  const parts = partsOfOthers(held, spots, plain);
  return {
    exact: names.filter((name) => wholes.has(name.plain)).map(({ guid }) => guid),
    inside: held.filter((name) => !wholes.has(name.plain) && !parts.has(name)).map(({ guid }) => guid),
  };
}

/**
 * Where each name stands. The texts are walked through and not the names: a company may have very many of them, and all
 * may be alike.
 */
function spotsOf(names: readonly Name[], texts: readonly string[]): Map<string, Spot[]> {
  const sought = new Set(names.map(({ plain }) => plain));
  const lengths = [...new Set(names.map(({ plain }) => plain.length))]
    .filter((length) => length >= SHORTEST_INSIDE)
    .sort((a, b) => a - b);
  const spots = new Map<string, Spot[]>();
  texts.forEach((whole, text) => {
    const letters = Array.from({ length: whole.length }, (_, at) => isLetter(whole[at]));
    for (let start = 0; start < whole.length; start++) {
      if (letters[start - 1]) continue;
      for (const length of lengths) {
        const end = start + length;
        if (end > whole.length) break;
        const part = letters[end] ? '' : whole.slice(start, end);
        if (!sought.has(part)) continue;
        const known = spots.get(part);
        if (known) known.push({ text, start, end });
        else spots.set(part, [{ text, start, end }]);
      }
    }
  });
  return spots;
}

/** "Hansen" is not meant where "Hansen & Søn" stands. */
function partsOfOthers(
  held: readonly Name[],
  spots: ReadonlyMap<string, readonly Spot[]>,
  texts: readonly string[],
): Set<Name> {
  const parts = new Set<Name>();
  /** How far the longer names reach that stand at a letter of a text. */
  const reach = texts.map(({ length }) => new Uint32Array(length));
  const covers = ({ text, start, end }: Spot) => (reach[text]?.[start] ?? 0) >= end;
  const byLength = Map.groupBy(held, ({ length }) => length);
  for (const [, alike] of [...byLength].sort(([a], [b]) => b - a)) {
    const plain = [...new Set(alike.map((name) => name.plain))];
    const covered = new Set(plain.filter((name) => spots.get(name)?.some(covers)));
    for (const name of alike) if (covered.has(name.plain)) parts.add(name);
    for (const { text, start, end } of plain.flatMap((name) => spots.get(name) ?? []))
      for (let at = start, to = reach[text]; to && at < end && (to[at] ?? end) < end; at++) to[at] = end;
  }
  return parts;
}

const distinct = <Item>(items: readonly Item[]): Item[] => [...new Set(items)];
