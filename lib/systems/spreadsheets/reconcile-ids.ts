import type { CustomerId, Party } from '../../domain/customer.ts';
import type { SheetCustomer } from './customers.ts';
import { emailKey, nameKey, phoneKey, vatKey, zipKey } from './keys.ts';

/** A customer that was pasted into Effihub, or had another id in an earlier table. */
export type EarlierRow = { id: string } & Omit<Party, 'updatedAt'>;

/** Whether a row can be this customer at all, apart from what their fields say. */
export type IsPlausible = (earlier: EarlierRow, row: SheetCustomer) => boolean;

type Known = Omit<Party, 'updatedAt'>;
/** Keys of which two rows must share one. None when there is nothing to compare. */
type Keys = (party: Known & { id: string }) => string[];
type Contradicts = (one: Known, other: Known) => boolean;

const differ = (one: string, other: string): boolean => one !== '' && other !== '' && one !== other;
const otherVat: Contradicts = (one, other) => differ(vatKey(one.vatNumber), vatKey(other.vatNumber));
const otherPlace: Contradicts = (one, other) => differ(zipKey(one.zipCode), zipKey(other.zipCode));

/** A key of several parts, all of which must exist. */
const keys = (...parts: string[]): string[] => (parts.includes('') ? [] : [parts.join('\n')]);

/** Surest first. The last step looks at all rows, so that a name shared by two matches nobody. */
const KEY_STEPS: readonly { keys: Keys; contradicts: Contradicts; amongAll?: boolean }[] = [
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

/** A key shared by more pairs than this tells nothing. */
const MOST_PAIRS = 100;

/**
 * Finds earlier customers in a new table. An ambiguous one is not matched: a wrong link is worse than none. The order
 * of the lists makes no difference.
 * @returns row ids by the ids of the earlier customers
 */
export function reconcileIds(
  earlier: readonly EarlierRow[],
  rows: readonly SheetCustomer[],
  isPlausible: IsPlausible = () => true,
): Map<string, CustomerId> {
  const found = new Map<string, CustomerId>();
  const used = new Set<CustomerId>();
  for (const { keys, contradicts, amongAll } of KEY_STEPS) {
    const isUnmatched = {
      earlier: ({ id }: EarlierRow) => !found.has(id),
      row: ({ id }: SheetCustomer) => !used.has(id),
    };
    const candidates = groups(amongAll ? rows : rows.filter(isUnmatched.row), keys);
    const earlierByKey = groups(amongAll ? earlier : earlier.filter(isUnmatched.earlier), keys);
    const partners = new Map<string, Set<string>>();
    const pairs: [EarlierRow, SheetCustomer][] = [];
    for (const [key, wanted] of earlierByKey) {
      if (wanted.length > MOST_PAIRS) continue;
      const there = (candidates.get(key) ?? []).filter((row) => wanted.some((one) => isPlausible(one, row)));
      const count = wanted.length * there.length;
      if (count <= (amongAll ? 1 : MOST_PAIRS)) pairs.push(...crossed(wanted, there));
    }
    const fitting = pairs.filter(([one, other]) => isPlausible(one, other) && !contradicts(one, other));
    for (const [{ id }, row] of fitting) {
      add(partners, `earlier ${id}`, row.id);
      add(partners, `row ${row.id}`, id);
    }
    for (const [one, row] of fitting) {
      const alone =
        partners.get(`earlier ${one.id}`)?.size === 1 && partners.get(`row ${row.id}`)?.size === 1;
      if (!alone || !isUnmatched.earlier(one) || !isUnmatched.row(row)) continue;
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
