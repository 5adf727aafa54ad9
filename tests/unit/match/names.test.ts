import { describe, expect, it } from 'vitest';
import { tidy } from '../../../lib/match/name/fold.ts';
import { parseName } from '../../../lib/match/name/normalize.ts';
import { matchOne } from './build.ts';

const certain: [string, string, string][] = [
  ['in capitals', 'LÆRKEHØJ SMEDE APS', 'Lærkehøj Smede ApS'],
  ['with ae, oe and aa', 'Laerkehoej Aastrup ApS', 'Lærkehøj Åstrup ApS'],
  ['with a, o and a where letters were dropped', 'Larkehoj Astrup ApS', 'Lærkehøj Åstrup ApS'],
  ['with letters broken by a wrong encoding', 'LÃ¦rkehÃ¸j Smede ApS', 'Lærkehøj Smede ApS'],
  ['with A.S. for A/S', 'Lærkehøj A.S.', 'Lærkehøj A/S'],
  ['with AS for A/S', 'Lærkehøj AS', 'Lærkehøj A/S'],
  ['with A / S for A/S', 'Lærkehøj A / S', 'Lærkehøj A/S'],
  ['with A.p.S. for ApS', 'Lærkehøj A.p.S.', 'Lærkehøj ApS'],
  ['with its form in parentheses', 'Lærkehøj (ApS)', 'Lærkehøj ApS'],
  ['with amba for A.M.B.A.', 'Lærkehøj Vandværk amba', 'Lærkehøj Vandværk A.M.B.A.'],
  ['without its form', 'Lærkehøj Smede', 'Lærkehøj Smede ApS'],
  ['with "og" for "&"', 'Lærkehøj og Brudager ApS', 'Lærkehøj & Brudager ApS'],
  ['with "and" for "og"', 'Lærkehøj and Brudager ApS', 'Lærkehøj og Brudager ApS'],
  ['with Denmark for Danmark', 'Brudager Denmark A/S', 'Brudager Danmark A/S'],
  ['without Danmark', 'Brudager A/S', 'Brudager Danmark A/S'],
  ['with its owner', 'Lærkehøj Smede v/ Ib Torsager', 'Lærkehøj Smede'],
  ['with words joined', 'LærkehøjBrudager ApS', 'Lærkehøj Brudager ApS'],
  ['with a hyphen for a space', 'Lærkehøj-Brudager ApS', 'Lærkehøj Brudager ApS'],
  ['with a remark in parentheses', 'Lærkehøj Brudager ApS (lukket)', 'Lærkehøj Brudager ApS'],
  ['with a department', 'Lærkehøj Brudager ApS - afd. Odense', 'Lærkehøj Brudager ApS'],
  ['with someone to write to', 'Lærkehøj Brudager ApS att: bogholderi', 'Lærkehøj Brudager ApS'],
  ['with someone to write to and no form', 'Lærkehøj Brudager att: bogholderi', 'Lærkehøj Brudager'],
  ['with a customer number in front', '10442 Lærkehøj Brudager ApS', 'Lærkehøj Brudager ApS'],
  ['with a customer number behind', 'Lærkehøj Brudager ApS 10442', 'Lærkehøj Brudager ApS'],
  ['with a customer number and a letter', 'K10442 Lærkehøj Brudager ApS', 'Lærkehøj Brudager ApS'],
  ['with a customer number in brackets', 'Lærkehøj Brudager [442]', 'Lærkehøj Brudager'],
  ['with a customer number that says so', 'Lærkehøj Brudager, kundenr. 442', 'Lærkehøj Brudager'],
  ['with a reference to another customer', 'Lærkehøj Brudager se 59820', 'Lærkehøj Brudager'],
  ['with a remark in front', 'BRUG IKKE Lærkehøj Brudager', 'Lærkehøj Brudager'],
  ['with a remark between asterisks', '** ring først ** Lærkehøj Brudager', 'Lærkehøj Brudager'],
  ['with a remark behind a dash', 'Lærkehøj Brudager - slettes', 'Lærkehøj Brudager'],
  ['with a remark after OBS', 'Lærkehøj Brudager OBS: betaler kontant', 'Lærkehøj Brudager'],
  ['with a town behind a comma', 'Lærkehøj, Odense', 'Lærkehøj'],
  ['with its letters as HTML numbers', 'L&#230;rkeh&#248;j Smede ApS', 'Lærkehøj Smede ApS'],
  ['with its letters broken twice', 'LÃƒÂ¦rkehÃƒÂ¸j Smede ApS', 'Lærkehøj Smede ApS'],
  ['with a question mark for a letter', 'Lærkeh?j Smede ApS', 'Lærkehøj Smede ApS'],
  [
    'cut off in its last word',
    'Lærkehøj Brudager Ejendomsadm',
    'Lærkehøj Brudager Ejendomsadministration ApS',
  ],
  ['as a person with the surname first', 'Torsager, Ib', 'Ib Torsager'],
];

