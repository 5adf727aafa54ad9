import { describe, expect, it } from 'vitest';
import type { Customer } from '../../../../lib/domain/customer.ts';
import { problemOf } from '../../../../lib/domain/problem.ts';
import { contactBody } from '../../../../lib/systems/dinero/body.ts';

const customer = (parts: Partial<Customer> = {}): Customer => ({
  id: '7',
  name: 'Hansens VVS ApS',
  countryCode: 'DK',
  ...parts,
});
const ids = { guid: '0000000A-0000-4000-8000-000000000001', externalReference: 'effihub:41:7' };

const missing = (parts: Partial<Customer>) => {
  try {
    contactBody(customer(parts), {}, ids);
  } catch (error) {
    return problemOf(error);
  }
  return undefined;
};

describe('contactBody', () => {
  it('has every field that Dinero supports, and no other', () => {
    const body = contactBody(
      customer({
        name: '  Hansens   VVS ApS ',
        vatNumber: 'DK 25 31 37 63',
        street: 'Nørregade 7 ',
        zipCode: '8000',
        city: 'Aarhus C',
        email: 'faktura@hansensvvs.example',
        phone: '+45 86 12 34 56',
        website: 'https://hansensvvs.example',
        notes: 'Kun hos Effihub',
        customerNumber: '10044',
        language: 'da',
      }),
      {},
      ids,
    );
    expect(body).toEqual({
      ContactGuid: '0000000a-0000-4000-8000-000000000001',
      ExternalReference: 'effihub:41:7',
      Name: 'Hansens VVS ApS',
      CountryKey: 'DK',
      IsPerson: false,
      IsMember: false,
      UseCvr: false,
      Street: 'Nørregade 7',
      ZipCode: '8000',
      City: 'Aarhus C',
      Phone: '+45 86 12 34 56',
      Email: 'faktura@hansensvvs.example',
      Webpage: 'https://hansensvvs.example',
      VatNumber: '25313763',
    });
  });

  it('has no key for what is missing', () => {
    expect(Object.keys(contactBody(customer({ street: '  ' }), {}, ids)).sort()).toEqual(
      ['ContactGuid', 'CountryKey', 'ExternalReference', 'IsMember', 'IsPerson', 'Name', 'UseCvr'].sort(),
    );
  });

  it('has e-mail and phone in plain digits, without invisible characters', () => {
    const body = contactBody(
      customer({ email: ' faktura@hansensvvs.example\u200b', phone: '８６ １２ ３４ ５６\u00a0' }),
      {},
      ids,
    );
    expect(body).toMatchObject({ Email: 'faktura@hansensvvs.example', Phone: '86 12 34 56' });
  });

  it('uses the chosen name, country and kind', () => {
    const body = contactBody(customer(), { name: 'Jens  Hansen', countryCode: 'se', isPerson: true }, ids);
    expect(body).toMatchObject({ Name: 'Jens Hansen', CountryKey: 'SE', IsPerson: true });
  });

  it.each([
    [undefined, undefined, false],
    [undefined, '25313763', false],
    [true, undefined, true],
    [false, undefined, false],
  ])('when it is a person: %j and its VAT number %j, is a person: %j', (isPerson, vatNumber, expected) => {
    expect(contactBody(customer({ isPerson, vatNumber }), {}, ids).IsPerson).toBe(expected);
  });

  it('has no VAT number for a person', () => {
    expect(contactBody(customer({ isPerson: true, vatNumber: '25313763' }), {}, ids)).not.toHaveProperty(
      'VatNumber',
    );
  });

  it('requires a name and a country', () => {
    expect(missing({ name: ' ', countryCode: undefined })).toMatchObject({
      code: 'incomplete',
      fields: [{ field: 'name' }, { field: 'countryCode' }],
    });
    expect(missing({ countryCode: 'Danmark' })).toMatchObject({ fields: [{ field: 'countryCode' }] });
  });

  it('keeps markup and very long names unchanged', () => {
    const name = `<script>alert(1)</script>${'x'.repeat(10_000)}`;
    expect(contactBody(customer({ name }), {}, ids).Name).toBe(name);
  });
});
