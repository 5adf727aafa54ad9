/** One account's rows as tables follow each other, without a database. */
import type { SheetCustomer } from '../../lib/systems/spreadsheets/customers.ts';
import { mergeTable, type SheetChanges, type SheetRow } from '../../lib/systems/spreadsheets/merge.ts';

export const shown = (id: string, parts: Partial<SheetCustomer> = {}): SheetCustomer => ({
  id,
  name: 'Nordvind ApS',
  ...parts,
});

/** The rows of an account after each of the tables that are read; `at` counts milliseconds. */
export class SheetAccount {
  rows = new Map<string, SheetRow>();
  at = 0;

  read(table: readonly SheetCustomer[], refused: string[] = []): Partial<SheetChanges> {
    this.at += 10;
    const { rows, changes } = mergeTable([...this.rows.values()], table, new Set(refused), this.at);
    for (const row of rows) this.rows.set(row.id, row);
    return Object.fromEntries(Object.entries(changes).filter(([, count]) => count > 0));
  }

  link(id: string, contactGuid: string): void {
    const row = this.rows.get(id);
    if (row) this.rows.set(id, { ...row, contactGuid });
  }

  import(contactGuid: string, parts: Partial<SheetCustomer> = {}): void {
    const id = `ny:${contactGuid}`;
    const { id: _, ...customer } = shown(id, parts);
    const importKey = `key ${contactGuid}`;
    this.put({ id, customer, contactGuid, importKey, awaited: { madeAt: this.at + 5 } });
  }

  put(row: Omit<SheetRow, 'updatedAt'>): void {
    this.rows.set(row.id, { updatedAt: new Date(this.at).toISOString(), ...row });
  }

  /** The links that there are: the contact by the row. */
  get links(): Record<string, string> {
    const linked = [...this.rows.values()].flatMap(({ id, contactGuid }) =>
      contactGuid ? [[id, contactGuid]] : [],
    );
    return Object.fromEntries(linked.sort());
  }
}
