/** The table that is being read in: what stands in it, what its columns mean, and what reading it would change. */
import { computed, signal } from '@preact/signals';
import type { Mapping } from '../../lib/features/sheets/index.ts';
import {
  COLUMNS,
  type Column,
  customersOf,
  decodeTable,
  parseTable,
  recognise,
  type Table,
} from '../../lib/features/sheets/index.ts';
import type { SheetTable } from '../../lib/features/sheets/messages.ts';
import type { da } from '../../lib/features/sheets/words.ts';

export type Unusable = keyof typeof da.refusedFile;

interface Read {
  /** The file's name; missing when it was pasted. */
  file?: string;
  table: Table;
  mapping: Mapping;
  /** What the table says by itself. */
  recognised: Mapping;
  headings: number;
  /** The column changed last, and the mapping before that. */
  last?: { place: number; mapping: Mapping };
}

export const read = signal<Read | undefined>(undefined);
/** Why the last file or text could not be used. */
export const unusable = signal<Unusable | undefined>(undefined);

/** The customers as the columns are understood now. */
export const customers = computed(() => read.value && customersOf(read.value.table, read.value));

export function discardTable(): void {
  read.value = undefined;
  unusable.value = undefined;
}

/** @param remembered what the user said before that headings mean */
export async function readFile(file: File, remembered: SheetTable['columns']): Promise<void> {
  discardTable();
  try {
    const decoded = decodeTable(new Uint8Array(await file.arrayBuffer()));
    if ('refused' in decoded) unusable.value = decoded.refused;
    else await readText(decoded.text, remembered, file.name);
  } catch {
    // Moved or changed since it was chosen.
    unusable.value = 'unreadable';
  }
}

export async function readText(
  text: string,
  remembered: SheetTable['columns'],
  file?: string,
): Promise<void> {
  discardTable();
  const parsed = await parseTable(text);
  if ('refused' in parsed) {
    unusable.value = parsed.refused;
    return;
  }
  const { table } = parsed;
  const { mapping: recognised, headings } = recognise(table);
  if (table.length <= headings) {
    unusable.value = 'empty';
    return;
  }
  const mapping = asBefore(recognised, table[headings - 1], remembered);
  read.value = { file, table, headings, mapping, recognised };
}

/** What headings are remembered by. One that stands again, as of a delivery address, is another one. */
function keysOf(headings: readonly string[]): string[] {
  const before = new Map<string, number>();
  return headings.map((heading) => {
    const key = heading.slice(0, 200);
    const place = (before.get(key) ?? 0) + 1;
    before.set(key, place);
    return key && place > 1 ? `${key} #${place}` : key;
  });
}

/** What the user once said of a heading stands above what is recognised. */
function asBefore(
  mapping: Mapping,
  headings: string[] | undefined,
  remembered: SheetTable['columns'],
): Mapping {
  if (!headings) return mapping;
  // An earlier version kept a heading that stands twice under one name: what it said first is about the first.
  const said = new Map(remembered.toReversed());
  const known = (name: string) => COLUMNS.find((column) => column === name);
  const keys = keysOf(headings);
  const chosen = keys.map((key) => (said.has(key) ? known(said.get(key) ?? '') : undefined));
  const taken = new Set(chosen);
  return mapping.map((column, at) => {
    if (said.has(keys[at] ?? '')) return chosen[at];
    return column && taken.has(column) ? undefined : column;
  });
}

/**
 * A column means one thing, and each thing stands in one column. What is only passed on the way, with the arrow keys or by
 * typing a name, is taken from no other column.
 */
export function setColumn(place: number, column: Column | undefined): void {
  const current = read.value;
  if (!current) return;
  const before = current.last?.place === place ? current.last.mapping : current.mapping;
  const mapping = before.map((other, at) => (at === place ? column : other === column ? undefined : other));
  read.value = { ...current, mapping, last: { place, mapping: before } };
}

export function setHeadings(isThere: boolean): void {
  const before = read.value;
  if (!before) return;
  const found = recognise(before.table).headings;
  read.value = { ...before, headings: isThere ? Math.max(found, 1) : 0 };
}

/**
 * What the user has said of headings, and nothing that was recognised: beside other headings, the same one may mean something
 * else. That a column lost its meaning to another one follows from what was said of that other one.
 */
function saidOf({ table, headings, mapping, recognised }: Read): SheetTable['columns'] {
  return keysOf(table[headings - 1] ?? []).flatMap((key, at): SheetTable['columns'] => {
    const [column, before] = [mapping[at], recognised[at]];
    const isSaid = key !== '' && column !== before && (column !== undefined || !mapping.includes(before));
    return isSaid ? [[key, column ?? '']] : [];
  });
}

/** What the background is asked to read in. */
export function tableToSend(): SheetTable | undefined {
  const current = read.value;
  const found = customers.value;
  if (!current || !found) return undefined;
  return {
    ...(current.file !== undefined && { file: current.file }),
    columns: saidOf(current),
    customers: found.customers,
    refusedIds: [...new Set(found.refused.flatMap(({ id }) => id ?? []))],
  };
}
