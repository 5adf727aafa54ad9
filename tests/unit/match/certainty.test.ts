import { describe, expect, it } from 'vitest';
import { duplicatesIn, type MatchInput } from '../../../lib/match/index.ts';
import { customer, matchOne, others } from './build.ts';

type Details = Partial<MatchInput>;
type Named = MatchInput | string;

const asCustomer = (one: Named): MatchInput => (typeof one === 'string' ? customer(one) : one);

/** The matches of both, each searched among the other one and unrelated customers. */
const verdicts = (one: Named, other: Named): string[] => [
  matchOne(one, [other]).verdict,
  matchOne(other, [one]).verdict,
];

/** The candidates in both directions; empty where the other one is not shown. */
function reasonsBothWays(one: Named, other: Named): string[][] {
  const reasons = (source: Named, target: Named): string[][] => {
    const found = matchOne(source, [target]);
    const at = found.names.indexOf(asCustomer(target).name);
    return at < 0 ? [] : [found.reasons[at]!];
  };
  return [...reasons(one, other), ...reasons(other, one)];
}

function areDuplicates(one: Named, other: Named): boolean {
  const [a, b] = [asCustomer(one), asCustomer(other)];
  return duplicatesIn([a, b, ...others()]).some(({ ids }) => ids.includes(a.id) && ids.includes(b.id));
}

const never = (one: Named, other: Named) => expect(verdicts(one, other)).not.toContain('certain');
const always = (one: Named, other: Named) => expect(verdicts(one, other)).toEqual(['certain', 'certain']);

/** The reasons that both directions share; both must be shown. */
function bothSay(one: Named, other: Named, reasons: readonly string[]) {
  const found = reasonsBothWays(one, other);
  expect(found).toHaveLength(2);
  for (const each of found) expect(each).toEqual(expect.arrayContaining([...reasons]));
}

