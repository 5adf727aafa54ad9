import type { Random } from './random.ts';

type Change = (name: string, random: Random) => string;

const replaceForm = (name: string, forms: Record<string, string[]>, random: Random): string =>
  name.replace(/(?: |^)(ApS|A\/S|I\/S|P\/S|IVS)$/, (whole, form: string) => {
    const written = forms[form];
    return written ? ` ${random.pick(written)}` : whole;
  });

/** Ways of writing the same name that no one would take for another company. */
const light: Change[] = [
  (name) => name.toUpperCase(),
  (name) => name.toLowerCase(),
  (name, random) =>
    replaceForm(
      name,
      {
        ApS: ['Aps', 'APS', 'aps', 'ApS.'],
        'A/S': ['AS', 'a/s', 'A/S.', 'As'],
        'I/S': ['IS', 'i/s'],
        'P/S': ['PS', 'p/s'],
        IVS: ['ivs'],
      },
      random,
    ),
  (name) => name.replace(/ (ApS|A\/S|I\/S|P\/S|IVS)$/, ''),
  (name) => name.replaceAll(' & ', ' og '),
  (name) => name.replace(/ & | og /, (found) => (found === ' & ' ? '&' : ' & ')),
  (name) =>
    name.replace(/[æøåÆØÅ]/g, (letter) => {
      const pair = { æ: 'ae', ø: 'oe', å: 'aa' }[letter.toLowerCase()] ?? letter;
      return letter === letter.toLowerCase() ? pair : pair.charAt(0).toUpperCase() + pair.slice(1);
    }),
  (name) => name.replace(' ', '  '),
  (name) => `${name} `,
  (name) => name.replace(/ (ApS|A\/S)$/, ', $1'),
  (name) => name.replace(' v/ ', ' v/'),
  (name) => name.replace(/gaard/g, 'gård'),
];

const abbreviations: [RegExp, string][] = [
  [/forretning/, 'forr.'],
  [/mester /, 'm. '],
  [/ & Søn/, ' & S.'],
  [/Konsulenter/, 'Kons.'],
  [/Entreprise/, 'Entr.'],
  [/Ejendomme/, 'Ejd.'],
  [/Kommunikation/, 'Komm.'],
  [/firma\b/, 'fa.'],
  [/værksted/, 'værkst.'],
];

/** A slip of the hand, or a habit of the writer. */
const heavy: Change[] = [
  typo,
  typo,
  (name) => name.replace(/^([^\s&]+) ([^\s&]+)(?= [^&]|$)/, '$2 $1'),
  (name) => abbreviations.reduce((short, [long, cut]) => short.replace(long, cut), name),
  (name) => name.replace(/^([^\s&]+) ([^\s&]+)/, '$1$2'),
  (name, random) => `${name}${random.pick([' - afd. 2', ' (Danmark)', ', kreditor', ' - faktura'])}`,
];

/** Ways of writing that leave a doubt whether it is the same company. */
const doubtful: Change[] = [
  (name) => name.replace(/^\S+ v\/ /, ''),
  (name) => name.replace(/ (Holding|Invest|Gruppen|Danmark|Nordic)\b/, ''),
  (name) => name.replace(/ & [^\s&]+(?= |$)/, ''),
  (name) => name.replace(/^([^\s&]+ [^\s&]+) [^\s&]+(?= |$)/, '$1'),
  (name) => name.replace(/^([A-ZÆØÅ])[a-zæøå]+ (?=[A-ZÆØÅ][a-zæøå]+$)/, '$1. '),
  (name) => name.replace(/^(\S+mester) (\S)\S+ /, '$1 $2. '),
  (name, random) => name.replace(/ (ApS|A\/S|I\/S|P\/S|IVS)$/, random.pick([' Holding $1', ' Ejendomme $1'])),
  (name, random) => typo(typo(name, random), random),
];

/** Two letters swapped, one lost or one doubled, inside the longest word. */
function typo(name: string, random: Random): string {
  const word = name.split(' ').reduce((longest, next) => (next.length > longest.length ? next : longest), '');
  if (word.length < 4) return name;
  const at = random.between(1, word.length - 3);
  const [a = '', b = ''] = word.slice(at, at + 2);
  const broken = random.pick([b + a, b, a + a + b]);
  return name.replace(word, word.slice(0, at) + broken + word.slice(at + 2));
}

/** Another hand's way of writing the name; every third name is written the same. */
export function rewriteLightly(name: string, random: Random): string {
  if (random.chance(0.34)) return name;
  const once = random.pick(light)(name, random);
  return random.chance(0.3) ? random.pick(light)(once, random) : once;
}

const changed = (ways: readonly Change[], name: string, random: Random): string => {
  for (let attempt = 0; attempt < 30; attempt++) {
    const other = random.pick(ways)(name, random);
    if (other.trim() && other !== name) return other;
  }
  return `${name} - afd. 2`;
};

/** A name that is similar, and never the same. */
export function rewriteHeavily(name: string, random: Random): string {
  const once = changed(heavy, name, random);
  return random.chance(0.4) ? random.pick(light)(once, random) : once;
}

/** A name that may or may not mean the same company. */
export const rewriteDoubtfully = (name: string, random: Random): string => changed(doubtful, name, random);

/** A CVR number as people type it. */
export const rewriteVatNumber = (number: string, random: Random): string =>
  /^\d{8}$/.test(number)
    ? random.pick([number, number, number, number, `DK${number}`, number.replace(/(..)(?=.)/g, '$1 ')])
    : number;
