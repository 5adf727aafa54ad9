const collator = new Intl.Collator('da', { numeric: true });

/** Compares two texts in Danish alphabetical order, digits by their value. */
export const inDanishOrder = (a: string, b: string): number => collator.compare(a, b);

/** Danish order by name, then by id, so that a list looks the same every time. */
export function byName<T extends { name: string }>(id: (item: T) => string): (a: T, b: T) => number {
  return (a, b) => inDanishOrder(a.name, b.name) || inDanishOrder(id(a), id(b));
}
