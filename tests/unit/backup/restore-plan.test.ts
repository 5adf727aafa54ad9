import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dismissalKey, keptKey } from '../../../lib/features/backup/compare-rows.ts';
import type { SavedCompany } from '../../../lib/features/backup/contents.ts';
import type { CurrentCompany } from '../../../lib/features/backup/current-state.ts';
import { compareLinks } from '../../../lib/features/backup/plan-links.ts';
import { comparePreferences, planRestore } from '../../../lib/features/backup/restore-plan.ts';
import {
  guid,
  hereCompany,
  hereWith,
  savedBackup,
  savedCompany,
  savedDismissal,
  savedKept,
  savedLink,
  savedRun,
} from './build.ts';

const plan = (
  file: Partial<SavedCompany>,
  here: CurrentCompany | undefined,
  mode: 'merge' | 'replace' = 'merge',
) => planRestore(savedBackup([savedCompany(file)]), hereWith(...(here ? [here] : [])), mode)[0]!;

const nothing = { added: 0, changed: 0, unchanged: 0, removed: 0, kept: 0 };
const ignoredAt = (n: number, at: number) => ({ contactGuid: guid(n), name: `Kontakt ${n}`, ignoredAt: at });

describe('restoring the stored state', () => {
  it.each(['merge', 'replace'] as const)('changes nothing (%s)', (mode) => {
    const { preview, links, ignored, contactNumbers, dismissals, kept, runs } = plan({}, hereCompany(), mode);
    const same = { ...nothing, unchanged: 1 };
    expect(preview).toMatchObject({
      state: 'connected',
      company: nothing,
      links: same,
      ignored: same,
      contactNumbers: same,
      imports: nothing,
      columns: nothing,
      dismissals: same,
      kept: same,
      runs: same,
    });
    const all = [ignored, contactNumbers, dismissals, kept, runs];
    const changes = all.flatMap(({ put, remove }) => [put, remove]);
    expect([links.set, links.remove, ...changes]).toEqual(Array(12).fill([]));
  });
});

describe('merging', () => {
  it('adds links where neither side has one, and keeps the others', () => {
    const here = hereCompany(savedCompany({ links: [savedLink('1', 1), savedLink('2', 2)] }));
    const links = [savedLink('1', 5), savedLink('3', 2), savedLink('4', 4), savedLink('99', 6)];
    const merged = plan({ links }, here);
    expect(merged.preview).toMatchObject({ links: { ...nothing, added: 1, kept: 2 }, linksLeft: 1 });
    expect(merged.links.set).toEqual([savedLink('4', 4)]);
    expect(merged.links.remove).toEqual([]);
  });

  it('keeps the time when a contact was first ignored', () => {
    const here = hereCompany(savedCompany({ ignored: [ignoredAt(1, 5), ignoredAt(2, 5)] }));
    const { ignored } = plan({ ignored: [ignoredAt(1, 3), ignoredAt(2, 7), ignoredAt(3, 9)] }, here);
    expect(ignored.difference).toEqual({ ...nothing, added: 1, changed: 1, unchanged: 1 });
    expect(ignored.put).toEqual([ignoredAt(1, 3), ignoredAt(3, 9)]);
  });

  it('keeps every ignore entry, in any order of merging', () => {
    const list = fc.uniqueArray(fc.tuple(fc.nat(12), fc.nat(9)), { selector: ([n]) => n });
    fc.assert(
      fc.property(list, list, (mine, theirs) => {
        const [one, other] = [mine, theirs].map((all) => all.map(([n, at]) => ignoredAt(n, at)));
        const merge = (here: typeof one, file: typeof one) => {
          const { ignored } = plan({ ignored: file }, hereCompany(savedCompany({ ignored: here })));
          expect(ignored.remove).toEqual([]);
          return new Map([...(here ?? []), ...ignored.put].map((row) => [row.contactGuid, row]));
        };
        const merged = merge(one, other);
        for (const { contactGuid, ignoredAt } of [...(one ?? []), ...(other ?? [])])
          expect(merged.get(contactGuid)?.ignoredAt).toBeLessThanOrEqual(ignoredAt);
        const byKey = (rows: typeof merged) => [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1));
        expect(byKey(merge(other, one))).toEqual(byKey(merged));
      }),
    );
  });

  it('combines dismissals and kept differences; stored ones win conflicts', () => {
    const here = hereCompany(
      savedCompany({
        dismissals: [savedDismissal('a|b', 5), savedDismissal('c|d', 5)],
        kept: [savedKept('1'), savedKept('2')],
      }),
    );
    const file = {
      dismissals: [savedDismissal('a|b', 3), savedDismissal('c|d', 9), savedDismissal('e|f', 9)],
      kept: [savedKept('2', { dinero: '86000000' }), savedKept('1', { field: 'city' }), savedKept('3')],
    };
    const { dismissals, kept } = plan(file, here);
    expect(dismissals.difference).toEqual({ ...nothing, added: 1, changed: 1, unchanged: 1 });
    expect(dismissals.put).toEqual([savedDismissal('a|b', 3), savedDismissal('e|f', 9)]);
    expect(kept.difference).toEqual({ ...nothing, added: 2, kept: 1 });
    expect(kept.put).toEqual([savedKept('1', { field: 'city' }), savedKept('3')]);
    expect([dismissals.remove, kept.remove]).toEqual([[], []]);
  });

  it('keeps a pending answer about a difference; replacing does not', () => {
    const here = hereCompany(savedCompany({ kept: [] }), { answered: new Set([keptKey(savedKept('1'))]) });
    const file = { kept: [savedKept('1'), savedKept('2')] };
    const merged = plan(file, here).kept;
    expect(merged.put).toEqual([savedKept('2')]);
    expect(merged.difference).toEqual({ ...nothing, added: 1, kept: 1 });
    expect(plan(file, here, 'replace').kept.put).toEqual(file.kept);
  });

  it('combines both histories', () => {
    const here = hereCompany(savedCompany({ runs: [savedRun('a'), savedRun('b', { failed: 1 })] }));
    const { runs } = plan({ runs: [savedRun('b'), savedRun('c')] }, here);
    expect(runs.difference).toEqual({ ...nothing, added: 1, kept: 1 });
    expect(runs.put).toEqual([savedRun('c')]);
  });
});

