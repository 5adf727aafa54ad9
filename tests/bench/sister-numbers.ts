/** Sisters that differ in a number, however it is written. */
import type { Random } from '../sandbox/random.ts';
import { type Apart, anywhere, oneOrOther, type Put, put, type Two, twoOf, written } from './sister-names.ts';

const numbered: readonly Put[] = [
  ...anywhere,
  ({ base, form }, no) => written(`${base} Nr. ${no}`, form),
  ({ base, form }, no) => written(`${base} nr ${no}`, form),
  ({ base, form }, no) => written(`${base} nr.${no}`, form),
  ({ base, form }, no) => written(`${base} No. ${no}`, form),
  ({ base, form }, no) => written(`${base} #${no}`, form),
  ({ base, form }, no) => written(`${base} [${no}]`, form),
  ({ base, form }, no) => written(`${base}${no}`, form),
  ({ base, form }, no) => written(`${base}-${no}`, form),
  ({ base, form }, no) => written(base.replace(/ |$/, `${no} `).trim(), form),
  ({ base, form }, no) => written(`${no}${base}`, form),
  ({ base, form }, no) => `Nr. ${no} ${written(base, form)}`,
  ({ base, form }, no) => `${no}: ${written(base, form)}`,
  ({ base, form }, no) => `${no}. ${written(base, form)}`,
];

/** Of one digit or of as many as a telephone number; the one may begin like the other. */
function twoNumbers(random: Random): Two {
  const number = () => `${random.between(1, 9)}${random.digits(random.pick([0, 0, 1, 1, 1, 2, 3, 4, 5, 7]))}`;
  const one = number();
  const longer = `${one}${random.between(0, 9)}`;
  const next = String(Number(one) + 1);
  const other = random.pick([longer, next, number(), number(), number()]);
  return other === one ? [one, next] : [one, other];
}

/** A number and the same with two of its digits swapped. */
function swapped(random: Random): Two {
  const [a, b] = twoOf([...'123456789'], random);
  const [front, back] = [random.pick(['', '', '1', '20']), random.pick(['', '', '7', '00'])];
  return [`${front}${a}${b}${back}`, `${front}${b}${a}${back}`];
}

const letterAndNumber: readonly Put[] = ['P ', 'P', 'K', 'Afd. ', 'Hus ', 'Projekt ', 'Pulje '].map(
  (label): Put =>
    ({ base, form }, no) =>
      written(`${base} ${label}${no}`, form),
);

const years: readonly Put[] = [
  ...anywhere,
  ({ base, form }, year) => written(`${base} af ${year}`, form),
  ({ base, form }, year) => written(`${base} anno ${year}`, form),
  ({ base, form }, year) => written(`${base} ’${year.slice(2)}`, form),
  ({ base, form }, year) => written(`${base} ${year}/${Number(year.slice(2)) + 1}`, form),
  ({ base, form }, year) => written(`${base}${year}`, form),
];
const twoYears = (random: Random): Two => {
  const [one, other] = twoOf(
    Array.from({ length: 79 }, (_, at) => 1910 + at),
    random,
  );
  return random.chance(0.5) ? [`${one}`, `${other}`] : [`${2010 + (one % 10)}`, `${2020 + (other % 9)}`];
};

const endings = ['.', '.', 'ste', 'den', 'te', 'th'];
const ordinals: Apart = (name, random) => {
  const ending = random.pick(endings);
  const [one, other] = twoOf([1, 2, 3, 4, 5, 6, 7, 11, 12, 21], random);
  const what = random.pick(['', '', ' afdeling', ' etape', ' distrikt', ' sal']);
  return put(anywhere, name, [`${one}${ending}${what}`, `${other}${ending}${what}`], random);
};

const romans = 'II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XXI XXII XXIV XL I'.split(
  ' ',
);
const romanSigns = [...'ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ'];

const digitsOf = (zero: string) => (no: string) =>
  [...no].map((digit) => String.fromCodePoint((zero.codePointAt(0) ?? 0) + Number(digit))).join('');
const oddDigits = [
  ...[digitsOf('０'), digitsOf('٠'), digitsOf('०'), digitsOf('𝟎'), digitsOf('𝟬')],
  (no: string) => [...no].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join(''),
  (no: string) => [...no].map((digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]).join(''),
  (no: string) => [...no].map((digit) => '⓪①②③④⑤⑥⑦⑧⑨'[Number(digit)]).join(''),
];

