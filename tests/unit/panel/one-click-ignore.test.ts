import { describe, expect, it } from 'vitest';
import { company, connectionId, open, problem, sandboxAround } from '../../helpers/company.ts';
import { name } from '../../helpers/one-click.ts';
import { contactCard, panel, showContact, writes } from '../../helpers/panel.ts';
import { contactGuid } from '../../sandbox/index.ts';

sandboxAround();

describe('ignoring a contact with one click', () => {
  it('adds it to the list and removes it from the flow and from the undecided', async () => {
    await open({ contacts: [{ Name: name }, { Name: 'Solsikken' }] });
    await company.office.begin();
    await company.office.ask.chooseContacts({
      connectionId,
      choices: [[contactGuid(1), { action: 'import' }]],
    });
    expect(company.office.waiting()).toBe(2);
    showContact(contactGuid(1));
    await contactCard(contactGuid(1));
    const ignored = await panel().ignoreOne({ connectionId, contactGuid: contactGuid(1) });
    expect(ignored).toMatchObject({ kind: 'ignore', state: 'done', finished: 1 });
    expect(await company.office.ask.ignored({ connectionId })).toMatchObject([
      { contactGuid: contactGuid(1), name },
    ]);
    expect(await company.office.database.choices.count()).toBe(0);
    expect(company.office.waiting()).toBe(1);
    expect(await contactCard(contactGuid(1))).toMatchObject({ state: 'known', ignored: true });
    expect(writes()).toEqual([]);

    await panel().unignore({ connectionId, contactGuid: contactGuid(1) });
    expect(await contactCard(contactGuid(1))).toMatchObject({ ignored: false });
    expect(company.office.waiting()).toBe(2);
  });

  it('is refused for an unknown contact', async () => {
    await open({ contacts: [{ Name: name }] });
    await company.office.begin();
    const unknown = company.office.ask.ignoreOne({ connectionId, contactGuid: contactGuid(9) });
    expect(await problem(unknown)).toMatchObject({ system: 'dinero', code: 'gone' });
  });
});
