import { describe, expect, it } from 'vitest';
import { company, connectionId, effihub, open, sandboxAround } from '../../helpers/company.ts';
import { contactGuid } from '../../sandbox/index.ts';

sandboxAround();

describe('links', () => {
  const pair = {
    customers: [{ id: 1, name: 'Bagergården ApS', dineroContactGuid: contactGuid(1) }],
    contacts: [{ Name: 'Bagergården ApS' }],
  };

  it('are reset everywhere and restored by one click', async () => {
    await open(pair);
    await company.office.begin();
    const reset = await company.office.ask.resetLinks({ connectionId });
    await company.office.rest(reset.id);
    expect(effihub()[0]?.dineroContactGuid).toBeNull();
    expect(await company.office.database.links.count()).toBe(0);
    const { undoableReset } = await company.office.ask.overview(undefined);
    expect(undoableReset).toEqual({ runId: reset.id, count: 1 });
    const restore = await company.office.ask.undoReset({ connectionId, runId: reset.id });
    expect(await company.office.rest(restore.id)).toMatchObject({ state: 'done', failed: 0 });
    expect(effihub()[0]?.dineroContactGuid).toBe(contactGuid(1));
    expect((await company.office.ask.overview(undefined)).undoableReset).toBeUndefined();
  });

  it('can be removed from one customer, and are not restored by the unfinished wizard', async () => {
    await open(pair);
    await company.office.begin();
    await company.office.ask.unlink({ connectionId, customerId: '1' });
    expect(effihub()[0]?.dineroContactGuid).toBeNull();
    const { operations } = await company.office.run();
    expect(operations.map(({ kind }) => kind)).toEqual(['skip', 'skip']);
  });

  it('to a deleted contact are broken, and its replacement is suggested', async () => {
    await open({
      customers: [{ id: 1, name: 'Bagergården ApS', dineroContactGuid: contactGuid(1) }],
      contacts: [{ Name: 'Bagergården ApS', DeletedAt: '2026-11-01T00:00:00Z' }, { Name: 'Bagergården ApS' }],
    });
    const { data } = await company.office.begin();
    expect(data.links).toEqual([{ customerId: '1', contactGuid: contactGuid(1), state: 'broken' }]);
    expect(data.matches[0]?.candidates[0]?.id).toBe(contactGuid(2));
    await company.office.run();
    expect(effihub()[0]?.dineroContactGuid).toBe(contactGuid(2));
  });
});