describe('different numbers or letters', () => {
  const OF_THE_ISSUE = [
    ['365 Tekst ApS', '247 Tekst ApS'],
    ['Boldklubben 1921', 'Boldklubben 1934'],
    ['Loge nr. 12', 'Loge nr. 34'],
    ['2100 Bageriet', '8000 Bageriet'],
    ['K/S Fjord - 299', 'K/S Fjord - 542'],
    ['P 45 Ejendomme A/S', 'P 54 Ejendomme A/S'],
    ['K/S Aks VII', 'K/S Aks VIII'],
  ] as const;

  it.each(OF_THE_ISSUE)('%s and %s are shown with the reason', (one, other) => {
    bothSay(one, other, ['number-differs']);
  });

  it.each([
    ...OF_THE_ISSUE,
    // Ordinals
    ['1. Havnekompagni ApS', '2. Havnekompagni ApS'],
    ['Den 1. Lærkehøjske', 'Den 3. Lærkehøjske'],
    ['Første Lærkehøj ApS', 'Anden Lærkehøj ApS'],
    ['1st Lærkehøj ApS', '2nd Lærkehøj ApS'],
    ['Lærkehøj ApS, 1. sal', 'Lærkehøj ApS, 2. sal'],
    ['Lærkehøj ApS, 1. tv.', 'Lærkehøj ApS, 1. th.'],
    ['Lærkehøj to ApS', 'Lærkehøj tre ApS'],
    // Letters
    ['Hus A', 'Hus B'],
    ['Blok C Lærkehøj', 'Blok D Lærkehøj'],
    ['Lærkehøj A ApS', 'Lærkehøj B ApS'],
    ['A Lærkehøj ApS', 'B Lærkehøj ApS'],
    ['Lærkehøj 1A ApS', 'Lærkehøj 1B ApS'],
    ['Lærkehøj A1 ApS', 'Lærkehøj B1 ApS'],
    ['Lærkehøj α ApS', 'Lærkehøj β ApS'],
    ['Lærkehøj Ⓐ ApS', 'Lærkehøj Ⓑ ApS'],
    // Initials in another order
    ['J. P. Lærkehøj ApS', 'P. J. Lærkehøj ApS'],
    ['J P Torsager', 'P J Torsager'],
    ['A.P. Lærkehøj', 'P.A. Lærkehøj'],
    ['H.C. Torsager ApS', 'C.H. Torsager ApS'],
    ['A. B. C. Lærkehøj', 'C. B. A. Lærkehøj'],
    ['Torsager J. P. Holm', 'Torsager P. J. Holm'],
    // Roman numerals
    ['Lærkehøj I ApS', 'Lærkehøj II ApS'],
    ['Lærkehøj LX ApS', 'Lærkehøj XL ApS'],
    ['Lærkehøj Ⅶ ApS', 'Lærkehøj Ⅷ ApS'],
    ['K/S Aks VII', 'K/S Aks 8'],
    ['K/S Aks VIIa', 'K/S Aks VIIb'],
    // Years
    ['Lærkehøj 2019 ApS', 'Lærkehøj 2020 ApS'],
    ['Lærkehøj af 1998 ApS', 'Lærkehøj af 2008 ApS'],
    ['Festudvalget Torsager 2024', 'Festudvalget Torsager 2025'],
    ['1887 Torsager', '1888 Torsager'],
    // Attached to a word
    ['Lærkehøj2019 ApS', 'Lærkehøj2020 ApS'],
    ['Lærkehøj7 ApS', 'Lærkehøj8 ApS'],
    ['4Lærkehøj ApS', '5Lærkehøj ApS'],
    ['Studio54 Torsager ApS', 'Studio45 Torsager ApS'],
    ['K/S AksVII', 'K/S AksVIII'],
    ['Torsager B2B ApS', 'Torsager B2C ApS'],
    // Other scripts' digits
    ['Lærkehøj １２ ApS', 'Lærkehøj １３ ApS'],
    ['Lærkehøj １２ ApS', 'Lærkehøj 13 ApS'],
    ['Lærkehøj ² ApS', 'Lærkehøj ³ ApS'],
    ['Lærkehøj² ApS', 'Lærkehøj³ ApS'],
    ['Lærkehøj ₁ ApS', 'Lærkehøj ₂ ApS'],
    ['Lærkehøj ٣ ApS', 'Lærkehøj ٤ ApS'],
    ['Lærkehøj ① ApS', 'Lærkehøj ② ApS'],
    ['Lærkehøj 𝟏 ApS', 'Lærkehøj 𝟐 ApS'],
    ['Lærkehøj ½ ApS', 'Lærkehøj ¼ ApS'],
    // Signs after a letter
    ['C++ Torsager ApS', 'C# Torsager ApS'],
    ['A+ ApS', 'A- ApS'],
    ['F-, A/S', 'F++ A/S'],
    ['F-.', 'F#'],
    ["'K-'", 'K!'],
    ['X* I/S', 'X= I/S'],
    ['X# Foto ApS*', 'X* Foto ApS'],
    // In brackets
    ['Lærkehøj (12) ApS', 'Lærkehøj (34) ApS'],
    ['Lærkehøj ApS (12)', 'Lærkehøj ApS (34)'],
    ['Lærkehøj ApS [1044]', 'Lærkehøj ApS [1045]'],
    ['Lærkehøj {3} ApS', 'Lærkehøj {4} ApS'],
    ['(1044) Lærkehøj ApS', '(1045) Lærkehøj ApS'],
    ['Lærkehøj (hus 3)', 'Lærkehøj (hus 4)'],
    // With a label
    ['Lærkehøj ApS cvr 25313763', 'Lærkehøj ApS cvr 29403473'],
    ['Lærkehøj ApS, CVR-nr. 25313763', 'Lærkehøj ApS, CVR-nr. 29403473'],
    ['Lærkehøj ApS (CVR: 25313763)', 'Lærkehøj ApS (CVR: 29403473)'],
    ['CVR 25313763 Lærkehøj ApS', 'CVR 29403473 Lærkehøj ApS'],
    ['Lærkehøj Skole EAN 5790001234567', 'Lærkehøj Skole EAN 5790007654321'],
    ['Lærkehøj ApS, GLN 5790001234567', 'Lærkehøj ApS, GLN 5790007654321'],
    ['Lærkehøj ApS P-nr. 1001234567', 'Lærkehøj ApS P-nr. 1007654321'],
    ['10442 Lærkehøj ApS', '10443 Lærkehøj ApS'],
    ['Lærkehøj ApS, kundenr. 1044', 'Lærkehøj ApS, kundenr. 1045'],
    ['1044 Lærkehøj 3 ApS', '1044 Lærkehøj 4 ApS'],
    ['Lærkehøj 12-34 ApS', 'Lærkehøj 34-12 ApS'],
  ] as const)('keeps %s and %s apart', (one, other) => {
    never(one, other);
    expect(areDuplicates(one, other)).toBe(false);
    for (const reasons of reasonsBothWays(one, other)) expect(reasons).toContain('number-differs');
  });
});

