import { describe, expect, it } from 'vitest';
import {
  company,
  connectionId,
  dinero,
  effihub,
  open,
  problem,
  sandboxAround,
} from '../../helpers/company.ts';
import { anotherInstallation, importOne, name, runs } from '../../helpers/one-click.ts';
import { contactCard, panel, showContact, writes } from '../../helpers/panel.ts';
import { changeContact, contactGuid } from '../../sandbox/index.ts';

sandboxAround();

describe('importing a contact with one click', () => {
  const hub = { showTimesheets: false, showProjects: true, showPunchCards: false, showInvoices: true };

  async function openContact(parts: Parameters<typeof open>[0] = {}) {
    await open({
      contacts: [{ Name: name, Email: 'post@nordlys.dk' }],
      account: { defaults: { hub, language: 'en' } },
      ...parts,
    });
    await company.office.begin();
    showContact(contactGuid(1));
    expect(await contactCard(contactGuid(1))).toMatchObject({ state: 'known' });
  }

  it('creates the customer with the account’s defaults, linked from the start', async () => {
    await openContact();
    expect(await importOne()).toEqual({ done: true });
    expect(effihub()).toMatchObject([
      { name, invoiceEmail: 'post@nordlys.dk', language: 'en', hub, dineroContactGuid: contactGuid(1) },
    ]);
    expect(await runs()).toMatchObject([{ kind: 'import', state: 'done', total: 1, finished: 1, failed: 0 }]);
    expect(await contactCard(contactGuid(1))).toMatchObject({ link: { name }, ignored: false, similar: [] });
  });

  it('happens once, however often and wherever it is clicked', async () => {
    await openContact();
    const other = await anotherInstallation();
    await other.begin();
    await panel(other).contactCard({ connectionId, number: '1037000007', fresh: false });
    const clicks = [importOne(), importOne(contactGuid(1), false, other)];
    expect(await Promise.all(clicks)).toEqual([{ done: true }, { done: true }]);
    const before = writes();
    expect(await importOne(contactGuid(1), true)).toEqual({ done: true });
    expect(writes()).toEqual(before);
    expect(effihub()).toHaveLength(1);
  });

  it('with a lost answer happens once', async () => {
    await openContact();
    company.sandbox.faults.add({
      system: 'effihub',
      method: 'POST',
      path: /customers$/,
      kind: 'lost-answer',
    });
    expect(await importOne()).toEqual({ done: true });
    expect(effihub()).toHaveLength(1);
  });

  it('without an answer from Effihub succeeds later without a second customer', async () => {
    await openContact();
    const silent = company.sandbox.faults.add({
      system: 'effihub',
      method: 'POST',
      path: /customers$/,
      kind: 'lost-answer',
      times: 99,
    });
    expect(await problem(importOne())).toMatchObject({ system: 'effihub', code: 'unreachable' });
    silent.remove();
    expect(await importOne()).toEqual({ done: true });
    expect(effihub()).toMatchObject([{ name, dineroContactGuid: contactGuid(1) }]);
  });

  it.each([
    ['has the same CVR number and quite another name', { name: 'Kaffebaren Nord', vatNumber: '25313763' }],
    ['has the same name', { name }],
  ])('asks first when a customer %s', async (_, customer) => {
    await openContact({
      customers: [{ id: 1, ...customer }],
      contacts: [{ Name: name, VatNumber: '25313763' }],
    });
    expect(await importOne()).toMatchObject({ done: false, similar: [{ id: '1', name: customer.name }] });
    expect(writes()).toEqual([]);
    expect(await importOne(contactGuid(1), true)).toEqual({ done: true });
    expect(effihub()).toHaveLength(2);
  });

  it('does not ask for an archived customer', async () => {
    await openContact({ customers: [{ id: 1, name, archivedAt: '2026-11-01T00:00:00Z' }] });
    expect(await importOne()).toEqual({ done: true });
  });

  it('removes the contact from the unfinished flow', async () => {
    await openContact();
    await company.office.ask.chooseContacts({
      connectionId,
      choices: [[contactGuid(1), { action: 'import' }]],
    });
    await importOne();
    expect(await company.office.database.choices.count()).toBe(0);
  });

  it('is refused for a deleted contact', async () => {
    await openContact();
    changeContact(company.sandbox.world, dinero()[0]!, { DeletedAt: new Date().toISOString() });
    expect(await problem(importOne())).toMatchObject({ system: 'dinero', code: 'gone' });
    expect(writes()).toEqual([]);
  });

  it('does nothing when the page shows another contact by now', async () => {
    await openContact({ contacts: [{ Name: name }, { Name: 'Solsikken' }] });
    showContact(contactGuid(2));
    await contactCard(contactGuid(2));
    expect(await problem(importOne())).toMatchObject({ code: 'another-page' });
    expect(writes()).toEqual([]);
  });

  it('of a contact without a name asks for it', async () => {
    await open({ contacts: [{ Name: '' }] });
    await company.office.begin();
    showContact(contactGuid(1));
    await panel().nameContact({ connectionId, number: '1037000007', contactGuid: contactGuid(1) });
    expect(await importOne()).toEqual({ done: false, missing: ['name'] });
    expect(writes()).toEqual([]);
  });
});
