import type { Random } from './random.ts';

export interface Address {
  street: string;
  zipCode: string;
  city: string;
}

const danish = [
  ...['1260 København K', '2100 København Ø', '2200 København N', '2300 København S', '2800 Kongens Lyngby'],
  ...[
    '3000 Helsingør',
    '3700 Rønne',
    '4000 Roskilde',
    '4300 Holbæk',
    '4600 Køge',
    '4700 Næstved',
    '4800 Nykøbing F',
  ],
  ...[
    '5000 Odense C',
    '5220 Odense SØ',
    '5700 Svendborg',
    '5970 Ærøskøbing',
    '6000 Kolding',
    '6200 Aabenraa',
  ],
  ...[
    '6400 Sønderborg',
    '6700 Esbjerg',
    '6800 Varde',
    '7000 Fredericia',
    '7100 Vejle',
    '7400 Herning',
    '7800 Skive',
  ],
  ...['8000 Aarhus C', '8200 Aarhus N', '8600 Silkeborg', '8700 Horsens', '8800 Viborg', '8900 Randers C'],
  ...['9000 Aalborg', '9300 Sæby', '9700 Brønderslev', '9900 Frederikshavn', '9990 Skagen'],
];
const streets = [
  ...['Nørregade', 'Søndergade', 'Vestergade', 'Østergade', 'Algade', 'Havnegade', 'Kirkevej', 'Møllevej'],
  ...['Industrivej', 'Håndværkervej', 'Skovvej', 'Strandvejen', 'Teglværksvej', 'Ålekistevej', 'Rugmarken'],
];
const abroad: Record<string, string[]> = {
  SE: ['211 20 Malmö', '411 04 Göteborg', '252 25 Helsingborg'],
  NO: ['0150 Oslo', '5003 Bergen', '4006 Stavanger'],
  DE: ['24937 Flensburg', '20095 Hamburg', '24103 Kiel'],
  FI: ['00100 Helsinki', '20100 Turku'],
  NL: ['1012 Amsterdam', '9711 Groningen'],
};

export function address(random: Random, country: string): Address {
  const place = random.pick(abroad[country] ?? danish);
  const [, zipCode = '', city = ''] = /^(\d[\d ]*) (\D+)$/.exec(place) ?? [];
  const street = abroad[country]
    ? `${random.pick(['Hamn', 'Markt', 'Station', 'Torg'])} `
    : `${random.pick(streets)} `;
  const letter = random.chance(0.15) ? random.pick(['A', 'B', 'C']) : '';
  return { street: `${street}${random.between(1, 180)}${letter}`, zipCode, city };
}

const prefixes: Record<string, string> = { SE: '+46', NO: '+47', DE: '+49', FI: '+358', NL: '+31' };

/** A telephone number with its country's code. */
export const phone = (random: Random, country: string): string =>
  `${prefixes[country] ?? '+45'} ${random.between(20, 98)} ${random.digits(2)} ${random.digits(2)} ${random.digits(2)}`;
