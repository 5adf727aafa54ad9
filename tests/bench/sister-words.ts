/** Sisters that differ in a word: a place, a trade, a branch. */

import type { Random } from '../sandbox/random.ts';
import { firstNames, stems, surnames, trades } from '../sandbox/words.ts';
import { type Apart, anywhere, oneOrOther, type Put, put, type Two, twoOf, written } from './sister-names.ts';

const towns = [
  ...'Aalborg Aarhus Odense Vejle Kolding Horsens Esbjerg Randers Viborg Silkeborg Herning Roskilde'.split(
    ' ',
  ),
  ...'Holbæk Køge Næstved Svendborg Sønderborg Aabenraa Helsingør Rønne Skive Varde Brønderslev'.split(' '),
  ...['Kongens Lyngby', 'Nykøbing F', 'København', 'Sæby', 'Skagen', 'Ærøskøbing'],
];
/** Of no list of places. */
const villages =
  'Klintebo Tågedal Vibeåen Rørdal Fjeldmark Havbris Møllehave Egeskær Hedelyng Granlyst'.split(' ');
const districts = [
  'København K',
  'København N',
  'København S',
  'København Ø',
  'Odense C',
  'Odense SØ',
  'Aarhus N',
];

const inTown: readonly Put[] = [
  ...anywhere,
  ({ base, form }, town) => written(`${base} i ${town}`, form),
  ({ base, form }, town) => written(`${base} ${town} afdeling`, form),
];

const streets = (
  'Nørregade Søndergade Vestergade Østergade Algade Havnegade Kirkevej Møllevej Industrivej Skovvej ' +
  'Strandvejen Teglværksvej Ålekistevej Rugmarken'
).split(' ');
const atHome: readonly Put[] = [
  ...anywhere,
  ({ form }, street) => written(`Ejerforeningen ${street}`, form),
  ({ form }, street) => written(`Andelsboligforeningen ${street}`, form),
  (_, street) => `E/F ${street}`,
  (_, street) => `A/B ${street}`,
];
const houses = [
  '1',
  '2',
  '4',
  '11',
  '12',
  '12A',
  '12B',
  '14',
  '21',
  '34',
  '2-8',
  '10-18',
  '120',
  '12, 2. tv.',
  '12, 1. th.',
];

/** A line is one thing in its spellings. */
const branches = [
  ...[
    ['Holding', 'Holdingselskab'],
    ['Ejendomme', 'Ejendomsselskab', 'Properties'],
    ['Invest', 'Investment'],
  ],
  ...[
    ['International'],
    ['Udlejning', 'Rental'],
    ['Administration'],
    ['Finans', 'Finance'],
    ['Kapital', 'Capital'],
  ],
  ...[['Fonden', 'Foundation'], ['Trading'], ['Import'], ['Eksport', 'Export'], ['Solutions'], ['Partners']],
  ...[
    ['Service', 'Services'],
    ['Produktion', 'Production'],
    ['Gruppen', 'Group'],
    ['Management'],
    ['Entreprise'],
  ],
  ...[
    ['Development', 'Udvikling'],
    ['Leasing'],
    ['Butik', 'Shop'],
    ['Engros'],
    ['Global'],
    ['Byg'],
    ['Medarbejder'],
  ],
];
const siblings = [
  'Holding',
  'Ejendomme',
  'Invest',
  'Udlejning',
  'Komplementar',
  'Kapital',
  'Fonden',
  'Ejendomsselskab',
];

const countries = [
  ...[
    ['Danmark', 'Denmark'],
    ['Sverige', 'Sweden'],
    ['Norge', 'Norway'],
  ],
  ...[['Tyskland', 'Germany', 'Deutschland'], ['Finland', 'Suomi'], ['Polen', 'Poland'], ['England']],
  ...[
    ['Nordic', 'Norden'],
    ['Europa', 'Europe'],
    ['Island'],
    ['Grønland'],
    ['Færøerne'],
    ['Holland'],
    ['USA'],
  ],
];
const nations = [
  'Dansk',
  'Svensk',
  'Norsk',
  'Tysk',
  'Finsk',
  'Polsk',
  'Nordisk',
  'Europæisk',
  'Jysk',
  'Fynsk',
];

const anyOfTwo = (lines: readonly (readonly string[])[], random: Random): Two => {
  const [one, other] = twoOf(lines, random);
  return [random.pick(one), random.pick(other)];
};

/** Words that are often left out or translated say nothing for sure. */
const SAYS_LITTLE = new Set(
  [...branches, ...countries, nations, ['København', 'Copenhagen']]
    .flat()
    .map((word) => word.toLowerCase().replace(/[()]/g, '')),
);
const tells = (word: string): boolean => /^\p{L}{4,}$/u.test(word) && !SAYS_LITTLE.has(word.toLowerCase());