describe('the same name in another notation', () => {
  it.each([
    '10442 Lærkehøj ApS',
    'Lærkehøj ApS 10442',
    '１０４４２ Lærkehøj ApS',
    'Lærkehøj ApS (1044)',
    '(1044) Lærkehøj ApS',
    '[1044] Lærkehøj ApS',
    '1044 - Lærkehøj ApS',
    'Lærkehøj ApS - 1044',
    'Lærkehøj ApS kundenr. 1044',
    'Lærkehøj ApS, kundenr. 1044',
    'Lærkehøj ApS (kundenr. 1044)',
    'Kundenr. 1044 Lærkehøj ApS',
    'Lærkehøj ApS, debitornr. 1044',
    '#1044 Lærkehøj ApS',
    'Lærkehøj ApS #1044',
    'k1044 Lærkehøj ApS',
    'Lærkehøj ApS (k1044)',
    'Lærkehøj ApS cvr 25313763',
  ])('%s is Lærkehøj ApS with a number of the customer', (numbered) => {
    always(numbered, 'Lærkehøj ApS');
  });

  it.each([
    // Signs
    ['Bo™ ApS', 'Bo ApS'],
    ['Bo® ApS', 'Bo ApS'],
    ['Lærkehøj© ApS', 'Lærkehøj ApS'],
    ['Lærkehøj (R) ApS', 'Lærkehøj ApS'],
    ['★ Lærkehøj ApS', 'Lærkehøj ApS'],
    ['Lærkehøj ApS *', 'Lærkehøj ApS'],
    ['Lærkehøj + Søn ApS', 'Lærkehøj & Søn ApS'],
    ['Lærke-Høj ApS', 'Lærkehøj ApS'],
    ['Lærkehøj – ApS', 'Lærkehøj ApS'],
    ['Lærkehøj-, Søn ApS', 'Lærkehøj & Søn ApS'],
    // Words that only look like numbers
    ['Lærkehøj Vin II ApS', 'Lærkehøj Vin 2 ApS'],
    ['Via Torsager VIII', 'Via Torsager 8'],
    // Invisible characters
    ['Lærke\u00adhøj ApS', 'Lærkehøj ApS'],
    ['Lærke\u200bhøj ApS', 'Lærkehøj ApS'],
    ['Lærke\u200dhøj ApS', 'Lærkehøj ApS'],
    ['\ufeffLærkehøj ApS', 'Lærkehøj ApS'],
    ['Lærkehøj\u00a0ApS', 'Lærkehøj ApS'],
    ['Lærkehøj\u202f\u200fApS', 'Lærkehøj ApS'],
    // Other letter forms
    ['Gra\ufb03vang ApS', 'Graffivang ApS'],
    ['\ufb01skehøj ApS', 'Fiskehøj ApS'],
    ['Ｔｏｒｓａｇｅｒ ＡｐＳ', 'Torsager ApS'],
    ['𝐓orsager ApS', 'Torsager ApS'],
    ['Cafe\u0301 Torsager ApS', 'Café Torsager ApS'],
    ['A\u030algård Torsager ApS', 'Ålgård Torsager ApS'],
    ['Torsa\u0301ger ApS', 'Torsager ApS'],
    ['Laerkehoej ApS', 'Lærkehøj ApS'],
    ['Lærkehøj ７ ApS', 'Lærkehøj 7 ApS'],
    // Quotes
    ['"Lærkehøj ApS"', 'Lærkehøj ApS'],
    ['"Lærkehøj" ApS', 'Lærkehøj ApS'],
    ['»Lærkehøj« ApS', 'Lærkehøj ApS'],
    ['„Lærkehøj ApS“', 'Lærkehøj ApS'],
    ["'Lærkehøj ApS'", 'Lærkehøj ApS'],
    ['‹Lærkehøj› ApS', 'Lærkehøj ApS'],
    ['`Lærkehøj` ApS', 'Lærkehøj ApS'],
    // Numbers
    ['24-7 Lys ApS', '24/7 Lys ApS'],
    ['24–7 Lys ApS', '24/7 Lys ApS'],
    ['24 7 Lys ApS', '24/7 Lys ApS'],
    ['Lærkehøj 24-7 ApS', 'Lærkehøj 24/7 ApS'],
    ['1. Lærkehøj ApS', '1 Lærkehøj ApS'],
    ['Lærkehøj II ApS', 'Lærkehøj 2 ApS'],
    ['Lærkehøj7 ApS', 'Lærkehøj 7 ApS'],
  ])('%s is %s', (one, other) => {
    always(one, other);
  });
});

