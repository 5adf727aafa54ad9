import { beforeEach, describe, expect, it } from 'vitest';
import { company, connectionId, effihub, open, problem, sandboxAround } from '../../helpers/company.ts';
import { panel, showCustomer, writes } from '../../helpers/panel.ts';
import { contactGuid } from '../../sandbox/index.ts';

sandboxAround();

const DeletedAt = '2026-11-01T00:00:00Z';
const mend = (...links: [string, string][]) => company.office.ask.mendLinks({ connectionId, links });
const linked = () => effihub().map(({ dineroContactGuid }) => dineroContactGuid);
const linkStates = async () => {
  const links = await company.office.database.links.toArray();
  return links.map(({ customerId, state }) => [customerId, state]);
};

describe('mending broken links', () => {
  beforeEach(async () => {
    await open({
      customers: [1, 2, 3].map((id) => ({ id, name: `Firma ${id} ApS`, dineroContactGuid: contactGuid(id) })),
      contacts: [
        ...[1, 2, 3].map((n) => ({ Name: `Firma ${n} ApS`, DeletedAt })),
        ...[1, 2, 3].map((n) => ({ Name: `Firma ${n} ApS` })),
      ],
    });
    await company.office.begin();
    expect(await linkStates()).toEqual(['1', '2', '3'].map((id) => [id, 'broken']));
  });

  it('links several to their new contacts in one run, and nobody else', async () => {
    const { id } = await mend(['1', contactGuid(4)], ['2', contactGuid(5)]);
    expect(await company.office.rest(id)).toMatchObject({ kind: 'mend', state: 'done', total: 2, failed: 0 });
    expect(linked()).toEqual([contactGuid(4), contactGuid(5), contactGuid(3)]);
    expect(await linkStates()).toEqual([
      ['1', 'ok'],
      ['2', 'ok'],
      ['3', 'broken'],
    ]);
    const { operations } = await company.office.ask.runResult({ runId: id });
    expect(operations).toMatchObject([
      { kind: 'link', state: 'done', name: 'Firma 1 ApS', otherName: 'Firma 1 ApS' },
      { kind: 'link', state: 'done', name: 'Firma 2 ApS' },
    ]);
    await expect
      .poll(async () => (await company.office.ask.overview(undefined)).counts)
      .toMatchObject({ linked: 2, broken: 1 });
  });

  it('does the rest when some of it fails', async () => {
    const { id } = await mend(['1', contactGuid(4)], ['2', contactGuid(4)], ['3', contactGuid(2)]);
    expect(await company.office.rest(id)).toMatchObject({ state: 'done', total: 3, finished: 3, failed: 2 });
    expect(linked()).toEqual([contactGuid(4), contactGuid(2), contactGuid(3)]);
    const { operations } = await company.office.ask.runResult({ runId: id });
    expect(operations.map(({ problem }) => problem)).toMatchObject([
      undefined,
      { code: 'taken', linkedTo: 'Firma 1 ApS' },
      { system: 'dinero', code: 'gone' },
    ]);
  });

  it('pushes changed links to every view', async () => {
    const { id } = await mend(['1', contactGuid(4)]);
    await company.office.rest(id);
    await expect
      .poll(() => company.office.updates.findLast(({ type }) => type === 'links'))
      .toMatchObject({
        links: expect.arrayContaining([{ customerId: '1', contactGuid: contactGuid(4), state: 'ok' }]),
      });
  });

  it('removes their choices from the unfinished wizard', async () => {
    const other = { action: 'match' as const, contactGuid: contactGuid(6), confirmed: true };
    await company.office.ask.chooseCustomers({ connectionId, choices: [['1', other]] });
    const { id } = await mend(['1', contactGuid(4)]);
    await company.office.rest(id);
    expect(await company.office.database.choices.count()).toBe(0);
    expect(linked()[0]).toBe(contactGuid(4));
  });

  it('fails with busy while another run is going, also one that mends', async () => {
    const held = company.sandbox.faults.add({
      system: 'effihub',
      method: 'PUT',
      path: /dinero-link$/,
      kind: 'hold',
    });
    const { id } = await mend(['1', contactGuid(4)]);
    await held.arrived;
    const busy = { system: 'kundebro', code: 'busy' };
    expect(await problem(mend(['2', contactGuid(5)]))).toEqual(busy);
    expect(await problem(company.office.ask.unlink({ connectionId, customerId: '3' }))).toEqual(busy);
    held.release();
    expect(await company.office.rest(id)).toMatchObject({ state: 'done', total: 1 });
    expect(linked()).toEqual([contactGuid(4), contactGuid(2), contactGuid(3)]);
  });

  it('requested twice at once runs once, and the other request fails with busy', async () => {
    const both = await Promise.allSettled([mend(['1', contactGuid(4)]), mend(['2', contactGuid(5)])]);
    const begun = both.flatMap((each) => (each.status === 'fulfilled' ? [each.value.id] : []));
    expect(begun).toHaveLength(1);
    for (const each of both)
      if (each.status === 'rejected') expect(each.reason).toMatchObject({ problem: { code: 'busy' } });
    await company.office.rest(begun[0]!);
    expect(writes()).toHaveLength(1);
  });

  it('pauses when Effihub stays silent, and resumes on request', async () => {
    const silent = company.sandbox.faults.add({
      system: 'effihub',
      method: 'PUT',
      path: /dinero-link$/,
      kind: 'drop',
      times: 99,
    });
    const { id } = await mend(['1', contactGuid(4)], ['2', contactGuid(5)]);
    expect(await company.office.rest(id)).toMatchObject({ state: 'paused', reason: { code: 'unreachable' } });
    silent.remove();
    await company.office.ask.resumeRun({ runId: id });
    expect(await company.office.rest(id)).toMatchObject({ state: 'done', finished: 2, failed: 0 });
    expect(linked().slice(0, 2)).toEqual([contactGuid(4), contactGuid(5)]);
  });

  it('works for one customer from the panel on its page', async () => {
    showCustomer(1);
    await panel().matchOne({ connectionId, customerId: '1', contactGuid: contactGuid(4) });
    expect(linked()[0]).toBe(contactGuid(4));
    expect((await linkStates())[0]).toEqual(['1', 'ok']);
  });
});
