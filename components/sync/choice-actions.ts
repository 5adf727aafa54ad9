/** What the user can do to a row: each becomes a choice that says everything about it. */

import type {
  ContactAction,
  ContactChoice,
  CreateChoice,
  CustomerAction,
  CustomerChoice,
} from '../../lib/domain/choices.ts';
import type { ContactGuid, CustomerId } from '../../lib/domain/customer.ts';
import { isFree } from '../../lib/features/sync/index.ts';
import type { ChoiceMap } from '../shared/choices.ts';
import type { Derived } from './step-lists.ts';

export function customerActions(
  { index, states }: Derived,
  customers: ChoiceMap<CustomerChoice>,
  contacts: ChoiceMap<ContactChoice>,
) {
  /** The choice as it stands, with changes; made from the suggestion where there is none yet. */
  const changed = (id: CustomerId, changes: Partial<CustomerChoice>): [CustomerId, CustomerChoice] => {
    const state = states.value.get(id);
    const before: CustomerChoice = customers.current.value.get(id) ?? {
      action: state?.action ?? 'skip',
      contactGuid: state?.contactGuid,
    };
    return [id, { ...before, ...changes, seen: index.value.customers.get(id)?.updatedAt }];
  };
  const suggested = (id: CustomerId) => index.value.rowOf.get(id)?.suggestion?.contactGuid;

  return {
    customerChoices: customers.current,
    contactChoices: contacts.current,
    setAction: (id: CustomerId, action: CustomerAction) => {
      const before = customers.current.value.get(id)?.contactGuid;
      const contactGuid = before && isFree(index.value, before) ? before : suggested(id);
      return customers.choose([changed(id, { action, contactGuid })]);
    },
    /** By hand, and so a confirmation. */
    chooseContact: (id: CustomerId, contactGuid: ContactGuid) =>
      customers.choose([changed(id, { action: 'match', contactGuid, confirmed: true })]),
    confirm: (ids: readonly CustomerId[], confirmed: boolean) =>
      customers.choose(
        ids.map((id) => {
          const contactGuid = states.value.get(id)?.contactGuid;
          return changed(id, { action: 'match', contactGuid, confirmed });
        }),
      ),
    setCreate: (id: CustomerId, create: CreateChoice) => {
      const before = states.value.get(id)?.create;
      return customers.choose([changed(id, { action: 'create', create: { ...before, ...create } })]);
    },
    chooseContacts: (guids: readonly ContactGuid[], action: ContactAction) =>
      contacts.choose(
        guids.map((guid) => [guid, { action, seen: index.value.contacts.get(guid)?.updatedAt }]),
      ),
  };
}