describe('names that share nothing distinctive', () => {
  it.each([
    // An abbreviation is not a web address
    ['Kr.Juul', 'Kr.Krogh'],
    ['Nr.Alslev', 'Nr.Nebel'],
    ['Hans.Berg', 'Hans.Dahl'],
    ['Chr.Juul', 'Chr.Krogh'],
    ['Sdr.Torsager', 'Sdr.Lærkehøj'],
    ['Gl.Rye', 'Gl.Holte'],
    ['St.Heddinge', 'St.Merløse'],
    ['Jens.Lund', 'Jens.Agerbo'],
    ['Ll.Torup', 'Ll.Skensved'],
    ['Kr.Juul ApS', 'Kr.Krogh ApS'],
    // Signs are not a name
    ['🍕 ApS', '🍔 ApS'],
    ['*** A/S', '+++ A/S'],
    ['!!! ApS', '??? ApS'],
    ['--- ApS', '=== ApS'],
    ['💡 I/S', '🔌 I/S'],
    ['♥ ApS', '♦ ApS'],
    ['€ A/S', '$ A/S'],
    ['@ ApS', '# ApS'],
    // The parent company tells branches apart
    ['Dansk filial af Nordport Ltd', 'Dansk filial af Sydhavn GmbH'],
    ['Dansk filial af Nordport Ltd', 'Dansk filial af Sydhavn Ltd'],
    ['Filial af Nordport Ltd', 'Filial af Sydhavn Ltd'],
    ['Danish branch of Nordport Ltd', 'Danish branch of Sydhavn GmbH'],
    ['Filial i Danmark af Nordport Ltd', 'Filial i Danmark af Sydhavn GmbH'],
    ['Dansk filial af Fjordkraft AB', 'Dansk filial af Ankerlys AG'],
    ['Dansk filial af Torsager Inc.', 'Dansk filial af Lærkehøj Inc.'],
  ])('%s and %s', (one, other) => {
    expect(verdicts(one, other)).toEqual(['none', 'none']);
  });
});

describe('branches of different companies', () => {
  it.each([
    ['X Danmark, filial af A Ltd', 'X Danmark, filial af B Ltd'],
    ['Alfasyn Danmark, filial af Nordport Ltd', 'Alfasyn Danmark, filial af Sydhavn Ltd'],
    ['Alfasyn Danmark, filial af Nordport Ltd', 'Alfasyn Danmark, filial af Sydhavn GmbH'],
    ['Alfasyn Danmark (filial af Nordport Ltd)', 'Alfasyn Danmark (filial af Sydhavn Ltd)'],
    ['Alfasyn Danmark - filial af Nordport Ltd', 'Alfasyn Danmark - filial af Sydhavn Ltd'],
    ['Alfasyn, Danish branch of Nordport Ltd', 'Alfasyn, Danish branch of Sydhavn Ltd'],
    ['Alfasyn Danmark, filial af Alfasyn Ltd', 'Alfasyn Danmark, filial af Alfasyn GmbH'],
    ['Alfasyn Danmark, filial af Alfasyn AB, Sverige', 'Alfasyn Danmark, filial af Alfasyn AB, Finland'],
  ])('%s and %s are not certain', (one, other) => {
    never(one, other);
    expect(areDuplicates(one, other)).toBe(false);
  });
});

