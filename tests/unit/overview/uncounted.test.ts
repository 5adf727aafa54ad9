/** The worker is stopped, or storing fails, between a change and its counting. */
import { beforeEach, expect, it } from 'vitest';
import { company, connectionId, dinero, open, sandboxAround } from '../../helpers/company.ts';
import { answer, pair, worldOf } from '../../helpers/linked.ts';
import { openOffice } from '../../helpers/office.ts';
import { changeContact, contactGuid } from '../../sandbox/index.ts';

sandboxAround();

/** Two linked customers, the second of which differs, an archived one, and an unlinked contact. */
beforeEach(async () => {
  const linked = worldOf([
    pair(1, 'Bagergården ApS'),
    pair(2, 'Måne Design ApS'),
    pair(3, 'Stjerne Byg A/S', { archivedAt: '2026-11-21T09:00:00Z' }),
  ]);
  await open({ ...linked, contacts: [...linked.contacts, { Name: 'Fjordens Fisk I/S' }] });
  await company.office.begin();
  changeContact(company.sandbox.world, dinero()[1]!, { City: 'Viby J' });
  await company.office.begin();
  expect(company.office.waiting()).toBe(3);
});

const ignored = contactGuid(4);
const archived = {
  connectionId,
  kind: 'customerArchived',
  customerId: '3',
  contactGuid: contactGuid(3),
} as const;
const ignore = () => company.office.ask.ignoreOne({ connectionId, contactGuid: ignored });
const correct = () => company.office.ask.updateFields({ connectionId });
const dismiss = (dismissed: boolean) => company.office.ask.dismissMissing({ ...archived, dismissed });

/** Makes a change that is stored but not counted, then restarts the worker. */
async function uncounted(change: () => Promise<unknown>): Promise<void> {
  const { connections, name } = company.office.database;
  let isRefused = false;
  const refuse = (changes: object) => {
    if (!Object.keys(changes).some((key) => key.startsWith('counts'))) return;
    isRefused = true;
    throw new Error('The worker is stopped');
  };
  connections.hook('updating', refuse);
  await change().catch(() => undefined);
  await expect.poll(() => isRefused).toBe(true);
  connections.hook('updating').unsubscribe(refuse);
  company.office = openOffice(company.sandbox, name);
  await company.office.wake();
}

const CHANGES = {
  'a correction': {
    before: () => answer('2', 'city', 'dinero'),
    change: correct,
    waiting: 2,
  },
  'an ignored contact': { before: async () => undefined, change: ignore, waiting: 2 },
  'an ignored contact that an undo takes off the list': {
    before: ignore,
    change: async () => {
      const { runs } = await company.office.ask.history({ connectionId, query: '', most: 1 });
      await company.office.ask.undoRun({ runId: runs[0]!.run.id });
    },
    waiting: 3,
  },
  'an ignored contact that the user takes off the list': {
    before: ignore,
    change: () => company.office.ask.unignore({ connectionId, contactGuid: ignored }),
    waiting: 3,
  },
  'a contact that a sync leaves out': {
    before: () =>
      company.office.ask.chooseContacts({ connectionId, choices: [[ignored, { action: 'skip' }]] }),
    change: () => company.office.run(),
    waiting: 2,
  },
  'a difference that is kept': { before: () => answer('2', 'city', 'both'), change: correct, waiting: 2 },
  'a difference that is kept no longer': {
    before: async () => {
      await answer('2', 'city', 'both');
      await correct();
    },
    change: () => answer('2', 'city', null),
    waiting: 3,
  },
  'a customer that is gone and left so': {
    before: async () => undefined,
    change: () => dismiss(true),
    waiting: 2,
  },
};

it.for(Object.entries(CHANGES))(
  '%s is counted by the next check',
  async ([, { before, change, waiting }]) => {
    await before();
    await uncounted(change);
    expect(company.office.waiting()).not.toBe(waiting);
    await company.office.checkAll();
    expect(company.office.waiting()).toBe(waiting);
    company.sandbox.requests.length = 0;
    expect(await company.office.ask.checkNow({ connectionId })).toMatchObject({ changed: false });
  },
);

it('what a restore changes is counted by the next check', async () => {
  await ignore();
  const preferences = { language: 'da', theme: 'auto', check: 'off' } as const;
  const { text } = await company.office.ask.makeBackup({ preferences });
  await company.office.ask.unignore({ connectionId, contactGuid: ignored });
  await uncounted(() => company.office.ask.restore({ text, mode: 'merge' }));
  expect(company.office.waiting()).toBe(3);
  await company.office.checkAll();
  expect(company.office.waiting()).toBe(2);
});

it('links found broken without a changed list are counted by the next check', async () => {
  const linkedToNobody = (at: number) => ({ id: at + 1, dineroContactGuid: contactGuid(5_000 + at) });
  // More than one refresh looks up.
  await open({ customers: Array.from({ length: 30 }, (_, at) => linkedToNobody(at)) });
  await company.office.begin();
  const broken = async () => (await company.office.database.connections.get(connectionId))?.counts?.broken;
  await uncounted(() => company.office.checkAll());
  expect(await broken()).toBe(25);
  await company.office.checkAll();
  expect(await broken()).toBe(30);
});

it('a run stays ended when counting fails', async () => {
  const { connections } = company.office.database;
  const refuse = () => {
    throw new Error('No space left');
  };
  connections.hook('updating', refuse);
  const run = await ignore();
  connections.hook('updating').unsubscribe(refuse);
  expect(run).toMatchObject({ state: 'done', finished: 1 });
  expect(run.reason).toBeUndefined();
  expect(await company.office.database.runs.get(run.id)).toEqual(run);
});
