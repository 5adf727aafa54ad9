import { describe, expect, it } from 'vitest';
import { phonesIn, wordsBesidePhones } from '../../../lib/domain/phone.ts';

const numbers = (text: string, country?: string) =>
  phonesIn(text, country).map(({ number, extension }) => (extension ? `${number} x${extension}` : number));

describe('one number in any notation', () => {
  it.each([
    ...['86123456', '86 12 34 56', '+45 86 12 34 56', '0045 86123456', '4586123456', '+45 (0) 86123456'],
    ...['86–12–34–56', '86‑12‑34‑56', '86·12·34·56', '86.12.34.56', '86/12/34/56', '(86) 12 34 56'],
    ...['８６１２３４５６', '86\u{200b}123456', 'tlf. 86 12 34 56', 'Mobil: 86123456', 'tel:+4586123456'],
  ])('%j', (text) => expect(numbers(text)).toEqual(['+4586123456']));

  it.each([
    ['08-123 456 78', 'SE', '+46812345678'],
    ['+46 8 123 456 78', undefined, '+46812345678'],
    ['030 123456', 'DE', '+4930123456'],
  ])('%j of %j', (text, country, number) => expect(numbers(text, country)).toEqual([number]));
});

describe('an extension', () => {
  it.each([
    ...['86123456 lok. 12', '86 12 34 56, lokal 12', '86123456 ext. 12', '86123456 x12', '86123456x12'],
    ...['+45 86123456 #12', '86123456 int. 12', '86123456, lok 12'],
  ])('%j', (text) => expect(numbers(text)).toEqual(['+4586123456 x12']));
});

describe('several numbers in one field', () => {
  it.each([
    ...['86123456, 20304051', '86 12 34 56 / 20 30 40 51', '86123456;20304051', '86123456/20304051'],
    ...['86 12 34 56 eller 20 30 40 51', '86123456 og 20304051', '86123456 20304051', '86123456\n20304051'],
  ])('%j', (text) => expect(numbers(text)).toEqual(['+4586123456', '+4520304051']));

  it('the second of two numbers has an extension', () =>
    expect(numbers('86123456, 20304051 lok. 7')).toEqual(['+4586123456', '+4520304051 x7']));
});

describe('no number', () => {
  it.each(['', '-', 'ring til Jens'])('%j', (text) => expect(phonesIn(text)).toEqual([]));
});

it.each([
  ['86123456', ''],
  ['tlf. 86123456 lok. 12', ''],
  ['86123456 og 20304051', ''],
  ['86123456 (Jens)', 'jens'],
  ['86123456 / 20304051 privat', 'privat'],
])('beside its numbers %j says %j', (text, words) => expect(wordsBesidePhones(text)).toBe(words));