const HORSENS: Details = { zipCode: '8700', city: 'Horsens' };
const KOLDING: Details = { zipCode: '6000', city: 'Kolding' };

describe('an equal name with contradicting details', () => {
  const CONTRADICTIONS: [reason: string, one: Details, other: Details][] = [
    ['city-differs', { city: 'Horsens' }, { city: 'Kolding' }],
    ['city-differs', HORSENS, KOLDING],
    ['address-differs', { zipCode: '8700' }, { zipCode: '6000' }],
    ['address-differs', { zipCode: '8000', city: 'Aarhus C' }, { zipCode: '8200', city: 'Aarhus N' }],
    ['address-differs', { zipCode: '8700', city: 'Horsens' }, { zipCode: '6000' }],
    ['email-differs', { email: 'post@alfasyn.example' }, { email: 'post@betafor.example' }],
    ['email-differs', { email: 'anders.v@gmail.com' }, { email: 'vestergaard@gmail.com' }],
    ['phone-differs', { phone: '20304051' }, { phone: '86123456' }],
    ['country-differs', { countryCode: 'DK' }, { countryCode: 'SE' }],
  ];
  const NAMES = ['Anders Vestergaard', 'Djurs Data', 'Zuxolim', 'Torsager Lærkehøj'];

  describe.each(NAMES)('%s', (name) => {
    it.each(CONTRADICTIONS)('%s: %o against %o', (reason, one, other) => {
      const [a, b] = [customer(name, one), customer(name, other)];
      bothSay(a, b, [reason]);
      expect(verdicts(a, b)).toEqual(['likely', 'likely']);
    });

    it('an equal town does not outweigh different phone numbers', () => {
      const [a, b] = ['20304051', '86123456'].map((phone) => customer(name, { city: 'Odense', phone }));
      never(a!, b!);
    });
  });

  // Many people share a postal code, and both systems have kinds that nobody chose.
  it('for namesakes an equal postal code does not outweigh different phone numbers', () => {
    const [a, b] = ['20304051', '86123456'].map((phone) =>
      customer('Anders Vestergaard', { zipCode: '5000', city: 'Odense', phone }),
    );
    never(a!, b!);
  });

  it('a person against a company is a reason, but decides nothing alone', () => {
    const [a, b] = [true, false].map((isPerson) => customer('Torsager Lærkehøj', { isPerson }));
    bothSay(a!, b!, ['person-differs']);
    always(a!, b!);
  });

  it('another street in the same town contradicts', () => {
    const [a, b] = ['Møllevej 3', 'Agervej 9'].map((street) =>
      customer('Djurs Data', { street, zipCode: '5000', city: 'Odense' }),
    );
    never(a!, b!);
    bothSay(a!, b!, ['city', 'address-differs']);
  });

  it.each([
    ['Anders Vestergaard', { isPerson: true }],
    ['Djurs Data', {}],
    ['Zuxolim', { isPerson: false }],
  ])('%s says every contradiction', (name, both: Details) => {
    const one = { ...both, ...HORSENS, email: 'post@alfasyn.example' };
    const other = { ...both, ...KOLDING, email: 'post@betafor.example' };
    const [a, b] = [customer(name, one), customer(name, other)];
    expect(verdicts(a, b)).toEqual(['likely', 'likely']);
    bothSay(a, b, ['city-differs', 'email-differs']);
  });

  it.each([
    ['Zuxolim ApS', 'Zuxolim'],
    ['Zuxolim ApS', 'Zuxolim A/S'],
  ])('%s and %s in two towns are not certain', (one, other) => {
    never(customer(one, HORSENS), customer(other, KOLDING));
  });

  it.each<[string, Details]>([
    ['e-mail address', { email: 'post@alfasyn.example' }],
    ['telephone number', { phone: '20304051' }],
    ['CVR number', { vatNumber: '25313763' }],
  ])('may be certain when it is rare and the %s agrees', (_, same) => {
    always(customer('Zuxolim', { ...HORSENS, ...same }), customer('Zuxolim', { ...KOLDING, ...same }));
  });

  it('may be certain when it is rare and the address agrees', () => {
    const address = { street: 'Møllevej 3', zipCode: '5000', city: 'Odense' };
    always(
      customer('Zuxolim', { ...address, phone: '20304051' }),
      customer('Zuxolim', { ...address, phone: '86123456' }),
    );
  });

  it.each(['Fjordens Fisk ApS', 'Alfasyn A/S', 'Jysk Landbrug ApS', 'Torsager I/S'])(
    '%s is registered once, so it is certain all the same, and says every contradiction',
    (name) => {
      const one = { email: 'post@alfasyn.example', phone: '20304051', countryCode: 'DK', isPerson: true };
      const other = { email: 'post@betafor.example', phone: '86123456', countryCode: 'SE', isPerson: false };
      const [a, b] = [customer(name, { ...HORSENS, ...one }), customer(name, { ...KOLDING, ...other })];
      always(a, b);
      bothSay(a, b, ['city-differs', 'email-differs', 'phone-differs', 'country-differs', 'person-differs']);
    },
  );

  it.each<[string, Details]>([
    ['Fjordens Fisk ApS', {}],
    ['Fjordens Fisk ApS', { phone: '20304051', email: 'post@alfasyn.example', zipCode: '5000' }],
    ['Zuxolim', { phone: '20304051' }],
    ['Anders Vestergaard', { email: 'anders.v@gmail.com' }],
    ['Jysk Landbrug ApS', { street: 'Møllevej 3', zipCode: '5000' }],
    ['Alfasyn A/S', { email: 'post@alfasyn.example' }],
  ])('%s with two CVR numbers is never certain, though they share %o', (name, same) => {
    const [a, b] = ['25313763', '29403473'].map((vatNumber) => customer(name, { ...same, vatNumber }));
    never(a!, b!);
    bothSay(a!, b!, ['vat-differs']);
    expect(areDuplicates(a!, b!)).toBe(false);
  });
});

