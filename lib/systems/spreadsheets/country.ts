import { countryNames, isCountry } from '../../domain/countries.ts';

/** Three-letter codes of the nearest countries. */
const THREE_LETTERS =
  'DNK:DK SWE:SE NOR:NO FIN:FI ISL:IS FRO:FO GRL:GL DEU:DE NLD:NL BEL:BE LUX:LU FRA:FR GBR:GB IRL:IE ESP:ES PRT:PT ' +
  'ITA:IT CHE:CH AUT:AT POL:PL CZE:CZ EST:EE LVA:LV LTU:LT UKR:UA USA:US CAN:CA AUS:AU NZL:NZ CHN:CN JPN:JP';

/** Common names besides the codes and the browser's names. */
const EVERYDAY: Readonly<Record<string, string>> = {
  uk: 'GB',
  england: 'GB',
  skotland: 'GB',
  scotland: 'GB',
  wales: 'GB',
  nordirland: 'GB',
  'northern ireland': 'GB',
  'great britain': 'GB',
  storbritannien: 'GB',
  holland: 'NL',
  el: 'GR',
  us: 'US',
  'united states of america': 'US',
  deutschland: 'DE',
  österreich: 'AT',
  schweiz: 'CH',
  norge: 'NO',
  sverige: 'SE',
  suomi: 'FI',
  tjekkiet: 'CZ',
  'czech republic': 'CZ',
  færøerne: 'FO',
};

let names: ReadonlyMap<string, string> | undefined;

/**
 * The country named by a text: a code, or a name in Danish or English.
 * @returns the two-letter code; undefined when unknown
 */
export function countryOf(text: string): string | undefined {
  const code = text.trim().toUpperCase();
  if (isCountry(code)) return code;
  names ??= allNames();
  // Handles "U.S.A.", "The Netherlands" and "Danmark (DK)".
  return names.get(keyOf(text)) ?? names.get(keyOf(text.replace(/\(.*$/s, '')));
}

function allNames(): Map<string, string> {
  const known = [...countryNames('en'), ...countryNames('da')].map(({ code, name }) => [name, code] as const);
  const short = THREE_LETTERS.split(' ').map((pair) => pair.split(':') as [string, string]);
  return new Map(
    [...known, ...short, ...Object.entries(EVERYDAY)].map(([name, code]) => [keyOf(name), code]),
  );
}

const keyOf = (name: string): string =>
  name.normalize('NFC').toLowerCase().replace(/[.()]/g, '').replace(/\s+/g, ' ').trim().replace(/^the /, '');
