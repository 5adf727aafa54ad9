import { describe, expect, it } from 'vitest';
import { company, connectionId, dinero, effihub, open, sandboxAround } from '../../helpers/company.ts';
import { answer, pair, shown, worldOf } from '../../helpers/linked.ts';
import { type Office, openOffice } from '../../helpers/office.ts';
import { changeContact, changeCustomer } from '../../sandbox/index.ts';

sandboxAround();

const THREE = () =>
  worldOf([pair(1, 'Bagergården ApS'), pair(2, 'Måne Design ApS'), pair(3, 'Stjerne Byg A/S')]);

/** Reads both lists, so that the agreed values are known. */
async function openRead(parts = THREE()): Promise<void> {
  await open(parts);
  await company.office.begin();
}

const read = () => company.office.begin();
const inDinero = (n: number) => dinero()[n - 1]!;
const inEffihub = (n: number) => effihub()[n - 1]!;
const moveDinero = (n: number, changes: Parameters<typeof changeContact>[2]) =>
  changeContact(company.sandbox.world, inDinero(n), changes);
const moveEffihub = (n: number, changes: Parameters<typeof changeCustomer>[2]) =>
  changeCustomer(company.sandbox.world, inEffihub(n), changes);

/** Applies the answers and waits until the differences are updated. */
async function save(office = company.office) {
  const heard = office.updates.length;
  const { run } = await office.ask.updateFields({ connectionId });
  if (!run) throw new Error('Nothing to do');
  await lookedAgain(office, heard);
  return office.ask.runResult({ runId: run.id });
}

const lookedAgain = (office: Office, heard: number) =>
  office.until((all) => all.slice(heard).some(({ type }) => type === 'links'));

const differing = async () =>
  (await company.office.database.connections.get(connectionId))?.counts?.differing;

describe('differences', () => {
  it('ignores differences in spelling', async () => {
    await openRead();
    expect(await shown()).toEqual([]);
    expect(await differing()).toBe(0);
  });

  it('tells which side changed a field that was equal before', async () => {
    await openRead();
    moveDinero(1, { Email: 'ny@bagergaarden.dk' });
    moveEffihub(2, { street: 'Søndergade 4', phone: null });
    await read();
    expect(await shown()).toEqual([
      'Bagergården ApS email: ny@bagergaarden.dk / faktura@kunde1.dk, by dinero',
      'Måne Design ApS street: Nørregade 2 / Søndergade 4, by effihub',
      'Måne Design ApS phone: 86123412 / , by effihub',
    ]);
    expect(await differing()).toBe(2);
    expect(company.office.waiting()).toBe(2);
  });

  it('names no side when both changed or never agreed', async () => {
    await openRead(worldOf([pair(1, 'Bagergården ApS', { city: 'Viby J' }), pair(2, 'Måne Design ApS')]));
    moveDinero(2, { ZipCode: '8200' });
    moveEffihub(2, { zipCode: '8210' });
    await read();
    expect(await shown()).toEqual([
      'Bagergården ApS city: Aarhus C / Viby J',
      'Måne Design ApS zipCode: 8200 / 8210',
    ]);
  });

  it('skips archived customers, broken links and unlinked customers', async () => {
    await openRead(
      worldOf([
        pair(1, 'Bagergården ApS', { city: 'Viby J', archivedAt: '2026-11-01T00:00:00Z' }),
        pair(2, 'Måne Design ApS', { city: 'Viby J' }, { DeletedAt: '2026-11-01T00:00:00.000Z' }),
        pair(3, 'Stjerne Byg A/S', { city: 'Viby J', dineroContactGuid: null }),
      ]),
    );
    expect(await shown()).toEqual([]);
  });
});

