/** The same name written otherwise, as systems and hands do it. */
import type { Random } from '../sandbox/random.ts';
import { customerNumber, withCustomerNumber } from './customer-number.ts';
import { type Plain, type Two, written } from './sister-names.ts';

/** Writes a name otherwise; nothing when this way has nothing to change in it. */
export type Rewrite = (name: string, random: Random) => string | undefined;

/** Makes the same name twice, written in two ways. */
export type Same = (name: Plain, random: Random) => Two | undefined;

const changed = (name: string, other: string): string | undefined => (other === name ? undefined : other);

const formsOtherwise: Record<string, string[]> = {
  ApS: ['aps', 'APS', 'A.p.S.', 'Ap S', 'ApS.', 'A p S', 'A.P.S', 'Aps', 'Anpartsselskab'],
  'A/S': ['a/s', 'A / S', 'A.S.', 'A/S.', 'A/ S', 'AS', 'a.s', 'A／S', 'Aktieselskab'],
  'I/S': ['i/s', 'I / S', 'I.S.', 'I/S.'],
  'K/S': ['k/s', 'K / S', 'K.S.', 'K/S.'],
  'P/S': ['p/s', 'P / S', 'P.S.', 'P/S.'],
  IVS: ['ivs', 'I.V.S.', 'Ivs'],
  'a.m.b.a.': ['AMBA', 'amba', 'A.M.B.A.', 'a m b a'],
};

/** Puts it inside the longest word. */
function inLongest(name: string, sign: string, random: Random): string {
  const word = name.split(' ').reduce((longest, next) => (next.length > longest.length ? next : longest), '');
  const at = random.between(1, Math.max(1, word.length - 1));
  return name.replace(word, word.slice(0, at) + sign + word.slice(at));
}

const ligatures: Record<string, string> = { ffi: 'ﬃ', ffl: 'ﬄ', ff: 'ﬀ', fi: 'ﬁ', fl: 'ﬂ', st: 'ﬆ', ij: 'ĳ' };

/** One hand's way of writing a name that the other list has as it is. By what it changes. */
export const rewrites = {
  'customer number': [(name, random) => random.pick(withCustomerNumber)(name, customerNumber(random, 4))],
  'legal form': [
    (name, random) =>
      changed(
        name,
        name.replace(/(?<= )(ApS|A\/S|I\/S|K\/S|P\/S|IVS|a\.m\.b\.a\.)$/, (form) =>
          random.pick(formsOtherwise[form]!),
        ),
      ),
    (name) => changed(name, name.replace(/(?<!,) (ApS|A\/S|I\/S|K\/S|P\/S|IVS)$/, ', $1')),
  ],
  mark: [(name, random) => name.replace(/(?<=\p{L}{3})(?= |$)/u, random.pick(['™', '®', '©', ' ®', ' ™']))],
  invisible: [
    (name, random) =>
      inLongest(name, random.pick(['\u00ad', '\u200b', '\u200d', '\u2060', '\ufeff']), random),
    (name, random) =>
      changed(name, name.replaceAll(' ', random.pick(['\u00a0', '\u202f', '\u2003', '\u3000', ' \u200b']))),
    (name, random) => `${random.pick(['\ufeff', '\u200e', '\u00a0', '\u200b'])}${name}`,
  ],
  ligature: [
    (name) =>
      changed(
        name,
        name.replace(/ffi|ffl|ff|fi|fl|st|ij/g, (letters) => ligatures[letters]!),
      ),
  ],
  'full width': [
    (name) =>
      changed(
        name,
        name.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
      ),
  ],
  decomposed: [(name) => changed(name, name.normalize('NFD'))],
  case: [(name) => changed(name, name.toUpperCase()), (name) => changed(name, name.toLowerCase())],
  'Danish letters': [
    (name) =>
      changed(
        name,
        name.replace(/[æøåÆØÅ]/g, (letter) => {
          const pair = { æ: 'ae', ø: 'oe', å: 'aa' }[letter.toLowerCase()] ?? letter;
          return letter === letter.toLowerCase() ? pair : pair.charAt(0).toUpperCase() + pair.slice(1);
        }),
      ),
  ],
  and: [
    (name) => changed(name, name.replaceAll(' & ', ' og ')),
    (name) => changed(name, name.replaceAll(' og ', ' & ')),
    (name) => changed(name, name.replaceAll(' & ', '&')),
    (name) => changed(name, name.replaceAll(' & ', ' + ')),
  ],
  spaces: [
    (name) => changed(name, name.replace(' ', '  ')),
    (name) => ` ${name} `,
    (name) => changed(name, name.replace(' ', '\t')),
  ],
  quotes: [(name, random) => random.pick([`"${name}"`, `“${name}”`, `»${name}«`, `'${name}'`])],
  'sign behind': [(name, random) => `${name}${random.pick(['.', ',', ' -', ';', '*'])}`],
} satisfies Record<string, Rewrite[]>;

const romans = 'II III IV V VI VII VIII IX X XI XII'.split(' ');

const rewritten =
  (ways: readonly Rewrite[]): Same =>
  ({ base, form }, random) => {
    const name = written(base, form);
    for (const way of random.shuffle(ways)) {
      const otherwise = way(name, random);
      if (otherwise !== undefined) return [otherwise, name];
    }
    return undefined;
  };

/** The kinds of pairs that are the same, each with the ways of it. */
export const sameKinds: Record<string, Same[]> = {
  ...Object.fromEntries(Object.entries(rewrites).map(([kind, ways]) => [kind, [rewritten(ways)]])),
  'ligature in the name': [
    ({ base, form }) => [written(`${base} Grafik`, form).replace('fi', 'ﬁ'), written(`${base} Grafik`, form)],
  ],
  'and in the name': [
    ({ base, form }, random) => {
      const [one, other] = [random.pick([' & ', '&', ' og ', ' + ']), ' og '];
      if (one === other || /&|\bog\b/.test(base)) return undefined;
      return [written(`${base}${one}Søn`, form), written(`${base}${other}Søn`, form)];
    },
  ],
  '24-7': [
    ({ base, form }, random) => [
      written(`${base} ${random.pick(['24-7', '24 / 7', '24/ 7', '24–7'])}`, form),
      written(`${base} 24/7`, form),
    ],
  ],
  roman: [
    ({ base, form }, random) => {
      const at = random.between(0, romans.length - 1);
      return [written(`${base} ${romans[at]}`, form), written(`${base} ${at + 2}`, form)];
    },
    ({ base, form }, random) => {
      const at = random.between(0, 8);
      return [written(`${base} ${'ⅡⅢⅣⅤⅥⅦⅧⅨⅩ'[at]}`, form), written(`${base} ${romans[at]}`, form)];
    },
  ],
};