describe('everyday names', () => {
  it.each([
    ...['Kunde', 'Diverse', 'Privat', 'Frisør', 'Transport Service', 'Musikskole'],
    ...['Kontantkunde', 'Diverse kunder', 'Ny kunde', 'Ukendt', 'Intern', 'Engangskunde', 'Webkunde'],
    ...['Tømrer', 'Murermester', 'Bilværksted', 'Dyreklinik', 'Børnehave', 'Folkeskole', 'Sportsklub'],
    ...['Grundejerforening', 'Idrætsforening', 'Vandværk', 'Kirken', 'Kommunen', 'Kiosk', 'Danseskole'],
    ...['Den Lille Butik', 'Byens Bager', 'Rengøring og Vinduer', 'Murer & Tømrer', 'Nordic Group'],
    ...['Onlinesalg', 'Butikssalg', 'Ingen', 'xxx', 'n/a', 'Hansen', 'Familien Jensen', 'Jysk Landbrug'],
  ])('%s is never certain', (name) => {
    never(name, name);
    const same = { phone: '20304051', zipCode: '5000', email: 'post@alfasyn.example' };
    never(customer(name, same), customer(name, same));
  });

  it.each([
    ...['Jysk Landbrug ApS', 'Frisør ApS', 'Musikskole ApS', 'Transport Service A/S', 'Byens Bager I/S'],
    ...['Dansk Rengøring ApS', 'Nordic Group A/S', 'Hansen ApS', 'Smedje IVS', 'Murer & Tømrer K/S'],
  ])('%s is certain: it is registered once', (name) => {
    always(name, name);
  });
});

