/** Names that nobody can know anything by, though both may be spelt the same, and names that are hard to read. */
import type { Random } from '../sandbox/random.ts';
import { firstNames, stems, surnames, trades } from '../sandbox/words.ts';
import { type Apart, twoOf, written } from './sister-names.ts';

const symbols = [
  '+',
  '*',
  '***',
  '!',
  '!!!',
  '?',
  '&',
  '-',
  '–',
  '.',
  '...',
  '@',
  '#',
  '%',
  '§',
  '♥',
  '★',
  '∞',
  '🎉',
  '()',
  '//',
  '=',
  '"',
];
const forms = ['ApS', 'A/S', 'I/S', 'K/S', 'P/S', 'IVS', 'aps', 'AS', 'A.p.S.'];

const everyday = [
  ...[
    'Kunde',
    'Kunder',
    'Privat',
    'Privatkunde',
    'Diverse',
    'Diverse kunder',
    'Div. kunder',
    'Kontant',
    'Kontantkunde',
  ],
  ...[
    'Kontantsalg',
    'Ukendt',
    'Ukendt kunde',
    'Test',
    'Testkunde',
    'Ny kunde',
    'Webshop',
    'Salg',
    'Firma',
    'Erhverv',
  ],
  ...[
    'Firmaet',
    'Butik',
    'Butikken',
    'Klinik',
    'Kontor',
    'Transport Service',
    'Tømrer',
    'Tømrer og snedker',
    'Murer',
  ],
  ...[
    'Maler',
    'VVS',
    'El',
    'IT',
    'IT Service',
    'Rengøring',
    'Rengøring Service',
    'Bageri',
    'Café',
    'Restaurant',
  ],
  ...[
    'Skole',
    'Børnehave',
    'Forening',
    'Ejerforening',
    'Boligforening',
    'Kommune',
    'Kirke',
    'Sportsklub',
    'Advokat',
  ],
  ...[
    'Revisor',
    'Konsulent',
    'Leverandør',
    'Kreditor',
    'Debitor',
    'Intern',
    'Faktura',
    'Navn',
    'Holding',
    'Danmark',
  ],
  ...[
    'International',
    'Gruppen',
    'Service',
    'Auto',
    'Auto Service',
    'Bilsalg',
    'Gave',
    'Medarbejder',
    'Hr.',
    'Fru',
  ],
  ...[
    'Ejendomsselskab',
    'Den lokale forening',
    'Vognmand',
    'Taxa',
    'Salon',
    'Frisør',
    'Catering',
    'Medlem',
    'Gæst',
  ],
];

const scripts = [
  ['Мост', 'Река', 'Зима', 'Гора', 'Свет'],
  ['Γέφυρα', 'Θάλασσα', 'Ήλιος', 'Βουνό'],
  ['شركة', 'جبل', 'نهر', 'قمر', 'بحر'],
  ['山川', '大海', '明月', '青木', '白石'],
  ['다리', '바다', '하늘', '구름'],
];

const endings = ['dk', 'com', 'se', 'no', 'eu', 'net', 'org', 'de', 'nu', 'shop'];
const host = (random: Random): string =>
  `${random.pick(stems)}${random.pick(['', random.pick(trades)])}`
    .toLowerCase()
    .replace(/[æøå]/g, (letter) => ({ æ: 'ae', ø: 'oe', å: 'aa' })[letter]!)
    .replace(/[^a-z]/g, '');
const before = ['', '', 'www.', 'https://', 'http://www.'];

const filler =
  'Foreningen til fremme af den lokale kultur og det frie samvær mellem beboere grundejere lejere og venner af byens gamle havn';
/** Words that fill a name. */
const manyWords = (count: number, random: Random): string[] => {
  const start = random.pick(stems);
  return [start, ...Array.from({ length: count }, (_, at) => filler.split(' ')[at % 20]!)];
};

const distinct = (random: Random) =>
  random.pick([
    () => twoOf(stems, random),
    () => twoOf(surnames, random),
    () => twoOf(['1', '2', '12', '21', 'VII', 'VIII', '1921', '1934', 'A', 'B'], random),
    () => twoOf(['Aalborg', 'Vejle', 'Odense', 'Kolding'], random),
  ])();