const word: Apart = ({ base, form }, random, other) => {
  const words = base.split(' ');
  const at = random.pick([...words.keys()].filter((place) => tells(words[place]!)));
  const own = words[at ?? -1];
  const another = random.pick(other().base.split(' ').filter(tells));
  if (words.length < 2 || !own || !another) return undefined;
  // A word that begins alike may be the same word.
  if (own.slice(0, 3).toLowerCase() === another.slice(0, 3).toLowerCase()) return undefined;
  return [written(base, form), written(words.with(at!, another).join(' '), form)];
};

const parents = ['AB', 'AS', 'GmbH', 'Ltd', 'A/S', 'B.V.', 'S.A.', 'Oy', 'plc', 'Inc.'];
const branchOf = [
  'filial af',
  'dansk filial af',
  'Danish branch of',
  'filial af udenlandsk selskab,',
  'branch of',
];

const abroad = ['Sverige', 'Norge', 'Tyskland', 'England', 'Irland', 'Luxembourg', 'Schweiz', 'Finland'];

const departments = ['afd.', 'afdeling', 'Afd', '- afd.', 'kontor', 'lager', 'butik', 'c/o', 'filial'];

const institutions = [
  ...['Børnehuset Solsikken', 'Børnehuset Regnbuen', 'Nordskolen', 'Sydskolen', 'Plejecenter Birkelund'],
  ...[
    'Plejecenter Egelund',
    'Teknik og Miljø',
    'Kultur og Fritid',
    'Biblioteket',
    'Jobcentret',
    'Musikskolen',
  ],
];
const flats = ['st.', 'st. tv.', 'st. th.', '1.', '1. tv.', '1. th.', '1. mf.', '2. tv.', '2. th.', '3.'];

/** What only one of two has more may be left out of the other. */
function eachHasItsOwn(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean)) as [
    string[],
    string[],
  ];
  return a.some((part) => !b.includes(part)) && b.some((part) => !a.includes(part));
}

/** Made of two, so that neither is in a word list. */
const heads = 'Nord Hav Skov Sol Måne Vind Bjerg Mose Eng Klit'.split(' ');
const tails = 'byg vvs lys huset gården kær bakke vang data foto'.split(' ');

