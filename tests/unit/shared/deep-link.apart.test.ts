import { expect, test } from 'vitest';
import { type Asked, askedIn, partFor } from '../../../components/shared/deep-link.ts';

const asked: Asked[] = [
  { what: 'reset', connectionId: '637871:41' },
  { what: 'reset', connectionId: '637871:nordisk/tekst #1' },
  { what: 'undo', connectionId: '637871:41', runId: '0b9f4a52-6d1c' },
  { what: 'undo', connectionId: 'a%b', runId: 'c/d' },
];

test.each(asked)('reads %j from its own address', (one) => {
  expect(askedIn(`#${partFor(one)}`)).toEqual(one);
});

test.each([
  '',
  '#',
  '#trin',
  '#kundetabel',
  '#nulstil',
  '#nulstil/',
  '#fortryd/637871:41',
  '#fortryd//a',
  '#x/a/b',
  '#nulstil/%zz',
])('reads nothing from %j', (hash) => {
  expect(askedIn(hash)).toBeUndefined();
});
