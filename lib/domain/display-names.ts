/** Names in lists: a customer's own name, and what tells it apart from namesakes. */
import type { Contact, Customer } from './customer.ts';

export interface Named {
  id: string;
  name: string;
  city?: string;
  /** CVR number, else the number in its own system. */
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
 * Unique display names by id. Namesakes get their town, then their number, and if that is not enough a count.
 * @param unnamed stands for a missing name
 */
export function displayNames(items: readonly Named[], unnamed: string): Map<string, string> {
  const result = new Map<string, string>();
  const taken = new Set<string>();
  const give = (id: string, name: string) => {
    let unique = name;
    for (let count = 2; taken.has(unique); count += 1) unique = `${name} #${count}`;
    taken.add(unique);
    result.set(id, unique);
  };
  const groups = [...grouped(items, (item) => item.name || unnamed)];
  // Unique names stay as they are.
  for (const [name, [first, ...others]] of groups) if (first && others.length === 0) give(first.id, name);
  for (const [name, namesakes] of groups)
    if (namesakes.length > 1) for (const { id, details } of toldApart(namesakes)) give(id, name + details);
  return result;
}

function toldApart(namesakes: readonly Named[]): { id: string; details: string }[] {
  const towns = grouped(namesakes, (item) => item.city ?? '');
  return namesakes.map(({ id, city, number }) => {
    const isAlone = city && towns.get(city)?.length === 1;
    const details = (isAlone ? [city] : [city, number]).filter(Boolean).join(', ');
    return { id, details: details && ` (${details})` };
  });
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
