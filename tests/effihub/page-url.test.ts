import { describe, expect, it } from 'vitest';
import { apiBase } from '../../lib/effihub/api-base.ts';
import { customerUrl, integrationsUrl } from '../../lib/effihub/page-url.ts';
import { ProblemError } from '../../lib/problem.ts';

describe('addresses in Effihub', () => {
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

describe('the address of the API', () => {
  it.each([
    ['https://api.effihub.com/v1', 'https://api.effihub.com/v1'],
    [' https://api.effihub.com/v1/ ', 'https://api.effihub.com/v1'],
    ['https://effihub.example:8443/', 'https://effihub.example:8443'],
  ])('%j is used as %s', (written, used) => {
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
