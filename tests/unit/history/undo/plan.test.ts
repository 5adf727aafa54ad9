import { describe, expect, it } from 'vitest';
import type { Contact, Customer } from '../../../../lib/domain/customer.ts';
import type { Operation } from '../../../../lib/domain/run.ts';
import { planUndo, whyNotUndo } from '../../../../lib/features/history/undo/plan.ts';
import type { CurrentState, Dated } from '../../../../lib/features/history/undo/types.ts';
import { END, endedRun } from './build.ts';

const operation = (kind: Operation['kind'], parts: Partial<Operation> = {}): Operation => ({
  runId: 'run',
  seq: 0,
  connectionId: 'c',
  kind,
  state: 'done',
  name: 'Bageren',
  customerId: '1',
  contactGuid: 'a',
  ...parts,
});
const customer = (id: string, contactGuid?: string, parts: Partial<Customer> = {}): Customer => ({
  id,
  name: `Kunde ${id}`,
  contactGuid,
  ...parts,
});
const contact = (guid: string, parts: Partial<Contact> = {}): Contact => ({
  guid,
  name: `K ${guid}`,
  ...parts,
});
const world = (parts: Partial<CurrentState> = {}): CurrentState => ({
  customers: [customer('1', 'a')],
  contacts: [contact('a'), contact('b')],
  links: [],
  ignored: [],
  ...parts,
});

/** Done by another run after this one ended. */
const since = (operation: Operation): Dated => ({ at: END + 1, operation });

/** Each task or reason as one line. */
function planned(
  operations: Operation[],
  now: CurrentState,
  undone: Operation[] = [],
  of = endedRun(),
): string[] {
  const { tasks, cannot } = planUndo(of, operations, now, undone.map(since));
  return [
    ...tasks.map(({ kind, customerId = '', contactGuid = '' }) =>
      `${kind} ${customerId} ${contactGuid}`.trim(),
    ),
    ...cannot.map(({ name, reason }) => `${name}: ${reason}`),
  ];
}

describe('a link', () => {
  it.each<[string, CurrentState, string[]]>([
    ['that is still there is removed', world(), ['unlink 1 a']],
    ['that is gone leaves nothing to do', world({ customers: [customer('1')] }), []],
    [
      'to somebody else by now stays',
      world({ customers: [customer('1', 'b')] }),
      ['Bageren: linked-otherwise'],
    ],
    ['of a customer that is gone is gone', world({ customers: [] }), ['Bageren: customer-gone']],
    [
      'that a later run has made again stays',
      world({ links: [{ customerId: '1', how: 'match', linkedAt: END + 1 }] }),
      ['Bageren: again'],
    ],
    [
      'that was seen later, in a list that was read anew, is removed',
      world({ links: [{ customerId: '1', how: 'effihub', linkedAt: END + 1 }] }),
      ['unlink 1 a'],
    ],
  ])('%s', (_, now, expected) => {
    expect(planned([operation('link')], now)).toEqual(expected);
  });

  it('that existed already, failed or was not run is left alone', () => {
    expect(planned([operation('link', { already: true })], world())).toEqual([]);
    for (const state of ['failed', 'notRun'] as const)
      expect(planned([operation('link', { state })], world())).toEqual([]);
  });

  it('is removed when its answer was lost and it exists', () => {
    const problem = { system: 'effihub', code: 'unreachable' } as const;
    const refused = { system: 'effihub', code: 'forbidden' } as const;
    const later = world({ links: [{ customerId: '1', how: 'match', linkedAt: END + 1 }] });
    for (const unanswered of [
      operation('link', { state: 'failed', problem }),
      // Stopped after a lost answer, since there was no access.
      operation('link', { state: 'failed', problem: refused }),
      operation('link', { state: 'sent' }),
    ]) {
      expect(planned([unanswered], world())).toEqual(['unlink 1 a']);
      expect(planned([unanswered], world({ customers: [customer('1', 'b')] }))).toEqual([]);
      expect(planned([unanswered], later)).toEqual([]);
    }
  });
});

describe('a moved link', () => {
  const moved = operation('link', { contactGuid: 'b', from: 'a' });
  const now = (parts: Partial<CurrentState> = {}) => world({ customers: [customer('1', 'b')], ...parts });

  it('goes back to its previous contact', () => {
    expect(planned([moved], now())).toEqual(['link 1 a']);
    expect(planUndo(endedRun({ kind: 'move' }), [moved], now()).tasks[0]).toMatchObject({ from: 'b' });
  });

  it('is only removed when that contact is gone or linked to somebody else', () => {
    expect(planned([moved], now({ contacts: [contact('b')] }))).toEqual(['unlink 1 b']);
    const taken = now({ customers: [customer('1', 'b'), customer('2', 'a')] });
    expect(planned([moved], taken)).toEqual(['unlink 1 b']);
  });
});

