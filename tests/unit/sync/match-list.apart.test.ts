import { expect, test } from 'vitest';
import { ALL_CLOSED, forNewSearch, isOpen, toggle } from '../../../components/sync/match-list.ts';

test('every group is closed at first, and several can be open', () => {
  expect(isOpen(ALL_CLOSED, 'matched', false)).toBe(false);
  const two = toggle(toggle(ALL_CLOSED, 'matched', false), 'linked', false);
  expect(isOpen(two, 'matched', false)).toBe(true);
  expect(isOpen(two, 'linked', false)).toBe(true);
  expect(isOpen(toggle(two, 'matched', false), 'matched', false)).toBe(false);
});

test('a group where the search has hits is open by itself, as long as it has', () => {
  expect(isOpen(ALL_CLOSED, 'matched', true)).toBe(true);
  expect(isOpen(ALL_CLOSED, 'matched', false)).toBe(false);
});

test('the first press on such a group keeps it open, the second closes it', () => {
  const kept = toggle(ALL_CLOSED, 'matched', true);
  expect(isOpen(kept, 'matched', true)).toBe(true);
  expect(isOpen(kept, 'matched', false)).toBe(true);
  const closed = toggle(kept, 'matched', true);
  expect(isOpen(closed, 'matched', true)).toBe(false);
  expect(isOpen(toggle(closed, 'matched', true), 'matched', true)).toBe(true);
});

test('a group closed during one search opens again for the next one', () => {
  const closed = toggle(toggle(ALL_CLOSED, 'matched', true), 'matched', true);
  expect(isOpen(forNewSearch(closed), 'matched', true)).toBe(true);
  expect(isOpen(forNewSearch(closed), 'matched', false)).toBe(false);
});
