const collator = new Intl.Collator('da', { numeric: true });

/** Danish order by name, then by id, so that a list looks the same every time. */
export function byName<T extends { name: string }>(id: (item: T) => string): (a: T, b: T) => number {
  return (a, b) => collator.compare(a.name, b.name) || collator.compare(id(a), id(b));
}
