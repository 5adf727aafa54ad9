import codes from 'i18n-iso-countries/codes.json' with { type: 'json' };
import { describe, expect, test } from 'vitest';
import { COUNTRY_CODES, countryNames } from '../../../lib/domain/countries.ts';
import { createFields } from '../../../lib/domain/create-fields.ts';
import { checkCustomer, isEmail } from '../../../lib/domain/customer-checks.ts';
import { isVatNumber } from '../../../lib/domain/vat-check-digit.ts';
import { customer } from '../../helpers/flow.ts';

describe('VAT numbers', () => {
  test.each([
    ['25313763', 'DK'],
    ['DK 25 31 37 63', 'DK'],
    ['DE136695976', 'DE'],
    ['556188840401', 'SE'],
    ['SE556188840401', 'SE'],
    ['NL004495445B01', 'NL'],
    ['EL094259216', 'GR'],
    ['GB980780684', 'GB'],
    ['NO974760673MVA', 'NO'],
    ['CHE-193.843.357 MWST', 'CH'],
    ['12-3456789', 'US'],
  ])('%s can be one of %s', (number, country) => expect(isVatNumber(number, country)).toBe(true));

  test.each([
    ['25313764', 'DK'],
    ['2531376', 'DK'],
    ['DE136695977', 'DE'],
    ['NO974760674', 'NO'],
    ['', 'DK'],
  ])('%j cannot be one of %s', (number, country) => expect(isVatNumber(number, country)).toBe(false));
});

describe('e-mail', () => {
  test.each(['faktura@hansensvvs.dk', 'a.b+c@x-y.co.uk', 'info@blåbærgrød.dk'])('%s is an address', (email) =>
    expect(isEmail(email)).toBe(true),
  );
  test.each(['faktura', 'faktura@', '@x.dk', 'a b@x.dk', 'a@x.dk; b@x.dk', 'a@x', 'a@<script>'])(
    '%s has not',
    (email) => expect(isEmail(email)).toBe(false),
  );
});

describe('checking a customer before creation', () => {
  const check = (extra: Parameters<typeof customer>[1], choice = {}) => {
    const subject = customer('1', extra);
    return checkCustomer(subject, createFields(subject, choice));
  };

  test('passes with name and country', () => {
    expect(check({ countryCode: 'DK', vatNumber: '25313763', email: 'a@b.dk' })).toEqual({
      missing: [],
      warnings: [],
    });
  });

  test('reports a missing name or country', () => {
    expect(check({ countryCode: 'ZZ' }, { name: '' }).missing).toEqual(['name', 'country']);
  });

  test('warns about an invalid CVR number and e-mail', () => {
    expect(check({ vatNumber: '12345678', email: 'ingen' }).warnings).toEqual(['vatNumber', 'email']);
  });

  test.each(['253137', 'DE 12 34', '25313763 / 29403473'])(
    '%j is no VAT number and is not sent',
    (vatNumber) => {
      expect(check({ vatNumber }).warnings).toEqual(['vatUnread']);
    },
  );

  test.each(['-', 'ingen', '0'])('%j counts as no number', (vatNumber) => {
    expect(check({ vatNumber }).warnings).toEqual([]);
  });

  test('warns separately about several addresses in one field', () => {
    for (const email of ['a@b.dk; c@b.dk', 'a@b.dk, c@b.dk', 'a@b.dk c@b.dk'])
      expect(check({ email }).warnings).toEqual(['emails']);
  });

  test('checks the e-mail in the form in which it is sent', () => {
    for (const email of ['a@b.dk ', 'a@b.dk\u200b', '\ufeffa@b.dk', 'ａ@b.dk'])
      expect(check({ email }).warnings).toEqual([]);
  });

  test("does not check a person's CVR number, which is not sent", () => {
    expect(check({ vatNumber: '12345678', isPerson: true }).warnings).toEqual([]);
  });

  test('checks a number by the country in its prefix', () => {
    expect(check({ vatNumber: 'SE556188840401', countryCode: 'DK' }).warnings).toEqual([]);
    expect(check({ vatNumber: 'EL094259216', countryCode: 'DK' }).warnings).toEqual([]);
  });
});

describe('countries', () => {
  test('the codes match a maintained list', () => {
    expect([...COUNTRY_CODES].sort()).toEqual(codes.map(([code]) => code).sort());
  });

  test('names are Danish, in Danish order', () => {
    const names = countryNames('da');
    expect(names.find(({ code }) => code === 'DE')?.name).toBe('Tyskland');
    expect(names.map(({ code }) => code).indexOf('AX')).toBeGreaterThan(names.length - 5);
  });
});
