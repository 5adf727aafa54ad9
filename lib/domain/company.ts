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
  /** The account's pages are at `{subdomain}.effihub.com`; `''` when Effihub does not say. */
  subdomain: string;
  /** Effihub's customers come from its API, or from tables that the user reads in. */
  source: 'api' | 'sheet';
  /** The user's own name for it. */
  name?: string;
  /** The user has paused it: nothing is read or written. */
  paused?: boolean;
}

/** Names the company that something is about. */
export interface OfConnection {
  /** See `Company.id`. */
  connectionId: string;
}

/** Only the company's own fields of a value that contains them. */
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

/** The name that tells a company from the others. */
export const companyLabel = ({ name, organizationName }: Named): string => name || organizationName;

/** Names both sides, for places where the company's name alone is not enough. */
export function pairLabel(company: Named): string {
  const label = companyLabel(company);
  return label === company.accountName ? label : `${label} · ${company.accountName}`;
}

/** Danish order by label, then by id. */
export const byLabel = (a: Company, b: Company): number =>
  inDanishOrder(companyLabel(a), companyLabel(b)) || inDanishOrder(a.id, b.id);
