import type { CustomerId } from '../customer.ts';

/** Addresses in Effihub's web UI. */

/** A subdomain that is missing or none leads to the host that serves every account. */
function host(subdomain: string | undefined): string {
  const known = subdomain !== undefined && /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/i.test(subdomain);
  return `https://${known ? subdomain.toLowerCase() : 'app'}.effihub.com`;
}

/** A customer's page. */
export const customerUrl = (subdomain: string | undefined, id: CustomerId): string =>
  `${host(subdomain)}/customers/${encodeURIComponent(id)}`;

/** Where Effihub's own Dinero integration is switched on. */
export const integrationsUrl = (subdomain: string | undefined): string =>
  `${host(subdomain)}/settings/integrations`;
