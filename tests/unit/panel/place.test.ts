import { describe, expect, it } from 'vitest';
import type { Company } from '../../../lib/domain/company.ts';
import { placeOf } from '../../../lib/features/panel/place.ts';

const company = (organizationId: number, accountId: string, subdomain: string): Company => ({
  id: `${organizationId}:${accountId}`,
  organizationId,
  organizationName: `Firma ${organizationId}`,
  accountId,
  accountName: `Konto ${accountId}`,
  subdomain,
  source: 'api',
});
const nordisk = company(637871, '41', 'nordisktekst');
const fjord = company(551307, '58', 'fjordregnskab');
/** The same Dinero company with another Effihub account. */
const nordiskToo = company(637871, '77', 'nordiskto');

const inDinero = 'https://app.dinero.dk/637871/contacts/1037433153';
const inEffihub = 'https://nordisktekst.effihub.com/kunder/1207';
const anyAccount = 'https://app.effihub.com/customers/1207';
const signIn = 'https://app.dinero.dk/login';

const contactSubject = { kind: 'contact', number: '1037433153' };
const customerSpot = { kind: 'customer', customerId: '1207' };

describe('without a connection', () => {
  it.each([anyAccount, signIn])('there is nothing at %j', (url) => {
    expect(placeOf([], url)).toEqual({ kind: 'nothing' });
  });

  it.each([
    [inDinero, 'dinero', '637871'],
    [inEffihub, 'effihub', 'nordisktekst'],
  ])('%s says whose it is', (url, site, who) => {
    expect(placeOf([], url)).toEqual({ kind: 'unconnected', site, who });
  });
});

describe('a page that names its company', () => {
  it.each([
    [inDinero, contactSubject],
    [inEffihub, customerSpot],
    ['https://app.dinero.dk/637871/contacts', { kind: 'other' }],
    ['https://app.dinero.dk/637871/2025-01/vouchers/12', { kind: 'other' }],
    ['https://nordisktekst.effihub.com/', { kind: 'other' }],
    ['https://nordisktekst.effihub.com/customers/import', { kind: 'import' }],
    ['https://nordisktekst.effihub.com/admin/indstillinger/integrationer', { kind: 'integrations' }],
  ])('%s is that company’s, however many are connected', (url, subject) => {
    const place = { kind: 'company', company: nordisk, subject, isNamed: true, choices: 1 };
    expect(placeOf([nordisk], url)).toEqual(place);
    expect(placeOf([fjord, nordisk], url)).toEqual(place);
    expect(placeOf([fjord, nordisk], url, fjord.id)).toEqual(place);
  });

  it.each([
    ['https://app.dinero.dk/999999/contacts/7', 'dinero', '999999'],
    ['https://app.dinero.dk/551307/', 'dinero', '551307'],
    ['https://fjordregnskab.effihub.com/kunder/7', 'effihub', 'fjordregnskab'],
    ['https://nordisktekst2.effihub.com/', 'effihub', 'nordisktekst2'],
  ])('%s is another’s, also when only one is connected', (url, site, who) => {
    expect(placeOf([nordisk], url)).toEqual({ kind: 'unconnected', site, who });
    expect(placeOf([nordisk], url, nordisk.id)).toEqual({ kind: 'unconnected', site, who });
  });

  it('is found although the account writes its subdomain in capitals', () => {
    const loud = { ...nordisk, subdomain: 'NordiskTekst' };
    expect(placeOf([loud, fjord], inEffihub)).toMatchObject({ company: loud, isNamed: true });
  });

  it('is not that of an account without a subdomain', () => {
    expect(placeOf([{ ...nordisk, subdomain: '' }], inEffihub)).toMatchObject({ kind: 'unconnected' });
  });
});

describe('a page that names no company', () => {
  it.each([
    [anyAccount, customerSpot],
    [signIn, { kind: 'other' }],
  ])('%j belongs to the only one there is, unnamed', (url, subject) => {
    expect(placeOf([nordisk], url)).toEqual({
      kind: 'company',
      company: nordisk,
      subject,
      isNamed: false,
      choices: 1,
    });
  });

  it.each([anyAccount, signIn])('%j with two companies waits until one is chosen', (url) => {
    const both = [nordisk, fjord];
    expect(placeOf(both, url)).toEqual({ kind: 'undecided', companies: both });
    expect(placeOf(both, url, 'gone')).toEqual({ kind: 'undecided', companies: both });
    expect(placeOf(both, url, fjord.id)).toMatchObject({
      kind: 'company',
      company: fjord,
      isNamed: false,
      choices: 2,
    });
  });
});

describe('two accounts with the same Dinero company', () => {
  const all = [nordisk, nordiskToo, fjord];

  it('are told apart in Effihub', () => {
    expect(placeOf(all, inEffihub)).toMatchObject({ company: nordisk, isNamed: true, choices: 1 });
    expect(placeOf(all, 'https://nordiskto.effihub.com/')).toMatchObject({ company: nordiskToo });
  });

  it('have to be chosen between in Dinero, and no third one can be', () => {
    const undecided = { kind: 'undecided', companies: [nordisk, nordiskToo] };
    expect(placeOf(all, inDinero)).toEqual(undecided);
    expect(placeOf(all, inDinero, fjord.id)).toEqual(undecided);
    expect(placeOf(all, inDinero, nordiskToo.id)).toEqual({
      kind: 'company',
      company: nordiskToo,
      subject: contactSubject,
      isNamed: true,
      choices: 2,
    });
  });
});

it.each([
  '',
  'no address',
  'about:blank',
  'https://help.effihub.com/kunder/1',
  'https://www.effihub.com/',
  'https://api.effihub.com/v1/customers',
  'https://effihub.com/',
  'https://a.b.effihub.com/kunder/1',
  'https://evileffihub.com/kunder/1',
  'https://app.dinero.dk.evil.example/637871',
  'http://app.dinero.dk/637871',
  'https://api.dinero.dk/637871',
])('%j is no page of either site, whatever is connected', (url) => {
  for (const companies of [[], [nordisk], [nordisk, fjord]]) {
    expect(placeOf(companies, url)).toBeUndefined();
    expect(placeOf(companies, url, nordisk.id)).toBeUndefined();
  }
});
