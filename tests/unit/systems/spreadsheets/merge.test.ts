import { describe, expect, it } from 'vitest';
import type { SheetCustomer } from '../../../../lib/systems/spreadsheets/customers.ts';
import { mergeTable, type SheetChanges, type SheetRow } from '../../../../lib/systems/spreadsheets/merge.ts';
import { SheetAccount, shown } from '../../../helpers/sheet-account.ts';

const NONE: SheetChanges = {
  added: 0,
  changed: 0,
  unchanged: 0,
  found: 0,
  renamed: 0,
  notFound: 0,
  absent: 0,
  absentLinked: 0,
};

const after = (...tables: SheetCustomer[][]): SheetAccount => {
  const account = new SheetAccount();
  for (const table of tables) account.read(table);
  return account;
};

describe('reading a table', () => {
  it('adds new customers, updates changed ones, and leaves the rest', () => {
    const account = new SheetAccount();
    expect(account.read([shown('nr:1'), shown('nr:2', { name: 'Sydvest' })])).toEqual({ added: 2 });
    const table = [shown('nr:1', { city: 'Ribe' }), shown('nr:2', { name: 'Sydvest', city: undefined })];
    expect(account.read(table)).toEqual({ changed: 1, unchanged: 1 });
    expect(account.rows.get('nr:1')).toMatchObject({ customer: { city: 'Ribe' }, seenAt: 10 });
    expect(account.rows.get('nr:2')?.updatedAt).toBe(new Date(10).toISOString());
  });

  it('returns only the rows to store', () => {
    const { rows } = after([shown('nr:1'), shown('nr:2')]);
    const answer = mergeTable([...rows.values()], [shown('nr:1'), shown('nr:2')], new Set(), 99);
    expect(answer).toEqual({ rows: [], changes: { ...NONE, unchanged: 2 } });
  });

  it('sets missing customers aside with their link, and takes them back with a later table', () => {
    const account = after([shown('nr:1'), shown('nr:2', { name: 'Sydvest' })]);
    account.link('nr:1', 'a');
    expect(account.read([shown('nr:3', { name: 'Østfra' })])).toEqual({
      added: 1,
      absent: 2,
      absentLinked: 1,
    });
    expect(account.rows.get('nr:1')?.absentSince).toBe(new Date(20).toISOString());
    expect(account.read([shown('nr:3', { name: 'Østfra' })])).toEqual({ unchanged: 1 });
    expect(account.read([shown('nr:1'), shown('nr:3', { name: 'Østfra' })])).toEqual({
      added: 1,
      unchanged: 1,
    });
    expect(account.rows.get('nr:1')?.absentSince).toBeUndefined();
    expect(account.links).toEqual({ 'nr:1': 'a' });
  });

  it('keeps customers whose rows were refused', () => {
    const account = after([shown('nr:1'), shown('nr:2', { name: 'Sydvest' })]);
    account.link('nr:1', 'a');
    const twice = [shown('nr:2', { name: 'Sydvest' }), shown('nr:9')];
    expect(account.read(twice, ['nr:1'])).toEqual({ added: 1, unchanged: 1 });
    expect(account.rows.get('nr:1')?.absentSince).toBeUndefined();
    expect(account.links).toEqual({ 'nr:1': 'a' });
  });

  it('recognises a linked customer under its new number', () => {
    const account = after([shown('navn:nordvind aps|8000', { zipCode: '8000' })]);
    account.link('navn:nordvind aps|8000', 'a');
    expect(account.read([shown('nr:7', { zipCode: '8000' })])).toEqual({ added: 1, renamed: 1 });
    expect(account.links).toEqual({ 'nr:7': 'a' });
    expect(account.rows.get('navn:nordvind aps|8000')).toMatchObject({ gone: true });
    expect(account.read([shown('nr:7', { zipCode: '8000' })])).toEqual({ unchanged: 1 });
  });

  it('never takes a customer of an earlier table for the missing one', () => {
    const account = after([shown('nr:1'), shown('nr:2')]);
    account.link('nr:1', 'a');
    expect(account.read([shown('nr:2')])).toEqual({ unchanged: 1, absent: 1, absentLinked: 1 });
    expect(account.links).toEqual({ 'nr:1': 'a' });
  });
});

