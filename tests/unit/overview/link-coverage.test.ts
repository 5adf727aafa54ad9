import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Contact } from '../../../lib/domain/customer.ts';
import type { Link } from '../../../lib/domain/link.ts';
import { countLinkCoverage } from '../../../lib/features/overview/link-coverage.ts';

const contact = (guid: string, extra: Partial<Contact> = {}): Contact => ({ guid, name: guid, ...extra });
const link = (customerId: string, contactGuid: string, state: Link['state'] = 'ok'): Link => ({
  customerId,
  contactGuid,
  state,
});

describe('the link coverage of each system', () => {
  it('is zero without customers', () => {
    const none = { linked: 0, waiting: 0, ignored: 0, broken: 0 };
    expect(countLinkCoverage({ customers: [], contacts: [], links: [], ignored: new Set() })).toEqual({
      dinero: none,
      effihub: none,
    });
  });

  it('counts linked, waiting, ignored and broken; suppliers only when linked or ignored', () => {
    const sides = countLinkCoverage({
      customers: [{ id: '1' }, { id: '2' }, { id: '3' }, { id: '4' }],
      contacts: [
        contact('a'),
        contact('b', { isDebtor: false, isCreditor: true }),
        contact('c'),
        contact('d', { isDebtor: true, isCreditor: true }),
        contact('e', { isDebtor: false, isCreditor: true }),
        contact('f'),
        contact('g', { isDebtor: false, isCreditor: true }),
      ],
      // The contact of the third one is deleted.
      links: [link('1', 'a'), link('2', 'b'), link('3', 'x', 'broken')],
      ignored: new Set(['f', 'g', 'deleted']),
    });
    expect(sides).toEqual({
      dinero: { linked: 2, waiting: 2, ignored: 2, broken: 1 },
      effihub: { linked: 2, waiting: 1, ignored: 0, broken: 1 },
    });
  });

  it('counts everybody exactly once', () => {
    const guids = ['a', 'b', 'c', 'd', 'e', 'f'];
    const some = fc.subarray(guids);
    fc.assert(
      fc.property(some, some, some, (there, linked, ignored) => {
        const links = linked.map((guid) => link(guid, guid, there.includes(guid) ? 'ok' : 'broken'));
        const { dinero, effihub } = countLinkCoverage({
          customers: guids.map((id) => ({ id })),
          contacts: there.map((guid) => contact(guid)),
          links,
          ignored: new Set(ignored),
        });
        expect(dinero.linked + dinero.waiting + dinero.ignored).toBe(there.length);
        expect(effihub.linked + effihub.waiting + effihub.broken).toBe(guids.length);
        expect(dinero.broken).toBe(linked.filter((guid) => !there.includes(guid)).length);
      }),
    );
  });
});
