/** The one reading of VAT numbers: a country and its digits, whatever is written around them. */
import { isCountry } from '../countries.ts';
import { readable } from './text.ts';

export interface VatNumber {
  /** ISO 3166; `''` when the text is no number of its country's form, nor of another one's that it names. */
  country: string;
  /** Without prefix, spaces and signs: "25313763", "U12345675". */
  number: string;
  /** As it is written, without labels around it: "CHE-116.281.710 MWST". */
  bare: string;
}

const GB = /^(?:\d{9}|\d{12}|GD\d{3}|HA\d{3})$/;

/**
 * By ISO code, a number's form without prefix. Sources: the VIES FAQ's list of the EU's forms, and the authorities of
 * Norway, Switzerland and Great Britain.
 */
const FORMS: Readonly<Record<string, RegExp>> = {
  AT: /^U\d{8}$/,
  BE: /^[01]\d{9}$/,
  BG: /^\d{9,10}$/,
  CH: /^\d{9}$/,
  CY: /^\d{8}[A-Z]$/,
  CZ: /^\d{8,10}$/,
  DE: /^\d{9}$/,
  DK: /^\d{8}$/,
  EE: /^\d{9}$/,
  ES: /^(?:[A-Z]\d{7}[A-Z0-9]|\d{8}[A-Z])$/,
  FI: /^\d{8}$/,
  FR: /^[A-HJ-NP-Z0-9]{2}\d{9}$/,
  GB,
  GR: /^\d{9}$/,
  HR: /^\d{11}$/,
  HU: /^\d{8}$/,
  IE: /^(?:\d[A-Z+*]\d{5}[A-Z]|\d{7}[A-W][A-I]?)$/,
  IT: /^\d{11}$/,
  LT: /^(?:\d{9}|\d{12})$/,
  LU: /^\d{8}$/,
  LV: /^\d{11}$/,
  MT: /^\d{8}$/,
  NL: /^\d{9}B\d{2}$/,
  NO: /^\d{9}$/,
  PL: /^\d{10}$/,
  PT: /^\d{9}$/,
  RO: /^\d{2,10}$/,
  SE: /^\d{12}$/,
  SI: /^\d{8}$/,
  SK: /^\d{10}$/,
  XI: GB,
};

const OUTSIDE_EU = ['CH', 'GB', 'NO'];
const EU = new Set(Object.keys(FORMS).filter((country) => !OUTSIDE_EU.includes(country)));

/** Prefixes that are not the country's ISO code. */
const PREFIXES: Readonly<Record<string, string>> = { EL: 'GR', CHE: 'CH' };

/** Words for a number in front of one or behind it, letters only; longer ones begin with one of these. */
const LABEL =
  /^(?:CVR|MOMS|MVA|VAT|MWST|UST|UMSATZ|UID|TVA|IVA|PIVA|BTW|NIF|CIF|NIP|OIB|DI[CČ]|DPH|PARTITA|ADÓSZ|SIRE|AFM|ΑΦΜ|ALV|PVM|PVN|PVD|KMKR|ORG|REG|TAX|TIN|ID|IDNR|INTRA|SENR|SENUMMER|NUM|EU)\p{L}*$|^(?:NR|NO|N|P|IC|SE|HR|NUMMER|IDENT\p{L}*)$/u;
/** Labels that only a Danish number has. */
const DANISH_LABEL = /^(?:CVR|MOMS|SENR|SENUMMER)/;
/** Typed where there is none. */
const NONE = /^(?:UNDEFINED|NULL|NONE|NA|NAN|INGEN|UKENDT|)$/;

interface Token {
  text: string;
  begin: number;
  end: number;
}

const tokensOf = (text: string): Token[] =>
  Array.from(text.matchAll(/\p{L}+|[\d+*]*\d[\d+*]*/gu)).flatMap((m) =>
    withoutGlue(m[0].toUpperCase(), m.index),
  );

/** "VATDE811569869": a label and a prefix. */
function withoutGlue(text: string, begin: number): Token[] {
  const prefix = /(?:CHE|ATU|[A-Z]{2})$/.exec(text)?.[0] ?? '';
  const label = text.slice(0, text.length - prefix.length);
  const isGlued = LABEL.test(label) && (prefix === 'ATU' || PREFIXES[prefix] || FORMS[prefix]);
  const end = begin + text.length;
  if (!isGlued) return [{ text, begin, end }];
  const between = begin + label.length;
  return [
    { text: label, begin, end: between },
    { text: prefix, begin: between, end },
  ];
}

/** Numbers that are also written shorter, in their full form. */
function inFull(number: string, country: string): string {
  switch (country) {
    case 'AT':
      return number.replace(/^(?=\d{8}$)/, 'U');
    case 'BE':
      return number.replace(/^(?=\d{9}$)/, '0');
    case 'SE':
      return number.replace(/^(\d{10})$/, '$101');
    case 'NO':
      return number.replace(/MVA$/, '');
    case 'CH':
      return number.replace(/(?:HR|MWST|TVA|IVA)+$/, '');
    default:
      return number;
  }
}

const ofForm = (number: string, country: string): string | undefined => {
  const full = inFull(number, country);
  return FORMS[country]?.test(full) ? full : undefined;
};

