import { describe, expect, it } from 'vitest';
import { contactsUrl, contactUrl, dineroPage } from '../../../lib/domain/dinero-page.ts';

describe('Dinero addresses', () => {
  it('the contact list is at', () => {
    expect(contactsUrl(637871)).toBe('https://app.dinero.dk/637871/contacts');
  });

  it.each([
    ['1037433153', 'https://app.dinero.dk/637871/contacts/1037433153'],
    ['../x', 'https://app.dinero.dk/637871/contacts/..%2Fx'],
  ])('contact %j is at %s', (number, url) => {
    expect(contactUrl(637871, number)).toBe(url);
  });
});

describe('dineroPage', () => {
  const page = (url: string) => dineroPage(new URL(url));

  it.each([
    ['https://app.dinero.dk/637871/contacts/1037433153', 637871, '1037433153'],
    ['https://app.dinero.dk/637871/contacts/1037433153/', 637871, '1037433153'],
    ['https://app.dinero.dk/637871/contacts/1037433153/edit', 637871, '1037433153'],
    ['https://app.dinero.dk/637871/contacts/1037433153?tab=invoices#top', 637871, '1037433153'],
    ['https://app.dinero.dk:443/637871/contacts/7', 637871, '7'],
    [contactUrl(551307, '1037433153'), 551307, '1037433153'],
  ])('%s is a contact page', (url, organizationId, contactNumber) => {
    expect(page(url)).toEqual({ organizationId, contactNumber });
  });

  it.each([
    'https://app.dinero.dk/637871',
    'https://app.dinero.dk/637871/',
    'https://app.dinero.dk/637871/contacts',
    'https://app.dinero.dk/637871/contacts/',
    'https://app.dinero.dk/637871/contacts/new',
    'https://app.dinero.dk/637871/contacts/1037433153x',
    'https://app.dinero.dk/637871/contacts/00000000-0000-4000-8000-000000000001',
    `https://app.dinero.dk/637871/contacts/${'1'.repeat(21)}`,
    'https://app.dinero.dk/637871/2025-01/vouchers/1037433153',
    'https://app.dinero.dk/637871/2025-01/invoices',
    'https://app.dinero.dk/637871/invoices/contacts/1037433153',
  ])('%s is a company page, not a contact page', (url) => {
    expect(page(url)).toEqual({ organizationId: 637871 });
  });

  it.each([
    'https://app.dinero.dk',
    'https://app.dinero.dk/',
    'https://app.dinero.dk/login?next=/637871/contacts/7',
    'https://app.dinero.dk/contacts/1037433153',
    'https://app.dinero.dk/637871x/contacts/1037433153',
    'https://app.dinero.dk/x/637871/contacts/1037433153',
    'https://app.dinero.dk//637871/contacts/1037433153',
    `https://app.dinero.dk/${'6'.repeat(13)}/contacts/1037433153`,
  ])('%s names no company', (url) => {
    expect(page(url)).toEqual({});
  });

  it.each([
    'http://app.dinero.dk/637871/contacts/1037433153',
    'https://app.dinero.dk:8443/637871/contacts/1037433153',
    'https://dinero.dk/637871/contacts/1037433153',
    'https://api.dinero.dk/637871/contacts/1037433153',
    'https://help.dinero.dk/637871/contacts/1037433153',
    'https://x.app.dinero.dk/637871/contacts/1037433153',
    'https://app.dinero.dk.evil.example/637871/contacts/1037433153',
    'https://app.dinero.dk@evil.example/637871/contacts/1037433153',
    'https://evil.example/https://app.dinero.dk/637871/contacts/1037433153',
    'https://nordisktekst.effihub.com/customers/7',
    'about:blank',
    'file:///app.dinero.dk/637871/contacts/7',
  ])('%s is not a Dinero page', (url) => {
    expect(page(url)).toBeUndefined();
  });
});
