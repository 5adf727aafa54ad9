import type { Company } from '../../lib/domain/company.ts';
import { contactsUrl } from '../../lib/domain/dinero-page.ts';
import { customerLink } from '../../lib/domain/effihub-page.ts';
import type { Operation } from '../../lib/domain/run.ts';

/** Where the customer of an operation can be seen and mended, as far as it is there. */
export function linksOf(
  operation: Operation,
  connection: Company | undefined,
): { effihub?: string; dinero?: string } {
  if (!connection) return {};
  const { customerId, contactGuid } = operation;
  return {
    effihub: customerId === undefined ? undefined : customerLink(connection, customerId),
    dinero: contactGuid === undefined ? undefined : contactsUrl(connection.organizationId),
  };
}
