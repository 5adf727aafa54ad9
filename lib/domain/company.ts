/** A connected company: one Dinero organization and one Effihub account. Plain data. */
import { inDanishOrder } from './order.ts';

/** `personal`: an API key for each organization. `visma`: signed in with Visma Connect. */
export type DineroKind = 'personal' | 'visma';

/** One Dinero organization and one Effihub account. */
export interface Company {
  /** `{organizationId}:{accountId}` */
  id: string;
  organizationId: number;
  organizationName: string;
  accountId: string;
  accountName: string;
  /** Where the account's pages are: `{subdomain}.effihub.com`; `''` when Effihub does not say. */
  subdomain: string;
  /** Where Effihub's customers come from: its API, or tables that the user reads in. */
  source: 'api' | 'sheet';
  /** What the user calls it. */
  name?: string;
  /** The user wants nothing to be read or written for now. */
  paused?: boolean;
}

/** Which company something is about. */
export interface OfConnection {
  /** See `Company.id`. */
  connectionId: string;
}

/** What of anything that belongs to a company names the company. */
export const companyOf = ({
  id,
  organizationId,
  organizationName,
  accountId,
  accountName,
  subdomain,
  source,
  name,
}: Company): Omit<Company, 'paused'> => ({
  id,
  organizationId,
  organizationName,
  accountId,
  accountName,
  subdomain,
  source,
  ...(name && { name }),
});

type Named = Pick<Company, 'name' | 'organizationName' | 'accountName'>;

/** What a company is called where one of several has to be told. */
export const companyLabel = ({ name, organizationName }: Named): string => name || organizationName;

/** Both sides of it, for where the company alone does not tell. */
export function pairLabel(company: Named): string {
  const label = companyLabel(company);
  return label === company.accountName ? label : `${label} · ${company.accountName}`;
}

/** Danish order by label, then by id. */
export const byLabel = (a: Company, b: Company): number =>
  inDanishOrder(companyLabel(a), companyLabel(b)) || inDanishOrder(a.id, b.id);
