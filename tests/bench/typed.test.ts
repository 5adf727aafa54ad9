import { describe, expect, it } from 'vitest';
import { makeRandom } from '../sandbox/random.ts';
import { wrongEncodings } from './encodings.ts';
import { sandboxNames } from './names.ts';
import { makePair } from './pairs.ts';
import { kinds } from './typed.ts';

const written = (kind: keyof typeof kinds, entry: { name: string; person?: boolean; host?: string }) => {
  const random = makeRandom(1);
  return kinds[kind].flatMap((way) => Array.from({ length: 20 }, () => way(entry, random)));
};

describe('wrong encodings', () => {
  it('break the Danish letters the way programs do', () => {
    const broken = wrongEncodings.map((read) => read('Øl på København'));
    expect(broken).toEqual(
      expect.arrayContaining([
        'Ã˜l pÃ¥ KÃ¸benhavn',
        'Ïl pÕ K°benhavn',
        '╪l pσ K°benhavn',
        '\u009dl p† K›benhavn',
        '\\l p} K|benhavn',
        '?l p? K?benhavn',
        '&Oslash;l p&aring; K&oslash;benhavn',
      ]),
    );
  });

  it('leave other letters as they are', () => {
    expect(wrongEncodings.map((read) => read('Nordlys A/S (1)'))).toEqual(
      wrongEncodings.map(() => 'Nordlys A/S (1)'),
    );
  });
});

describe('names as they get typed', () => {
  it('are cut off after 20 to 30 letters', () => {
    const name = 'Vognmandsforretningen Skovbrynet og Sønner ApS';
    for (const cut of written('cut off', { name })) {
      expect(name.startsWith(cut ?? '-')).toBe(true);
      expect(cut?.length).toBeGreaterThanOrEqual(20);
      expect(cut?.length).toBeLessThanOrEqual(30);
    }
  });

  it('become a web address without the legal form, unless they are a person’s', () => {
    const plain = written('web address', { name: 'Møller & Søn Byg A/S' }).map((address) =>
      address?.toLowerCase().replace(/^(https?:\/\/)?(www\.)?|\/$|-/g, ''),
    );
    expect(plain).toContain('moellersoenbyg.dk');
    expect(plain).toContain('mollerogsonbyg.com');
    expect(plain.filter((address) => address?.includes('a/s'))).toEqual([]);
    expect(written('web address', { name: 'Signe Møller', person: true })[0]).toBeUndefined();
  });

  it('become the company’s own web address when that has to do with the name', () => {
    const own = { name: 'Blå Bølge A/S', host: 'blaa-boelge.example' };
    expect(written('own web address', own)).toContain('https://www.blaa-boelge.example/');
    expect(written('own web address', { ...own, host: 'directory.example' })[0]).toBeUndefined();
    expect(written('own web address', { name: own.name })[0]).toBeUndefined();
  });

  it('are not counted when a kind has nothing to change in them', () => {
    const pool = [{ name: 'Nordlys ApS' }, { name: 'Sølvbæk ApS' }];
    const { source, counted } = makePair({ pool, count: 2, seed: 1, ways: kinds['wrong encoding'] });
    expect(source).toHaveLength(2);
    expect(counted.map(({ name }) => name)).toEqual([expect.not.stringContaining('Nordlys')]);
  });
});

describe('a pair of lists', () => {
  const make = (seed: number) =>
    makePair({ pool: sandboxNames(500, 1), count: 400, seed, ways: kinds.remark });

  it('is the same for the same seed, and another for another', () => {
    expect(make(1)).toEqual(make(1));
    expect(make(1).target).not.toEqual(make(2).target);
  });

  it('knows the partners of three quarters, by their unchanged names', () => {
    const { source, target, truth } = make(1);
    const names = new Map(target.map(({ id, name }) => [id, name]));
    const partnered = source.filter(({ id }) => truth[id]?.length);
    expect(partnered.length / source.length).toBeCloseTo(0.75, 1);
    for (const { id, name } of partnered) expect(name).toContain(names.get(truth[id]?.[0] ?? ''));
    expect(target).toHaveLength(400);
  });
});

describe('names from the sandbox', () => {
  it('are as many different ones as are wanted', () => {
    const names = sandboxNames(20_000, 5).map(({ name }) => name.toLowerCase());
    expect(new Set(names).size).toBe(20_000);
  });
});
