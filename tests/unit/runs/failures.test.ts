import { describe, expect, it } from 'vitest';
import {
  CREATION,
  company,
  connectionId,
  dinero,
  effihub,
  open,
  sandboxAround,
} from '../../helpers/company.ts';
import { openOffice } from '../../helpers/office.ts';
import { changeContact, changeCustomer, contactGuid } from '../../sandbox/index.ts';

sandboxAround();

/** Thirty customers to be created whose CVR number Dinero refuses. */
async function thirtyThatAreRefused(): Promise<void> {
  const customers = Array.from({ length: 30 }, (_, at) => ({
    id: at + 1,
    name: `Firma ${at}`,
    vatNumber: '12345674',
  }));
  await open({ customers, cvrRegister: [] });
  await company.office.begin();
  await company.office.ask.chooseCustomers({
    connectionId,
    choices: customers.map(({ id }) => [String(id), { action: 'create' }]),
  });
}

describe('a failed customer', () => {
  it('does not stop the others, and succeeds after the user corrected it', async () => {
    await open({
      customers: [
        { id: 1, name: 'Måne Design ApS', vatNumber: '12345674' },
        { id: 2, name: 'Stjerne Byg A/S' },
        { id: 3, name: 'Optaget ApS', invoiceEmail: 'post@optaget.dk' },
      ],
      contacts: [{ Name: 'Klar Vask I/S', Email: 'post@optaget.dk' }],
      cvrRegister: [],
    });
    await company.office.begin();
    const create = { action: 'create' as const };
    await company.office.ask.chooseCustomers({
      connectionId,
      choices: [
        ['1', create],
        ['2', create],
      ],
    });
    await company.office.ask.chooseContacts({
      connectionId,
      choices: [[contactGuid(1), { action: 'import' }]],
    });
    const { run, operations } = await company.office.run();
    expect(run).toMatchObject({ state: 'done', finished: 3, failed: 2 });
    const failed = operations.filter(({ state }) => state === 'failed');
    expect(failed.map(({ name, problem }) => [name, problem?.fields?.[0]])).toEqual([
      ['Måne Design ApS', { field: 'vatNumber', message: 'CVR-nummeret findes ikke' }],
      ['Klar Vask I/S', { field: 'email', message: 'E-mailen er allerede i brug på kontoen.' }],
    ]);

    company.sandbox.world.cvrRegister.add('12345674');
    changeContact(company.sandbox.world, dinero()[0]!, { Email: 'hej@klarvask.dk' });
    await company.office.ask.retryFailed({ runId: run.id });
    expect(await company.office.rest(run.id)).toMatchObject({ state: 'done', finished: 3, failed: 0 });
    expect(dinero()).toHaveLength(3);
    expect(effihub().map(({ invoiceEmail }) => invoiceEmail)).toContain('hej@klarvask.dk');
  });

  it('gets the country entered meanwhile, not the assumed one', async () => {
    const unknown = { id: 1, name: 'Måne Design AB', vatNumber: '12345674', countryCode: null };
    await open({ customers: [unknown], cvrRegister: [] });
    await company.office.begin();
    await company.office.ask.chooseCustomers({ connectionId, choices: [['1', { action: 'create' }]] });
    const { run, operations } = await company.office.run();
    expect(operations[0]).toMatchObject({ state: 'failed', body: { CountryKey: 'DK' } });

    changeCustomer(company.sandbox.world, effihub()[0]!, { countryCode: 'SE', vatNumber: null });
    await company.office.ask.retryFailed({ runId: run.id });
    expect(await company.office.rest(run.id)).toMatchObject({ state: 'done', failed: 0 });
    expect(dinero()[0]).toMatchObject({ CountryKey: 'SE' });
  });

  it('pauses the run after 20 refusals in a row and keeps the rest waiting', async () => {
    await thirtyThatAreRefused();
    const { run, operations } = await company.office.run();
    expect(run).toMatchObject({ state: 'paused', reason: { code: 'too-many-refusals' }, finished: 20 });
    await company.office.ask.stopRun({ runId: run.id });
    expect(await company.office.rest(run.id)).toMatchObject({ state: 'stopped' });
    expect(operations.filter(({ state }) => state === 'waiting')).toHaveLength(10);
  });

  it('pauses the run after 20 refusals, also across a restart of the worker', async () => {
    await thirtyThatAreRefused();
    const held = company.sandbox.faults.add({ ...CREATION, kind: 'hold', after: 12 });
    const { id } = await company.office.ask.startRun({ connectionId });
    await held.arrived;
    company.office.database.close();
    const next = openOffice(company.sandbox, company.office.database.name);
    held.release();
    await next.wake();
    expect(await next.rest(id)).toMatchObject({
      state: 'paused',
      reason: { code: 'too-many-refusals', system: 'dinero', quote: 'CVR-nummeret findes ikke' },
      finished: 20,
    });
    expect(company.sandbox.count(CREATION)).toBe(21);
    // Resuming is the user's decision, which is asked for again after as many.
    await next.ask.resumeRun({ runId: id });
    expect(await next.rest(id)).toMatchObject({ state: 'done', finished: 30, failed: 30 });
  });

  it('pauses the run when the key is refused twice, and resumes when it works again', async () => {
    await open({ customers: [{ id: 1, name: 'Stjerne Byg A/S' }] });
    await company.office.begin();
    await company.office.ask.chooseCustomers({ connectionId, choices: [['1', { action: 'create' }]] });
    const fault = company.sandbox.faults.add({
      ...CREATION,
      kind: 'status',
      status: 401,
      times: 9,
    });
    const { run } = await company.office.run();
    expect(run).toMatchObject({ state: 'paused', reason: { code: 'wrong-credentials' }, failed: 0 });
    fault.remove();
    await company.office.ask.resumeRun({ runId: run.id });
    expect(await company.office.rest(run.id)).toMatchObject({ state: 'done', failed: 0 });
  });

  it('writes nothing when the key belongs to another company by now', async () => {
    await open({ customers: [{ id: 1, name: 'Stjerne Byg A/S' }] });
    await company.office.begin();
    await company.office.ask.chooseCustomers({ connectionId, choices: [['1', { action: 'create' }]] });
    company.sandbox.faults.add({
      system: 'effihub',
      path: /account$/,
      kind: 'status',
      status: 200,
      body: { id: 58, name: 'Fjord Regnskab', subdomain: 'fjord' },
      times: 9,
    });
    const { run } = await company.office.run();
    expect(run).toMatchObject({ state: 'paused', reason: { system: 'effihub', code: 'wrong-company' } });
    expect(dinero()).toHaveLength(0);
  });
});
