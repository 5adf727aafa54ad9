import { describe, expect, it } from 'vitest';
import { LIKELY_SCORE, matchCustomers } from '../../../lib/match/index.ts';
import { customer, matchOne, others } from './build.ts';

describe('sister companies', () => {
  it.each([
    ['another town', 'Alfasyn Vejle A/S', 'Alfasyn Aalborg A/S'],
    ['a holding company', 'Alfasyn Holding ApS', 'Alfasyn ApS'],
    ['the company of a holding', 'Alfasyn ApS', 'Alfasyn Holding ApS'],
    ['a property company', 'Alfasyn Ejendomme ApS', 'Alfasyn ApS'],
    ['another number', 'Alfasyn 1 ApS', 'Alfasyn 2 ApS'],
    ['another number, written together', 'Alfasyn100 ApS', 'Alfasyn101 ApS'],
    ['another trade', 'Torsager Maler ApS', 'Torsager Murer ApS'],
  ])('%s is not the same customer', (_, source, target) => {
    expect(matchOne(source, [target]).verdict).not.toBe('certain');
  });

  it('the right sister company is chosen when both are there', () => {
    const targets = ['Alfasyn Aalborg A/S', 'Alfasyn Vejle A/S', 'Alfasyn Holding A/S'];
    expect(matchOne('ALFASYN VEJLE AS', targets)).toMatchObject({ verdict: 'certain' });
    expect(matchOne('ALFASYN VEJLE AS', targets).names[0]).toBe('Alfasyn Vejle A/S');
  });

  it('another legal form is given as a reason', () => {
    expect(matchOne('Alfasyn ApS', ['Alfasyn A/S']).reasons[0]).toContain('legal-form-differs');
  });

  it('another legal form of a common name is not certain', () => {
    const { verdict, reasons } = matchOne('Jysk Landbrug ApS', ['Jysk Landbrug A/S']);
    expect(verdict).toBe('likely');
    expect(reasons[0]).toContain('legal-form-differs');
  });

  it('the exact spelling wins over the translated one', () => {
    const { names } = matchOne('Alfasyn Denmark ApS', ['Alfasyn Danmark ApS', 'Alfasyn Denmark ApS']);
    expect(names[0]).toBe('Alfasyn Denmark ApS');
  });

  it.each([
    ['two common surnames one letter apart', 'Ib Pedersen', 'Ib Petersen'],
    ['a person and the company of the same name', 'Ib Pedersen', 'Ib Pedersen ApS'],
    ['an initial and a first name', 'I. Torsager', 'Ib Torsager'],
    ['one with a middle name and one without', 'Ib Torsager', 'Ib Egelund Torsager'],
    ['two brands one letter apart', 'Asmo ApS', 'Asno ApS'],
  ])('%s are not certain by their names', (_, source, target) => {
    expect(matchOne(source, [target]).verdict).not.toBe('certain');
  });

  it('different words do not match, even if the rest is rare', () => {
    expect(matchOne('Zuxolim Vindenergi Gruppen', ['Zuxolim Data Gruppen K/S']).verdict).toBe('none');
  });

  it('a close second candidate leaves the choice to the user', () => {
    const { verdict, names } = matchOne('Alfasyn', ['Alfasyn ApS', 'Alfasyn Fabrik ApS']);
    expect(names[0]).toBe('Alfasyn ApS');
    expect(verdict).toBe('likely');
    expect(matchOne('Alfasyn', ['Alfasyn ApS']).verdict).toBe('certain');
  });
});

