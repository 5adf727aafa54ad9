import type { Company } from '../../lib/domain/company.ts';
import type { Operation } from '../../lib/domain/run.ts';
import { contactsUrl } from '../../lib/systems/dinero/page-url.ts';
import { customerLink } from '../../lib/systems/effihub/page-url.ts';

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
