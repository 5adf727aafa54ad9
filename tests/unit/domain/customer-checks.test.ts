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
  test.each(['faktura@hansensvvs.dk', 'a.b+c@x-y.co.uk', 'info@blåbærgrød.dk'])('%s has the form', (email) =>
    expect(isEmail(email)).toBe(true),
  );
  test.each(['faktura', 'faktura@', '@x.dk', 'a b@x.dk', 'a@x.dk; b@x.dk', 'a@x', 'a@<script>'])(
    '%s has not',
    (email) => expect(isEmail(email)).toBe(false),
  );
});

describe('a customer to be created', () => {
  const check = (extra: Parameters<typeof customer>[1], choice = {}) => {
    const subject = customer('1', extra);
    return checkCustomer(subject, createFields(subject, choice));
  };

  test('with name and country it is complete', () => {
    expect(check({ countryCode: 'DK', vatNumber: '25313763', email: 'a@b.dk' })).toEqual({
      missing: [],
      warnings: [],
    });
  });

  test('without name or country it is not', () => {
    expect(check({ countryCode: 'ZZ' }, { name: '' }).missing).toEqual(['name', 'country']);
  });

  test('a wrong CVR number and a wrong e-mail are warnings', () => {
    expect(check({ vatNumber: '12345678', email: 'ingen' }).warnings).toEqual(['vatNumber', 'email']);
  });

  test.each(['253137', 'DE 12 34', '25313763 / 29403473'])(
    '%j is no VAT number and is not sent',
    (vatNumber) => {
      expect(check({ vatNumber }).warnings).toEqual(['vatUnread']);
    },
  );

  test.each(['-', 'ingen', '0'])('%j says that there is none', (vatNumber) => {
    expect(check({ vatNumber }).warnings).toEqual([]);
  });

  test('several addresses in one field are a warning of their own', () => {
    for (const email of ['a@b.dk; c@b.dk', 'a@b.dk, c@b.dk', 'a@b.dk c@b.dk'])
      expect(check({ email }).warnings).toEqual(['emails']);
  });

  test('an e-mail is checked as it is sent', () => {
    for (const email of ['a@b.dk ', 'a@b.dk\u200b', '\ufeffa@b.dk', 'ａ@b.dk'])
      expect(check({ email }).warnings).toEqual([]);
  });

  test("a person's CVR number is not sent, and so not checked", () => {
    expect(check({ vatNumber: '12345678', isPerson: true }).warnings).toEqual([]);
  });

  test('a number is checked by the country it is written with', () => {
    expect(check({ vatNumber: 'SE556188840401', countryCode: 'DK' }).warnings).toEqual([]);
    expect(check({ vatNumber: 'EL094259216', countryCode: 'DK' }).warnings).toEqual([]);
  });
});

describe('countries', () => {
  test('the codes are those of the maintained list', () => {
    expect([...COUNTRY_CODES].sort()).toEqual(codes.map(([code]) => code).sort());
  });

  test('they have Danish names in Danish order', () => {
    const names = countryNames('da');
    expect(names.find(({ code }) => code === 'DE')?.name).toBe('Tyskland');
    expect(names.map(({ code }) => code).indexOf('AX')).toBeGreaterThan(names.length - 5);
  });
});
