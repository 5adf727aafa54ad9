import { expect, it } from 'vitest';
import { aligned } from './table.ts';

it('puts the first column of a table to the left and figures to the right, under headings of any length', () => {
  expect(aligned([['', 'ms'], ['a long heading over it'], ['ours', '12,000'], ['theirs', '9']])).toBe(
    ['            ms', 'a long heading over it', 'ours    12,000', 'theirs       9'].join('\n'),
  );
});
