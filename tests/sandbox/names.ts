import type { Random } from './random.ts';

// Invented: stems, trades and surnames are combined by chance, and none is taken from a register.
const stems = [
  ...['Bagergård', 'Bølgelund', 'Egeskær', 'Fjeldmark', 'Fyrbakke', 'Glarbjerg', 'Gråsten Mose', 'Havbris'],
  ...['Hedelyng', 'Højsande', 'Klintebo', 'Kragelyng', 'Kærsgårde', 'Lærkehøj', 'Løvspring', 'Månebæk'],
  ...['Møllehave', 'Nordlys', 'Næssegård', 'Ravnshøj', 'Rørdal', 'Sivholm', 'Skovbrynet', 'Sølvbæk'],
  ...['Søndervang', 'Tangkrog', 'Tranebakke', 'Tågedal', 'Ulvedal', 'Vestervang', 'Vibeåen', 'Ærtebjerg'],
  ...['Ørnefelt', 'Åkrog', 'Blåklokke', 'Birkemose', 'Dybdal', 'Enghave Kær', 'Granlyst', 'Kløverhøj'],
];
const trades = [
  ...[
    'VVS',
    'El',
    'Byg',
    'Tømrer',
    'Malerfirma',
    'Murerfirma',
    'Entreprise',
    'Anlæg',
    'Kloakservice',
    'Tagdækning',
  ],
  ...[
    'Autoværksted',
    'Cykler',
    'Transport',
    'Vognmandsforretning',
    'Spedition',
    'Maskinservice',
    'Smedeværksted',
  ],
  ...[
    'Bageri',
    'Bryghus',
    'Slagteri',
    'Catering',
    'Kaffe',
    'Vinimport',
    'Fiskehandel',
    'Gartneri',
    'Planteskole',
  ],
  ...['Rengøring', 'Ejendomme', 'Boligudlejning', 'Arkitekter', 'Ingeniører', 'Landinspektører', 'Revision'],
  ...[
    'Regnskab',
    'Advokater',
    'Reklame',
    'Kommunikation',
    'Tekst',
    'Foto',
    'Film',
    'Forlag',
    'Trykkeri',
    'Design',
  ],
  ...[
    'Software',
    'IT',
    'Data',
    'Konsulenter',
    'Rekruttering',
    'Kurser',
    'Tandklinik',
    'Fysioterapi',
    'Optik',
  ],
  ...['Dyreklinik', 'Rejser', 'Festival', 'Teater', 'Musikskole', 'Sport', 'Fitness', 'Friskole', 'Børnehus'],
];
const surnames = [
  ...[
    'Bjerregaard',
    'Brøndum',
    'Bækgaard',
    'Dalsgaard',
    'Elkjær',
    'Fogtmann',
    'Frøslev',
    'Gravlund',
    'Haugbølle',
  ],
  ...[
    'Hedegaard',
    'Højlund',
    'Ibsgaard',
    'Junker',
    'Kjærsgaard',
    'Klausholm',
    'Krogsgaard',
    'Lykkeberg',
    'Løvbjerg',
  ],
  ...[
    'Munkholm',
    'Nørbæk',
    'Overby',
    'Pilegaard',
    'Quistgaard',
    'Rosenlund',
    'Ryttergaard',
    'Skipper',
    'Skødt',
  ],
  ...[
    'Smedegaard',
    'Sønderby',
    'Thorlund',
    'Toftegaard',
    'Ustrup',
    'Vadgaard',
    'Vindelev',
    'Wiborg',
    'Ågaard',
  ],
  ...['Hansen', 'Jensen', 'Nielsen', 'Pedersen', 'Sørensen', 'Møller'],
];
const firstNames = [
  ...[
    'Agnete',
    'Anders',
    'Asger',
    'Birgit',
    'Bodil',
    'Carsten',
    'Dagmar',
    'Esben',
    'Frode',
    'Gudrun',
    'Hjalte',
  ],
  ...[
    'Inge',
    'Jeppe',
    'Karoline',
    'Kjeld',
    'Lærke',
    'Mads',
    'Maja',
    'Niels',
    'Oluf',
    'Palle',
    'Rikke',
    'Signe',
  ],
  ...['Søren', 'Tove', 'Troels', 'Ulla', 'Vagn', 'Åse', 'Øjvind'],
];
const abroad: Record<string, { stems: string[]; trades: string[]; forms: string[] }> = {
  SE: {
    stems: [
      'Björkander',
      'Lindvret',
      'Sjögrenius',
      'Åhlmark',
      'Ekenfors',
      'Hagströmer',
      'Björkhaga',
      'Granudden',
      'Höglidens',
      'Lövsjö',
      'Tallbacka',
      'Ängsvik',
    ],
    trades: ['Bygg', 'Konsult', 'Förlag', 'Fastigheter', 'Åkeri', 'Reklambyrå'],
    forms: ['AB'],
  },
  NO: {
    stems: [
      'Bakkerud',
      'Fjelltun',
      'Haugstvedt',
      'Solvangen',
      'Tveitås',
      'Ødegårdstuen',
      'Fjellvåg',
      'Granlia',
      'Havnebukta',
      'Myrvoll',
      'Skogtjern',
      'Østerås',
    ],
    trades: ['Bygg', 'Rådgivning', 'Transport', 'Regnskap', 'Forlag', 'Rør'],
    forms: ['AS'],
  },
  DE: {
    stems: [
      'Ahrensmeier',
      'Brunkhagen',
      'Dittmersen',
      'Petersohn',
      'Voßkamp',
      'Ziegelbaum',
      'Birkenthal',
      'Elbwinkel',
      'Grünhagen',
      'Möwental',
      'Rotbuchen',
      'Südhafen',
    ],
    trades: ['Werbung', 'Maschinenbau', 'Logistik', 'Verlag', 'Handels', 'Beratung'],
    forms: ['GmbH', 'GmbH & Co. KG', 'UG'],
  },
  FI: {
    stems: [
      'Aaltomäki',
      'Heinäsuo',
      'Kivirinne',
      'Laaksola',
      'Niemistö',
      'Virtalehto',
      'Koivuranta',
      'Kuusilampi',
      'Mäntyharju',
      'Pihlajaniemi',
      'Saariselkämä',
      'Vesijärvelä',
    ],
    trades: ['Rakennus', 'Konsultointi', 'Kuljetus', 'Mainos', 'Kustannus', 'Huolto'],
    forms: ['Oy'],
  },
  NL: {
    stems: [
      'Berkumer',
      'Dijkgraaf',
      'Hoekwater',
      'Kuiperman',
      'Ruitenveld',
      'Zandwijk',
      'Berkenhof',
      'Duinoord',
      'Kraaienland',
      'Molenwaard',
      'Rietveen',
      'Zilverdijk',
    ],
    trades: ['Bouw', 'Advies', 'Transport', 'Uitgeverij', 'Reclame', 'Techniek'],
    forms: ['B.V.'],
  },
};
export const countriesAbroad = Object.keys(abroad);