const figures = (random: Random): Two =>
  random.pick<() => Two>([
    () => twoOf(['1.0', '2.0', '3.0', '4.0', '5.0'], random),
    () => twoOf(['1,5', '1,6', '2,5', '12,5'], random),
    () => twoOf(['1.000', '2.000', '10.000', '1.001'], random),
    () => twoOf(['½', '¼', '¾'], random),
    () => twoOf(['10%', '20%', '100%'], random),
    () => twoOf(['24-7', '24-5', '24/6', '12-7'], random),
    () => twoOf(['1-2', '3-4', '5-6'], random),
    () => twoOf(['007', '008', '0012', '0013'], random),
    () => twoOf(['2x', '3x', '4x'], random),
  ])();

/** Two days written in the same way: what is written otherwise may be the same day. */
const twoDates = (random: Random): Two => {
  const [one, other] = twoOf(
    Array.from({ length: 28 }, (_, at) => at + 1),
    random,
  );
  const [month, year] = [random.between(1, 12), random.between(2015, 2026)];
  return random.pick([
    [`${one}/${month}`, `${other}/${month}`],
    [`${one}.${month}.${year}`, `${other}.${month}.${year}`],
    [`${year}-10-${one + 9}`, `${year}-11-${other + 9}`],
  ] satisfies Two[]);
};

const mixed = 'A1 B1 A2 2A 2B B2B B2C H2 H3 4K 8K 4G 5G T1 T2 Q1 Q2 v2 v3 K12 K13'.split(' ');

const vatLabels = ['CVR ', 'CVR-nr. ', 'cvr: ', 'DK', 'SE-nr. '];

/** The kinds, each with the ways of it. */
export const apartByNumber = {
  number: [
    (name, random) => put(numbered, name, twoNumbers(random), random),
    (name, random) => put(numbered, name, twoNumbers(random), random),
    // Each in another place.
    (name, random) => {
      const [one, other] = twoNumbers(random);
      return [random.pick(numbered)(name, one), random.pick(numbered)(name, other)];
    },
  ],
  digits: [
    (name, random) => put(letterAndNumber, name, swapped(random), random),
    (name, random) => put(numbered, name, swapped(random), random),
  ],
  'numbers swapped': [
    (name, random) => {
      const [one, other] = twoNumbers(random);
      return [
        `${one} ${written(name.base, name.form)} ${other}`,
        `${other} ${written(name.base, name.form)} ${one}`,
      ];
    },
  ],
  year: [(name, random) => put(years, name, twoYears(random), random)],
  ordinal: [
    ordinals,
    oneOrOther('Første Anden Tredje Fjerde Femte Sjette Syvende'.split(' ')),
    (name, random) => put(anywhere, name, [`${random.between(1, 4)}.`, `${random.between(5, 9)}`], random),
    oneOrOther('1st 2nd 3rd 4th 5th'.split(' ')),
  ],
  roman: [
    oneOrOther(romans),
    oneOrOther(romanSigns),
    oneOrOther(romans.map((roman) => roman.toLowerCase())),
    // Against another number in digits; the list has no I in front.
    (name, random) => {
      const at = random.between(0, 11);
      return put(anywhere, name, [romans[at]!, `${at + 2 + random.between(1, 5)}`], random);
    },
  ],
  'odd digits': [
    (name, random) => {
      const odd = random.pick(oddDigits);
      const [one, other] = twoNumbers(random);
      return put(numbered, name, [odd(one), random.chance(0.5) ? odd(other) : other], random);
    },
  ],
  figure: [(name, random) => put(numbered, name, figures(random), random)],
  'number word': [
    oneOrOther('En To Tre Fire Fem Seks Syv Otte Ni Ti Tyve Hundrede'.split(' ')),
    oneOrOther('One Two Three Four Five Six Seven Ten'.split(' ')),
    (name, random) => {
      const words = ['En', 'To', 'Tre', 'Fire', 'Fem'];
      const at = random.between(0, words.length - 1);
      return put(anywhere, name, [words[at]!, `${at + 1 + random.between(1, 5)}`], random);
    },
    oneOrOther('Alfa Beta Gamma Delta Omega'.split(' ')),
  ],
  date: [(name, random) => put(anywhere, name, twoDates(random), random)],
  'letter and digit': [oneOrOther(mixed)],
  'letter or number': [
    (name, random) => put(anywhere, name, [random.pick([...'ABCDEF']), `${random.between(1, 9)}`], random),
  ],
  'VAT number in the name': [
    (name, random) => {
      const label = random.pick(vatLabels);
      const [one, other] = [random.between(20, 29), random.between(30, 39)].map(
        (first) => `${label}${first}${random.digits(6)}`,
      ) as [string, string];
      return put(anywhere, name, [one, other], random);
    },
  ],
  'EAN number in the name': [
    (name, random) => {
      const label = random.pick(['EAN ', 'EAN-nr. ', 'GLN ', '']);
      const [one, other] = [`57980${random.digits(7)}1`, `57980${random.digits(7)}2`];
      return put(anywhere, name, [label + one, label + other], random);
    },
  ],
} satisfies Record<string, Apart[]>;
