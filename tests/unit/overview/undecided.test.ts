import { describe, expect, it } from 'vitest';
import { countUndecided, type Undecided } from '../../../lib/features/overview/undecided.ts';
import { contact, customer, link } from '../../helpers/flow.ts';

const count = (parts: Partial<Undecided>) =>
  countUndecided({ customers: [], contacts: [], links: [], ignored: new Set(), skips: [], ...parts });

const anna = customer('1', { name: 'Anna Holm', updatedAt: '2026-11-01T00:00:00Z' });
const birk = contact('b', { name: 'Birk Byg ApS', updatedAt: '2026-11-02T00:00:00Z' });
const skippedAnna = { customerId: '1', seen: anna.updatedAt };
const skippedBirk = { contactGuid: 'b', seen: birk.updatedAt };

describe('a customer on either side waits for a decision', () => {
  it('while nothing was decided about it', () => {
    expect(count({ customers: [anna], contacts: [birk] })).toBe(2);
  });

  it('when its link is broken', () => {
    expect(count({ customers: [anna], links: [link('1', 'gone', 'broken')] })).toBe(1);
  });

  it('when a sync left a likely match unconfirmed', () => {
    expect(count({ customers: [anna], skips: [{ ...skippedAnna, undecided: true }] })).toBe(1);
  });

  it('when it has changed since it was skipped', () => {
    const changed = '2026-11-09T00:00:00Z';
    const customers = [{ ...anna, updatedAt: changed }];
    const contacts = [{ ...birk, updatedAt: changed }];
    expect(count({ customers, contacts, skips: [skippedAnna, skippedBirk] })).toBe(2);
  });

  it('when a record with the same id on the other side was skipped', () => {
    const same = { ...birk, guid: '1', updatedAt: anna.updatedAt };
    expect(count({ customers: [anna], contacts: [same], skips: [skippedAnna] })).toBe(1);
    expect(
      count({ customers: [anna], contacts: [same], skips: [{ ...skippedBirk, contactGuid: '1' }] }),
    ).toBe(2);
  });
});

describe('a customer does not wait for a decision', () => {
  it('when it is linked', () => {
    expect(count({ customers: [anna], contacts: [birk], links: [link('1', 'b')] })).toBe(0);
  });

  it('when it was skipped and has not changed since', () => {
    expect(count({ customers: [anna], contacts: [birk], skips: [skippedAnna, skippedBirk] })).toBe(0);
  });

  it('when it was skipped and its system does not tell when it changed', () => {
    const { updatedAt: _, ...untimed } = anna;
    expect(count({ customers: [untimed], skips: [{ customerId: '1' }] })).toBe(0);
  });

  it('when it is on the ignore list or only a supplier', () => {
    expect(count({ contacts: [birk], ignored: new Set(['b']) })).toBe(0);
    expect(count({ contacts: [{ ...birk, isDebtor: false }] })).toBe(0);
    expect(count({ contacts: [{ ...birk, isDebtor: true, isCreditor: true }] })).toBe(1);
  });
});

describe('a customer and a contact that are clearly the same', () => {
  it.each([
    ['by name', { name: 'Birk Byg ApS' }, {}],
    ['by name, written otherwise', { name: ' BIRK  byg aps' }, {}],
    ['by VAT number', { name: 'Noget andet', vatNumber: '25313763' }, { vatNumber: '25 31 37 63' }],
    [
      'by VAT number with its country',
      { name: 'Noget andet', vatNumber: 'DK25313763' },
      { vatNumber: '25313763' },
    ],
  ])('%s are one decision', (_, mine, theirs) => {
    expect(count({ customers: [customer('1', mine)], contacts: [{ ...birk, ...theirs }] })).toBe(1);
  });

  it.each([
    ['other names', { name: 'Birk Byg A/S' }, {}],
    ['no names', { name: '' }, { name: '' }],
    [
      'numbers that only begin alike',
      { name: 'Noget andet', vatNumber: 'SE556188840401' },
      { vatNumber: 'SE556188841101' },
    ],
    [
      'the same digits in two countries',
      { name: 'Noget andet', vatNumber: 'LU10000356' },
      { vatNumber: 'DK10000356' },
    ],
    ['numbers that are none', { name: 'Noget andet', vatNumber: '-' }, { vatNumber: '-' }],
  ])('are two decisions with %s', (_, mine, theirs) => {
    expect(count({ customers: [customer('1', mine)], contacts: [{ ...birk, ...theirs }] })).toBe(2);
  });

  it('still count when one of them was skipped', () => {
    const twin = customer('1', { ...anna, name: 'Birk Byg ApS' });
    const both = { customers: [twin], contacts: [birk] };
    expect(count({ ...both, skips: [skippedAnna] })).toBe(1);
    expect(count({ ...both, skips: [skippedBirk] })).toBe(1);
    expect(count({ ...both, skips: [skippedAnna, skippedBirk] })).toBe(0);
  });

  it('count one by one where one side has several', () => {
    const twins = ['1', '2'].map((id) => customer(id, { name: 'Birk Byg ApS' }));
    expect(count({ customers: twins, contacts: [birk] })).toBe(2);
  });
});
