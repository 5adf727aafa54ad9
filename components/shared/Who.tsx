import type { ComponentChildren } from 'preact';
import type { Contact, Customer, Party } from '../../lib/domain/customer.ts';
import { t } from './text.ts';

export interface WhoProps {
  /** The name in this list. */
  name: string;
  party: Customer | Contact;
  /** Beside the name, for example tags. */
  children?: ComponentChildren;
}

/** A customer's name, and below it the details that identify it. */
export function Who({ name, party, children }: WhoProps) {
  const details = detailsOf(party);
  return (
    <div class="who">
      <div class="who-name">
        <span class="clipped">{name}</span>
        {children}
      </div>
      {details && <div class="clipped muted small">{details}</div>}
    </div>
  );
}

/** City, CVR number and e-mail in one line. */
export function detailsOf({ city, vatNumber, email }: Pick<Party, 'city' | 'vatNumber' | 'email'>): string {
  return [city, vatNumber && t.value.wizard.cvr(vatNumber), email].filter(Boolean).join(' · ');
}
