import { describe, expect, test } from 'vitest';
import { contactRows, contactsMatchedTwice, indexFlow, statesOf } from '../../../lib/features/sync/rows.ts';
import { choices, contact, customer, flow, link, match } from '../../helpers/flow.ts';

const data = flow({
  customers: [
    customer('certain'),
    customer('likely'),
    customer('alone'),
    customer('linked'),
    customer('broken'),
    customer('nameless', { name: '' }),
  ],
  contacts: [
    contact('a'),
    contact('b'),
    contact('c'),
    contact('l'),
    contact('supplier', { isDebtor: false }),
    contact('i'),
  ],
  links: [link('linked', 'l'), link('broken', 'gone', 'broken')],
  ignored: ['i'],
  matches: [
    match('certain', 'certain', ['a', 0.99]),
    match('likely', 'likely', ['b', 0.7], ['c', 0.6]),
    match('alone', 'none'),
    match('broken', 'none'),
    match('nameless', 'none'),
  ],
});
const index = indexFlow(data);
const statesWith = (chosen = choices()) => statesOf(index, chosen);
const rowsWith = (chosen = choices(), withSuppliers = false) =>
  contactRows(data, index, statesOf(index, chosen), chosen, withSuppliers);

describe('groups', () => {
  test('every customer is in one group, likely matches first', () => {
    expect(index.rows.map((row) => [row.customer.id, row.group])).toEqual([
      ['likely', 'matched'],
      ['certain', 'matched'],
      ['alone', 'unmatched'],
      ['linked', 'linked'],
      ['broken', 'broken'],
      ['nameless', 'unmatched'],
    ]);
  });

  test('a row tells its linked contact, also of a broken link', () => {
    expect(index.rowOf.get('linked')?.linkedTo).toBe('l');
    expect(index.rowOf.get('broken')?.linkedTo).toBe('gone');
  });
});

describe('states', () => {
  test('a suggested contact that is gone or linked is not used', () => {
    for (const changed of [{ contacts: [contact('b')] }, { links: [link('linked', 'a')] }]) {
      const later = indexFlow({ ...data, ...changed });
      expect(statesOf(later, choices()).get('certain')).toMatchObject({ action: 'skip', confirmed: false });
    }
  });

  test('without choices certain matches are confirmed, likely ones are not, and the rest is skipped', () => {
    const states = statesWith();
    expect(states.get('certain')).toMatchObject({ action: 'match', contactGuid: 'a', confirmed: true });
    expect(states.get('likely')).toMatchObject({ action: 'match', contactGuid: 'b', confirmed: false });
    expect(states.get('alone')).toMatchObject({ action: 'skip' });
    expect(states.get('linked')).toBeUndefined();
  });

  test('choosing the suggested contact keeps its certainty', () => {
    const states = statesWith(
      choices({
        certain: { action: 'match', contactGuid: 'a' },
        likely: { action: 'match', contactGuid: 'b' },
      }),
    );
    expect(states.get('certain')?.confirmed).toBe(true);
    expect(states.get('likely')?.confirmed).toBe(false);
  });

  test('a choice whose contact is gone or linked is skipped', () => {
    const states = statesWith(
      choices({
        alone: { action: 'match', contactGuid: 'gone', confirmed: true },
        certain: { action: 'match', contactGuid: 'l', confirmed: true },
      }),
    );
    expect(states.get('alone')?.action).toBe('skip');
    expect(states.get('certain')?.action).toBe('skip');
  });

  test('a customer without a name is not created', () => {
    expect(statesWith(choices({ nameless: { action: 'create' } })).get('nameless')?.action).toBe('skip');
  });

  test('contactsMatchedTwice finds two customers with one contact', () => {
    const chosen = choices({ alone: { action: 'match', contactGuid: 'a', confirmed: true } });
    expect([...contactsMatchedTwice(statesWith(chosen))]).toEqual(['a']);
    expect([...contactsMatchedTwice(statesWith())]).toEqual([]);
  });
});

describe('step 3', () => {
  const guidsOf = (rows: ReturnType<typeof rowsWith>) => rows.map((row) => row.contact.guid);

  test('shows contacts that are not linked, ignored, matched or suppliers', () => {
    expect(guidsOf(rowsWith())).toEqual(['b', 'c']);
    expect(guidsOf(rowsWith(choices(), true))).toEqual(['b', 'c', 'supplier']);
  });

  test('candidates of an unmatched customer are possible duplicates', () => {
    expect(rowsWith().map((row) => row.duplicateOf)).toEqual(['likely', 'likely']);
  });

  test('a fitting candidate is a possible duplicate even if another customer scores higher', () => {
    const two = flow({
      customers: [customer('first'), customer('second')],
      contacts: [contact('a')],
      matches: [
        match('first', 'none'),
        {
          ...match('second', 'none'),
          candidates: [{ id: 'a', score: 0.2, fit: 0.9, reasons: ['name-equal'] }],
        },
      ],
    });
    const found = indexFlow(two);
    const rows = contactRows(two, found, statesOf(found, choices()), choices(), false);
    expect(rows.map((row) => row.duplicateOf)).toEqual(['second']);
  });

  test('a confirmed match removes its contact and the duplicate marks of the other candidates', () => {
    const rows = rowsWith(choices({ likely: { action: 'match', contactGuid: 'b', confirmed: true } }));
    expect(guidsOf(rows)).toEqual(['c']);
    expect(rows[0]?.duplicateOf).toBeUndefined();
  });

  test('every contact is skipped by default', () => {
    expect(rowsWith().map((row) => row.action)).toEqual(['skip', 'skip']);
    expect(rowsWith(choices({}, { c: { action: 'import' } })).map((row) => row.action)).toEqual([
      'skip',
      'import',
    ]);
  });

  test('a contact without a name is not imported', () => {
    const nameless = flow({ contacts: [contact('x', { name: '' })] });
    const chosen = choices({}, { x: { action: 'import' } });
    const found = indexFlow(nameless);
    expect(contactRows(nameless, found, statesOf(found, chosen), chosen, false)[0]?.action).toBe('skip');
  });
});
