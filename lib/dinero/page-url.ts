/** Addresses in Dinero's web UI. */

/** The company's contact list. */
export const contactsUrl = (organizationId: number): string =>
  `https://app.dinero.dk/${Math.trunc(organizationId)}/contacts`;
