import { describe, expect, it } from 'vitest';
import type { Field } from '../../../lib/domain/customer.ts';
import type { Answer } from '../../../lib/domain/difference.ts';
import { company, connectionId, dinero, effihub, open, sandboxAround } from '../../helpers/company.ts';
import { answer, pair, shown, worldOf } from '../../helpers/linked.ts';
import { undo } from '../../helpers/undo.ts';
import type { EffihubCustomer, StoredContact } from '../../sandbox/index.ts';

sandboxAround();

/** One customer whose records have different countries. */
async function openPair(customer: Partial<EffihubCustomer>, contact: Partial<StoredContact>) {
  await open(worldOf([pair(1, 'Nordlys AB', customer, contact)]));
  for (const number of ['25313763', 'SE556036079301', '556036079301'])
    company.sandbox.world.cvrRegister.add(number);
  await company.office.begin();
}

/** Applies the answers and waits until the differences are updated. */
async function save(answers: Partial<Record<Field, Answer>>) {
  for (const [field, given] of Object.entries(answers)) await answer('1', field as Field, given);
  const heard = company.office.updates.length;
  const { run } = await company.office.ask.updateFields({ connectionId });
  if (!run) throw new Error('Nothing to do');
  await company.office.until((all) => all.slice(heard).some(({ type }) => type === 'links'));
  return company.office.ask.runResult({ runId: run.id });
}

const differing = async () => (await shown()).map((line) => line.split(/[ :]+/)[2]);
const numbers = () => ({
  dinero: [dinero()[0]?.Phone, dinero()[0]?.VatNumber ?? null],
  effihub: [effihub()[0]?.phone, effihub()[0]?.vatNumber ?? null],
});

describe('records of two countries', () => {
  it.each([
    [
      { countryCode: 'SE', phone: '+46 8 123 456 78' },
      { CountryKey: 'DK', Phone: '08-123 456 78' },
    ],
    [
      { countryCode: null, phone: '+45 86 12 34 11' },
      { CountryKey: 'NO', Phone: '86123411' },
    ],
    [
      { countryCode: 'SE', phone: '86 12 34 11' },
      { CountryKey: 'DK', Phone: '86123411' },
    ],
  ])('differ only in the country: %j and %j', async (customer, contact) => {
    await openPair(customer, contact);
    expect(await differing()).toEqual(['countryCode']);
  });

  it.each([
    {
      name: 'a Norwegian number goes to a customer without a country',
      customer: { countryCode: null, vatNumber: null, phone: '86123411' },
      contact: { CountryKey: 'NO', VatNumber: 'NO987654321MVA' },
      take: { vatNumber: 'dinero' },
      left: ['countryCode'],
      written: ['86123411', 'NO987654321MVA'],
    },
    {
      name: 'a Norwegian number without letters goes to a Swedish customer',
      customer: { countryCode: 'SE', vatNumber: null, phone: '86123411' },
      contact: { CountryKey: 'NO', VatNumber: '987654321' },
      take: { vatNumber: 'dinero' },
      left: ['countryCode'],
      written: ['86123411', 'NO987654321'],
    },
    {
      name: 'Danish numbers go to a Swedish customer',
      customer: { countryCode: 'SE', vatNumber: '556036079301', phone: '+46 8 123 456 78' },
      contact: { CountryKey: 'DK', VatNumber: '25313763', Phone: '20304050' },
      take: { vatNumber: 'dinero', phone: 'dinero' },
      left: ['countryCode'],
      written: ['20304050', 'DK25313763'],
    },
    {
      name: 'and become Swedish ones when the country does',
      customer: { countryCode: 'SE', vatNumber: null, phone: '+46 8 123 456 78' },
      contact: { CountryKey: 'DK', VatNumber: '556036079301', Phone: '081-234 56 79' },
      take: { vatNumber: 'dinero', phone: 'dinero', countryCode: 'effihub' },
      left: [],
      written: ['081-234 56 79', 'SE556036079301'],
    },
  ] as const)('$name', async ({ customer, contact, take, left, written }) => {
    await openPair(customer, contact);
    const before = numbers();
    const { run, operations } = await save(take);
    expect(run.failed).toBe(0);
    expect(operations.some(({ already }) => already)).toBe(false);
    expect(numbers().effihub).toEqual(written);
    expect(await differing()).toEqual(left);
    await company.office.begin();
    expect(await differing()).toEqual(left);
    expect((await undo(run.id)).run).toMatchObject({ state: 'done', failed: 0, total: operations.length });
    expect(numbers()).toEqual(before);
  });

  it('writes a Swedish number to a Danish contact', async () => {
    await openPair(
      { countryCode: 'SE', vatNumber: '556036079301', phone: '070-123 45 67' },
      { CountryKey: 'DK', VatNumber: '25313763', Phone: '20304050' },
    );
    const { run } = await save({ vatNumber: 'effihub', phone: 'effihub' });
    expect(run.failed).toBe(0);
    expect(numbers().dinero).toEqual(['070-123 45 67', 'SE556036079301']);
    expect(await differing()).toEqual(['countryCode']);
  });

  it('adapts the number when the country is taken too', async () => {
    await openPair({ countryCode: null, vatNumber: '556036079301', phone: '86123411' }, { CountryKey: 'SE' });
    const { run } = await save({ vatNumber: 'effihub', countryCode: 'dinero' });
    expect(run).toMatchObject({ failed: 0, total: 2 });
    expect(dinero()[0]?.VatNumber).toBe('SE556036079301');
    expect(await shown()).toEqual([]);
  });

  it('does not write a field that was changed meanwhile', async () => {
    await openPair({ countryCode: 'SE', phone: '070-123 45 67' }, { CountryKey: 'DK', Phone: '20304050' });
    await answer('1', 'phone', 'dinero');
    effihub()[0]!.phone = '20 30 40 50';
    const { operations } = await save({});
    expect(operations).toMatchObject([{ state: 'done', already: true }]);
    await company.office.begin();
    expect(await differing()).toEqual(['countryCode']);
  });

  it('keeps a decision when only the country becomes equal', async () => {
    await openPair(
      { countryCode: 'SE', phone: '070-123 45 67', vatNumber: '556036079301' },
      { CountryKey: 'DK', Phone: '20304050', VatNumber: '25313763' },
    );
    await answer('1', 'phone', 'both');
    await answer('1', 'vatNumber', 'both');
    await save({ countryCode: 'effihub' });
    expect(await shown()).toEqual([
      'Nordlys AB phone: 20304050 / 070-123 45 67, both, kept',
      'Nordlys AB vatNumber: 25313763 / 556036079301, both, kept',
    ]);
  });
});

it('a second number is a difference', async () => {
  await openPair({ phone: '86 12 34 56' }, { Phone: '86123456, 40123456' });
  expect(await shown()).toEqual(['Nordlys AB phone: 86123456, 40123456 / 86 12 34 56']);
  await save({ phone: 'dinero' });
  expect(numbers().effihub[0]).toBe('86123456, 40123456');
  expect(await shown()).toEqual([]);
});

it('ignores spaces and dots in non-EU numbers, and the country in postal codes', async () => {
  await openPair(
    { countryCode: 'CH', vatNumber: 'CHE-123.456.789', zipCode: 'CH-8001', phone: '86123411' },
    { CountryKey: 'CH', VatNumber: 'CHE123456789', ZipCode: '8001' },
  );
  expect(await shown()).toEqual([]);
});
