import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Contact } from '../../../lib/domain/customer.ts';
import { contactsOnPage, holdsName, plainName } from '../../../lib/features/panel/contact-on-page.ts';
import type { PageReport } from '../../../lib/messaging/page-report.ts';
import { contact } from '../../helpers/flow.ts';

const report = (heading?: string, title?: string): PageReport => ({
  url: 'https://app.dinero.dk/637871/contacts/7',
  heading,
  title,
  state: 'changed',
});

const contacts = [
  contact('hansen', { name: 'Hansen' }),
  contact('son', { name: 'Hansen & Søn' }),
  contact('vvs', { name: 'Østergård VVS ApS' }),
  contact('twin-1', { name: 'Café Måne' }),
  contact('twin-2', { name: 'CAFÉ  MÅNE' }),
  contact('short', { name: 'BP' }),
  contact('nameless', { name: '' }),
];
const on = (heading?: string, title?: string) => contactsOnPage(contacts, report(heading, title));

describe('a text holds a name', () => {
  it.each([
    ['Hansen', 'Hansen'],
    ['Kontakt: Hansen (12)', 'Hansen'],
    ['Hansen, Aarhus', 'hansen'],
    ['Hansens og Hansen', 'Hansen'],
    ['  østergård   vvs aps ', 'Østergård VVS ApS'],
    ['Cafe\u0301 Ma\u030ane', 'Café Måne'],
    ['BP', 'bp'],
    ['Faktura til A/S Åen', 'A/S Åen'],
  ])('%j does %j', (text, name) => {
    expect(holdsName(text, name)).toBe(true);
  });

  it.each([
    ['Hansens VVS', 'Hansen'],
    ['Johansen', 'Hansen'],
    ['Hansen2', 'Hansen'],
    ['Hansenå', 'Hansen'],
    ['BP Danmark', 'BP'],
    ['Hansen', 'Hansen & Søn'],
    ['Østergard VVS ApS', 'Østergård VVS ApS'],
    ['', 'Hansen'],
    ['Hansen', ''],
    ['', ''],
    ['   ', '  '],
  ])('%j does not %j', (text, name) => {
    expect(holdsName(text, name)).toBe(false);
  });
});

describe('a page is about a contact for certain', () => {
  it.each([
    ['whose name is its heading', 'Hansen', undefined, 'hansen'],
    ['whose name is its title', undefined, 'Hansen & Søn', 'son'],
    ['whose name is a part of its title', undefined, 'Østergård VVS ApS - Dinero', 'vvs'],
    ['whose name stands last in its title', undefined, 'Dinero | Kontakter | Østergård VVS ApS', 'vvs'],
    ['after a dash', undefined, 'Kontakt – Østergård VVS ApS', 'vvs'],
    ['after a dot', undefined, 'Dinero · Østergård VVS ApS', 'vvs'],
    ['that heading and title name alike', 'Østergård VVS ApS', 'Østergård VVS ApS — Dinero', 'vvs'],
    ['in other case and with other spaces', ' ØSTERGÅRD  vvs\u00a0aps ', undefined, 'vvs'],
    ['with letters put together otherwise', 'Østerga\u030ard VVS ApS', undefined, 'vvs'],
    ['with a name of two letters', 'BP', 'BP - Dinero', 'short'],
    ['though the title has words of its own', 'Hansen', 'Kontakter - Dinero', 'hansen'],
    ['though the heading has words of its own', 'Kontaktkort', 'Hansen - Dinero', 'hansen'],
    ['whose name holds another’s', 'Hansen & Søn', 'Hansen & Søn - Dinero', 'son'],
  ])('%s', (_, heading, title, guid) => {
    expect(on(heading, title)).toEqual({ guids: [guid], unique: true });
  });
});