describe('an import', () => {
  it('is found in the next table, passes its link on and can be repeated', () => {
    const account = after([shown('nr:1', { name: 'Sydvest' })]);
    account.import('a', { vatNumber: '31000009' });
    const table = [
      shown('nr:1', { name: 'Sydvest' }),
      shown('nr:2', { name: 'Nordvind', vatNumber: '31000009' }),
    ];
    expect(account.read(table)).toEqual({ added: 1, unchanged: 1, found: 1 });
    expect(account.links).toEqual({ 'nr:2': 'a' });
    expect(account.rows.get('nr:2')).toMatchObject({ importKey: 'key a' });
    expect(account.rows.get('nr:2')?.awaited).toBeUndefined();
    expect(account.rows.get('ny:a')).toMatchObject({ gone: true });
  });

  it('that is not in the table keeps waiting, and is found in a later one', () => {
    const account = after([shown('nr:1', { name: 'Sydvest' })]);
    account.import('a');
    expect(account.read([shown('nr:1', { name: 'Sydvest' })])).toEqual({ unchanged: 1, notFound: 1 });
    expect(account.links).toEqual({ 'ny:a': 'a' });
    const later = [shown('nr:1', { name: 'Sydvest' }), shown('nr:2')];
    expect(account.read(later)).toEqual({ added: 1, unchanged: 1, found: 1 });
    expect(account.links).toEqual({ 'nr:2': 'a' });
  });

  it('that was undone is not searched', () => {
    const account = new SheetAccount();
    account.import('a');
    const { contactGuid: _, ...row } = account.rows.get('ny:a') as SheetRow;
    account.rows.set('ny:a', row);
    expect(account.read([shown('nr:2')])).toEqual({ added: 1 });
    expect(account.links).toEqual({});
  });

  it('is not mistaken for an earlier customer with its name', () => {
    const account = after([shown('nr:1')]);
    account.import('a');
    expect(account.read([shown('nr:1')])).toEqual({ unchanged: 1, notFound: 1 });
    expect(account.read([shown('nr:1'), shown('nr:2')])).toEqual({ added: 1, unchanged: 1, found: 1 });
    expect(account.links).toEqual({ 'nr:2': 'a' });
  });

  it('is not mistaken for a customer that appeared before it was made', () => {
    const account = new SheetAccount();
    account.import('a', { name: 'Sydvest' });
    account.read([shown('nr:1')]);
    account.import('b');
    expect(account.read([shown('nr:1')])).toEqual({ unchanged: 1, notFound: 2 });
    expect(account.links).toEqual({ 'ny:a': 'a', 'ny:b': 'b' });
  });

  it('is not guessed among namesakes, and found when they can be told apart', () => {
    const account = new SheetAccount();
    account.import('a');
    account.import('b');
    expect(account.read([shown('nr:1'), shown('nr:2')])).toEqual({ added: 2, notFound: 2 });
    expect(account.links).toEqual({ 'ny:a': 'a', 'ny:b': 'b' });
    const told = new SheetAccount();
    told.import('a', { zipCode: '8000' });
    told.import('b', { zipCode: '9000' });
    expect(told.read([shown('nr:1', { zipCode: '9000' }), shown('nr:2', { zipCode: '8000' })])).toEqual({
      added: 2,
      found: 2,
    });
    expect(told.links).toEqual({ 'nr:1': 'b', 'nr:2': 'a' });
  });

  it('is found by elimination when its namesake is identified by CVR number', () => {
    const account = new SheetAccount();
    account.import('a', { vatNumber: '31000009' });
    account.import('b');
    const table = [shown('nr:1', { vatNumber: '31000009' }), shown('nr:2')];
    expect(account.read(table)).toEqual({ added: 2, found: 2 });
    expect(account.links).toEqual({ 'nr:1': 'a', 'nr:2': 'b' });
  });

  it('that an ambiguous table already showed is found in a later one', () => {
    const account = new SheetAccount();
    account.import('a');
    account.read([shown('nr:1'), shown('nr:2')]);
    expect(account.read([shown('nr:1')])).toEqual({ unchanged: 1, absent: 1, found: 1 });
    expect(account.links).toEqual({ 'nr:1': 'a' });
  });
});

describe('the first table after links were restored', () => {
  /** A restored row: with its link, and not yet in any table. */
  const restored = (
    account: SheetAccount,
    id: string,
    contactGuid: string,
    parts: Partial<SheetCustomer> = {},
  ) => {
    const { id: _, ...customer } = shown(id, parts);
    account.put({ id, customer, contactGuid, absentSince: new Date(0).toISOString() });
  };

  it('keeps the restored links', () => {
    const account = new SheetAccount();
    restored(account, 'nr:1', 'a');
    expect(account.read([shown('nr:1', { city: 'Ribe' })])).toEqual({ added: 1 });
    expect(account.rows.get('nr:1')).toMatchObject({ contactGuid: 'a', seenAt: 10 });
    expect(account.rows.get('nr:1')?.absentSince).toBeUndefined();
  });

  it('finds a customer that has a number by now', () => {
    const account = new SheetAccount();
    restored(account, 'navn:nordvind aps|', 'a');
    expect(account.read([shown('nr:1')])).toEqual({ added: 1, renamed: 1 });
    expect(account.links).toEqual({ 'nr:1': 'a' });
  });

  it("replaces no customer's own link", () => {
    const account = new SheetAccount();
    restored(account, 'nr:1', 'a');
    restored(account, 'nr:2', 'b');
    expect(account.read([shown('nr:1')])).toEqual({ added: 1 });
    expect(account.links).toEqual({ 'nr:1': 'a', 'nr:2': 'b' });
  });
});