describe('a distinctive word on each side', () => {
  const ALL_OF_IT = { email: 'post@alfasyn.example', phone: '20304051', ...HORSENS, street: 'Møllevej 3' };
  const EVIDENCE: [string, Details, Details][] = [
    ['nothing', {}, {}],
    ['a domain', { email: 'salg@alfasyn.example' }, { email: 'post@alfasyn.example' }],
    ['an e-mail address', { email: 'post@alfasyn.example' }, { email: 'post@alfasyn.example' }],
    ['a telephone number', { phone: '20304051' }, { phone: '20304051' }],
    ['a postal code', { zipCode: '5000' }, { zipCode: '5000' }],
    ['all of it', ALL_OF_IT, ALL_OF_IT],
  ];
  const PAIRS: [string, string][] = [
    // Another town
    ['Alfasyn Vejle A/S', 'Alfasyn Aalborg A/S'],
    ['Lærkehøj Hornbæk ApS', 'Lærkehøj Tisvilde ApS'],
    ['Lærkehøj ApS (Odense)', 'Lærkehøj ApS (Aarhus)'],
    ['Lærkehøj Øst ApS', 'Lærkehøj Vest ApS'],
    ['Alfasyn af Odense ApS', 'Alfasyn af Aarhus ApS'],
    ['Lærkehøj ApS', 'Lærkevej ApS'],
    // Another name
    ['Anders Vestergaard', 'Anders Østergaard'],
    ['Ib Torsager', 'Ole Torsager'],
    ['Ib Torsager', 'Ib Lærkehøj'],
    ['Torsager & Holm ApS', 'Torsager & Lund ApS'],
    ['Hans Torsager', 'Hanne Torsager'],
    ['Ib & Else Torsager', 'Ib & Karen Torsager'],
    // Another trade
    ['Torsager Maler ApS', 'Torsager Murer ApS'],
    ['Torsager Malerfirma', 'Torsager Murerfirma'],
    ['Torsager Bådservice ApS', 'Torsager Bilservice ApS'],
    ['Lærkehøj Efterskole', 'Lærkehøj Friskole'],
    ['Lærkehøj Vandværk', 'Lærkehøj Varmeværk'],
    ['Lærkehøj IF Fodbold', 'Lærkehøj IF Håndbold'],
    // Another company of a family
    ['Alfasyn Holding ApS', 'Alfasyn Ejendomme ApS'],
    ['Alfasyn Invest ApS', 'Alfasyn Udlejning ApS'],
    ['Alfasyn Import ApS', 'Alfasyn Eksport ApS'],
    ['Ejendomsselskabet Lærkehøj ApS', 'Driftsselskabet Lærkehøj ApS'],
    ['Lærkehøj Danmark ApS', 'Lærkehøj Sverige ApS'],
    ['Alfasyn Danmark ApS', 'Alfasyn ApS, Sverige'],
    ['A/B Rosenvang', 'E/F Rosenvang'],
    // Another owner
    ['Lærkehøj v/ Ib Torsager', 'Lærkehøj v/ Else Torsager'],
    ['Lærkehøj v/ Ib Torsager', 'Lærkehøj v/ Ib Strandager'],
    ['Lærkehøj VVS v/Kim Holm', 'Lærkehøj VVS v/Kim Lund'],
    ['Alfasyn ApS v/ Ib Torsager', 'Alfasyn ApS v/ Else Strandager'],
    ['Lærkehøj ved Ib Torsager', 'Lærkehøj ved Else Torsager'],
    // Another department
    ['Lærkehøj ApS, afd. Odense', 'Lærkehøj ApS, afd. Aarhus'],
    ['Lærkehøj ApS - afd. Syd', 'Lærkehøj ApS - afd. Nord'],
    ['Lærkehøj ApS, økonomi', 'Lærkehøj ApS, teknik'],
    ['Lærkehøj ApS - Lager', 'Lærkehøj ApS - Kontor'],
    // Another kind of customer
    ['Ib Torsager (privat)', 'Ib Torsager (erhverv)'],
    ['Ib Torsager, privat', 'Ib Torsager, erhverv'],
    ['Ib Torsager privat', 'Ib Torsager erhverv'],
    ['Ib Torsager - privat', 'Ib Torsager - firma'],
    ['Ib Torsager junior', 'Ib Torsager senior'],
    ['Hr. Torsager', 'Fru Torsager'],
  ];

  describe.each(EVIDENCE)('sharing %s', (_, one, other) => {
    it.each(PAIRS)('%s and %s are never certain', (a, b) => {
      never(customer(a, one), customer(b, other));
    });
  });
});

