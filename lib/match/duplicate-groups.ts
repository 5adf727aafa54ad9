/** Groups pairs of duplicates. */
import { eachOf, type Stepwise, within } from './stepwise.ts';
import type { MatchReason } from './types.ts';
import { chance } from './verdict.ts';

/** Two probable duplicates, by index. */
export interface Link {
  a: number;
  b: number;
  nats: number;
  reasons: readonly MatchReason[];
}

export interface DuplicatePair {
  /** The two ids. */
  ids: [string, string];
  /** 0..1, comparable between pairs. */
  score: number;
  reasons: MatchReason[];
}

export interface DuplicateGroup {
  /** At least two different ids. A customer may be in several groups. */
  ids: string[];
  /** The pairs that form the group, surest first. Not every two members need to be a pair. */
  pairs: DuplicatePair[];
}

/** This many members of each group are checked for contradictions. */
const ASKED = 8;

interface Group {
  members: number[];
  links: Link[];
}

const bySurest = (x: Link, y: Link): number => y.nats - x.nats || x.a - y.a || x.b - y.b;

/**
 * Merges pairs that share a customer, surest first. When a member of a group contradicts a new one, the pair becomes
 * a group of its own.
 * @param areApart whether two customers, by index, cannot be the same
 * @param ids by index
 * @returns surest group first
 */
export function* groupsOf(
  links: Link[],
  areApart: (a: number, b: number) => boolean,
  ids: readonly string[],
): Stepwise<DuplicateGroup[]> {
  const groups = new Map<number, Group>();
  const groupOf = (place: number): Group => groups.get(place) ?? { members: [place], links: [] };
  const all: Group[] = [];
  links.sort(bySurest);
  const join = (k: number) => {
    const link = links[k]!;
    const [one, other] = [groupOf(link.a), groupOf(link.b)];
    if (one === other) one.links.push(link);
    else if (fitTogether(one, other, areApart)) {
      const [larger, smaller] = one.members.length < other.members.length ? [other, one] : [one, other];
      larger.members.push(...smaller.members);
      larger.links.push(...smaller.links, link);
      groups.set(larger.members[0]!, larger);
      for (const place of smaller.members) groups.set(place, larger);
    } else all.push({ members: [link.a, link.b], links: [link] });
  };
  yield* within(0, 0.9, eachOf(links.length, 32, join));
  all.push(...new Set(groups.values()));
  for (const group of all) group.links.sort(bySurest);
  all.sort((x, y) => bySurest(x.links[0]!, y.links[0]!));
  return all.map((group) => written(group, ids));
}

const fitTogether = (one: Group, other: Group, areApart: (a: number, b: number) => boolean): boolean =>
  one.members
    .slice(0, ASKED)
    .every((a) => other.members.slice(0, ASKED).every((b) => !areApart(Math.min(a, b), Math.max(a, b))));

const written = ({ members, links }: Group, ids: readonly string[]): DuplicateGroup => ({
  ids: members.sort((x, y) => x - y).map((place) => ids[place]!),
  pairs: links.map(({ a, b, nats, reasons }) => ({
    ids: [ids[a]!, ids[b]!],
    score: chance(nats / 2),
    reasons: [...reasons],
  })),
});
