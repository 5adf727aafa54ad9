import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSame, says } from '../../../lib/domain/comparable.ts';
import type { Contact, Customer, Field } from '../../../lib/domain/customer.ts';
import type { Answer } from '../../../lib/domain/difference.ts';
import { findDifferences } from '../../../lib/features/differences/find.ts';
import { canBeSent, planUpdate } from '../../../lib/features/differences/plan.ts';

const number = fc.oneof(
  fc.stringMatching(/^(\+|00)?4[567][0-9 ]{6,12}$/),
  fc.stringMatching(/^0?[0-9 -]{6,12}$/),
  fc.stringMatching(/^(DK|SE|NO|CHE-|EL)?[0-9. ]{6,12}(MVA)?$/),
  fc.constantFrom(
    '86123456',
    '+4586123456',
    '+4686123456',
    'DK25313763',
    '25313763',
    'SE25313763',
    'NO25313763',
  ),
);
const value = fc.option(
  number.map((text) => text.replace(/\s+/g, ' ').trim() || '0'),
  { nil: undefined },
);
const country = fc.constantFrom(undefined, 'DK', 'SE', 'NO', 'GR', 'CH', 'XX');
const record = fc.record({ countryCode: country, phone: value, vatNumber: value, zipCode: value });
const given = fc.constantFrom<Answer | undefined>('dinero', 'effihub', 'both', undefined);
const answers = fc.record({ countryCode: given, phone: given, vatNumber: given, zipCode: given });

it('a transferred value no longer differs, whatever the countries', () => {
  fc.assert(
    fc.property(record, record, answers, (ours, theirs, chosen) => {
      const customer: Customer = { id: '1', name: 'Nordlys AB', ...ours };
      const contact: Contact = { guid: 'g', name: 'Nordlys AB', ...theirs };
      const row = findDifferences(customer, contact, undefined);
      if (!row) return;
      const decisions = row.differences.flatMap(({ field, dinero, effihub }) => {
        const answer = chosen[field as keyof typeof chosen];
        return answer ? [{ customerId: '1', contactGuid: 'g', field, dinero, effihub, answer }] : [];
      });
      const { tasks } = planUpdate([row], decisions);
      const taken: Field[] = [];
      for (const { kind, changes = [] } of tasks) {
        const [receiver, source] = kind === 'updateContact' ? [contact, customer] : [customer, contact];
        if (!changes.every(({ field, to }) => says(receiver, field, to)))
          for (const { field, to } of changes) Object.assign(receiver, { [field]: to || undefined });
        taken.push(...changes.map(({ field }) => field));
        // The source keeps its value.
        expect(changes.every(({ field }) => isSame(field, source, receiver))).toBe(true);
      }
      const left = findDifferences(customer, contact, undefined)?.differences.map(({ field }) => field) ?? [];
      expect(left.filter((field) => taken.includes(field))).toEqual([]);
    }),
    { numRuns: 5000 },
  );
});

describe('a VAT number that cannot be read', () => {
  const row = findDifferences(
    { id: '1', name: 'Zenit Film ApS', vatNumber: '253137', city: 'Odense' },
    { guid: 'g', name: 'Zenit Film ApS', vatNumber: '25313763', city: 'Vejle' },
    undefined,
  )!;
  const changes = (answer: Answer) => {
    const decisions = row.differences.map((one) => ({ ...one, customerId: '1', contactGuid: 'g', answer }));
    return planUpdate([row], decisions).tasks.flatMap((task) => task.changes ?? []);
  };

  it('is not sent, and the other fields are', () => {
    expect(changes('effihub')).toEqual([{ field: 'city', from: 'Vejle', to: 'Odense' }]);
  });

  it('can be replaced by the other one', () => {
    expect(changes('dinero')).toContainEqual({ field: 'vatNumber', from: '253137', to: '25313763' });
  });

  it('cannot be transferred; an empty one or one of the other country can', () => {
    const can = (vatNumber: string, countries = {}) =>
      canBeSent({ field: 'vatNumber', dinero: '25313763', effihub: vatNumber }, 'effihub', countries);
    expect(can('253137')).toBe(false);
    expect(can('')).toBe(true);
    expect(can('811569869')).toBe(false);
    expect(can('811569869', { dinero: 'DE' })).toBe(true);
  });
});