describe('a creation', () => {
  it.each<[string, CurrentState, string[]]>([
    ['is deleted', world(), ['deleteContact 1 a']],
    ['is deleted when its link is gone', world({ customers: [customer('1')] }), ['deleteContact 1 a']],
    ['is deleted when the customer is gone', world({ customers: [] }), ['deleteContact 1 a']],
    [
      'that somebody has deleted leaves a broken link, which is removed',
      world({ contacts: [contact('a', { deletedAt: '2026-11-01T00:00:00Z' })] }),
      ['unlink 1 a'],
    ],
    [
      'that somebody has deleted and unlinked is gone',
      world({ customers: [customer('1')], contacts: [] }),
      ['Bageren: contact-gone'],
    ],
    [
      'that another customer is linked to stays',
      world({ customers: [customer('1'), customer('2', 'a')] }),
      ['Bageren: contact-linked'],
    ],
  ])('%s', (_, now, expected) => {
    expect(planned([operation('create')], now)).toEqual(expected);
  });

  it('is only unlinked when the contact existed before', () => {
    expect(planned([operation('create', { found: true })], world())).toEqual(['unlink 1 a']);
  });

  it('that failed halfway created a contact all the same', () => {
    const halfway = operation('create', { state: 'failed', phase: 'link' });
    expect(planned([halfway], world({ customers: [customer('1')] }))).toEqual(['deleteContact 1 a']);
    expect(planned([{ ...halfway, phase: 'create' }], world())).toEqual([]);
  });

  it('whose answer was lost is deleted if it exists', () => {
    const problem = { system: 'dinero', code: 'unreachable' } as const;
    const body = { ContactGuid: 'a' };
    const unanswered = operation('create', { state: 'failed', problem, body, contactGuid: undefined });
    expect(planned([unanswered], world({ customers: [customer('1')] }))).toEqual(['deleteContact 1 a']);
    expect(planned([unanswered], world({ contacts: [] }))).not.toContain('deleteContact 1 a');
  });
});

describe('an import', () => {
  it.each<[string, CurrentState, string[]]>([
    ['is deleted', world(), ['deleteCustomer 1 a']],
    ['is deleted without its link too', world({ customers: [customer('1')] }), ['deleteCustomer 1 a']],
    [
      'that is linked otherwise stays',
      world({ customers: [customer('1', 'b')] }),
      ['Bageren: linked-otherwise'],
    ],
    ['that is gone is gone', world({ customers: [] }), ['Bageren: customer-gone']],
    ['that waits to be pasted is deleted', world({ waitingImports: new Set(['1']) }), ['deleteCustomer 1 a']],
    ['that is pasted stays', world({ waitingImports: new Set() }), ['Bageren: pasted']],
    [
      'that has another id since stays',
      world({ customers: [customer('9', 'a')], waitingImports: new Set() }),
      ['Bageren: pasted'],
    ],
  ])('%s', (_, now, expected) => {
    expect(planned([operation('import')], now)).toEqual(expected);
  });

  it('is only unlinked when the customer existed before', () => {
    expect(planned([operation('import', { found: true })], world())).toEqual(['unlink 1 a']);
  });

  it('whose answer was lost is not guessed', () => {
    const problem = { system: 'effihub', code: 'garbled' } as const;
    const unanswered = operation('import', { state: 'failed', problem, customerId: undefined });
    expect(planned([unanswered], world())).toEqual(['Bageren: unanswered']);
    expect(planned([unanswered], world({ customers: [] }))).toEqual([]);
  });
});

