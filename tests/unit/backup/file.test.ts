import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemOf } from '../../../lib/domain/problem.ts';
import type { Backup, SavedCompany } from '../../../lib/features/backup/contents.ts';
import { FORMAT, readBackup, writeBackup } from '../../../lib/features/backup/file.ts';
import { firstFormat, savedBackup, savedCompany, savedDismissal, savedKept, savedRun } from './build.ts';

/** The fault of a file; undefined when it loads. */
function faultOf(text: string): string | undefined {
  try {
    readBackup(text);
    return undefined;
  } catch (error) {
    const problem = problemOf(error);
    expect(problem).toMatchObject({ system: 'kundebro', code: 'backup' });
    return problem?.quote;
  }
}

const textOf = (backup: Backup) => writeBackup(backup).text;

const loose = (backup: Backup) => JSON.parse(textOf(backup)) as Record<string, unknown>;

describe('a backup file', () => {
  it('round-trips', () => {
    expect(readBackup(textOf(savedBackup()))).toEqual(savedBackup());
  });

  it('of the first format loads, with the API as source', () => {
    const { companies, preferences } = readBackup(firstFormat);
    expect(preferences).toEqual({ language: 'da', theme: 'dark', check: 'off' });
    expect(companies).toEqual([
      {
        id: '637871:41',
        organizationId: 637871,
        organizationName: 'Nordisk Tekst ApS',
        accountId: '41',
        accountName: 'Nordisk Tekst',
        subdomain: 'nordisktekst',
        source: 'api',
        links: [
          {
            customerId: '1',
            contactGuid: '00000000-0000-4000-8000-000000000001',
            customer: 'Bagergården ApS',
            contact: 'Bagergården ApS',
            how: 'match',
            linkedAt: 1,
          },
        ],
        ignored: [{ contactGuid: '00000000-0000-4000-8000-000000000002', name: 'Birk', ignoredAt: 2 }],
        contactNumbers: [{ number: '1037', contactGuid: '00000000-0000-4000-8000-000000000001' }],
        imports: [],
        columns: [],
        dismissals: [],
        kept: [],
        runs: [
          {
            id: 'r',
            kind: 'sync',
            state: 'done',
            startedAt: 1,
            endedAt: 2,
            total: 1,
            finished: 1,
            failed: 0,
            operations: [{ seq: 0, kind: 'link', state: 'done', name: 'Bagergården ApS' }],
          },
        ],
      },
    ]);
  });

  it('of the second format loads, without dismissals and kept differences', () => {
    const file = loose(savedBackup());
    const [{ dismissals: _, kept: __, ...before }] = file.companies as [SavedCompany];
    const preferences = { language: 'en', theme: 'dark' };
    const read = readBackup(JSON.stringify({ ...file, format: 2, preferences, companies: [before] }));
    expect(read).toEqual({
      ...savedBackup([savedCompany({ dismissals: [], kept: [] })]),
      preferences: { ...preferences, check: 'off' },
    });
  });

  it.each([
    ['a difference that is not to stay', { kept: [{ ...savedKept('1'), kept: undefined }] }],
    ['a difference that was decided otherwise', { kept: [{ ...savedKept('1'), answer: 'dinero' }] }],
    ['a difference in something unknown', { kept: [{ ...savedKept('1'), field: '__proto__' }] }],
    ['something looked at that there is not', { dismissals: [{ ...savedDismissal('a'), of: 'x' }] }],
  ])('is refused with %s', (_, wrong) => {
    const file = { ...loose(savedBackup()), companies: [{ ...savedCompany(), ...wrong }] };
    expect(faultOf(JSON.stringify(file))).toBe('damaged');
  });

  it('that would be too long is written without the oldest runs, and counts them', () => {
    const runs = Array.from({ length: 9 }, (_, n) => savedRun(`r${n}`, { startedAt: n }));
    const backup = savedBackup([savedCompany({ runs })]);
    const whole = textOf(backup);
    const { text, left } = writeBackup(backup, whole.length - 1);
    expect(left).toBe(5);
    expect(text.length).toBeLessThan(whole.length);
    expect(readBackup(text).companies[0]?.runs).toEqual(runs.slice(5));
    expect(writeBackup(backup, 10).left).toBe(9);
  });

  it('may begin with a byte-order mark', () => {
    expect(faultOf(`\uFEFF${firstFormat}`)).toBeUndefined();
  });

  it.each([
    ['nothing', '', 'foreign'],
    ['a table', 'navn;cvr\r\nBagergården ApS;10000009', 'foreign'],
    ['other JSON', '{"customers":[]}', 'foreign'],
    ['null', 'null', 'foreign'],
    ['one that was cut off', textOf(savedBackup()).slice(0, -20), 'damaged'],
    ['one without a format', JSON.stringify({ ...loose(savedBackup()), format: undefined }), 'damaged'],
    ['one of a format that never was', JSON.stringify({ ...loose(savedBackup()), format: 0.5 }), 'damaged'],
    ['one without companies', JSON.stringify({ ...loose(savedBackup()), companies: undefined }), 'damaged'],
    ['one of a newer version', JSON.stringify({ kundebro: 'backup', format: FORMAT + 1 }), 'newer'],
  ])('is refused with a reason when it is %s', (_, text, fault) => {
    expect(faultOf(text)).toBe(fault);
  });

  it.each([
    ['an id that is not its companies’', { id: '1:2' }],
    ['a subdomain that is an address', { subdomain: 'evil.example/' }],
    ['a time that is no time', { lastUsedAt: 1e300 }],
    ['a source that there is not', { source: 'constructor' }],
  ])('is refused with %s', (_, wrong) => {
    const file = { ...loose(savedBackup()), companies: [{ ...savedCompany(), ...wrong }] };
    expect(faultOf(JSON.stringify(file))).toBe('damaged');
  });

  it('drops unknown fields, and treats `__proto__` as a plain name', () => {
    const text = textOf(savedBackup()).replace(
      '"companies":[{',
      '"token":"x","companies":[{"__proto__":{"source":"x"},"apiKey":"x",',
    );
    expect(readBackup(text)).toEqual(savedBackup());
    expect(({} as { source?: string }).source).toBeUndefined();
  });

  it('drops repeated entries', () => {
    const company = savedCompany();
    const doubled = savedCompany({
      links: [...company.links, ...company.links],
      ignored: [...company.ignored, ...company.ignored],
      dismissals: [...company.dismissals, ...company.dismissals],
      kept: [...company.kept, ...company.kept],
      runs: [...company.runs, ...company.runs],
    });
    expect(readBackup(textOf(savedBackup([doubled, doubled])))).toEqual(savedBackup([company]));
  });

  it('is a backup or a problem for any JSON', () => {
    fc.assert(fc.property(fc.json(), (text) => void faultOf(text)));
    const within = fc.record({
      kundebro: fc.constant('backup'),
      format: fc.constantFrom(1, 2, 3),
      madeAt: fc.constantFrom('2026-11-25T08:00:00.000Z', '', null),
      preferences: fc.oneof(fc.constant({ language: 'da', theme: 'auto', check: 'off' }), fc.jsonValue()),
      companies: fc.oneof(fc.array(fc.jsonValue()), fc.jsonValue()),
    });
    fc.assert(fc.property(within, (file) => void faultOf(JSON.stringify(file))));
  });

  it('with any value replaced is a backup or a problem', () => {
    const text = textOf(savedBackup());
    const values = [...text.matchAll(/:("[^"]*"|\d+)/g)];
    fc.assert(
      fc.property(fc.nat(values.length - 1), fc.jsonValue(), (place, value) => {
        const { index, 0: found } = values[place]!;
        faultOf(`${text.slice(0, index)}:${JSON.stringify(value)}${text.slice(index + found.length)}`);
      }),
    );
  });
});
