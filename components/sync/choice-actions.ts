/** The user's actions on rows. Each stores a complete choice: action, contact and fields. */
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
import type { StepLists } from './step-lists.ts';

export function createChoiceActions(
  { index, states }: Pick<StepLists, 'index' | 'states'>,
  customers: ChoiceMap<CustomerChoice>,
  contacts: ChoiceMap<ContactChoice>,
) {
  /** The current choice with changes; based on the suggestion while there is none. */
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
    /** Chosen by hand, so confirmed. */
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