/** A Danish company's name with its legal form, e.g. `Skovbrynet Tømrer & Byg A/S`, `Malerfirma v/ Signe Skødt`. */
export function companyName(random: Random): string {
  const stem = random.pick(stems);
  const trade = random.pick(trades);
  const surname = random.pick(surnames);
  const form = random.pick(['ApS', 'ApS', 'ApS', 'A/S', 'A/S', 'I/S', 'P/S', 'IVS', '']);
  const named = random.pick([
    () => `${stem} ${trade}`,
    () => `${stem} ${trade}`,
    () => `${surname}s ${trade}`,
    () => `${surname} ${trade}`,
    () => `${trade} ${stem}`,
    () => `${surname} & ${random.pick(surnames)} ${trade}`,
    () => `${random.pick(['Murermester', 'Tømrermester', 'Malermester'])} ${personName(random)}`,
    () => `${surname} & Søn ${trade}`,
    () => `${stem} ${trade} & ${random.pick(trades)}`,
    () => `${stem} ${random.pick(['Holding', 'Invest', 'Gruppen', 'Danmark', 'Nordic'])}`,
  ])();
  if (random.chance(0.07)) return `${trade} v/ ${personName(random)}`;
  return `${named} ${form}`.trim();
}

export const personName = (random: Random): string =>
  [
    random.pick(firstNames),
    ...(random.chance(0.4) ? [random.pick(surnames)] : []),
    random.pick(surnames),
  ].join(' ');

/** A company's name in one of {@link countriesAbroad}, with that country's legal form. */
export function foreignName(random: Random, country: string): string {
  const words = abroad[country];
  if (!words) return companyName(random);
  const trade = random.chance(0.7)
    ? random.pick(words.trades)
    : `${random.pick(words.stems)} ${random.pick(words.trades)}`;
  return `${random.pick(words.stems)} ${trade} ${random.pick(words.forms)}`;
}

/** Two names that share this are too close to belong to different companies by chance. */
export const nameKey = (name: string): string =>
  name
    .toLowerCase()
    .replace(/ (aps|a\/s|i\/s|p\/s|ivs|ab|as|gmbh.*|ug|oy|b\.v\.)$/, '')
    .split(/[ &]+/)
    .map((word) => word.replace(/s$/, ''))
    .sort()
    .join(' ');
