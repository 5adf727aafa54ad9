/** What happens to refreshes requested while one is going. */
import { beforeEach, describe, expect, it } from 'vitest';
import {
  company,
  connectionId,
  dinero,
  effihub,
  open,
  problem,
  sandboxAround,
} from '../../helpers/company.ts';
import { pair, worldOf } from '../../helpers/linked.ts';
import { openOffice } from '../../helpers/office.ts';
import { changeContact, changeCustomer, contactGuid, credentials } from '../../sandbox/index.ts';

sandboxAround();

const CUSTOMERS = { system: 'effihub', method: 'GET', path: /customers$/ } as const;

/** Starts a check whose answers are held back. @returns releases them and waits for its end */
async function checkGoing(): Promise<() => Promise<void>> {
  company.sandbox.requests.length = 0;
  const held = [
    company.sandbox.faults.add({ system: 'dinero', path: /637871\/contacts/, kind: 'hold' }),
    company.sandbox.faults.add({ ...CUSTOMERS, kind: 'hold' }),
  ];
  const check = company.office.checkAll();
  await Promise.all(held.map(({ arrived }) => arrived));
  return async () => {
    for (const one of held) one.release();
    await check;
  };
}

const readings = () => company.sandbox.count(CUSTOMERS);

describe('while a check is going', () => {
  beforeEach(async () => {
    await open(worldOf([pair(1, 'Bagergården ApS'), pair(2, 'Måne Design ApS')]));
    company.sandbox.world.account.customers.get(2)!.dineroContactGuid = null;
    await company.office.begin();
  });

  /** Removes the link that the user saw. */
  const unlink = () =>
    company.office.ask.unlink({ connectionId, customerId: '1', contactGuid: contactGuid(1) });
  /** Somebody else gives the first customer another contact. */
  const relinked = () =>
    changeCustomer(company.sandbox.world, effihub()[0]!, { dineroContactGuid: contactGuid(2) });

  it('a click sees what was changed elsewhere since the check began', async () => {
    const end = await checkGoing();
    relinked();
    const asked = problem(unlink());
    await end();
    expect(await asked).toMatchObject({ code: 'taken', linkedTo: 'Måne Design ApS' });
    expect(effihub()[0]?.dineroContactGuid).toBe(contactGuid(2));
  });

  it('also when the check fails', async () => {
    const end = await checkGoing();
    // What the check asks Dinero next.
    const path = /637871\/contacts/;
    const refusal = company.sandbox.faults.add({ system: 'dinero', path, kind: 'status', status: 403 });
    relinked();
    const asked = problem(unlink());
    await end();
    expect(await asked).toMatchObject({ code: 'taken' });
    expect(refusal.hits).toBe(1);
  });

  it('all clicks share the refresh that follows it', async () => {
    const end = await checkGoing();
    const { ask } = company.office;
    const asked = [
      unlink(),
      ask.matchOne({ connectionId, customerId: '2', contactGuid: contactGuid(2) }),
    ].map(problem);
    await end();
    await Promise.all(asked);
    expect(readings()).toBe(2);
  });

  it('what is only shown shares its refresh', async () => {
    const end = await checkGoing();
    const { ask } = company.office;
    const shown = [
      ask.checkNow({ connectionId }),
      ask.customerCard({ connectionId, customerId: '1', fresh: true }),
      ask.duplicates({ connectionId, fresh: true }),
    ];
    await end();
    await Promise.all(shown);
    expect(readings()).toBe(1);
  });
});

it('a table read in during a check is stored at once', async () => {
  await open({ contacts: [{ Name: 'Bagergården ApS' }] });
  company.office = openOffice(company.sandbox);
  const { clientId, clientSecret, apiKey, organizationId } = credentials.nordisk;
  const { id } = await company.office.ask.saveConnection({
    dinero: { kind: 'personal', clientId, clientSecret, apiKey, organizationId: String(organizationId) },
    effihub: { kind: 'sheet', account: 'nordisktekst' },
  });
  const read = (...names: string[]) =>
    company.office.ask.readSheet({
      connectionId: id,
      table: {
        columns: [],
        refusedIds: [],
        customers: names.map((name, at) => ({ id: `nr:${at}`, name })),
      },
    });
  await read('Måne Design ApS');
  changeContact(company.sandbox.world, dinero()[0]!, { Name: 'Bagergården' });
  const held = company.sandbox.faults.add({ system: 'dinero', path: /637871\/contacts/, kind: 'hold' });
  const check = company.office.checkAll();
  await held.arrived;
  const reading = read('Måne Design ApS', 'Stjerne Byg A/S');
  held.release();
  await Promise.all([check, reading]);
  expect((await company.office.database.connections.get(id))?.counts?.customers).toBe(2);
});