describe('replacing', () => {
  it('restores the file’s links where customer and contact exist', () => {
    const here = hereCompany(
      savedCompany({
        links: [savedLink('1', 1), savedLink('2', 2), savedLink('3', 3), savedLink('4', 4)],
      }),
    );
    const links = [savedLink('1', 1), savedLink('2', 3), savedLink('4', 88), savedLink('5', 5)];
    const replaced = plan({ links }, here, 'replace');
    expect(replaced.preview).toMatchObject({
      links: { added: 1, changed: 1, unchanged: 1, removed: 1, kept: 1 },
      linksLeft: 1,
    });
    expect(replaced.links.remove).toEqual([savedLink('2', 2), savedLink('3', 3)]);
    expect(replaced.links.set).toEqual([savedLink('2', 3), savedLink('5', 5)]);
  });

  it('never links a contact twice, and never loses a link in the file', () => {
    const link = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }));
    const links = fc
      .uniqueArray(link, { selector: ([customer]) => customer })
      .map((all) => all.filter(([, n], place) => all.findIndex(([, other]) => other === n) === place))
      .map((all) => all.map(([customer, n]) => savedLink(String(customer), n)));
    fc.assert(
      fc.property(links, links, fc.constantFrom('merge', 'replace'), (mine, theirs, mode) => {
        const isThere = ({ customerId }: { customerId: string }) => customerId !== '6';
        const { set, remove } = compareLinks(mine, theirs, mode, isThere);
        const after = [...mine.filter((each) => !remove.includes(each)), ...set];
        expect(new Set(after.map(({ customerId }) => customerId)).size).toBe(after.length);
        expect(new Set(after.map(({ contactGuid }) => contactGuid)).size).toBe(after.length);
        if (mode === 'merge') expect(remove).toEqual([]);
        else for (const each of theirs.filter(isThere)) expect(after).toContainEqual(each);
      }),
    );
  });

  it('restores exactly the file’s dismissals and kept differences', () => {
    const key = fc.nat(6);
    const dismissed = fc.uniqueArray(fc.tuple(key, fc.nat(3)), { selector: ([n]) => n });
    const field = fc.constantFrom('phone' as const, 'city' as const);
    const kept = fc.uniqueArray(fc.tuple(key, field, fc.constantFrom('a', 'b')), {
      selector: ([n, name]) => `${n}${name}`,
    });
    const decisions = fc.record({ dismissed, kept }).map((made) => ({
      dismissals: made.dismissed.map(([n, at]) => savedDismissal(String(n), at)),
      kept: made.kept.map(([n, name, dinero]) => savedKept(String(n), { field: name, dinero })),
    }));
    fc.assert(
      fc.property(decisions, decisions, (mine, theirs) => {
        const plans = plan(theirs, hereCompany(savedCompany(mine)), 'replace');
        const after = <Row>(
          before: Row[],
          { put, remove }: { put: Row[]; remove: Row[] },
          key: (row: Row) => string,
        ) => {
          const rows = new Map(before.map((row) => [key(row), row]));
          for (const row of remove) rows.delete(key(row));
          for (const row of put) rows.set(key(row), row);
          return [...rows.values()].toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
        };
        const sorted = <Row>(rows: Row[], key: (row: Row) => string) =>
          after(rows, { put: [], remove: [] }, key);
        expect(after(mine.dismissals, plans.dismissals, dismissalKey)).toEqual(
          sorted(theirs.dismissals, dismissalKey),
        );
        expect(after(mine.kept, plans.kept, keptKey)).toEqual(sorted(theirs.kept, keptKey));
      }),
    );
  });

  it('removes what the file lacks, except unfinished runs', () => {
    const here = hereCompany(
      savedCompany({ ignored: [ignoredAt(1, 1)], runs: [savedRun('a'), savedRun('shown')] }),
      { held: new Set(['shown']) },
    );
    const { ignored, runs } = plan({ ignored: [], runs: [] }, here, 'replace');
    expect(ignored.remove).toEqual([ignoredAt(1, 1)]);
    expect(runs.difference).toEqual({ ...nothing, removed: 1, kept: 1 });
    expect(runs.remove).toEqual([savedRun('a')]);
  });
});