describe('a page may be about a contact, and nobody can tell', () => {
  it.each([
    ['whose name stands among other words', 'Ret Østergård VVS ApS', undefined, ['vvs']],
    [
      'whose name stands among other words of the title',
      undefined,
      'Ret Østergård VVS ApS - Dinero',
      ['vvs'],
    ],
    ['of two with the same name', 'Café Måne', undefined, ['twin-1', 'twin-2']],
    [
      'whom its heading names, and its title another',
      'Hansen',
      'Østergård VVS ApS - Dinero',
      ['hansen', 'vvs'],
    ],
    [
      'whom its heading names, and its title another with words around',
      'Hansen',
      'Om Østergård VVS ApS',
      ['hansen', 'vvs'],
    ],
    [
      'whom its title names, and its heading another with words around',
      'Om Østergård VVS ApS',
      'Hansen',
      ['hansen', 'vvs'],
    ],
    [
      'whom its title names with words around, and its heading a longer one',
      'Hansen',
      'Om Hansen & Søn',
      ['hansen', 'son'],
    ],
    ['of two that one text names', 'Østergård VVS ApS og Hansen', undefined, ['hansen', 'vvs']],
  ])('%s', (_, heading, title, guids) => {
    expect(on(heading, title)).toEqual({ guids, unique: false });
  });

  it('and those named in full come first', () => {
    expect(on('Om Østergård VVS ApS', 'Hansen').guids).toEqual(['hansen', 'vvs']);
  });
});

describe('a page is about nobody', () => {
  it.each([
    ['without heading and title', undefined, undefined],
    ['with empty ones', '', ''],
    ['with spaces only', '   ', ' - '],
    ['with a longer word', 'Hansens Eftf.', 'Johansen - Dinero'],
    ['with a short name among other words', 'BP Danmark', 'BP2 - Dinero'],
    ['with a part of a name', 'Østergård VVS', 'Søn - Dinero'],
    ['with a name that only the title’s end cuts', undefined, 'Østergård - VVS ApS'],
  ])('%s', (_, heading, title) => {
    expect(on(heading, title)).toEqual({ guids: [], unique: false });
  });

  it('when there are no contacts', () => {
    expect(contactsOnPage([], report('Hansen', 'Hansen'))).toEqual({ guids: [], unique: false });
  });
});

it('a name of spaces only is no name', () => {
  const blank = [contact('blank', { name: ' ' })];
  expect(contactsOnPage(blank, report('  ', ' - '))).toEqual({ guids: [], unique: false });
});

it('a separator that belongs to the name does not part it', () => {
  const dashed = [contact('a', { name: 'Sol - Vind' }), contact('b', { name: 'Vind' })];
  expect(contactsOnPage(dashed, report(undefined, 'Sol - Vind')).unique).toBe(false);
  expect(contactsOnPage([dashed[0]!], report(undefined, 'Sol - Vind'))).toEqual({
    guids: ['a'],
    unique: true,
  });
  expect(contactsOnPage(dashed, report('Sol - Vind'))).toEqual({ guids: ['a'], unique: true });
});

/** Slow and plain: who is named in full, and who among other words that are not a longer name. */
function namedByHand(contacts: readonly Contact[], texts: readonly string[]) {
  const isExact = ({ name }: Contact) =>
    plainName(name) !== '' && texts.some((text) => plainName(text) === plainName(name));
  const stands = ({ name }: Contact) => texts.some((text) => holdsName(text, name));
  const isPart = ({ name }: Contact) =>
    contacts.some((other) => other.name.length > name.length && holdsName(other.name, name) && stands(other));
  const inside = contacts.filter((each) => !isExact(each) && stands(each) && !isPart(each));
  return {
    exact: contacts.filter(isExact).map(({ guid }) => guid),
    inside: inside.map(({ guid }) => guid),
  };
}