describe('updating fields', () => {
  it('changes only the chosen fields and preserves the rest of the contact', async () => {
    await openRead();
    const kept = {
      AttPerson: 'Lis Holm',
      EanNumber: '5790000000005',
      MemberNumber: '17',
      PaymentConditionType: 'Netto',
      PaymentConditionNumberOfDays: 14,
      ExternalReference: 'andet-system:4',
      Webpage: 'https://bagergaarden.dk',
      IsMember: true,
    };
    moveDinero(1, kept);
    moveEffihub(1, { invoiceEmail: 'ny@bagergaarden.dk', street: 'Søndergade 4', city: 'Viby J' });
    await read();
    const before = { ...inDinero(1) };
    await answer('1', 'email', 'effihub');
    await answer('1', 'street', 'dinero');
    const { run, operations } = await save();
    expect(run).toMatchObject({ kind: 'update', state: 'done', failed: 0, total: 2 });
    expect(operations.map(({ kind, state, name }) => [kind, state, name])).toEqual([
      ['updateContact', 'done', 'Bagergården ApS'],
      ['updateCustomer', 'done', 'Bagergården ApS'],
    ]);
    expect(inDinero(1)).toEqual({
      ...before,
      Email: 'ny@bagergaarden.dk',
      UpdatedAt: expect.any(String),
    });
    expect(inEffihub(1)).toMatchObject({ street: 'Nørregade 1', city: 'Viby J', phone: '+45 86 12 34 11' });
    // Only the two undecided ones are left.
    expect(await shown()).toEqual([
      'Bagergården ApS city: Aarhus C / Viby J, by effihub',
      'Bagergården ApS website: https://bagergaarden.dk / , by dinero',
    ]);
    await read();
    expect(await shown()).toHaveLength(2);
  });

  it('can clear a value, and handles a spaced postal code and an unprefixed number', async () => {
    await openRead();
    moveEffihub(1, { phone: null, vatNumber: 'DK 10 10 39 40' });
    company.sandbox.world.cvrRegister.add('10103940');
    await read();
    await answer('1', 'phone', 'effihub');
    await answer('1', 'vatNumber', 'effihub');
    await save();
    expect(inDinero(1)).toMatchObject({ Phone: null, VatNumber: '10103940', Name: 'Bagergården ApS' });
    expect(await shown()).toEqual([]);
  });

  it('asks again after any change of the contact in Dinero', async () => {
    await openRead();
    moveEffihub(1, { city: 'Viby J' });
    moveEffihub(2, { city: 'Viby J' });
    moveEffihub(3, { city: 'Viby J' });
    await read();
    for (const id of ['1', '2', '3']) await answer(id, 'city', 'effihub');
    moveDinero(1, { City: 'Risskov' });
    moveDinero(2, { AttPerson: 'Lis Holm' });
    const { run, operations } = await save();
    expect(run).toMatchObject({ state: 'done', failed: 2 });
    expect(operations.map(({ problem }) => problem?.code)).toEqual(['changed', 'changed', undefined]);
    expect(dinero().map(({ City }) => City)).toEqual(['Risskov', 'Aarhus C', 'Viby J']);
    expect(inDinero(2).AttPerson).toBe('Lis Holm');
    // The answer about the changed value is stale; the other one still holds.
    expect(await shown()).toEqual([
      'Bagergården ApS city: Risskov / Viby J, effihub, stale',
      'Måne Design ApS city: Aarhus C / Viby J, by effihub, effihub',
    ]);
    await answer('1', 'city', 'dinero');
    expect((await save()).run).toMatchObject({ failed: 0, total: 2 });
    expect(inEffihub(1).city).toBe('Risskov');
    expect(inDinero(2)).toMatchObject({ City: 'Viby J', AttPerson: 'Lis Holm' });
  });

  it('asks again after a change of the customer in Effihub', async () => {
    await openRead();
    moveDinero(1, { City: 'Viby J' });
    await read();
    await answer('1', 'city', 'dinero');
    moveEffihub(1, { city: 'Risskov' });
    const { operations } = await save();
    expect(operations[0]?.problem).toMatchObject({ system: 'effihub', code: 'changed' });
    expect(inEffihub(1).city).toBe('Risskov');
  });

  it('does not write to a contact that was unlinked meanwhile', async () => {
    await openRead();
    moveEffihub(1, { city: 'Viby J' });
    await read();
    await answer('1', 'city', 'effihub');
    moveEffihub(1, { dineroContactGuid: null });
    const { operations } = await save();
    expect(operations[0]?.problem).toMatchObject({ system: 'effihub', code: 'changed' });
    expect(inDinero(1).City).toBe('Aarhus C');
  });

  it('does not write a value that its own side no longer has', async () => {
    await openRead();
    moveEffihub(1, { city: 'Viby J' });
    moveDinero(2, { City: 'Viby J' });
    await read();
    await answer('1', 'city', 'effihub');
    await answer('2', 'city', 'dinero');
    moveEffihub(1, { city: 'Hasselager' });
    moveDinero(2, { City: 'Hasselager' });
    const { operations } = await save();
    expect(operations.map(({ problem }) => problem)).toMatchObject([
      { system: 'effihub', code: 'changed' },
      { system: 'dinero', code: 'changed' },
    ]);
    expect(inDinero(1).City).toBe('Aarhus C');
    expect(inEffihub(2).city).toBe('Aarhus C');
  });

  it('shows why a system refuses, and keeps the answer', async () => {
    await openRead();
    moveEffihub(1, { vatNumber: '25313763' });
    company.sandbox.world.cvrRegister.delete('25313763');
    await read();
    await answer('1', 'vatNumber', 'effihub');
    const { run, operations } = await save();
    expect(run).toMatchObject({ state: 'done', failed: 1 });
    expect(operations[0]?.problem).toMatchObject({ code: 'refused', fields: [{ field: 'vatNumber' }] });
    expect(await shown()).toEqual(['Bagergården ApS vatNumber:  / 25313763, by effihub, effihub']);
  });

  it.each(['lost-answer', 'status'] as const)(
    'ends well when an answer is lost or the system is down: %s',
    async (kind) => {
      await openRead();
      moveEffihub(1, { city: 'Viby J' });
      moveDinero(2, { City: 'Viby J' });
      await read();
      await answer('1', 'city', 'effihub');
      await answer('2', 'city', 'dinero');
      const fault = kind === 'status' ? { kind, status: 503 } : { kind };
      company.sandbox.faults.add({ system: 'dinero', method: 'PUT', path: /contacts/, ...fault });
      company.sandbox.faults.add({ system: 'effihub', method: 'PATCH', path: /customers/, ...fault });
      expect((await save()).run).toMatchObject({ state: 'done', failed: 0 });
      expect(inDinero(1).City).toBe('Viby J');
      expect(inEffihub(2).city).toBe('Viby J');
      expect(await shown()).toEqual([]);
    },
  );

  it('does not overwrite a change made between a lost request and its retry', async () => {
    await openRead();
    moveEffihub(1, { city: 'Viby J' });
    await read();
    await answer('1', 'city', 'effihub');
    company.sandbox.faults.add({ system: 'dinero', method: 'PUT', path: /contacts/, kind: 'drop' });
    const office = openOffice(company.sandbox, company.office.database.name, {
      database: company.office.database,
      sleep: async () => moveDinero(1, { City: 'Risskov' }),
    });
    await save(office);
    expect(inDinero(1).City).toBe('Risskov');
    expect(await shown()).toEqual(['Bagergården ApS city: Risskov / Viby J, effihub, stale']);
  });
});