describe('a company of the file', () => {
  it('that is new is added without keys; its links come from Effihub', () => {
    const { preview, links, ignored } = plan({}, undefined);
    expect(preview).toMatchObject({ state: 'unconnected', linkWay: 'effihub', linksLeft: 1, links: nothing });
    expect(links.set).toEqual([]);
    expect(ignored.put).toHaveLength(1);
  });

  it('without an API gets the file’s links', () => {
    const { preview, links } = plan({ source: 'sheet' }, undefined);
    expect(preview).toMatchObject({ linkWay: 'stored', linksLeft: 0, links: { ...nothing, added: 1 } });
    expect(links.set).toHaveLength(1);
  });

  it('without an API gets links of customers in no table yet, and none twice under a former number', () => {
    const here = hereCompany(savedCompany({ source: 'sheet', links: [savedLink('nr:1', 1)] }), {
      formerIds: new Set(['navn:a', 'navn:b']),
    });
    const links = [savedLink('navn:a', 1), savedLink('navn:b', 2), savedLink('nr:9', 9)];
    for (const mode of ['merge', 'replace'] as const) {
      const { preview, links: change } = plan({ source: 'sheet', links }, here, mode);
      expect(preview).toMatchObject({
        linkWay: 'stored',
        linksLeft: 1,
        links: { ...nothing, added: 1, unchanged: 1 },
      });
      expect([change.set, change.remove]).toEqual([[savedLink('nr:9', 9)], []]);
    }
  });

  it('that is paused gets no links', () => {
    const { preview, links } = plan(
      { links: [savedLink('5', 5)] },
      hereCompany(savedCompany(), { paused: true }),
    );
    expect(preview).toMatchObject({ linkWay: 'paused', linksLeft: 1 });
    expect(links.set).toEqual([]);
  });

  it.each([
    ['account', { accountId: '41', id: '551307:41', subdomain: '' }],
    ['subdomain', { accountId: '58', id: '551307:58', subdomain: 'NordiskTekst' }],
  ])('whose %s belongs to another company is skipped, and names that company', (_, ids) => {
    const file = { ...ids, organizationId: 551307, organizationName: 'Fjord ApS' };
    const { preview, ignored, runs } = plan(file, hereCompany());
    expect(preview).toMatchObject({ state: 'skipped', otherCompany: 'Nordisk Tekst ApS', ignored: nothing });
    expect([ignored.put, runs.put]).toEqual([[], []]);
  });

  it('never restores a run that belongs to another company', () => {
    const fjord = savedCompany({ id: '551307:58', organizationId: 551307, accountId: '58', subdomain: 'f' });
    const [restored] = planRestore(
      savedBackup([savedCompany({ runs: [savedRun('theirs')] })]),
      hereWith(hereCompany({ ...fjord, runs: [savedRun('theirs')] })),
      'replace',
    );
    expect(restored?.runs.put).toEqual([]);
  });
});

it('merging keeps preferences, replacing restores them', () => {
  const mine = { language: 'da', theme: 'auto', check: 'off' } as const;
  const theirs = { language: 'en', theme: 'auto', check: 'daily' } as const;
  expect(comparePreferences(mine, theirs, 'merge')).toEqual({ ...nothing, kept: 2, unchanged: 1 });
  expect(comparePreferences(mine, theirs, 'replace')).toEqual({ ...nothing, changed: 2, unchanged: 1 });
});
