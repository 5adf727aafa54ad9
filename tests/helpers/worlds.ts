import { type World, type WorldOptions, world } from '../sandbox/index.ts';

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
