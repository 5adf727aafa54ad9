/** Reads VAT numbers: the country and its digits, whatever is written around them. */
import { isCountry } from './countries.ts';
import { readable } from './text.ts';
import { byPrefix, EU, hasForm, ofForm, PREFIXES, prefixOf } from './vat-forms.ts';

export interface VatNumber {
  /** ISO 3166; `''` when the text has neither its country's format nor that of a country it names. */
  country: string;
  /** Without prefix, spaces and signs: "25313763", "U12345675". */
  number: string;
  /** As written, without labels: "CHE-116.281.710 MWST". */
  bare: string;
  /** The whole text. */
  text: string;
}

/** Words before or after a number, letters only; longer words begin with one of these. */
const LABEL =
  /^(?:CVR|MOMS|MVA|VAT|MWST|UST|UMSATZ|UID|TVA|IVA|PIVA|BTW|NIF|CIF|NIP|OIB|DI[CČ]|DPH|PARTITA|ADÓSZ|SIRE|AFM|ΑΦΜ|ALV|PVM|PVN|PVD|KMKR|ORG|REG|TAX|TIN|ID|IDNR|INTRA|SENR|SENUMMER|NUM|EU)\p{L}*$|^(?:NR|NO|N|P|IC|SE|HR|NUMMER|IDENT\p{L}*)$/u;
/** Labels used only for Danish numbers. */
const DANISH_LABEL = /^(?:CVR|MOMS|SENR|SENUMMER)/;
/** Typed when there is no number. */
const NONE = /^(?:UNDEFINED|NULL|NONE|NA|NAN|INGEN|UKENDT|PRIVAT|0*)$/;

interface Token {
  text: string;
  begin: number;
  end: number;
  /** Digits follow directly. */
  isGlued: boolean;
}

const tokensOf = (text: string): Token[] =>
  Array.from(text.matchAll(/\p{L}+|[\d+*]*\d[\d+*]*/gu)).flatMap((m) =>
    withoutGlue(m[0].toUpperCase(), m.index, /\d/.test(text[m.index + m[0].length] ?? '')),
  );

/** Splits a label and a prefix: "VATDE811569869". */
function withoutGlue(text: string, begin: number, isGlued: boolean): Token[] {
  const prefix = /(?:CHE|ATU|[A-Z]{2})$/.exec(text)?.[0] ?? '';
  const label = text.slice(0, text.length - prefix.length);
  const end = begin + text.length;
  if (!LABEL.test(label) || !(prefix === 'ATU' || PREFIXES[prefix] || hasForm(prefix)))
    return [{ text, begin, end, isGlued }];
  const between = begin + label.length;
  return [
    { text: label, begin, end: between, isGlued: false },
    { text: prefix, begin: between, end, isGlued },
  ];
}

/**
 * Reads a VAT number.
 * @param country ISO 3166: its country unless the text says otherwise; undefined when unknown, then eight digits are
 *   Danish
 * @returns undefined when there is none, or a word such as "ingen" stands there
 */
export function readVatNumber(text: string | undefined, country: string | undefined): VatNumber | undefined {
  if (!text) return undefined;
  if ((country === 'DK' || country === undefined) && /^\d{8}$/.test(text))
    return { country: 'DK', number: text, bare: text, text };
  const plain = withoutDottedLabels(readable(text.slice(0, 200)).trim());
  const tokens = tokensOf(plain);
  const all = joined(tokens);
  if (NONE.test(all)) return undefined;
  const unread = { country: '', text };
  if (!/\d/.test(all)) return { ...unread, number: '', bare: plain };
  const own = country ?? 'DK';
  const found =
    byLabels(tokens, own) ??
    byPrefixAnywhere(tokens) ??
    byCountryAlone(tokens, own) ??
    eightDigits(plain, own);
  const kept = found?.kept ?? withoutLabels(tokens);
  const bare = plain.slice(kept[0]!.begin, kept.at(-1)!.end);
  if (!found) return { ...unread, number: joined(kept), bare };
  return { country: found.country, number: found.number, bare, text };
}

/** A number, and the words it was found in. */
interface Found {
  country: string;
  number: string;
  kept: readonly Token[];
}

/** "C.V.R. nr." becomes "CVR. nr." */
const withoutDottedLabels = (text: string): string =>
  text.replace(/(?<=(?:^|[^\p{L}\p{N}])\p{L})\.(?=\p{L})|(?<=\.\p{L})\.(?=\p{L})/gu, '');

/** "SE" is a label in "SE-nr. 10150817", but not in "SE10150817", which begins like a Swedish number. */
const isLabel = ({ text, isGlued }: Token): boolean => LABEL.test(text) && !(isGlued && hasForm(text));

/** Without labels at either end. */
const withoutLabels = (tokens: readonly Token[]): readonly Token[] =>
  tokens.slice(
    tokens.findIndex((token) => !isLabel(token)),
    tokens.findLastIndex((token) => !isLabel(token)) + 1,
  );

/**
 * A label may be a prefix too ("VAT NO 974760673"), and a suffix part of the number ("MVA"): as few words as possible
 * are dropped until a number is left.
 */
