import { contactsOf } from '../helpers/worlds.ts';
import type { Sandbox } from '../sandbox/index.ts';

/** The contacts that Kundebro has created, each with its customer's reference. */
export const created = ({ world }: Sandbox) =>
  contactsOf(world).filter((contact) => contact.ExternalReference);
