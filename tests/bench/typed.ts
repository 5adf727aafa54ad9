/** Names as they really get typed, one kind of mistyping at a time. */
import type { Random } from '../sandbox/random.ts';
import { rewriteHeavily, rewriteLightly } from '../sandbox/spelling.ts';
import { customerNumber, withCustomerNumber } from './customer-number.ts';
import { wrongEncodings } from './encodings.ts';
import type { Entry, Way } from './pairs.ts';

const other = (entry: Entry, written: string): string | undefined =>
  written === entry.name ? undefined : written;

const cutAt: Way = (entry, random) =>
  other(entry, entry.name.slice(0, random.between(20, 30)).replace(/\s+$/, ''));

const addresses = [
  (host) => `www.${host}`,
  (host) => host,
  (host) => `https://www.${host}/`,
  (host) => `http://${host}`,
  (host) => `WWW.${host.toUpperCase()}`,
] satisfies ((host: string) => string)[];

const FORM = /,? (ApS|A\/S|I\/S|K\/S|P\/S|S\/I|IVS|[AF]\.?M\.?B\.?A\.?)$/i;

/** The host that a company of this name might have taken, without its top-level domain. */
function domain(name: string, random: Random): string {
  const letters = random.pick([
    { æ: 'ae', ø: 'oe', å: 'aa' },
    { æ: 'ae', ø: 'o', å: 'a' },
    { æ: 'æ', ø: 'ø', å: 'å' },
  ]);
  const plain = name
    .replace(FORM, '')
    .toLowerCase()
    .replace(/ & | og /g, random.pick([' ', ' og ']))
    .replace(/[æøå]/g, (letter) => letters[letter as 'æ' | 'ø' | 'å'])
    .replace(/[.'’()]/g, '');
  const words = plain.split(/[^a-z0-9æøå]+/).filter(Boolean);
  return words.join(random.chance(0.25) ? '-' : '');
}

/** Persons, and trades named by their owner, seldom have one. */
const webAddress: Way = ({ name, person }, random) =>
  person || / v\//.test(name)
    ? undefined
    : random.pick(addresses)(`${domain(name, random)}.${random.pick(['dk', 'dk', 'dk', 'com'])}`);

/** Only where the name says something about it: some companies are known by another name, some by a directory's page. */
const ownWebAddress: Way = ({ name, host }, random) => {
  const first = plain(name.split(/[^\p{L}\d]+/u).find(({ length }) => length > 1) ?? name);
  return host && plain(host).includes(first) ? random.pick(addresses)(host) : undefined;
};

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[æøå]/g, (letter) => ({ æ: 'ae', ø: 'oe', å: 'aa' })[letter] ?? letter)
    .replace(/[^a-z0-9]/g, '');

const remarks = [
  (name) => `${name} (lukket)`,
  (name) => `${name} - LUKKET`,
  (name, random) => `${name} - ophørt ${random.between(2009, 2025)}`,
  (name) => `** BRUG IKKE ** ${name}`,
  (name) => `${name} ** BRUG IKKE **`,
  (name) => `OBS: ${name}`,
  (name) => `${name} OBS: ring først`,
  (name) => `${name} (gl. kunde)`,
  (name) => `NY KUNDE ${name}`,
  (name) => `${name} - NY KUNDE`,
  (name, random) => `${name} se ${customerNumber(random)}`,
  (name, random) => `${name} (flyttet til ${customerNumber(random)})`,
  (name) => `UDGÅET ${name}`,
  (name) => `${name} !!! betaler ikke !!!`,
  (name) => `${name} (konkurs)`,
  (name) => `${name} - slettes`,
  (name) => `zz ${name}`,
  (name) => `${name} (dublet)`,
  (name) => `${name} - kun kontant`,
  (name, random) =>
    `${name} opr. ${random.between(1, 28)}/${random.between(1, 12)}-${random.between(10, 25)}`,
] satisfies ((name: string, random: Random) => string)[];

/** The kinds, each with the ways of it. Which way a name gets is chance. */
export const kinds = {
  'another hand': [rewriteLightly, rewriteHeavily].map(
    (rewrite): Way =>
      (entry, random) =>
        other(entry, rewrite(entry.name, random)),
  ),
  'cut off': [cutAt],
  'customer number': withCustomerNumber.map(
    (put): Way =>
      ({ name }, random) =>
        put(name, customerNumber(random)),
  ),
  'web address': [webAddress],
  'own web address': [ownWebAddress],
  'wrong encoding': wrongEncodings.map(
    (read): Way =>
      (entry) =>
        other(entry, read(entry.name)),
  ),
  remark: remarks.map(
    (put): Way =>
      ({ name }, random) =>
        put(name, random),
  ),
} satisfies Record<string, Way[]>;