/** The kinds, each with the ways of it. */
export const apartByNothing = {
  symbols: [
    (_, random) => {
      const [sign, form] = [random.pick(symbols), random.pick(forms)];
      return [`${sign} ${form}`, `${sign} ${form}`];
    },
    (_, random) => {
      const [[one, other], form] = [twoOf(symbols, random), random.pick(forms)];
      return [`${one} ${form}`, `${other} ${form}`];
    },
    (_, random) => {
      const form = random.pick(forms);
      return [form, form];
    },
  ],
  'symbol beside a letter': [
    ({ form }, random) => {
      const [one, other] = twoOf(['+', '-', '#', '++', '*', '=', '!'], random);
      const [letter, more] = [random.pick([...'ACFKX']), random.pick(['', ` ${random.pick(trades)}`])];
      return [written(`${letter}${one}${more}`, form), written(`${letter}${other}${more}`, form)];
    },
  ],
  everyday: [
    (_, random) => {
      const name = random.pick(everyday);
      return [name, name];
    },
    (_, random) => {
      const name = random.pick([
        random.pick(trades),
        `${random.pick(trades)} ${random.pick(['Service', 'Firma', 'Kunde', 'Butik', 'Center', 'Danmark'])}`,
        `${random.pick(trades)} & ${random.pick(trades)}`,
      ]);
      return [name, name];
    },
  ],
  'given name alone': [
    (_, random) => {
      const name = random.pick([
        random.pick(firstNames),
        random.pick(firstNames),
        `Hr. ${random.pick(firstNames)}`,
      ]);
      return [name, name];
    },
  ],
  web: [
    ({ form }, random) => {
      const short = random.pick(['Kr.', 'Chr.', 'J.', 'Sdr.', 'Nr.', 'Fr.', 'St.', 'Jens.', 'A.P.']);
      const [one, other] = twoOf(surnames, random);
      return [written(`${short}${one}`, form), written(`${short}${other}`, form)];
    },
    (_, random) => {
      const [[one, other], own, lead] = [twoOf(endings, random), host(random), random.pick(before)];
      return [`${lead}${own}.${one}`, `${random.pick([lead, ...before])}${own}.${other}`];
    },
    (_, random) => {
      const [[one, other], own] = [
        twoOf(['shop', 'blog', 'aalborg', 'vejle', 'odense'], random),
        host(random),
      ];
      return random.chance(0.5)
        ? [`${one}.${own}.dk`, `${other}.${own}.dk`]
        : [`${own}.dk/${one}`, `${own}.dk/${other}`];
    },
    (_, random) => {
      const [own, one, other] = [host(random), host(random), host(random)];
      return one === other ? undefined : [`www.${own}-${one}.dk`, `www.${own}-${other}.dk`];
    },
  ],
  'e-mail address': [
    (_, random) => {
      const [[one, other], own] = [
        twoOf(
          firstNames.filter((name) => !/[æøå]/i.test(name)),
          random,
        ),
        host(random),
      ];
      return [`${one.toLowerCase()}@${own}.dk`, `${other.toLowerCase()}@${own}.dk`];
    },
  ],
  script: [
    ({ form }, random) => {
      const words = random.pick(scripts);
      const [one, other] = twoOf(words, random);
      const first = random.pick(words.filter((word) => word !== one && word !== other));
      return [written(`${first} ${one}`, form), written(`${first} ${other}`, form)];
    },
  ],
  'long tail': [
    ({ form }, random) => {
      const start = manyWords(random.between(28, 40), random).join(' ');
      const [one, other] = distinct(random);
      return [written(`${start} ${one}`, form), written(`${start} ${other}`, form)];
    },
    ({ form }, random) => {
      const start = `${random.pick(stems)}${'selskabet'.repeat(random.between(18, 25))}`;
      const [one, other] = distinct(random);
      return [written(`${start} ${one}`, form), written(`${start} ${other}`, form)];
    },
  ],
  'many words': [
    ({ form }, random) => {
      const words = manyWords(random.between(14, 19), random);
      const [one, other] = distinct(random);
      const at = random.between(10, words.length);
      const wordsWith = (word: string) => written(words.toSpliced(at, 0, word).join(' '), form);
      return [wordsWith(one), wordsWith(other)];
    },
    ({ base, form }, random) => {
      const start = `${[...'ABCDEFGHIJKLMN'].slice(0, random.between(8, 14)).join(' ')} ${base}`;
      const [one, other] = distinct(random);
      return [written(`${start} ${one}`, form), written(`${start} ${other}`, form)];
    },
  ],
} satisfies Record<string, Apart[]>;
