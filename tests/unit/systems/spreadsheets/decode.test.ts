import { describe, expect, it } from 'vitest';
import { decodeTable } from '../../../../lib/systems/spreadsheets/decode.ts';
import { utf8, utf16, windows1252 } from '../../../sandbox/sheet-bytes.ts';

const letters = 'Navn;By\r\nSmørrebrød på Åen;Ærø\r\n';

describe('the text of a file', () => {
  it.each([
    ['UTF-8', utf8(letters)],
    ['UTF-8 with a mark', utf8(`\uFEFF${letters}`)],
    ['UTF-16', utf16(letters)],
    ['UTF-16, the other byte first', utf16(letters, 'be')],
    ['Windows-1252', windows1252(letters)],
  ])('is the same in %s', (_encoding, bytes) => {
    expect(decodeTable(bytes)).toEqual({ text: letters });
  });

  it('has the dashes and quotes of Windows-1252', () => {
    expect(decodeTable(Uint8Array.of(0x80, 0x96, 0x94))).toEqual({ text: '€–”' });
  });

  it('is empty in an empty file', () => {
    expect(decodeTable(new Uint8Array())).toEqual({ text: '' });
  });

  it.each([
    ['a workbook', 'excel', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 6, 0)],
    ['an old workbook', 'excel', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)],
    [
      'a web page that is called a workbook',
      'excel',
      utf8('\uFEFF<html><table><tr><td>Navn</td></tr></table>'),
    ],
    ['a PDF', 'not-text', utf8('%PDF-1.7 ...')],
    ['NULs', 'not-text', new Uint8Array(1000)],
    ['a picture', 'not-text', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13)],
  ])('is refused for %s', (_what, refused, bytes) => {
    expect(decodeTable(bytes)).toEqual({ refused });
  });
});
