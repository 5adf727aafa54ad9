import { describe, expect, it } from 'vitest';
import { apiBase } from '../../../lib/domain/effihub-api-base.ts';
import { customerUrl, effihubPage, integrationsUrl } from '../../../lib/domain/effihub-page.ts';
import { ProblemError } from '../../../lib/domain/problem.ts';

describe('Effihub addresses', () => {
  it.each([
    ['nordisktekst', '1207', 'https://nordisktekst.effihub.com/customers/1207'],
    ['Nordisk-Tekst', '7', 'https://nordisk-tekst.effihub.com/customers/7'],
    [undefined, '7', 'https://app.effihub.com/customers/7'],
    ['evil.example/', '7', 'https://app.effihub.com/customers/7'],
    ['nordisktekst', '../x', 'https://nordisktekst.effihub.com/customers/..%2Fx'],
  ])('customer of %j with id %j is at %s', (subdomain, id, url) => {
    expect(customerUrl(subdomain, id)).toBe(url);
  });

  it.each([
    ['nordisktekst', 'https://nordisktekst.effihub.com/settings/integrations'],
    [undefined, 'https://app.effihub.com/settings/integrations'],
  ])('the integrations of %j are at %s', (subdomain, url) => {
    expect(integrationsUrl(subdomain)).toBe(url);
  });
});

describe('effihubPage', () => {
  const page = (url: string) => effihubPage(new URL(url));
  const account = 'https://nordisktekst.effihub.com';

  it.each([
    '/customers/1207',
    '/kunder/1207',
    '/customers/1207/',
    '/kunder/1207/projekter/3',
    '/admin/customers/1207',
    '/admin/kunder/1207',
    '/kunde-portal/kunder/1207',
    '/customers/1207?tab=time#notes',
  ])('%s is a customer page', (path) => {
    expect(page(account + path)).toEqual({
      subdomain: 'nordisktekst',
      kind: 'customer',
      customerId: '1207',
    });
  });

  it.each([
    ['/customers/import', 'import'],
    ['/kunder/importer', 'import'],
    ['/admin/kunder/importer', 'import'],
    ['/customers/import/step/2', 'import'],
    ['/settings/integrations', 'integrations'],
    ['/indstillinger/integrationer', 'integrations'],
    ['/admin/settings/integrations/', 'integrations'],
    ['/indstillinger/integrationer/dinero', 'integrations'],
    ['', 'other'],
    ['/', 'other'],
    ['/customers', 'other'],
    ['/kunder/', 'other'],
    ['/customers/new', 'other'],
    ['/customers/12x', 'other'],
    ['/customers/-12', 'other'],
    ['/customers/1.5', 'other'],
    [`/customers/${'1'.repeat(16)}`, 'other'],
    ['/customers/importer', 'other'],
    ['/kunder/import', 'other'],
    ['/settings/integrationer', 'other'],
    ['/settings', 'other'],
    ['/mycustomers/12', 'other'],
    ['/a/b/customers/12', 'other'],
    ['/invoices/12', 'other'],
    ['/%63ustomers/12', 'other'],
  ])('%j has the kind %s', (path, kind) => {
    expect(page(account + path)).toEqual({ subdomain: 'nordisktekst', kind });
  });

  it.each([
    ['https://app.effihub.com/customers/7', { kind: 'customer', customerId: '7' }],
    ['https://app.effihub.com/admin/kunder/7', { kind: 'customer', customerId: '7' }],
    ['https://app.effihub.com/kunder/importer', { kind: 'import' }],
    ['https://app.effihub.com/', { kind: 'other' }],
    [
      'https://NordiskTekst.Effihub.com/kunder/7',
      { subdomain: 'nordisktekst', kind: 'customer', customerId: '7' },
    ],
    ['https://nordisk-tekst2.effihub.com/', { subdomain: 'nordisk-tekst2', kind: 'other' }],
    [customerUrl('nordisktekst', '7'), { subdomain: 'nordisktekst', kind: 'customer', customerId: '7' }],
    [customerUrl(undefined, '7'), { kind: 'customer', customerId: '7' }],
    [integrationsUrl('nordisktekst'), { subdomain: 'nordisktekst', kind: 'integrations' }],
  ])('%s is read as %j', (url, found) => {
    expect(page(url)).toEqual(found);
  });

  it.each([
    'https://api.effihub.com/customers/7',
    'https://help.effihub.com/customers/7',
    'https://www.effihub.com/customers/7',
    'https://effihub.com/customers/7',
    'http://nordisktekst.effihub.com/customers/7',
    'https://nordisktekst.effihub.com:8443/customers/7',
    'https://x.nordisktekst.effihub.com/customers/7',
    'https://noteffihub.com/customers/7',
    'https://nordisktekst.effihub.com.evil.example/customers/7',
    'https://nordisktekst.effihub.com@evil.example/customers/7',
    'https://app.dinero.dk/637871/contacts/7',
    'about:blank',
  ])('%s is not an Effihub page', (url) => {
    expect(page(url)).toBeUndefined();
  });
});

describe('the API address', () => {
  it.each([
    ['https://api.effihub.com/v1', 'https://api.effihub.com/v1'],
    [' https://api.effihub.com/v1/ ', 'https://api.effihub.com/v1'],
    ['https://effihub.example:8443/', 'https://effihub.example:8443'],
  ])('%j becomes %s', (written, used) => {
    expect(apiBase(written)).toBe(used);
  });

  it.each([
    'http://api.effihub.com/v1',
    'api.effihub.com',
    '',
    'javascript:alert(1)',
    'https://user:pass@api.effihub.com',
    'https://api.effihub.com/v1?key=1',
  ])('%j is refused', (written) => {
    expect(() => apiBase(written)).toThrow(ProblemError);
  });
});
