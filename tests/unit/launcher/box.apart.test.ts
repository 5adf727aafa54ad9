import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxFrom, DEFAULT_BOX, fitted, NARROWEST, WIDEST } from '../../../components/launcher/box.ts';

const large = { width: 1600, height: 1000 };

describe('the panel in a window', () => {
  it('keeps its position, and reaches down to the margin', () => {
    expect(fitted({ width: 600, right: 40, top: 100 }, large)).toEqual({
      width: 600,
      right: 40,
      top: 100,
      height: 884,
    });
  });

  it.each([
    ['narrower than it may be', { width: 10, right: 16, top: 16 }, large, { width: NARROWEST }],
    ['wider than it may be', { width: 5_000, right: 16, top: 16 }, large, { width: WIDEST }],
    ['over the left edge', { width: 600, right: 5_000, top: 16 }, large, { right: 1_000 }],
    ['over the right edge', { width: 600, right: -50, top: 16 }, large, { right: 0 }],
    ['over the upper edge', { width: 600, right: 16, top: -50 }, large, { top: 0 }],
    ['under the lower edge', { width: 600, right: 16, top: 5_000 }, large, { top: 680, height: 304 }],
    [
      'with fractions of a pixel',
      { width: 600.4, right: 16.5, top: 99.6 },
      large,
      { width: 600, right: 17, top: 100 },
    ],
    ['on a telephone', DEFAULT_BOX, { width: 360, height: 640 }, { width: 352, right: 8, top: 16 }],
    [
      'on a screen less high than the panel',
      DEFAULT_BOX,
      { width: 1600, height: 200 },
      { top: 0, height: 184 },
    ],
  ])('is clamped when it was saved %s', (_, box, window, expected) => {
    expect(fitted(box, window)).toMatchObject(expected);
  });

  it('stays inside, whatever was saved', () => {
    const number = fc.integer({ min: -10_000, max: 10_000 });
    const window = fc.record({
      width: fc.integer({ min: 8, max: 4_000 }),
      height: fc.integer({ min: 0, max: 3_000 }),
    });
    fc.assert(
      fc.property(fc.record({ width: number, right: number, top: number }), window, (box, size) => {
        const { width, right, top, height } = fitted(box, size);
        for (const value of [width, right, top, height]) expect(value).toBeGreaterThanOrEqual(0);
        expect(right + width).toBeLessThanOrEqual(size.width);
        expect(top + height).toBeLessThanOrEqual(size.height);
        if (size.width >= NARROWEST + 8) expect(width).toBeGreaterThanOrEqual(NARROWEST);
        expect(width).toBeLessThanOrEqual(WIDEST);
      }),
    );
  });

  it('is not changed by clamping it again', () => {
    const box = fitted({ width: 700, right: 900, top: 2_000 }, large);
    expect(fitted(box, large)).toEqual(box);
  });
});

describe('a saved box', () => {
  it('is used unchanged', () => {
    const saved = { width: 500, right: 0, top: 12 };
    expect(boxFrom(saved)).toEqual(saved);
  });

  it.each([undefined, null, 'x', 7, [], {}, { width: '500', right: null, top: Number.NaN }])(
    'is replaced by the default unless it holds numbers: %j',
    (saved) => {
      expect(boxFrom(saved)).toEqual(DEFAULT_BOX);
    },
  );

  it('takes the default only for missing or infinite numbers', () => {
    expect(boxFrom({ top: 99, width: Number.POSITIVE_INFINITY, left: 3 })).toEqual({
      ...DEFAULT_BOX,
      top: 99,
    });
  });

  it('does not modify the default', () => {
    boxFrom({ width: 1, right: 2, top: 3 }).width = 4;
    expect(boxFrom(undefined)).toEqual({ width: 520, right: 16, top: 16 });
  });
});