describe('keeping both', () => {
  it('holds until one of them changes', async () => {
    await openRead();
    moveEffihub(1, { city: 'Viby J' });
    await read();
    await answer('1', 'city', 'both');
    expect(await company.office.ask.updateFields({ connectionId })).toEqual({ kept: 1 });
    expect(await differing()).toBe(0);
    expect(await shown()).toEqual(['Bagergården ApS city: Aarhus C / Viby J, by effihub, both, kept']);
    moveEffihub(1, { city: 'VIBY J' });
    moveDinero(1, { Phone: '12 34 56 78' });
    await read();
    expect((await shown())[0]).toContain('kept');
    expect(await differing()).toBe(1);
    moveEffihub(1, { city: 'Hasselager' });
    await read();
    expect((await shown())[0]).toBe('Bagergården ApS city: Aarhus C / Hasselager, by effihub, both, stale');
    moveEffihub(1, { city: 'Aarhus C' });
    await read();
    moveEffihub(1, { city: 'Viby J' });
    await read();
    // The same difference later is a new one.
    expect((await shown())[0]).toBe('Bagergården ApS city: Aarhus C / Viby J, by effihub');
  });

  it('ends when the user takes it back', async () => {
    await openRead();
    moveEffihub(1, { city: 'Viby J' });
    await read();
    await answer('1', 'city', 'both');
    await company.office.ask.updateFields({ connectionId });
    expect(company.office.waiting()).toBe(0);
    await answer('1', 'city', null);
    expect(await differing()).toBe(1);
    expect(company.office.waiting()).toBe(1);
  });

  it('writes nothing', async () => {
    await openRead();
    moveEffihub(1, { city: 'Viby J' });
    await read();
    await answer('1', 'city', 'both');
    const before = company.sandbox.requests.length;
    await company.office.ask.updateFields({ connectionId });
    expect(company.sandbox.requests).toHaveLength(before);
  });
});