describe('evidence beyond the name', () => {
  it('the same CVR number finds a customer that changed its name', () => {
    const match = matchOne(customer('Nyt Navn ApS', { vatNumber: 'DK 25 31 37 63' }), [
      customer('Gammelt Firma A/S', { vatNumber: '25313763' }),
    ]);
    expect(match.names[0]).toBe('Gammelt Firma A/S');
    expect(match.reasons[0]).toContain('vat');
    expect(match.verdict).not.toBe('none');
  });

  it('two different CVR numbers are never certain, however equal the names', () => {
    const { verdict, reasons } = matchOne(customer('Alfasyn ApS', { vatNumber: '25313763' }), [
      customer('Alfasyn ApS', { vatNumber: '29403473' }),
    ]);
    expect(verdict).not.toBe('certain');
    expect(reasons[0]).toContain('vat-differs');
  });

  it('an invalid CVR number counts as missing', () => {
    const { verdict, reasons } = matchOne(customer('Alfasyn ApS', { vatNumber: 'ukendt' }), [
      customer('Alfasyn ApS', { vatNumber: '29403473' }),
    ]);
    expect(verdict).toBe('certain');
    expect(reasons[0]).toEqual(['name-equal']);
  });

  it.each([
    ['email', { email: 'Faktura@Alfasyn.example' }, { email: 'faktura@alfasyn.example ' }],
    ['domain', { email: 'salg@alfasyn.example' }, { email: 'faktura@alfasyn.example' }],
    ['phone', { phone: '+45 20 30 40 51' }, { phone: '20304051' }],
    [
      'address',
      { street: 'Nørre Alle 5, 2. tv.', zipCode: '5000' },
      { street: 'Nørre Allé 5', zipCode: 'DK-5000' },
    ],
  ])('the same %s is a reason and raises the score', (reason, a, b) => {
    const without = matchOne('Alfasyn Vejle ApS', ['Alfasyn Nord ApS']);
    const match = matchOne(customer('Alfasyn Vejle ApS', a), [customer('Alfasyn Nord ApS', b)]);
    expect(match.reasons[0]).toContain(reason);
    expect(match.scores[0]).toBeGreaterThan(without.scores[0] ?? 0);
  });

  it.each([
    ['a phone number', { phone: '20304051' }],
    ['a private e-mail address', { email: 'ib.torsager@gmail.com' }],
    ['a postal code', { zipCode: '5000' }],
  ])('%s makes up for a missing middle name', (_, same) => {
    const [source, target] = [customer('Ib Torsager', same), customer('Ib Egelund Torsager', same)];
    expect(matchOne(source, [target]).verdict).toBe('certain');
  });

  it.each([
    ['Alfasyn Holding ApS', 'Alfasyn ApS'],
    ['Alfasynplast ApS', 'Alfasyn ApS'],
  ])('shared details do not merge sister companies: %s and %s', (source, target) => {
    const same = { email: 'post@alfasyn.example', phone: '20304051', zipCode: '5000' };
    expect(matchOne(customer(source, same), [customer(target, same)]).verdict).not.toBe('certain');
  });

  it('a phone number shared with another candidate proves nothing', () => {
    const phone = '20304051';
    const targets = [
      customer('Ib Egelund Torsager', { phone }),
      customer('Else Egelund Torsager', { phone }),
    ];
    const { verdict, names } = matchOne(customer('Ib Torsager', { phone }), targets);
    expect(names[0]).toBe('Ib Egelund Torsager');
    expect(verdict).toBe('likely');
  });

  it('common names with different postal codes are two people', () => {
    const source = customer('Lars Hansen', { zipCode: '5000' });
    expect(matchOne(source, [customer('Lars Hansen', { zipCode: '8000' })]).verdict).not.toBe('certain');
  });

  it.each([
    ['the same town', { city: 'Odense' }, { city: 'ODENSE' }, 1],
    ['another country', { countryCode: 'DK' }, { countryCode: 'SE' }, -1],
    ['a person here and a company there', { isPerson: true }, { isPerson: false }, -1],
  ])('%s counts', (_, a, b, sign) => {
    const without = matchOne('Alfasyn Vejle', ['Alfasyn Vejl']).scores[0]!;
    const { scores } = matchOne(customer('Alfasyn Vejle', a), [customer('Alfasyn Vejl', b)]);
    expect(Math.sign(scores[0]! - without)).toBe(sign);
  });

  it('a free e-mail domain says nothing', () => {
    const { reasons } = matchOne(customer('Alfasyn ApS', { email: 'a@gmail.com' }), [
      customer('Alfasyn ApS', { email: 'b@gmail.com' }),
    ]);
    expect(reasons[0]).not.toContain('domain');
  });
});