/** "DE811569869": the prefix tells the country. */
function byPrefix(text: string): { country: string; number: string } | undefined {
  for (const prefix of [text.slice(0, 3), text.slice(0, 2)]) {
    const country = PREFIXES[prefix] ?? (FORMS[prefix] ? prefix : undefined);
    const number = country && ofForm(text.slice(prefix.length), country);
    if (country && number) return { country, number };
  }
  return undefined;
}

/** A country without a form here: anything with digits, its own prefix left out. */
function byCountryAlone(text: string, country: string): string | undefined {
  if (FORMS[country] || !isCountry(country)) return undefined;
  const number = text.replace(new RegExp(`^${country}(?=\\d)`), '');
  return /\d/.test(number) ? number : undefined;
}

/**
 * Reads a VAT number.
 * @param country ISO 3166, whose number it is unless it says otherwise; undefined when nobody knows, then eight digits are
 *   Danish
 * @returns undefined when there is none, also where somebody typed that
 */
export function readVatNumber(text: string | undefined, country: string | undefined): VatNumber | undefined {
  if (!text) return undefined;
  if ((country === 'DK' || country === undefined) && /^\d{8}$/.test(text))
    return { country: 'DK', number: text, bare: text };
  const plain = readable(text.slice(0, 200)).trim();
  const tokens = tokensOf(plain);
  const all = joined(tokens);
  if (NONE.test(all)) return undefined;
  if (!/\d/.test(all)) return { country: '', number: '', bare: plain };
  const isLabel = ({ text }: Token) => LABEL.test(text);
  const labels = tokens.findIndex((token) => !isLabel(token));
  const behind = tokens.length - 1 - tokens.findLastIndex((token) => !isLabel(token));
  const own = country ?? 'DK';
  const isDanish = tokens.some(({ text }, at) => DANISH_LABEL.test(text) || isSeNumber(tokens, at));
  const find = (number: string) =>
    byPrefix(number) ??
    of(own, ofForm(number, own)) ??
    (isDanish ? of('DK', ofForm(number, 'DK')) : undefined);
  // A label may be a prefix, too ("VAT NO 974760673"), and what stands behind may be part of the number ("MVA"): the
  // fewest words are left out that leave a number.
  for (let first = 0; first <= labels; first++) {
    if (isNumberSign(tokens, first, own)) continue;
    for (let last = tokens.length; last >= tokens.length - behind; last--) {
      const kept = tokens.slice(first, last);
      const between = kept.filter((token, at) => at === 0 || !isLabel(token));
      const found = find(joined(kept)) ?? find(joined(between));
      if (found) return { ...found, bare: plain.slice(kept[0]!.begin, kept.at(-1)!.end) };
    }
  }
  const kept = tokens.slice(labels, tokens.length - behind);
  const number = joined(kept);
  const bare = plain.slice(kept[0]!.begin, kept.at(-1)!.end);
  const elsewhere = byCountryAlone(number, own);
  if (elsewhere) return { country: own, number: elsewhere, bare };
  const eight = own === 'DK' && tokens.every(({ text }) => !isCountry(text)) ? number.replace(/\D/g, '') : '';
  if (eight.length === 8) return { country: 'DK', number: eight, bare: eight };
  return { country: '', number, bare };
}

const joined = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join('');
const of = (country: string, number: string | undefined) => (number ? { country, number } : undefined);

/** "SE-nr. 10150817": a Danish number, not a Swedish one. */
const isSeNumber = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]!.text === 'SE' && /^N(?:R|UMMER)$/.test(tokens[at + 1]?.text ?? '');

/** "VAT no. 811569869": the "no" is Norway's only where the number is Norwegian by what follows. */
const isNumberSign = (tokens: readonly Token[], at: number, own: string): boolean =>
  at > 0 && tokens[at]!.text === 'NO' && (own === 'NO' || tokens.at(-1)!.text !== 'MVA');

/**
 * Whether two readings are one number. Where the country of one is not known, its digits decide.
 */
export const isSameVatNumber = (a: VatNumber, b: VatNumber): boolean =>
  a.number === b.number && (a.country === b.country || a.country === '' || b.country === '');

/** What stands before a number: "EL" for Greece, mostly the ISO code. */
export const prefixOf = (country: string): string =>
  country === 'GR' ? 'EL' : country === 'CH' ? 'CHE' : country;

/**
 * A VAT number as both systems want it in a record of a country: digits for Denmark, EU numbers with their prefix, others
 * as they are written there.
 * @param meantIn the country whose number it is unless a prefix tells, where that is another one
 * @returns undefined when there is none, and when it cannot be read
 */
export function vatNumberFor(
  vatNumber: string | undefined,
  countryCode: string | undefined,
  meantIn = countryCode,
): string | undefined {
  const read = readVatNumber(vatNumber, meantIn);
  if (!read || read.country === '') return undefined;
  const { country, number, bare } = read;
  const isOwn = country === (countryCode ?? 'DK');
  if (country === 'DK' && isOwn) return number;
  const isNamed = isOwn || bare.toUpperCase().startsWith(prefixOf(country));
  if (EU.has(country) || (!isNamed && FORMS[country])) return prefixOf(country) + number;
  return bare;
}
