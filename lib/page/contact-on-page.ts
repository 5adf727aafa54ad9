/** Which contact a page of Dinero shows: its address has a number that no API field carries, so only names can tell. */
import type { Contact, ContactGuid } from '../customer.ts';
import type { PageReport } from './report.ts';

/** Short names stand in other texts by chance. */
const SHORTEST_INSIDE = 3;
/** Between the parts of a title. */
const SEPARATORS = /\s+[-–—|·•:]\s+/;

/** Names as they are compared here: letter by letter, but for spaces and case. */
export const plainName = (name: string): string =>
  name.normalize('NFC').replace(/\s+/g, ' ').trim().toLocaleLowerCase('da');

/** Whether a text holds a name as whole words. */
export function holdsName(text: string, name: string): boolean {
  const [whole, part] = [plainName(text), plainName(name)];
  if (part.length < SHORTEST_INSIDE) return whole === part && part !== '';
  const isLetter = (letter: string | undefined) => letter !== undefined && /[\p{L}\p{N}]/u.test(letter);
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

interface Named {
  exact: ContactGuid[];
  inside: ContactGuid[];
}

/** Never guesses: a name that stands among other words may be part of somebody else's. */
export function contactsOnPage(contacts: readonly Contact[], report: PageReport): NamedContacts {
  const heading = named(contacts, report.heading ? [report.heading] : []);
  const title = named(contacts, report.title ? [report.title, ...report.title.split(SEPARATORS)] : []);
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

function named(contacts: readonly Contact[], texts: readonly string[]): Named {
  const wholes = new Set(texts.map(plainName));
  const exact: ContactGuid[] = [];
  const inside: Contact[] = [];
  for (const contact of contacts) {
    const name = plainName(contact.name);
    if (!name) continue;
    if (wholes.has(name)) exact.push(contact.guid);
    else if (texts.some((text) => holdsName(text, contact.name))) inside.push(contact);
  }
  return {
    exact,
    inside: inside.filter((contact) => !isPartOfAnother(contact, contacts, texts)).map(({ guid }) => guid),
  };
}

/** "Hansen" is not meant where "Hansen & Søn" stands. */
function isPartOfAnother(contact: Contact, contacts: readonly Contact[], texts: readonly string[]): boolean {
  return contacts.some(
    (other) =>
      other.name.length > contact.name.length &&
      holdsName(other.name, contact.name) &&
      texts.some((text) => holdsName(text, other.name)),
  );
}

const distinct = <Item>(items: readonly Item[]): Item[] => [...new Set(items)];