describe('a customer that is in the target list twice', () => {
  it('is never certain; both entries come first with the reason', () => {
    const { verdict, names, reasons } = matchOne('Alfasyn Vejle ApS', [
      'Alfasyn Holding ApS',
      'ALFASYN VEJLE',
      'Alfasyn Vejle ApS',
    ]);
    expect(verdict).toBe('likely');
    expect(names.slice(0, 2)).toEqual(['Alfasyn Vejle ApS', 'ALFASYN VEJLE']);
    expect(reasons[0]).toContain('duplicate');
    expect(reasons[1]).toContain('duplicate');
    expect(reasons.slice(2).flat()).not.toContain('duplicate');
  });

  it('counts as two companies if the CVR numbers differ', () => {
    const { reasons } = matchOne(customer('Alfasyn ApS'), [
      customer('Alfasyn ApS', { vatNumber: '25313763' }),
      customer('Alfasyn ApS', { vatNumber: '29403473' }),
    ]);
    expect(reasons.flat()).not.toContain('duplicate');
  });

  it('is not confused with a sister company', () => {
    const { verdict, reasons } = matchOne('Alfasyn ApS', ['Alfasyn ApS', 'Alfasyn Holding ApS']);
    expect(reasons.flat()).not.toContain('duplicate');
    expect(verdict).toBe('certain');
  });
});

describe('one-to-one assignment', () => {
  it('a duplicated target is taken with its duplicate, not left to a sister company', () => {
    const [own, sister] = [customer('Alfasyn Vejle ApS'), customer('Alfasyn ApS')];
    const twice = [customer('Alfasyn Vejle ApS'), customer('ALFASYN VEJLE')];
    const [first, second] = matchCustomers([own, sister], [...twice, ...others()]);
    expect(first!.candidates.slice(0, 2).map((c) => c.id)).toEqual(twice.map((t) => t.id));
    expect(second!.verdict).toBe('none');
  });

  it('a target goes to the customer that fits it better', () => {
    const exact = customer('Alfasyn Vejle ApS');
    const similar = customer('Alfasyn Vejl ApS');
    const target = customer('Alfasyn Vejle ApS');
    const [a, b] = matchCustomers([exact, similar], [target, ...others()]);
    expect(a!.verdict).not.toBe('none');
    expect(a!.candidates[0]!.score).toBeGreaterThan(b!.candidates[0]!.score);
    expect(b!.verdict).toBe('none');
  });

  it('a target is certain for neither of two equal customers', () => {
    const target = customer('Alfasyn Vejle ApS');
    const matches = matchCustomers(
      [customer('Alfasyn Vejle ApS'), customer('Alfasyn Vejle ApS')],
      [target, ...others()],
    );
    expect(matches.map((m) => m.verdict)).not.toContain('certain');
    expect(matches.map((m) => m.candidates[0]!.id)).toEqual([target.id, target.id]);
  });

  it('a customer whose target is taken by its twin gets the remaining one', () => {
    const sources = [customer('Alfasyn Vejle ApS'), customer('Alfasyn Vejle Holding ApS')];
    const targets = [customer('Alfasyn Vejle Holding'), customer('Alfasyn Vejle')];
    const matches = matchCustomers(sources, [...targets, ...others()]);
    expect(matches.map((m) => m.candidates[0]!.id)).toEqual([targets[1]!.id, targets[0]!.id]);
  });
});

describe('candidates', () => {
  it('are at most five, best first, scored between 0 and 1', () => {
    const towns = ['', 'Ribe', 'Ribe Syd', 'Ribe Nord', 'Ribe Holding', 'Ribe Invest', 'Ribe Ejendomme'];
    const { names, scores } = matchOne(
      'Alfasyn Ribe ApS',
      towns.map((town) => `Alfasyn ${town} ApS`),
    );
    expect(names).toHaveLength(5);
    expect(names[0]).toBe('Alfasyn Ribe ApS');
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(Math.max(...scores)).toBeLessThanOrEqual(1);
    expect(Math.min(...scores)).toBeGreaterThanOrEqual(0);
  });

  it('reach LIKELY_SCORE only when they are plausible', () => {
    expect(matchOne('Alfasyn Ribee', ['Alfasyn Ribe ApS']).scores[0]).toBeGreaterThanOrEqual(LIKELY_SCORE);
    expect(matchOne('Alfasyn Ribe ApS', ['Betafor Ribe ApS']).scores[0] ?? 0).toBeLessThan(LIKELY_SCORE);
  });

  it('are empty for a customer without any similarity', () => {
    expect(matchOne('Zuxolim Kvarts', [])).toMatchObject({ verdict: 'none', names: [] });
  });
});
