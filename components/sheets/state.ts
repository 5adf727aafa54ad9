/** The table that is being read: its rows, what its columns mean, and the customers in it. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import {
  COLUMNS,
  type Column,
  customersOf,
  decodeTable,
  type Mapping,
  parseTable,
  recognise,
  type SheetCustomers,
  type Table,
} from '../../lib/features/sheets/index.ts';
import type { SheetTable } from '../../lib/features/sheets/messages.ts';
import type { da } from '../../lib/features/sheets/words.ts';

export type Unusable = keyof typeof da.refusedFile;

interface ReadTable {
  /** The file's name; missing when it was pasted. */
  file?: string;
  table: Table;
  mapping: Mapping;
  /** The mapping without the user's choices. */
  recognised: Mapping;
  /** The number of rows above the customers. */
  headings: number;
  /** The column changed last, and the mapping before that. */
  last?: { place: number; mapping: Mapping };
}

export interface TableState {
  read: ReadonlySignal<ReadTable | undefined>;
  /** Why the last file or text could not be used. */
  unusable: ReadonlySignal<Unusable | undefined>;
  /** According to the current mapping. */
  customers: ReadonlySignal<SheetCustomers | undefined>;
  /** @param remembered the user's earlier choices for headings */
  readFile(file: File, remembered: SheetTable['columns']): Promise<void>;
  readText(text: string, remembered: SheetTable['columns'], file?: string): Promise<void>;
  /** Makes room for another table. */
  discard(): void;
  /**
   * A column has one meaning, and a meaning one column. A meaning that is only passed while choosing, with the arrow keys or
   * by typing, is not taken from another column.
   */
  setColumn(place: number, column: Column | undefined): void;
  setHeadings(areThere: boolean): void;
  /** What the background is asked to preview or to store. */
  tableToSend(): SheetTable | undefined;
  /** The table is not kept for a later visit: it is personal data. */
  dispose(): void;
}

export function createTableState(): TableState {
  const read = signal<ReadTable | undefined>(undefined);
  const unusable = signal<Unusable | undefined>(undefined);
  const customers = computed(() => read.value && customersOf(read.value.table, read.value));

  const discard = () => {
    read.value = undefined;
    unusable.value = undefined;
  };
  const readText: TableState['readText'] = async (text, remembered, file) => {
    discard();
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
    const mapping = recallMapping(recognised, table[headings - 1], remembered);
    read.value = { file, table, headings, mapping, recognised };
  };

  return {
    read,
    unusable,
    customers,
    readText,
    async readFile(file, remembered) {
      discard();
      try {
        const decoded = decodeTable(new Uint8Array(await file.arrayBuffer()));
        if ('refused' in decoded) unusable.value = decoded.refused;
        else await readText(decoded.text, remembered, file.name);
      } catch {
        // Moved or changed since it was chosen.
        unusable.value = 'unreadable';
      }
    },
    discard,
    setColumn(place, column) {
      const current = read.value;
      if (!current) return;
      const before = current.last?.place === place ? current.last.mapping : current.mapping;
      const mapping = before.map((other, at) =>
        at === place ? column : other === column ? undefined : other,
      );
      read.value = { ...current, mapping, last: { place, mapping: before } };
    },
    setHeadings(areThere) {
      const before = read.value;
      if (!before) return;
      const found = recognise(before.table).headings;
      read.value = { ...before, headings: areThere ? Math.max(found, 1) : 0 };
    },
    tableToSend() {
      const current = read.value;
      const found = customers.value;
      if (!current || !found) return undefined;
      return {
        ...(current.file !== undefined && { file: current.file }),
        columns: choicesOf(current),
        customers: found.customers,
        refusedIds: [...new Set(found.refused.flatMap(({ id }) => id ?? []))],
      };
    },
    dispose: discard,
  };
}

/** The keys under which headings are remembered. A repeated heading, such as a delivery address's, has its own. */
function keysOf(headings: readonly string[]): string[] {
  const before = new Map<string, number>();
  return headings.map((heading) => {
    const key = heading.slice(0, 200);
    const place = (before.get(key) ?? 0) + 1;
    before.set(key, place);
    return key && place > 1 ? `${key} #${place}` : key;
  });
}

/** The mapping, where the user's earlier choices for a heading outweigh what was recognised. */
function recallMapping(
  mapping: Mapping,
  headings: string[] | undefined,
  remembered: SheetTable['columns'],
): Mapping {
  if (!headings) return mapping;
  // An earlier version kept repeated headings under one key: its first entry is about the first of them.
  const chosenBefore = new Map(remembered.toReversed());
  const known = (name: string) => COLUMNS.find((column) => column === name);
  const keys = keysOf(headings);
  const chosen = keys.map((key) => (chosenBefore.has(key) ? known(chosenBefore.get(key) ?? '') : undefined));
  const taken = new Set(chosen);
  return mapping.map((column, at) => {
    if (chosenBefore.has(keys[at] ?? '')) return chosen[at];
    return column && taken.has(column) ? undefined : column;
  });
}

/**
 * The user's choices for headings, without what was recognised: beside other headings the same one may mean something else.
 * A column that lost its meaning to another one is no choice; it follows from the other one's.
 */
function choicesOf({ table, headings, mapping, recognised }: ReadTable): SheetTable['columns'] {
  return keysOf(table[headings - 1] ?? []).flatMap((key, at): SheetTable['columns'] => {
    const [column, before] = [mapping[at], recognised[at]];
    const isChosen = key !== '' && column !== before && (column !== undefined || !mapping.includes(before));
    return isChosen ? [[key, column ?? '']] : [];
  });
}