describe('answers', () => {
  it('survive a stopped worker, can be taken back, and change nothing until saved', async () => {
    await openRead();
    moveEffihub(1, { city: 'Viby J', street: 'Søndergade 4' });
    await read();
    await answer('1', 'city', 'effihub');
    await answer('1', 'street', 'effihub');
    company.office = openOffice(company.sandbox, company.office.database.name);
    await answer('1', 'street', null);
    expect(await shown()).toEqual([
      'Bagergården ApS street: Nørregade 1 / Søndergade 4, by effihub',
      'Bagergården ApS city: Aarhus C / Viby J, by effihub, effihub',
    ]);
    expect(company.sandbox.requests.filter(({ method }) => method !== 'GET' && method !== 'POST')).toEqual(
      [],
    );
  });

  it('about a former value are stale', async () => {
    await openRead();
    moveEffihub(1, { city: 'Viby J' });
    await read();
    const late = {
      customerId: '1',
      field: 'city',
      answer: 'effihub',
      dinero: 'Aarhus C',
      effihub: 'Viby J',
    } as const;
    moveEffihub(1, { city: 'Risskov' });
    await read();
    await company.office.ask.answerDifferences({ connectionId, answers: [late] });
    expect(await company.office.ask.updateFields({ connectionId })).toEqual({ kept: 0 });
    expect(await shown()).toEqual(['Bagergården ApS city: Aarhus C / Risskov, by effihub, effihub, stale']);
  });
});

it('tells every view when a reading changed something, also within a flow', async () => {
  await openRead();
  const heard = () => company.office.updates.filter(({ type }) => type === 'links').length;
  const before = heard();
  await read();
  expect(heard()).toBe(before);
  moveEffihub(1, { city: 'Viby J' });
  await read();
  expect(heard()).toBe(before + 1);
});

it('an answer applies to the values shown, even if a reading changes them at that moment', async () => {
  await openRead();
  moveEffihub(1, { city: 'Viby J' });
  await read();
  // Lists are stored before the differences are computed.
  await company.office.database.customers.update([connectionId, '1'], { city: 'Risskov' });
  await answer('1', 'city', 'effihub');
  moveEffihub(1, { city: 'Risskov' });
  moveDinero(2, { City: 'Viby J' });
  await read();
  expect((await shown())[0]).toBe('Bagergården ApS city: Aarhus C / Risskov, by effihub, effihub, stale');
});

describe('an interrupted update', () => {
  it('resumes after the worker stops, and changes nothing twice', async () => {
    await openRead();
    for (const n of [1, 2, 3]) moveEffihub(n, { city: 'Viby J' });
    await read();
    for (const n of ['1', '2', '3']) await answer(n, 'city', 'effihub');
    // The first worker gets no answer to the second request.
    const held = company.sandbox.faults.add({
      system: 'dinero',
      method: 'PUT',
      path: /contacts/,
      kind: 'hold',
      after: 1,
    });
    const { run } = await company.office.ask.updateFields({ connectionId });
    await held.arrived;
    const next = openOffice(company.sandbox, company.office.database.name);
    void next.wake();
    held.release();
    await lookedAgain(next, 0);
    expect(await next.ask.runResult({ runId: run?.id ?? '' })).toMatchObject({ run: { failed: 0 } });
    expect(dinero().map(({ City }) => City)).toEqual(['Viby J', 'Viby J', 'Viby J']);
    company.office = next;
    expect(await shown()).toEqual([]);
  });
});
