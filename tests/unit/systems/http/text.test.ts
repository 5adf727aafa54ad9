import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { singleSpaced } from '../../../../lib/domain/text.ts';
import { hide, plainText } from '../../../../lib/systems/http/text.ts';

describe('plainText', () => {
  it.each([
    ['<h1>We will be  back</h1>\n<p>soon</p>', 'We will be back soon'],
    ['<script>alert(1)</script>Fejl', 'Fejl'],
    ['<script>alert(1)', undefined],
    ['Navn &lt;b&gt; &amp; S&#248;n &nbsp;', 'Navn b> & Søn'],
    ['&lt;script&gt;x', 'script>x'],
    ['<<b>script>', '< script>'],
    ['<&lt;script&gt;', 'script>'],
    ['antal < 8 cifre', 'antal < 8 cifre'],
    ['<!-- skjult -->Åben', 'Åben'],
    ['a\u202eb\u0000c\u2028d', 'a b c d'],
    ['&#xffffff;&#0;', '&#xffffff;&#0;'],
    ['', undefined],
    ['<br>', undefined],
  ])('of %j is %j', (text, plain) => {
    expect(plainText(text)).toBe(plain);
  });

  it('is cut without splitting a character', () => {
    const plain = plainText(`${'x'.repeat(298)}😀😀`);
    expect(plain).toHaveLength(299);
    expect(plain?.endsWith('x…')).toBe(true);
  });

  it('never contains markup, and never exceeds the length', () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '<b',
      '<script',
      '</',
      '&lt;',
      '&#60;',
      '!',
      '/',
      'a',
      ' ',
      '"',
      '<!--',
      '-->',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((list) => list.join('')),
        ),
        (text) => {
          const plain = plainText(text, 40) ?? '';
          expect(plain).not.toMatch(/<[a-z!/?]/i);
          expect(plain.length).toBeLessThanOrEqual(40);
        },
      ),
    );
  });

  it('is fast on a very large page', () => {
    expect(plainText('<'.repeat(5_000_000))).toHaveLength(300);
  });
});

describe('hiding secrets', () => {
  it('finds them plain and URL-encoded', () => {
    expect(hide('nøgle=a%2Fb%2Bc, a/b+c', ['a/b+c'])).toBe('nøgle=***, ***');
  });

  it('ignores empty and very short secrets', () => {
    expect(hide('abc', ['', 'a'])).toBe('abc');
  });
});

it('singleSpaced replaces all white space', () => {
  expect(singleSpaced('  Hansens \n\t VVS\u00a0 ApS ')).toBe('Hansens VVS ApS');
});
