import { contactGuid, type World, type WorldOptions, world } from '../sandbox/index.ts';

export type WorldParts = NonNullable<Parameters<typeof world>[0]>;

/** The value of the option `worldOptions` for a hand-made world: a new one for each test, since tests change it. */
export const inWorld =
  (parts: () => WorldParts) =>
  async (
    { browserName: _ }: { browserName: string },
    use: (options: WorldOptions) => Promise<void>,
  ): Promise<void> =>
    use({ world: world(parts()), limits: false });

export const contactsOf = ({ organization }: World) => [...organization.contacts.values()];
export const customersOf = ({ account }: World) => [...account.customers.values()];

/** @throws Error when nobody in Effihub has the name, so that a test does not go on without it */
export function customerNamed(world: World, name: string) {
  const found = customersOf(world).find((customer) => customer.name === name);
  if (!found) throw new Error(`No customer ${name}`);
  return found;
}

/** @throws Error when nobody in Dinero has the name */
export function contactNamed(world: World, name: string) {
  const found = contactsOf(world).find((contact) => contact.Name === name);
  if (!found) throw new Error(`No contact ${name}`);
  return found;
}

/** Effihub's customers by name, each with the name of the contact that it is linked to. */
export function linksOf(world: World): Record<string, string | null> {
  return Object.fromEntries(
    customersOf(world).map(({ name, dineroContactGuid: guid }) => [
      name,
      guid ? (world.organization.contacts.get(guid)?.Name ?? 'gone') : null,
    ]),
  );
}

/**
 * One of everything: a certain match (Bagergården), one that must be confirmed since the CVR numbers differ (Havnens
 * Fisk), two customers that only Effihub has, one of them without a country, and three that only Dinero has.
 */
export const oneOfEach = (): WorldParts => ({
  customers: [
    { name: 'Bagergården ApS', city: 'Odense' },
    { name: 'Havnens Fisk I/S', vatNumber: '25313763' },
    { name: 'Stjerne Byg A/S' },
    { name: 'Måne Design ApS', countryCode: null },
  ],
  contacts: [
    { Name: 'BAGERGÅRDEN APS' },
    { Name: 'Havnens Fisk I/S', VatNumber: '12345674' },
    { Name: 'Fjordens Rengøring I/S' },
    { Name: 'Grøn Have ApS' },
    { Name: 'Solsikke Børnehave' },
  ],
});

/** What a bookkeeper may find: a certain match, a likely one, and on both sides two whom only that side has. */
export const bookkeeping = (): WorldParts => ({
  customers: [
    { id: 1, name: 'Bagergården ApS', vatNumber: '25313763' },
    { id: 2, name: 'Jysk Landbrug ApS' },
    { id: 3, name: 'Zenit Film', countryCode: null },
    { id: 4, name: 'Øllegaard & Co' },
  ],
  contacts: [
    { Name: 'Bagergården', VatNumber: '25313763' },
    { Name: 'Jysk Landbrug A/S' },
    { Name: 'Fjordens Rengøring I/S' },
    { Name: 'Havnens Fiskehus ApS' },
  ],
});

/** One certain match, and nobody else. */
export const oneCertain = (): WorldParts => ({
  customers: [{ id: 1, name: 'Bagergården ApS', vatNumber: '25313763' }],
  contacts: [{ Name: 'Bagergården ApS', VatNumber: '25313763' }],
});

/** Three that only Effihub has. */
export const threeToCreate = (): WorldParts => ({
  customers: [
    { id: 1, name: 'Alfa Kaffe' },
    { id: 2, name: 'Bro & Havn' },
    { id: 3, name: 'Zenit Film' },
  ],
});

/** One is linked, one link is broken, and on both sides somebody waits; in a second company, too. */
export const someWaiting = (): WorldParts => ({
  customers: [
    { id: 1, name: 'Bagergården ApS', dineroContactGuid: contactGuid(1) },
    { id: 2, name: 'Brudt Bro A/S', dineroContactGuid: contactGuid(2) },
    { id: 3, name: 'Zenit Film ApS' },
  ],
  contacts: [
    { Name: 'Bagergården ApS' },
    { Name: 'Brudt Bro A/S', DeletedAt: '2026-11-01T00:00:00Z' },
    { Name: 'Måne Design ApS' },
    { Name: 'Grøn Have ApS' },
  ],
  otherCustomers: [{ id: 1, name: 'Havnens Fisk I/S' }],
  otherContacts: [{ Name: 'Solsikke Børnehave' }],
});

/** Every kind of row: certain, likely, several candidates, none, linked, broken, nameless, supplier, and failures. */
export const everyKindOfRow = (): WorldParts => ({
  customers: [
    { name: 'Bagergården ApS', city: 'Odense', vatNumber: '25313763', invoiceEmail: 'post@bagergaarden.dk' },
    { name: 'Havnens Fisk I/S', vatNumber: '25313763' },
    { name: 'Lyngens Honning ApS' },
    { name: 'Stjerne Byg A/S', vatNumber: '12345678', invoiceEmail: 'ikke en adresse' },
    { name: 'Måne Design ApS', countryCode: null, vatNumber: '12345674' },
    { name: 'Solskin Rejser ApS', dineroContactGuid: contactGuid(6) },
    { name: 'Brudt Bro A/S', dineroContactGuid: contactGuid(7) },
    { name: '' },
  ],
  contacts: [
    { Name: 'BAGERGÅRDEN APS' },
    { Name: 'Havnens Fisk I/S', VatNumber: '12345674' },
    { Name: 'Lyngens Honning ApS', City: 'Ribe' },
    { Name: 'Lyngens Honning ApS', City: 'Tønder' },
    { Name: 'Grøn Have ApS', City: 'Faaborg' },
    { Name: 'Solskin Rejser ApS' },
    { Name: 'Brudt Bro A/S', DeletedAt: '2026-11-01T00:00:00Z' },
    { Name: 'Optaget ApS', Email: 'post@bagergaarden.dk' },
    { Name: 'Papir og Blæk A/S', IsDebitor: false, IsCreditor: true },
    { Name: null },
  ],
  cvrRegister: ['25313763'],
});
