import type { CustomerId, Party } from '../../domain/customer.ts';
import type { SheetCustomer } from './customers.ts';
import { emailKey, nameKey, phoneKey, vatKey, zipKey } from './keys.ts';

/** Who was pasted into Effihub, or stood in an earlier table under another id. */
export type EarlierRow = { id: string } & Omit<Party, 'updatedAt'>;

/** Whether a row can be who is sought at all, whatever both say of themselves. */
export type IsPlausible = (sought: EarlierRow, row: SheetCustomer) => boolean;

type Known = Omit<Party, 'updatedAt'>;
/** What two must have in common: any one of the keys. None when there is nothing to compare. */
type Keys = (party: Known & { id: string }) => string[];
type Contradicts = (one: Known, other: Known) => boolean;

const differ = (one: string, other: string): boolean => one !== '' && other !== '' && one !== other;
const otherVat: Contradicts = (one, other) => differ(vatKey(one.vatNumber), vatKey(other.vatNumber));
const otherPlace: Contradicts = (one, other) => differ(zipKey(one.zipCode), zipKey(other.zipCode));

/** A key of parts that must all be there. */
const keys = (...parts: string[]): string[] => (parts.includes('') ? [] : [parts.join('\n')]);

/** The surest first. The last one looks at all, so that a name borne by two finds nobody. */
const STEPS: readonly { keys: Keys; contradicts: Contradicts; amongAll?: boolean }[] = [
  { keys: ({ vatNumber }) => keys(vatKey(vatNumber)), contradicts: () => false },
  { keys: ({ name, zipCode }) => keys(nameKey(name), zipKey(zipCode)), contradicts: otherVat },
  {
    keys: ({ name, email, phone }) => [
      ...keys(nameKey(name), 'email', emailKey(email)),
      ...keys(nameKey(name), 'phone', phoneKey(phone)),
    ],
    contradicts: otherVat,
  },
  {
    keys: ({ name }) => keys(nameKey(name)),
    contradicts: (one, other) => otherVat(one, other) || otherPlace(one, other),
    amongAll: true,
  },
];

/** So many with one key are not told apart by it. */
const MOST_PAIRS = 100;

/**
 * Finds customers in a table that was read anew. Where two could be meant, neither is found: a wrong link is worse than
 * none. The order of both lists makes no difference.
 * @returns the row's id by the id of who was sought
 */
export function reconcileIds(
  sought: readonly EarlierRow[],
  rows: readonly SheetCustomer[],
  mayBe: IsPlausible = () => true,
): Map<string, CustomerId> {
  const found = new Map<string, CustomerId>();
  const used = new Set<CustomerId>();
  for (const { keys, contradicts, amongAll } of STEPS) {
    const isFree = {
      sought: ({ id }: EarlierRow) => !found.has(id),
      row: ({ id }: SheetCustomer) => !used.has(id),
    };
    const candidates = groups(amongAll ? rows : rows.filter(isFree.row), keys);
    const seekers = groups(amongAll ? sought : sought.filter(isFree.sought), keys);
    const partners = new Map<string, Set<string>>();
    const pairs: [EarlierRow, SheetCustomer][] = [];
    for (const [key, wanted] of seekers) {
      if (wanted.length > MOST_PAIRS) continue;
      const there = (candidates.get(key) ?? []).filter((row) => wanted.some((one) => mayBe(one, row)));
      const count = wanted.length * there.length;
      if (count <= (amongAll ? 1 : MOST_PAIRS)) pairs.push(...crossed(wanted, there));
    }
    const fitting = pairs.filter(([one, other]) => mayBe(one, other) && !contradicts(one, other));
    for (const [{ id }, row] of fitting) {
      add(partners, `sought ${id}`, row.id);
      add(partners, `row ${row.id}`, id);
    }
    for (const [one, row] of fitting) {
      const alone = partners.get(`sought ${one.id}`)?.size === 1 && partners.get(`row ${row.id}`)?.size === 1;
      if (!alone || !isFree.sought(one) || !isFree.row(row)) continue;
      found.set(one.id, row.id);
      used.add(row.id);
    }
  }
  return found;
}

function groups<T extends EarlierRow>(parties: readonly T[], keys: Keys): Map<string, T[]> {
  const byKey = new Map<string, T[]>();
  for (const party of parties)
    for (const key of keys(party)) {
      const group = byKey.get(key);
      if (group) group.push(party);
      else byKey.set(key, [party]);
    }
  return byKey;
}

const crossed = <A, B>(some: readonly A[], others: readonly B[]): [A, B][] =>
  some.flatMap((one) => others.map((other): [A, B] => [one, other]));

function add(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key);
  if (set) set.add(value);
  else sets.set(key, new Set([value]));
}
