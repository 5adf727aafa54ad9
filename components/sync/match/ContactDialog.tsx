import { useComputed, useSignal } from '@preact/signals';
import { type Contact, type CustomerId, isDebtor } from '../../../lib/domain/customer.ts';
import { PickDialog, type PickItem, reasonsInWords } from '../../candidates/index.ts';
import { t } from '../../shared/text.ts';
import { detailsOf } from '../../shared/Who.tsx';
import type { WizardState } from '../state.ts';

export interface ContactDialogProps {
  wizard: WizardState;
  customerId: CustomerId;
  onClose: () => void;
}

/** Choose the Dinero customer by hand: suggestions first, then a search over all that are not linked. */
export function ContactDialog({ wizard, customerId, onClose }: ContactDialogProps) {
  const { match: words } = t.value;
  const query = useSignal('');
  const row = wizard.index.value.rowOf.get(customerId);
  const sections = useComputed(() => sectionsOf(wizard, customerId, query.value));
  const { suggested, others, more } = sections.value;
  const items = (contacts: Contact[]) => contacts.map((contact) => itemOf(wizard, customerId, contact));
  return (
    <PickDialog
      title={words.dialog}
      question={row && words.dialogFor(wizard.customerNames.value.get(customerId) ?? '')}
      details={row && detailsOf(row.customer)}
      search={words.dialogSearch}
      list={words.dialogList}
      query={query}
      sections={[
        { title: words.suggestions, items: items(suggested) },
        { title: query.value.trim() ? words.hits : words.others, items: items(others) },
      ]}
      more={more}
      nobodyFound={words.noContact}
      nobody={words.noContacts}
      chosen={wizard.states.value.get(customerId)?.contactGuid}
      onChoose={(guid) => {
        void wizard.chooseContact(customerId, guid);
        onClose();
      }}
      onClose={onClose}
    />
  );
}

function itemOf(wizard: WizardState, customerId: CustomerId, contact: Contact): PickItem {
  const { guid } = contact;
  const other = wizard.matchedWith.value.get(guid);
  const candidates = wizard.index.value.rowOf.get(customerId)?.suggestion?.match.candidates ?? [];
  return {
    id: guid,
    name: wizard.contactNames.value.get(guid) ?? (contact.name || t.value.common.unnamed),
    details: detailsOf(contact),
    reasons: reasonsInWords(candidates.find(({ id }) => id === guid)?.reasons ?? []),
    supplier: !isDebtor(contact),
    ignored: wizard.index.value.ignored.has(guid),
    takenBy: other !== undefined && other !== customerId ? wizard.customerNames.value.get(other) : undefined,
  };
}

/** The hits of a search; without one the chosen and suggested contacts, then all others. */
function sectionsOf(wizard: WizardState, customerId: CustomerId, query: string) {
  const { found, more } = wizard.contactSearch.value(query);
  if (query.trim()) return { suggested: [], others: found, more };
  const { contacts, rowOf } = wizard.index.value;
  const row = rowOf.get(customerId);
  const chosen = wizard.states.value.get(customerId)?.contactGuid;
  const candidates = row ? wizard.candidatesOf(row).map((candidate) => candidate.id) : [];
  const first = new Set(chosen === undefined ? candidates : [chosen, ...candidates]);
  const suggested = [...first].flatMap((guid) => contacts.get(guid) ?? []);
  return { suggested, others: found.filter(({ guid }) => !first.has(guid)), more };
}
