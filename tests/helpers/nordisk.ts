import type { Company } from '../../lib/domain/company.ts';

/** The sandbox's usual company, as views are told of it. */
export const nordisk: Company = {
  id: '637871:41',
  organizationId: 637871,
  organizationName: 'Nordisk Tekst ApS',
  accountId: '41',
  accountName: 'Nordisk Tekst',
  subdomain: 'nordisktekst',
  source: 'api',
};
