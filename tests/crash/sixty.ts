/**
 * A company whose next sync is 60 operations of every kind, some of which fail. While the user was choosing, others have
 * worked in both systems, so that the plan meets surprises.
 */

import type { ContactChoice, CustomerChoice } from '../../lib/domain/choices.ts';
import { contactGuidFor, externalReference } from '../../lib/domain/computed-ids.ts';
import type { Clock } from '../sandbox/clock.ts';
import {
  changeContact,
  changeCustomer,
  contactGuid,
  deleteCustomer,
  type World,
  world,
} from '../sandbox/index.ts';

const PAIR = { organizationId: 637871, accountId: '41' };

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);

const LINKS = numbers(1, 18);
export const CREATES = numbers(21, 36);
const IMPORTS = numbers(41, 56);
const IGNORES = numbers(71, 76);
const SKIPPED_CUSTOMERS = [37, 38];
const SKIPPED_CONTACTS = [77, 78];
export const OPERATIONS = 60;

/** What the contacts to be imported or ignored are called, before their number. */
export const contactNames = { imports: 'Fjordens', ignores: 'Klippens' };

/** Whom the customers were created as before, who have been deleted in Dinero since. */
const DELETED_BEFORE = [33, 34, 36];
const UNKNOWN_CVR = '25313763';
const EMAIL_IN_USE = 'post@optaget.dk';
const A_COLLEAGUE_S = 61;

/** Both systems when the user began. */
export function sixtyOperations(clock: Clock): World {
  const made = DELETED_BEFORE.map((id) => ({
    ContactGuid: contactGuidFor(PAIR, String(id), 0),
    ExternalReference: externalReference(PAIR, String(id)),
    Name: `Nordlys ${id}`,
    DeletedAt: new Date(clock.now() - 86_400_000).toISOString(),
  }));
  return world({
    clock,
    unknownCvr: [UNKNOWN_CVR],
    customers: [
      ...LINKS.map((id) => ({ id, name: `Bageren ${id} ApS`, invoiceEmail: id === 1 ? EMAIL_IN_USE : null })),
      ...[...CREATES, ...SKIPPED_CUSTOMERS].map((id) => ({
        id,
        name: `Nordlys ${id}`,
        city: 'Skagen',
        vatNumber: id === 35 ? UNKNOWN_CVR : null,
      })),
    ],
    contacts: [
      ...LINKS.map((n) => ({ ContactGuid: contactGuid(n), Name: `BAGEREN ${n}` })),
      ...IMPORTS.map((n) => ({
        ContactGuid: contactGuid(n),
        Name: `${contactNames.imports} ${n} I/S`,
        Email: n === 55 ? EMAIL_IN_USE : null,
      })),
      ...IGNORES.map((n) => ({ ContactGuid: contactGuid(n), Name: `${contactNames.ignores} ${n}` })),
      ...SKIPPED_CONTACTS.map((n) => ({ ContactGuid: contactGuid(n), Name: `Engens ${n}` })),
      { ContactGuid: contactGuid(A_COLLEAGUE_S), Name: 'Grossisten', IsDebitor: false, IsCreditor: true },
      ...made,
    ],
  });
}

/** What the user has chosen. */
export const customerChoices: [string, CustomerChoice][] = [
  ...LINKS.map((n): [string, CustomerChoice] => [
    String(n),
    { action: 'match', contactGuid: contactGuid(n), confirmed: true },
  ]),
  ...CREATES.map((n): [string, CustomerChoice] => [
    String(n),
    {
      action: 'create',
      create: n === 33 ? { deleted: 'restore' } : n === 34 ? { deleted: 'new' } : undefined,
    },
  ]),
  ...SKIPPED_CUSTOMERS.map((n): [string, CustomerChoice] => [String(n), { action: 'skip' }]),
];

export const contactChoices: [string, ContactChoice][] = [
  ...IMPORTS.map((n): [string, ContactChoice] => [contactGuid(n), { action: 'import' }]),
  ...IGNORES.map((n): [string, ContactChoice] => [contactGuid(n), { action: 'ignore' }]),
];

/** What others have done since the lists were read. */
export function meanwhile(made: World): void {
  const customer = (id: number) => made.account.customers.get(id)!;
  changeCustomer(made, customer(17), { dineroContactGuid: contactGuid(A_COLLEAGUE_S) });
  deleteCustomer(made, made.account, customer(18));
  changeContact(made, made.organization.contacts.get(contactGuid(56))!, {
    DeletedAt: new Date(made.clock.now()).toISOString(),
  });
}