function byLabels(tokens: readonly Token[], own: string): Found | undefined {
  const before = tokens.findIndex((token) => !isLabel(token));
  const behind = tokens.length - 1 - tokens.findLastIndex((token) => !isLabel(token));
  const isDanish = tokens.some(({ text }, at) => DANISH_LABEL.test(text) || isSeNumber(tokens, at));
  const find = (number: string): Omit<Found, 'kept'> | undefined =>
    byPrefix(number) ??
    (ofForm(number, own) ? { country: own, number: ofForm(number, own)! } : undefined) ??
    (isDanish && ofForm(number, 'DK') ? { country: 'DK', number } : undefined);
  for (let first = 0; first <= before; first++) {
    if (isNumberSign(tokens, first, own)) continue;
    for (let last = tokens.length; last >= tokens.length - behind; last--) {
      const kept = tokens.slice(first, last);
      const between = kept.filter((token, at) => at === 0 || !isLabel(token));
      const found = find(joined(kept)) ?? find(joined(between));
      if (found) return { ...found, kept };
    }
  }
  return undefined;
}

/** "Steuer-Nr DE811569869", "DK25313763 (gl.)": drops words that are not labels when a prefix tells the rest. */
function byPrefixAnywhere(tokens: readonly Token[]): Found | undefined {
  for (let first = 0; first < tokens.length && !/\d/.test(tokens[first]!.text); first++)
    for (let last = tokens.length; last > first + 1; last--) {
      const kept = tokens.slice(first, last);
      const found = byPrefix(joined(kept));
      if (found) return { ...found, kept };
      if (/\d/.test(tokens[last - 1]!.text)) break;
    }
  return undefined;
}

/** A country without a known format: anything with digits, without its prefix and the words before it. */
function byCountryAlone(tokens: readonly Token[], country: string): Found | undefined {
  if (hasForm(country) || !isCountry(country)) return undefined;
  const first = tokens.findIndex(({ text }) => /\d/.test(text) || text === country);
  const kept = tokens.slice(first);
  const number = joined(kept).replace(new RegExp(`^${country}(?=\\d)`), '');
  return { country, number, kept };
}

/** "K 25313763": the only digits in a Danish record, unless something says they are another number. */
function eightDigits(plain: string, own: string): Found | undefined {
  const run = /^\D*?(\d[\d .–-]*\d)\D*$/u.exec(plain)?.[1];
  const number = run?.replace(/\D/g, '') ?? '';
  if (own !== 'DK' || !run || number.length !== 8 || SOMETHING_ELSE.test(plain)) return undefined;
  if (tokensOf(plain).some(({ text }) => text !== 'NR' && (isCountry(text) || PREFIXES[text])))
    return undefined;
  const begin = plain.indexOf(run);
  return { country: 'DK', number, kept: [{ text: number, begin, end: begin + run.length, isGlued: false }] };
}

const SOMETHING_ELSE = /\+|\b(?:tlf|telefon|tel|mobil|phone|ean|gln|kunde)/i;

const joined = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join('');

/** "SE-nr. 10150817": a Danish number, not a Swedish one. */
const isSeNumber = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]!.text === 'SE' && /^N(?:R|UMMER)$/.test(tokens[at + 1]?.text ?? '');

/** "VAT no. 811569869": "no" means Norway only if what follows is Norwegian. */
const isNumberSign = (tokens: readonly Token[], at: number, own: string): boolean =>
  at > 0 && tokens[at]!.text === 'NO' && (own === 'NO' || tokens.at(-1)!.text !== 'MVA');

/** Northern Ireland uses Great Britain's numbers with another prefix. */
const issuer = (country: string): string => (country === 'XI' ? 'GB' : country);

const agree = (a: VatNumber | undefined, b: VatNumber): boolean =>
  a !== undefined &&
  a.number === b.number &&
  (issuer(a.country) === issuer(b.country) || a.country === '' || b.country === '');

/** Digits that are not a number of their record's country, read as a number of another one. */
const meantIn = (country: string, { number, text }: VatNumber): VatNumber | undefined =>
  /\D/.test(number) ? undefined : readVatNumber(text, country);

/**
 * Whether two readings are the same number. One that its own country cannot explain may be a number of the other's
 * country.
 */
export function isSameVatNumber(a: VatNumber, b: VatNumber): boolean {
  if (agree(a, b)) return true;
  if (a.country !== '' && b.country === '') return agree(meantIn(a.country, b), a);
  return a.country === '' && b.country !== '' && agree(meantIn(b.country, a), b);
}

/** Lookup key shared by all spellings of a number, and by a few other numbers. */
export const vatLookup = ({ number }: VatNumber): string =>
  number.replace(/\D/g, '').replace(/^0+/, '').slice(0, 8);

/**
 * A VAT number in the notation that both systems want for a country: digits for Denmark, EU numbers with prefix,
 * others as written there.
 * @param meant the number's country unless a prefix tells, where it differs
 * @returns undefined when there is none, or it cannot be read
 */
export function vatNumberFor(
  vatNumber: string | undefined,
  countryCode: string | undefined,
  meant = countryCode,
): string | undefined {
  const read = readVatNumber(vatNumber, meant);
  if (!read || read.country === '') return undefined;
  const { country, number, bare } = read;
  const isOwn = country === (countryCode ?? 'DK');
  if (country === 'DK' && isOwn) return number;
  const isNamed = isOwn || bare.toUpperCase().startsWith(prefixOf(country));
  if (EU.has(country) || (!isNamed && hasForm(country))) return prefixOf(country) + number;
  return bare;
}