describe('whatever stands on the page and in the lists', () => {
  const word = fc.constantFrom(
    'Hansen',
    'hansen',
    'Søn',
    '&',
    '-',
    '|',
    'ApS',
    'A',
    'Å',
    'A\u030a',
    ' ',
    '',
    '𝒜',
    '((',
  );
  const name = fc.oneof(
    fc.array(word, { maxLength: 5 }).map((words) => words.join(' ')),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constant('Hansen '.repeat(1500)),
  );
  const list = fc
    .array(name, { maxLength: 8 })
    .map((names) => names.map((each, at) => contact(`guid-${at}`, { name: each })));
  /** Texts that often hold a name of the list. */
  const scene = list.chain((all) => {
    const names = fc.constantFrom('', ...all.map((each) => each.name));
    const text = fc.option(
      fc.tuple(word, names, word).map((parts) => parts.join(' ')),
      { nil: undefined },
    );
    return fc.record({ all: fc.constant(all), heading: fc.oneof(names, text), title: fc.oneof(names, text) });
  });

  it('the page is about one contact only when heading or a part of the title is its whole name', () => {
    let certain = 0;
    fc.assert(
      fc.property(scene, ({ all, heading, title }) => {
        const { guids, unique } = contactsOnPage(all, report(heading, title));
        expect(new Set(guids).size).toBe(guids.length);
        if (!unique) return;
        certain += 1;
        expect(guids).toHaveLength(1);
        const found = plainName(all.find(({ guid }) => guid === guids[0])?.name ?? '');
        expect(found).not.toBe('');
        const parts = [heading ?? '', title ?? '', ...(title ?? '').split(/\s+[-–—|·•:]\s+/)];
        expect(parts.map(plainName)).toContain(found);
        expect(all.filter((each) => plainName(each.name) === found)).toHaveLength(1);
      }),
      { numRuns: 1000 },
    );
    expect(certain).toBeGreaterThan(50);
  });

  it('those are named whom a comparison of each with each text and with all others names', () => {
    const few = fc.constantFrom('abc', 'Abc', 'ab', 'de', 'J\u030c', 'x', '-', 'abcd');
    const gap = fc.constantFrom(' ', '  ', '\u00a0', ' - ', '', '.');
    const line = (maxLength: number) =>
      fc.array(fc.tuple(few, gap), { maxLength }).map((pairs) => pairs.flat().join(''));
    const all = fc
      .array(fc.oneof(line(4), name), { maxLength: 12 })
      .map((names) => names.map((each, at) => contact(`guid-${at}`, { name: each })));
    const text = fc.option(line(12), { nil: undefined });
    fc.assert(
      fc.property(all, text, text, (contacts, heading, title) => {
        const lists = [heading ? [heading] : [], title ? [title, ...title.split(/\s+[-–—|·•:]\s+/)] : []];
        const byHand = lists.map((texts) => namedByHand(contacts, texts));
        const guids = [...byHand.flatMap(({ exact }) => exact), ...byHand.flatMap(({ inside }) => inside)];
        expect(contactsOnPage(contacts, report(heading, title)).guids).toEqual([...new Set(guids)]);
      }),
      { numRuns: 300 },
    );
  });

  it('the order of the lists does not matter', () => {
    fc.assert(
      fc.property(scene, ({ all, heading, title }) => {
        const one = contactsOnPage(all, report(heading, title));
        const other = contactsOnPage(all.toReversed(), report(heading, title));
        expect(other.unique).toBe(one.unique);
        expect(other.guids.toSorted()).toEqual(one.guids.toSorted());
      }),
    );
  });
});

it('names of 10,000 letters are names like others', () => {
  const many = Array.from({ length: 50 }, (_, at) =>
    contact(`long-${at}`, { name: `${'a '.repeat(5_000)}${at}` }),
  );
  const text = 'a '.repeat(150);
  expect(contactsOnPage([...many, contact('a', { name: 'a a a' })], report(text, text))).toEqual({
    guids: ['a'],
    unique: false,
  });
});

it.each([
  ['all alike', () => 'abc'],
  ['of two names', (at: number) => (at % 2 ? 'abc' : 'def ghi')],
  ['of names within each other', (at: number) => (at % 2 ? 'abc' : 'abc def')],
  ['written with more and more spaces', (at: number) => `abc${' '.repeat(at)}def`],
])('however many stand on a page, each is looked at once: %s', (_, nameAt) => {
  let looks = 0;
  const many = Array.from({ length: 300 }, (_, at) => ({
    ...contact(`guid-${at}`),
    get name() {
      looks += 1;
      return nameAt(at);
    },
  }));
  const text = 'abc def ghi '.repeat(20);
  contactsOnPage(many, report(text, text));
  expect(looks).toBeLessThanOrEqual(many.length);
});

it('prepares the names of a list only once', () => {
  let reads = 0;
  const counted = {
    ...contact('hansen', { name: 'Hansen' }),
    get name() {
      reads += 1;
      return 'Hansen';
    },
  };
  const list = [counted];
  contactsOnPage(list, report('Hansen'));
  const once = reads;
  expect(contactsOnPage(list, report('Hansen')).unique).toBe(true);
  expect(reads).toBe(once);
  contactsOnPage([counted], report('Hansen'));
  expect(reads).toBe(2 * once);
});
