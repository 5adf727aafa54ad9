import { describe, expect, it } from 'vitest';
import { emailsIn } from '../../../lib/domain/email.ts';
import { postalCode } from '../../../lib/domain/postal-code.ts';
import { comparableText, readable } from '../../../lib/domain/text.ts';

describe('texts that look the same', () => {
  it.each([
    ['Sol\u{ad}ris', 'Solris'],
    ['Sol\u{200b}ris', 'Solris'],
    ['\u{feff}Solris\u{200e}', 'Solris'],
    ['So\u{2060}lris', 'Solris'],
    ['Graﬁk', 'Grafik'],
    ['Ｓｏｌｒｉｓ', 'Solris'],
    ['A\u{30a}kær', 'Åkær'],
    ['Nr. ١٢', 'Nr. 12'],
    ['Nr. १२', 'Nr. 12'],
    ['Nr. ①②', 'Nr. 12'],
    ['Bo™', 'Bo'],
    ['Bo®', 'Bo'],
    ['Kaffe ☕️', 'Kaffe ☕'],
  ])('%j is %j', (text, same) => expect(readable(text)).toBe(same));

  it('comparableText ignores case and repeated spaces', () =>
    expect(comparableText(' ＡＬＦＡ\u{a0} Syn ')).toBe('alfa syn'));
});

describe('e-mails', () => {
  it.each([
    ['A@b.dk', ['a@b.dk']],
    ['a@b.dk; c@d.dk', ['a@b.dk', 'c@d.dk']],
    ['a@b.dk, c@d.dk', ['a@b.dk', 'c@d.dk']],
    ['a@b.dk c@d.dk', ['a@b.dk', 'c@d.dk']],
    ['a@b.dk/c@d.dk', ['a@b.dk', 'c@d.dk']],
    ['a@b.dk og c@d.dk', ['a@b.dk', 'c@d.dk']],
    ['a@b.dk; A@B.dk', ['a@b.dk']],
    ['Jens Bo <a@b.dk>', ['a@b.dk']],
    ['mailto:a@b.dk', ['a@b.dk']],
    ['a\u{200b}@b.dk', ['a@b.dk']],
    ['faktura@blåbærgrød.dk', ['faktura@blåbærgrød.dk']],
    ['a.b+c@x-y.co.uk.', ['a.b+c@x-y.co.uk']],
    ['a@b', []],
    ['ingen', []],
    ['', []],
  ])('%j', (text, emails) => expect(emailsIn(text)).toEqual(emails));
});

describe('postal codes', () => {
  it.each([
    ['8000', undefined, '8000'],
    ['DK-8000', undefined, '8000'],
    ['DK 8000', 'SE', '8000'],
    ['SE-111 22', 'SE', '11122'],
    ['S-111 22', 'SE', '11122'],
    ['D-10115', 'DE', '10115'],
    ['SW1A 1AA', 'GB', 'sw1a1aa'],
    ['８０００', 'DK', '8000'],
  ])('%j of %j is %j', (text, country, code) => expect(postalCode(text, country)).toBe(code));
});