const found: [string, string, string][] = [
  ['with a typing error', 'Lærkehøj Brudgaer ApS', 'Lærkehøj Brudager ApS'],
  ['with two typing errors', 'Lerkehøj Brudgaer ApS', 'Lærkehøj Brudager ApS'],
  ['with a word abbreviated', 'Lærkehøj Bru. ApS', 'Lærkehøj Brudager ApS'],
  ['with its words swapped', 'Brudager Lærkehøj ApS', 'Lærkehøj Brudager ApS'],
  ['as a web address', 'www.laerkehoejbrudager.dk', 'Lærkehøj Brudager ApS'],
  ['cut off before its last word', 'Lærkehøj Brudager Ejend', 'Lærkehøj Brudager Ejendomme Vest ApS'],
  ['by its first letters', 'LBV', 'Lærkehøj Brudager Vandværk'],
  ['as a person with an initial', 'I. Torsager', 'Ib Torsager'],
  ['as a person without the middle name', 'Ib Torsager', 'Ib Egelund Torsager'],
  ['as a person in the other order', 'Torsager Ib', 'Ib Torsager'],
];

describe("a customer's name in the other system", () => {
  it.each(certain)('%s is certain: %s', (_, source, target) => {
    const { verdict, names } = matchOne(source, [target]);
    expect(names[0]).toBe(target);
    expect(verdict).toBe('certain');
  });

  it.each(found)('%s is suggested: %s', (_, source, target) => {
    const { verdict, names } = matchOne(source, [target]);
    expect(names[0]).toBe(target);
    expect(verdict).not.toBe('none');
  });
});

describe('parsing a name', () => {
  const words = (name: string) => parseName(name).words.map((w) => w.text);
  it.each([
    ['Lærkehøj A/S', 'a/s'],
    ['Lærkehøj k/s', 'k/s'],
    ['Lærkehøj IVS', 'ivs'],
    ['Lærkehøj f.m.b.a.', 'fmba'],
    ['Lærkehøj anpartsselskab', 'aps'],
    ['S/I Lærkehøj', 's/i'],
    ['Lærkehøj A/S 2', 'a/s'],
    ['Lærkehøj', ''],
  ])('the legal form of %s is "%s"', (name, form) => {
    expect(parseName(name)).toMatchObject({ form });
    expect(words(name)[0]).toBe('larkehoj');
  });

  it('a form inside a word or in front is part of the name', () => {
    expect(words('Asmild Kapselfabrik')).toEqual(['asmild', 'kapselfabrik']);
    expect(words('As Is Interiør ApS')).toEqual(['as', 'is', 'interior']);
  });

  it('only 160 characters of a name are compared', () => {
    expect(tidy('Lærkehøj '.repeat(1_000))).toHaveLength(160);
  });

  it('another word order scores lower', () => {
    const scoreOf = (name: string) => matchOne(name, ['Lærkehøj Brudager ApS']).scores[0]!;
    expect(scoreOf('Brudager Lærkehøj')).toBeLessThan(scoreOf('Lærkehøj Brudager'));
  });

  it('initials are one word, with and without dots', () => {
    expect(words('A.P. Lærkehøj')).toEqual(words('AP Lærkehøj'));
    expect(words('A & P Lærkehøj')).toEqual(words('AP Lærkehøj'));
  });
});
