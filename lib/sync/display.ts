/** What a customer or contact is called in a list: its own name, and what tells it apart from its namesakes. */
import type { Contact, Customer } from '../customer.ts';

export interface Named {
  id: string;
  name: string;
  city?: string;
  /** CVR number, else the number it has in its own system. */
  number?: string;
}

export const namedCustomer = ({ id, name, city, vatNumber, customerNumber }: Customer): Named => ({
  id,
  name,
  city,
  number: vatNumber ?? customerNumber,
});

export const namedContact = ({ guid, name, city, vatNumber }: Contact): Named => ({
  id: guid,
  name,
  city,
  number: vatNumber,
});

/**
 * The display names of a list by id, no two the same: the town is added where two have one name, then the number,
 * and where even that is not enough a count.
 * @param unnamed what stands for a missing name
 */
export function displayNames(items: readonly Named[], unnamed: string): Map<string, string> {
  const result = new Map<string, string>();
  for (const namesakes of grouped(items, (item) => item.name || unnamed).values()) {
    if (namesakes.length === 1) result.set(namesakes[0]!.id, namesakes[0]!.name || unnamed);
    else for (const [id, name] of toldApart(namesakes, unnamed)) result.set(id, name);
  }
  return result;
}

function toldApart(namesakes: readonly Named[], unnamed: string): Map<string, string> {
  const result = new Map<string, string>();
  const taken = new Set<string>();
  for (const [city, neighbours] of grouped(namesakes, (item) => item.city ?? '')) {
    for (const { id, name, number } of neighbours) {
      const details = city && neighbours.length === 1 ? [city] : [city, number].filter(Boolean);
      const full = details.length > 0 ? `${name || unnamed} (${details.join(', ')})` : name || unnamed;
      let unique = full;
      for (let count = 2; taken.has(unique); count += 1) unique = `${full} #${count}`;
      taken.add(unique);
      result.set(id, unique);
    }
  }
  return result;
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