describe('one value in two notations', () => {
  const say = (reason: string, one: Details, other: Details) => {
    const [a, b] = [customer('Alfasyn Vejle ApS', one), customer('Alfasyn Nord ApS', other)];
    bothSay(a, b, [reason]);
    for (const reasons of reasonsBothWays(a, b)) expect(reasons).not.toContain(`${reason}-differs`);
  };

  it.each<[one: string, other: string, country?: string]>([
    ['DE811569869', '811569869', 'DE'],
    ['VAT no. DK25313763', '25313763'],
    ['NO 974 760 673 MVA', '974760673', 'NO'],
    ['CHE-116.281.710 MWST', 'CHE116281710'],
    ['556703-7485', 'SE556703748501', 'SE'],
    ['EL094019245', 'GR094019245'],
    ['USt-IdNr. DE811569869', 'DE811569869'],
    ['USt-IdNr. DE811569869', '811569869', 'DE'],
    ['SE-nr. 10150817', '10150817'],
    ['SE-nr. 10150817', 'DK10150817'],
    ['CHE-116.281.710 TVA', '116281710', 'CH'],
    ['Org.nr. 556703-7485', 'SE 556703-7485 01', 'SE'],
    ['EL094019245', '094019245', 'GR'],
    ['CVR-nr.: 25 31 37 63', 'DK-25313763'],
    ['２５３１３７６３', '25313763'],
    ['NL004495445B01', '0044.95.445.B.01', 'NL'],
    ['BE0403019261', '403.019.261', 'BE'],
    ['FI20774740', '2077474-0', 'FI'],
    ['PL8567346215', 'NIP 856-734-62-15', 'PL'],
    ['TVA FR40303265045', '40 303 265 045', 'FR'],
    // Without a country the digits decide
    ['DE811569869', '811569869'],
    ['974760673 MVA', '974760673'],
    ['CHE-116.281.710 MWST', '116281710'],
  ])('the number %s is %s', (one, other, countryCode) => {
    say('vat', { vatNumber: one, countryCode }, { vatNumber: other, countryCode });
  });

  it.each([
    ['86–12–34–56', '86123456'],
    ['86‑12‑34‑56', '86123456'],
    ['86·12·34·56', '86123456'],
    ['+45 86 12 34 56 lok. 12', '86123456'],
    ['86123456, 20304051', '86123456'],
    ['86123456, 20304051', '20304051'],
    ['86123456 / 20304051', '20304051'],
    ['86123456; 20304051', '20304051'],
    ['86 12 34 56 og 20 30 40 51', '20304051'],
    ['0045 86 12 34 56', '(+45) 86.12.34.56'],
    ['８６１２３４５６', '86123456'],
    ['86\u221212\u221234\u221256', '86123456'],
    ['86\u00a012\u202f34\u00a056', '86123456'],
    ['tlf. 86123456', '86123456'],
  ])('the telephone number %s is %s', (one, other) => {
    say('phone', { phone: one }, { phone: other });
  });

  it.each([
    ['a@x.dk; b@y.dk', 'a@x.dk'],
    ['a@x.dk; b@y.dk', 'b@y.dk'],
    ['a@x.dk, b@y.dk', 'b@y.dk'],
    ['a@x.dk b@y.dk', 'b@y.dk'],
    ['a@x.dk / b@y.dk', 'b@y.dk'],
    ['a@x.dk og b@y.dk', 'b@y.dk'],
    ['Ib <b@y.dk>, Else <a@x.dk>', 'a@x.dk'],
    ['a@x.dk; b@y.dk', 'c@z.dk; b@y.dk'],
    ['mailto:b@y.dk', 'B@Y.DK'],
  ])('the e-mail address %s is %s', (one, other) => {
    say('email', { email: one }, { email: other });
  });

  it.each<[string, Details, Details]>([
    ['vat', { vatNumber: 'VAT no. DK25313763' }, { vatNumber: '29403473' }],
    ['vat', { vatNumber: '556703-7485', countryCode: 'SE' }, { vatNumber: 'SE556016068001' }],
    ['phone', { phone: '86123456, 20304051' }, { phone: '86123457; 20304052' }],
    ['email', { email: 'a@x.dk; b@y.dk' }, { email: 'c@z.dk, d@w.dk' }],
  ])('%s: different values differ', (kind, one, other) => {
    bothSay(customer('Alfasyn ApS', one), customer('Alfasyn ApS', other), [`${kind}-differs`]);
  });
});
