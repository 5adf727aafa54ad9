import { beforeEach, describe, expect, it } from 'vitest';
import { company, connectionId, effihub, open, problem, sandboxAround } from '../../helpers/company.ts';
import { anotherInstallation, name, operations } from '../../helpers/one-click.ts';
import { panel, showCustomer } from '../../helpers/panel.ts';
import { contactGuid } from '../../sandbox/index.ts';

sandboxAround();

describe('matching with one click', () => {
  beforeEach(async () => {
    await open({
      customers: [
        { id: 1, name },
        { id: 2, name: 'Måne Design ApS', dineroContactGuid: contactGuid(2) },
      ],
      contacts: [{ Name: 'Nordlys' }, { Name: 'Måne Design' }, { Name: 'Solsikken' }],
    });
    await company.office.begin();
    showCustomer(1);
  });
  const match = (guid: string) => panel().matchOne({ connectionId, customerId: '1', contactGuid: guid });

  it('links the two, and adds it to the history', async () => {
    await company.office.ask.chooseCustomers({ connectionId, choices: [['1', { action: 'create' }]] });
    expect(await match(contactGuid(1))).toMatchObject({
      kind: 'match',
      state: 'done',
      finished: 1,
      failed: 0,
    });
    expect(effihub()[0]?.dineroContactGuid).toBe(contactGuid(1));
    expect(await operations()).toMatchObject([{ kind: 'link', name, otherName: 'Nordlys' }]);
    expect(await company.office.database.choices.count()).toBe(0);
    expect(company.office.updates).toContainEqual(expect.objectContaining({ type: 'links', connectionId }));
  });

  it('keeps a link that another installation has made', async () => {
    const other = await anotherInstallation();
    await panel(other).matchOne({ connectionId, customerId: '1', contactGuid: contactGuid(1) });
    expect(await problem(match(contactGuid(3)))).toMatchObject({ code: 'taken', linkedTo: 'Nordlys' });
    expect(effihub()[0]?.dineroContactGuid).toBe(contactGuid(1));
    expect(await match(contactGuid(1))).toMatchObject({ state: 'done', failed: 0 });
  });

  it('names the customer that the contact is linked to', async () => {
    expect(await problem(match(contactGuid(2)))).toMatchObject({
      code: 'taken',
      linkedTo: 'Måne Design ApS',
    });
    expect(effihub().map(({ dineroContactGuid }) => dineroContactGuid)).toEqual([null, contactGuid(2)]);
    // The next click does not have to wait.
    expect(await match(contactGuid(3))).toMatchObject({ state: 'done', failed: 0 });
  });
});
