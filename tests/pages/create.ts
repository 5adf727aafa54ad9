import { contactsOf } from '../helpers/worlds.ts';
import type { Sandbox } from '../sandbox/index.ts';

/** The contacts created by Kundebro, with their customers' references. */
export const created = ({ world }: Sandbox) =>
  contactsOf(world).filter((contact) => contact.ExternalReference);
