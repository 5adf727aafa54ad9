/** Where the panel is: the page's company, and what the page shows. Pure. */
import type { Company } from '../../domain/company.ts';
import type { CustomerId } from '../../domain/customer.ts';
import { dineroPage } from '../../domain/dinero-page.ts';
import { effihubPage } from '../../domain/effihub-page.ts';

export type Site = 'dinero' | 'effihub';

export type PageSubject =
  /** An Effihub customer's page. */
  | { kind: 'customer'; customerId: CustomerId }
  /** A Dinero contact's page, by the number in its address. */
  | { kind: 'contact'; number: string }
  | { kind: 'import' }
  | { kind: 'integrations' }
  | { kind: 'other' };

export type Place =
  /** No company is connected, and the page names none. */
  | { kind: 'nothing' }
  /** The page's company is not connected. @param who the Firma-id or the account as its address names it */
  | { kind: 'unconnected'; site: Site; who: string }
  /** Several companies are possible. */
  | { kind: 'undecided'; companies: Company[] }
  | {
      kind: 'company';
      company: Company;
      subject: PageSubject;
      /** The address names the company; otherwise the user chose it, or it is the only one. */
      isNamed: boolean;
      /** How many companies the user can choose from. */
      choices: number;
    };

/**
 * @param url the page's address
 * @param chosen the company that the user chose for pages that name none
 * @returns undefined on any other site
 */
export function placeOf(companies: readonly Company[], url: string, chosen?: string): Place | undefined {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const dinero = parsed && dineroPage(parsed);
  const effihub = parsed && effihubPage(parsed);
  if (!dinero && !effihub) return undefined;
  const organizationId = dinero?.organizationId;
  const subdomain = effihub?.subdomain;
  const subject = subjectOf(dinero?.contactNumber, effihub);

  const isNamed = organizationId !== undefined || subdomain !== undefined;
  if (companies.length === 0 && !isNamed) return { kind: 'nothing' };
  const fitting = companies.filter(
    (company) =>
      (organizationId === undefined || company.organizationId === organizationId) &&
      (subdomain === undefined || company.subdomain.toLowerCase() === subdomain),
  );
  if (fitting.length === 0) {
    const site: Site = dinero ? 'dinero' : 'effihub';
    return { kind: 'unconnected', site, who: subdomain ?? String(organizationId) };
  }
  const company = fitting.length === 1 ? fitting[0] : fitting.find(({ id }) => id === chosen);
  if (!company) return { kind: 'undecided', companies: fitting };
  // Tables do not contain the ids used in page addresses.
  const isUnknown = subject.kind === 'customer' && company.source === 'sheet';
  return {
    kind: 'company',
    company,
    subject: isUnknown ? { kind: 'other' } : subject,
    isNamed,
    choices: fitting.length,
  };
}

function subjectOf(contactNumber: string | undefined, effihub: ReturnType<typeof effihubPage>): PageSubject {
  if (contactNumber) return { kind: 'contact', number: contactNumber };
  if (effihub?.kind === 'customer' && effihub.customerId)
    return { kind: 'customer', customerId: effihub.customerId };
  if (effihub?.kind === 'import' || effihub?.kind === 'integrations') return { kind: effihub.kind };
  return { kind: 'other' };
}
