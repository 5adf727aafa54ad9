import { expect, it } from 'vitest';
import { vatNumberFor } from '../../lib/remote/vat.ts';

it.each([
  ['25313763', 'DK', '25313763'],
  ['DK 25 31 37 63', 'DK', '25313763'],
  ['dk-25313763', 'SE', '25313763'],
  ['25.31.37.63', undefined, '25313763'],
  ['CVR 25313763', 'DK', '25313763'],
  ['556036-0793 01', 'SE', 'SE556036079301'],
  ['SE556036079301', 'SE', 'SE556036079301'],
  ['SE556036079301', 'DK', 'SE556036079301'],
  ['U12345678', 'AT', 'ATU12345678'],
  ['094259216', 'GR', 'EL094259216'],
  ['EL094259216', 'GR', 'EL094259216'],
  ['NO 974 760 673 MVA', 'NO', 'NO 974 760 673 MVA'],
  ['ukendt', 'DK', 'ukendt'],
  ['  ', 'DK', undefined],
  [undefined, 'DK', undefined],
])('%j of %j becomes %j', (written, country, sent) => {
  expect(vatNumberFor(written, country)).toBe(sent);
});