/** The kinds, each with the ways of it. */
export const apartByWord = {
  town: [oneOrOther(towns, inTown), oneOrOther(villages, inTown), oneOrOther(districts, inTown)],
  'postal code': [
    oneOrOther(['8000 Aarhus C', '9000 Aalborg', '5000 Odense C', '7100 Vejle', '6000 Kolding'], inTown),
    oneOrOther(['8000', '9000', '5000', '7100', '6000', '2300'], inTown),
  ],
  direction: [
    oneOrOther('Nord Syd Øst Vest Midt'.split(' '), inTown),
    oneOrOther('Nordjylland Sydjylland Østjylland Vestjylland Nordsjælland Sydsjælland'.split(' '), inTown),
    ({ form }, random) => {
      const [one, other] = twoOf(
        'Nørre Sønder Øster Vester Over Neder Ny Gammel Store Lille'.split(' '),
        random,
      );
      const place = `${random.pick([' ', ''])}${random.pick(villages)}`;
      const trade = random.pick(trades);
      return [written(`${one}${place} ${trade}`, form), written(`${other}${place} ${trade}`, form)];
    },
  ],
  adjective: [
    oneOrOther('Rød Blå Grøn Hvid Sort Gul'.split(' ')),
    oneOrOther('Stor Lille Ung Fin'.split(' ')),
    oneOrOther('Sommer Vinter Forår Efterår'.split(' ')),
    oneOrOther('Mandag Tirsdag Onsdag Torsdag Fredag'.split(' ')),
    oneOrOther('Dame Herre Børn Baby'.split(' ')),
    oneOrOther('Dag Nat Aften Morgen'.split(' ')),
  ],
  street: [
    oneOrOther(streets, atHome),
    (name, random) => {
      const [[one, other], house] = [twoOf(streets, random), random.pick(houses)];
      return put(atHome, name, [`${one} ${house}`, `${other} ${house}`], random);
    },
  ],
  'house number': [
    (name, random) => {
      const [[one, other], street] = [twoOf(houses, random), random.pick(streets)];
      if (!eachHasItsOwn(one, other)) return undefined;
      return put(atHome, name, [`${street} ${one}`, `${street} ${other}`], random);
    },
  ],
  trade: [
    ({ form }, random) => {
      const [[one, other], who] = [
        twoOf(trades, random),
        random.pick([random.pick(surnames), random.pick(stems)]),
      ];
      return random.chance(0.7)
        ? [written(`${who} ${one}`, form), written(`${who} ${other}`, form)]
        : [written(`${one} ${who}`, form), written(`${other} ${who}`, form)];
    },
    (name, random) => put(anywhere, name, twoOf(trades, random), random),
  ],
  compound: [
    ({ form }, random) => {
      const [[one, other], head] = [twoOf(tails, random), random.pick([...heads, ...surnames])];
      return [written(`${head}${one}`, form), written(`${head}${other}`, form)];
    },
    ({ form }, random) => {
      const [[one, other], tail] = [twoOf(heads, random), random.pick(tails)];
      return [written(`${one}${tail}`, form), written(`${other}${tail}`, form)];
    },
  ],
  'branch word': [(name, random) => put(anywhere, name, anyOfTwo(branches, random), random)],
  'branch word added': [
    (name, random) => {
      const added = random.pick(siblings);
      // Twice the same word is the same name.
      if (name.base.toLowerCase().includes(added.toLowerCase())) return undefined;
      return [written(name.base, name.form), random.pick(anywhere)(name, added)];
    },
  ],
  'general partner': [
    ({ base }) => [`${base} K/S`, `Komplementarselskabet ${base} ApS`],
    ({ base }) => [`${base} P/S`, `${base} Komplementar ApS`],
  ],
  country: [(name, random) => put(anywhere, name, anyOfTwo(countries, random), random), oneOrOther(nations)],
  word: [word],
  partner: [
    ({ form }, random) => {
      const [[one, other], and] = [
        twoOf(stems, random),
        random.pick([' & ', ' og ', '/', ' + ', '-', ' x ']),
      ];
      const first = random.pick(stems.filter((stem) => stem !== one && stem !== other));
      return [written(`${first}${and}${one}`, form), written(`${first}${and}${other}`, form)];
    },
    ({ form }, random) => {
      const [[one, other], first] = [twoOf(surnames, random), random.pick(firstNames)];
      return [written(`${one} & ${first}`, form), written(`${other} & ${first}`, form)];
    },
  ],
  parent: [
    ({ base }, random, other) => {
      const [how, form] = [random.pick(branchOf), random.pick(parents)];
      const [one, two] = [other().base, other().base];
      return one === two ? undefined : [`${base}, ${how} ${one} ${form}`, `${base}, ${how} ${two} ${form}`];
    },
    (_, random) => {
      const [[one, other], form] = [twoOf(stems, random), random.pick(parents)];
      const how = random.pick(['Filial af', 'Dansk filial af', 'Dansk Filial af']);
      return [`${how} ${one} ${form}`, `${how} ${other} ${form}`];
    },
    ({ base }, random) => {
      const [[one, other], how, form] = [twoOf(abroad, random), random.pick(branchOf), random.pick(parents)];
      return [`${base}, ${how} ${base} ${form}, ${one}`, `${base}, ${how} ${base} ${form}, ${other}`];
    },
  ],
  department: [
    ({ base, form }, random) => {
      const [one, other] = random.pick([
        twoOf(towns, random),
        twoOf(villages, random),
        twoOf([...'23456789'], random),
      ]);
      const [how, name] = [random.pick(departments), written(base, form)];
      return random.chance(0.5)
        ? [`${name} ${how} ${one}`, `${name} ${how} ${other}`]
        : [written(`${base} ${how} ${one}`, form), written(`${base} ${how} ${other}`, form)];
    },
  ],
  institution: [
    (_, random) => {
      const [[one, other], town] = [twoOf(institutions, random), random.pick(towns)];
      const before = random.pick([
        `${town} Kommune, `,
        `${town} Kommune - `,
        `Region ${town}, `,
        `Kirkerne i ${town}, `,
      ]);
      return [before + one, before + other];
    },
  ],
  flat: [
    (name, random) => {
      const [one, other] = twoOf(flats, random);
      if (!eachHasItsOwn(one, other)) return undefined;
      const house = `${random.pick(streets)} ${random.between(1, 99)}`;
      return put(atHome, name, [`${house}, ${one}`, `${house}, ${other}`], random);
    },
  ],
  currency: [oneOrOther(['DKK', 'EUR', 'USD', 'SEK', 'NOK', 'GBP'])],
  remark: [
    (name, random) =>
      put(
        anywhere,
        name,
        random.pick([
          ['privat', 'erhverv'],
          ['Privat', 'Firma'],
          ['PRIVAT', 'ERHVERV'],
        ] satisfies Two[]),
        random,
      ),
  ],
} satisfies Record<string, Apart[]>;
