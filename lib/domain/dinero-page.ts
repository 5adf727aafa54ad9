/** Addresses in Dinero's web UI. */

const ORIGIN = 'https://app.dinero.dk';

/** The company's contact list. */
export const contactsUrl = (organizationId: number): string =>
  `${ORIGIN}/${Math.trunc(organizationId)}/contacts`;

/** A contact's page. @param number the number in Dinero's address; no API field has it */
export const contactUrl = (organizationId: number, number: string): string =>
  `${contactsUrl(organizationId)}/${encodeURIComponent(number)}`;

export interface DineroPage {
  /** Missing on pages outside a company, e.g. the sign-in. */
  organizationId?: number;
  /** On a contact's page: the number in the address, which is not the API's GUID. */
  contactNumber?: string;
}

/** @returns undefined for any other site */
export function dineroPage({ origin, pathname }: Pick<URL, 'origin' | 'pathname'>): DineroPage | undefined {
  if (origin !== ORIGIN) return undefined;
  const [, organization, contactNumber] =
    /^\/(\d{1,12})(?:\/contacts\/(\d{1,20})(?:\/.*)?|\/.*)?$/.exec(pathname) ?? [];
  if (!organization) return {};
  return { organizationId: Number(organization), ...(contactNumber && { contactNumber }) };
}
