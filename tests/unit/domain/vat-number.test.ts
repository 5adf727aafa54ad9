import { expect, it } from 'vitest';
import { vatNumberFor } from '../../../lib/domain/vat-number.ts';

it.each([
  ['25313763', 'DK', '25313763'],
  ['DK 25 31 37 63', 'DK', '25313763'],
  ['dk-25313763', 'SE', 'DK25313763'],
  ['25.31.37.63', undefined, '25313763'],
  ['CVR 25313763', 'DK', '25313763'],
  ['CVR-nr.: DK 25 31 37 63', 'DK', '25313763'],
  ['Moms nr. 25313763', undefined, '25313763'],
  ['Reg.nr. 25 31 37 63', 'DK', '25313763'],
  ['25313763 (CVR)', undefined, '25313763'],
  ['DK CVR 25313763', 'SE', 'DK25313763'],
  ['NO987654321MVA', undefined, 'NO987654321MVA'],
  ['CHE-123.456.789', 'DK', 'CHE-123.456.789'],
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

it.each([
  ['25313763', 'DK', 'SE', 'DK25313763'],
  ['25313763', 'DK', 'NO', 'DK25313763'],
  ['556036079301', 'SE', 'DK', 'SE556036079301'],
  ['094259216', 'GR', 'DK', 'EL094259216'],
  ['DK 25313763', 'SE', 'DK', '25313763'],
  ['987654321', 'NO', 'SE', '987654321'],
  ['987 654 321 MVA', 'NO', 'DK', '987 654 321 MVA'],
])('%j of %j is in a record of %j written as %j', (written, from, to, sent) => {
  expect(vatNumberFor(written, to, from)).toBe(sent);
});
