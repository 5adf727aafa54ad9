import { checkVAT, countries } from 'jsvat-next';
import { describe, expect, it } from 'vitest';
import { hasCvrChecksum } from './cvr.ts';
import { generate } from './generate.ts';
import type { EffihubCustomer, World } from './world.ts';

const customersOf = (world: World): EffihubCustomer[] => [...world.account.customers.values()];
const contactsOf = (world: World) => [...world.organization.contacts.values()];

describe.each([
  ['small', 1, 40, 40],
  ['small', 2, 40, 40],
  ['small', 3, 40, 40],
  ['usual', 1, 430, 380],
  ['large', 1, 5000, 5000],
] as const)('the %s world from seed %i', (size, seed, customers, contacts) => {
  const world = generate({ size, seed });

  it(`has ${customers} customers and ${contacts} contacts`, () => {
    expect([customersOf(world).length, contactsOf(world).length]).toEqual([customers, contacts]);
  });

  it('holds together: pairs exist, no contact is in two, links are true', () => {
    const guids = world.truth.flatMap((pair) => pair.contactGuids);
    expect(guids.every((guid) => world.organization.contacts.has(guid))).toBe(true);
    expect(new Set(guids).size).toBe(guids.length);
    expect(world.truth.every((pair) => world.account.customers.has(pair.customerId))).toBe(true);
    for (const customer of customersOf(world).filter((one) => one.dineroContactGuid)) {
      const pair = world.truth.find((one) => one.customerId === customer.id);
      expect(pair?.contactGuids).toContain(customer.dineroContactGuid);
    }
  });

  it('has some of everything', () => {
    const all = customersOf(world);
    const paired = new Set(world.truth.map((pair) => pair.customerId));
    const emails = new Set(all.map((one) => one.invoiceEmail).filter(Boolean));
    const inDinero = new Set(world.truth.flatMap((pair) => pair.contactGuids));
    const found = {
      certain: world.truth.some((pair) => pair.evidence === 'certain'),
      likely: world.truth.some((pair) => pair.evidence === 'likely'),
      linked: all.some((one) => one.dineroContactGuid),
      linkedAndArchived: all.some((one) => one.dineroContactGuid && one.archivedAt),
      archived: all.some((one) => !one.dineroContactGuid && one.archivedAt),
      nameless: all.some((one) => one.name === ''),
      countryless: all.some((one) => one.countryCode === null),
      onlyInEffihub: all.some((one) => !paired.has(one.id) && !one.archivedAt),
      brokenCvr: all.some((one) => /^\d{8}$/.test(one.vatNumber ?? '') && !hasCvrChecksum(one.vatNumber)),
      unknownCvr: all.some((one) => hasCvrChecksum(one.vatNumber) && !world.cvrRegister.has(one.vatNumber)),
      twins: new Set(all.map((one) => one.name)).size < all.length,
      duplicates: world.truth.some((pair) => pair.contactGuids.length > 1),
      onlyInDinero: contactsOf(world).some((one) => !inDinero.has(one.ContactGuid)),
      suppliers: contactsOf(world).some((one) => one.IsDebitor === false && one.IsCreditor),
      unknownRole: contactsOf(world).some((one) => one.IsDebitor == null),
      persons: contactsOf(world).some((one) => one.IsPerson),
      foreigners: contactsOf(world).some((one) => one.CountryKey && one.CountryKey !== 'DK'),
      emailInUse: contactsOf(world).some(
        (one) => !inDinero.has(one.ContactGuid) && emails.has(one.Email ?? ''),
      ),
    };
    expect(Object.entries(found).filter(([, is]) => !is)).toEqual([]);
  });

  it('gives no e-mail twice in Effihub, and only numbers that pass their checks in Dinero', () => {
    const emails = customersOf(world).flatMap((one) => one.invoiceEmail ?? []);
    expect(new Set(emails).size).toBe(emails.length);
    const checked = contactsOf(world).filter(
      (one) => one.VatNumber && one.CountryKey && one.CountryKey !== 'NO',
    );
    const wrong = checked.filter((one) => {
      const number = one.CountryKey === 'DK' ? `DK${one.VatNumber}` : (one.VatNumber ?? '');
      return !checkVAT(number, countries).isValid;
    });
    expect(wrong.map((one) => one.VatNumber)).toEqual([]);
  });
});

describe('the generator', () => {
  it('makes the same lists for the same seed, and others for another', () => {
    const namesOf = (seed: number) => customersOf(generate({ size: 'small', seed })).map((one) => one.name);
    expect(namesOf(7)).toEqual(namesOf(7));
    expect(namesOf(7)).not.toEqual(namesOf(8));
  });

  it('puts a very long name into the large world', () => {
    const longest = Math.max(...customersOf(generate({ size: 'large' })).map((one) => one.name.length));
    expect(longest).toBe(300);
  });

  it('leaves both systems of the empty world empty', () => {
    const world = generate({ size: 'empty' });
    expect([customersOf(world), contactsOf(world)]).toEqual([[], []]);
  });
});
