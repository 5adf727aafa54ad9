import { describe, expect, it } from 'vitest';
import { recognise } from '../../../../lib/systems/spreadsheets/columns.ts';
import { customersOf } from '../../../../lib/systems/spreadsheets/customers.ts';
import { decodeTable } from '../../../../lib/systems/spreadsheets/decode.ts';
import { parseTable } from '../../../../lib/systems/spreadsheets/table.ts';
import { sheetRows } from '../../../sandbox/sheet-rows.ts';
import { tableFormats } from '../../../sandbox/sheets.ts';

async function read(bytes: Uint8Array) {
  const decoded = decodeTable(bytes);
  if ('refused' in decoded) throw new Error(decoded.refused);
  const parsed = await parseTable(decoded.text);
  if ('refused' in parsed) throw new Error(parsed.refused);
  return customersOf(parsed.table, recognise(parsed.table));
}

describe('a customer table', () => {
  it.each(tableFormats)('is read: $title', async ({ bytes, customers, refused, fields }) => {
    const found = await read(bytes);
    expect(found.customers).toHaveLength(customers);
    expect(found.refused).toHaveLength(refused);
    expect(found.doubts).toEqual([]);
    if (!fields) return;
    const told = found.customers.map((customer) =>
      Object.fromEntries(
        Object.entries(customer).filter(([key, value]) => key !== 'id' && value !== undefined),
      ),
    );
    const expected = sheetRows.map((row) =>
      Object.fromEntries(fields.map((field) => [field, row[field]]).filter(([, text]) => text !== '')),
    );
    expect(told).toEqual(expected);
  });

  it('is read fast even if it is long', async () => {
    const long = tableFormats.find(({ customers }) => customers === 5000);
    const start = performance.now();
    const { customers } = await read(long?.bytes ?? new Uint8Array());
    expect(performance.now() - start).toBeLessThan(3000);
    expect(customers.at(-1)?.notes).toBe('Første linje\nAnden linje; med semikolon');
  });
});