describe('an undo', () => {
  it('removes from the ignore list what is still there since the run', () => {
    const ignore = operation('ignore', { customerId: undefined });
    const at = (ignoredAt: number) => world({ ignored: [{ contactGuid: 'a', ignoredAt }] });
    expect(planned([ignore], at(END))).toEqual(['unignore  a']);
    expect(planned([ignore], at(END + 1))).toEqual(['Bageren: again']);
    expect(planned([ignore], world())).toEqual([]);
  });

  it('restores links that were removed one by one or by a reset', () => {
    const free = world({ customers: [customer('1'), customer('2'), customer('3', 'x')] });
    expect(planned([operation('unlink')], free)).toEqual(['link 1 a']);
    expect(planned([operation('unlink', { contactGuid: undefined })], free)).toEqual(['Bageren: unknown']);
    const removed = [
      { customerId: '1', contactGuid: 'a', name: 'En' },
      { customerId: '2', contactGuid: 'gone', name: 'To' },
      { customerId: '3', contactGuid: 'b', name: 'Tre' },
      { customerId: '4', contactGuid: 'b', name: 'Fire' },
    ];
    const reset = operation('reset', { removed, customerId: undefined, contactGuid: undefined });
    expect(planned([reset], free)).toEqual([
      'link 1 a',
      'Fire: customer-gone',
      'Tre: linked-otherwise',
      'To: contact-gone',
    ]);
  });

  it('undoes the last step first, so that a moved link goes back', () => {
    const moved = [operation('unlink', { customerId: '1' }), operation('link', { seq: 1, customerId: '2' })];
    const now = world({ customers: [customer('1'), customer('2', 'a')] });
    expect(planned(moved, now)).toEqual(['unlink 2 a', 'link 1 a']);
  });

  it('restores the old values of fields that are still as the run left them', () => {
    const changes = [
      { field: 'name' as const, from: 'Gammel', to: 'Ny' },
      { field: 'phone' as const, from: '', to: '86123456' },
    ];
    const now = (parts: Partial<Contact>) => world({ contacts: [contact('a', parts)] });
    const update = operation('updateContact', { changes });
    expect(planUndo(endedRun(), [update], now({ name: 'Ny', phone: '86123456' })).tasks[0]?.changes).toEqual([
      { field: 'name', from: 'Ny', to: 'Gammel' },
      { field: 'phone', from: '86123456', to: '' },
    ]);
    const half = planUndo(endedRun(), [update], now({ name: 'Ny', phone: '99999999' }));
    expect(half.tasks[0]?.changes).toHaveLength(1);
    expect(half.cannot).toMatchObject([{ reason: 'changed' }]);
    expect(planned([update], now({ name: 'Gammel' }))).toEqual([]);
    expect(planned([update], world({ contacts: [] }))).toEqual(['Bageren: contact-gone']);
  });

  it('keeps a field that a later run gave the same value', () => {
    const name = { field: 'name' as const, from: 'Gammel', to: 'Ny' };
    const phone = { field: 'phone' as const, from: '', to: '86123456' };
    const update = operation('updateContact', { changes: [name, phone] });
    const now = (...corrected: Operation[]) => ({
      ...world({ contacts: [contact('a', { name: 'Ny', phone: '86123456' })] }),
      corrected: corrected.map(since),
    });
    const later = operation('updateContact', { changes: [{ ...name, from: 'Gammelt' }] });
    const plan = planUndo(endedRun(), [update], now(later));
    expect(plan.tasks[0]?.changes).toEqual([{ field: 'phone', from: '86123456', to: '' }]);
    expect(plan.cannot).toMatchObject([{ reason: 'again' }]);
    const others = [
      operation('updateCustomer', { changes: [name] }),
      operation('updateContact', { changes: [name], contactGuid: 'b' }),
      operation('updateContact', { changes: [{ ...name, to: 'Nyere' }] }),
    ];
    expect(planUndo(endedRun(), [update], now(...others)).tasks[0]?.changes).toHaveLength(2);
  });

  it('does not undo again what has been undone', () => {
    const operations = [
      operation('link'),
      operation('create', { seq: 1, customerId: '2', contactGuid: 'b' }),
    ];
    const now = world({ customers: [customer('1', 'a'), customer('2', 'b')] });
    const earlier = operation('deleteContact', { undoes: 1, customerId: '2', contactGuid: 'b' });
    expect(planned(operations, now, [earlier])).toEqual(['unlink 1 a']);
    expect(planned(operations, now, [{ ...earlier, state: 'failed' }])).toHaveLength(2);
  });

  describe('of a resumed run', () => {
    const retried = endedRun({ endedAt: END + 10 });
    const early = operation('link', { endedAt: END });
    const late = operation('link', { seq: 1, customerId: '2', contactGuid: 'b' });
    const now = world({ customers: [customer('1', 'a'), customer('2', 'b')] });

    it('keeps what others did before it was resumed', () => {
      const links = [{ customerId: '1', how: 'match' as const, linkedAt: END + 5 }];
      expect(planned([early, late], { ...now, links }, [], retried)).toEqual([
        'unlink 2 b',
        'Bageren: again',
      ]);
    });

    it('undoes again what the run has done since an undo', () => {
      const undone = [
        operation('unlink', { undoes: 0 }),
        operation('unlink', { undoes: 1, customerId: '2', contactGuid: 'b' }),
      ];
      expect(planned([early, late], now, undone, retried)).toEqual(['unlink 2 b']);
    });
  });

  it('counts the records to be deleted that were changed since', () => {
    const updatedAt = new Date(END + 1).toISOString();
    const now = world({
      customers: [customer('1', 'a', { updatedAt })],
      contacts: [contact('a', { updatedAt })],
    });
    expect(planUndo(endedRun(), [operation('import')], now).changedSince).toBe(1);
    expect(planUndo(endedRun(), [operation('create')], now).changedSince).toBe(1);
    expect(planUndo(endedRun(), [operation('link')], now).changedSince).toBe(0);
  });

  it('is not possible for an active run or an undo', () => {
    expect(whyNotUndo(endedRun())).toBeUndefined();
    expect(whyNotUndo(endedRun({ endedAt: undefined }))).toBe('going');
    expect(whyNotUndo(endedRun({ kind: 'undo' }))).toBe('undo');
  });
});
