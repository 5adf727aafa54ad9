import { describe, expect, it } from 'vitest';
import type { Contact } from '../../../../lib/domain/customer.ts';
import { problemOf } from '../../../../lib/domain/problem.ts';
import { customerBody } from '../../../../lib/systems/effihub/body.ts';

const hub = { showTimesheets: true, showProjects: false, showPunchCards: false, showInvoices: true };
const contact = (parts: Partial<Contact> = {}): Contact => ({
  guid: '0000000a-0000-4000-8000-000000000001',
  name: 'Hansens VVS ApS',
  ...parts,
});

describe('customerBody', () => {
  it('has every field that Effihub supports, the chosen hub and language, and the link', () => {
    const body = customerBody(
      contact({
        name: 'Hansens  VVS ApS',
        vatNumber: '25 31 37 63',
        street: 'Nørregade 7',
        zipCode: '8000',
        city: 'Aarhus C',
        countryCode: 'DK',
        email: 'faktura@hansensvvs.example',
        phone: '86123456',
        website: 'https://hansensvvs.example',
        externalReference: 'andet system',
        isDebtor: true,
      }),
      { hub, language: 'da' },
    );
    expect(body).toEqual({
      name: 'Hansens VVS ApS',
      isPerson: false,
      vatNumber: '25313763',
      street: 'Nørregade 7',
      zipCode: '8000',
      city: 'Aarhus C',
      countryCode: 'DK',
      invoiceEmail: 'faktura@hansensvvs.example',
      phone: '86123456',
      website: 'https://hansensvvs.example',
      language: 'da',
      hub,
      dineroContactGuid: '0000000a-0000-4000-8000-000000000001',
    });
  });

  it('has no key for what is missing', () => {
    const keys = Object.keys(customerBody(contact(), { hub, language: 'en' }));
    expect(keys).toEqual(['name', 'isPerson', 'language', 'hub', 'dineroContactGuid']);
  });

  it('has e-mail and phone in plain digits, without invisible characters', () => {
    const body = customerBody(
      contact({ email: ' faktura@hansensvvs.example\u200b', phone: '８６ １２ ３４ ５６\u00a0' }),
      { hub, language: 'da' },
    );
    expect(body).toMatchObject({ invoiceEmail: 'faktura@hansensvvs.example', phone: '86 12 34 56' });
  });

  it('has no VAT number for a person', () => {
    const body = customerBody(contact({ isPerson: true, vatNumber: '25313763' }), { hub, language: 'da' });
    expect(body.isPerson).toBe(true);
    expect(body).not.toHaveProperty('vatNumber');
  });

  it('requires a name', () => {
    let thrown: unknown;
    try {
      customerBody(contact({ name: ' ' }), { hub, language: 'da' });
    } catch (error) {
      thrown = error;
    }
    expect(problemOf(thrown)).toMatchObject({ code: 'incomplete', fields: [{ field: 'name' }] });
  });
});
