import type { CustomerId } from './customer.ts';

/** Addresses in Effihub's web UI. */

/** Hosts under effihub.com that are not accounts. */
const OTHER_HOSTS = new Set(['api', 'help', 'www']);

/** A missing or invalid subdomain leads to the host that serves every account. */
function host(subdomain: string | undefined): string {
  const known = subdomain !== undefined && /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/i.test(subdomain);
  return `https://${known ? subdomain.toLowerCase() : 'app'}.effihub.com`;
}

/** A customer's page. */
export const customerUrl = (subdomain: string | undefined, id: CustomerId): string =>
  `${host(subdomain)}/customers/${encodeURIComponent(id)}`;

/** Where to show a customer. A table does not tell a customer's address, so there it is the list. */
export const customerLink = (
  { subdomain, source }: { subdomain: string; source: 'api' | 'sheet' },
  id: CustomerId,
): string => (source === 'sheet' ? customersUrl(subdomain) : customerUrl(subdomain, id));

/** The page for switching on Effihub's own Dinero integration. */
export const integrationsUrl = (subdomain: string | undefined): string =>
  `${host(subdomain)}/settings/integrations`;

/**
 * The account named by a text: `nordisktekst`, `nordisktekst.effihub.com`, or any address of its pages.
 * @returns undefined when it names none
 */
export function accountOf(text: string): string | undefined {
  const plain = text.trim().toLowerCase();
  const host = URL.parse(/^[a-z]+:\/\//.test(plain) ? plain : `https://${plain}`)?.host ?? '';
  const name = /^([a-z0-9](?:[a-z0-9-]*[a-z0-9])?)(?:\.effihub\.com)?$/.exec(host)?.[1];
  return name === undefined || name === 'app' || OTHER_HOSTS.has(name) ? undefined : name;
}

/** The list of customers. */
export const customersUrl = (subdomain: string | undefined): string => `${host(subdomain)}/customers`;

/** The page where a table of customers can be pasted. */
export const importUrl = (subdomain: string | undefined): string => `${host(subdomain)}/customers/import`;

export interface EffihubPage {
  /** The account's subdomain; missing on the host that serves every account. */
  subdomain?: string;
  kind: 'customer' | 'import' | 'integrations' | 'other';
  /** On a customer's page. */
  customerId?: CustomerId;
}

/** Each address has a Danish and an English form, and may have a prefix such as `/admin`. */
const PAGES: readonly [EffihubPage['kind'], RegExp][] = [
  ['customer', /^(?:\/[a-z-]+)?\/(?:customers|kunder)\/(\d{1,15})(?:\/.*)?$/],
  ['import', /^(?:\/[a-z-]+)?\/(?:customers\/import|kunder\/importer)(?:\/.*)?$/],
  ['integrations', /^(?:\/[a-z-]+)?\/(?:settings\/integrations|indstillinger\/integrationer)(?:\/.*)?$/],
];

/** @returns undefined for any other site */
export function effihubPage(url: Pick<URL, 'protocol' | 'host' | 'pathname'>): EffihubPage | undefined {
  const name = /^([a-z0-9-]+)\.effihub\.com$/.exec(url.host)?.[1];
  if (url.protocol !== 'https:' || name === undefined || OTHER_HOSTS.has(name)) return undefined;
  const account = name === 'app' ? {} : { subdomain: name };
  for (const [kind, address] of PAGES) {
    const found = address.exec(url.pathname);
    if (found) return { ...account, kind, ...(found[1] && { customerId: found[1] }) };
  }
  return { ...account, kind: 'other' };
}
