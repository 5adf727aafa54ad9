/** Two companies whose customers have the same numbers, and a database that refuses in the middle. */
import type { DBCore } from 'dexie';
import { beforeEach, describe, expect, it } from 'vitest';
import { Database } from '../../../lib/storage/database.ts';
import { company, problem, sandboxAround } from '../../helpers/company.ts';
import { openOffice } from '../../helpers/office.ts';
import {
  chooseAll,
  FJORD,
  NORDISK,
  openBoth,
  rowsOf,
  twoWorlds,
  typedFor,
} from '../../helpers/two-companies.ts';
import { credentials } from '../../sandbox/index.ts';

sandboxAround();

const ask = () => company.office.ask;

/** Both systems as they are now, by what a company's bookkeeper sees. */
function seen(organizationId: number, accountId: number) {
  const { organizations, accounts } = company.sandbox.world;
  const contacts = [...(organizations.get(organizationId)?.contacts.values() ?? [])];
  const customers = [...(accounts.get(accountId)?.customers.values() ?? [])];
  const nameOf = (guid: string | null) => contacts.find((each) => each.ContactGuid === guid)?.Name ?? null;
  return {
    contacts: contacts.map(({ Name }) => Name).sort(),
    links: Object.fromEntries(customers.map((each) => [each.name, nameOf(each.dineroContactGuid)])),
  };
}

async function stored(connectionId: string) {
  const { database } = company.office;
  const names = async (table: 'links' | 'ignored') =>
    (await rowsOf(database, connectionId))[table]?.length ?? 0;
  const runs = (await database.runs.toArray()).filter((run) => run.connectionId === connectionId);
  const operations = await database.operations
    .where('runId')
    .anyOf(runs.map(({ id }) => id))
    .toArray();
  return {
    links: await names('links'),
    ignored: (await ask().ignored({ connectionId })).map(({ name }) => name),
    runs: runs.map(({ state, failed }) => ({ state, failed })),
    operations: operations.map(({ name, connectionId: of }) => [of, name]).sort(),
  };
}

function expectApart(): void {
  expect(seen(637871, 41)).toEqual({
    contacts: ['Bagergården I/S', 'Klar Vask', 'Måne Design', 'Zenit Film ApS'],
    links: {
      'Zenit Film ApS': 'Zenit Film ApS',
      'Bagergården I/S': 'Bagergården I/S',
      'Måne Design': 'Måne Design',
    },
  });
  expect(seen(551307, 58)).toEqual({
    contacts: ['Grøn Have', 'Havnens Fisk I/S', 'Solsikke Børnehave', 'Stjerne Byg'],
    links: {
      'Havnens Fisk I/S': 'Havnens Fisk I/S',
      'Solsikke Børnehave': 'Solsikke Børnehave',
      'Grøn Have': 'Grøn Have',
    },
  });
}

async function expectStoredApart(): Promise<void> {
  const done = [{ state: 'done', failed: 0 }];
  const of = (id: string, names: string[]) => names.map((name) => [id, name]);
  expect(await stored(NORDISK)).toEqual({
    links: 3,
    ignored: ['Klar Vask'],
    runs: done,
    operations: of(NORDISK, ['Bagergården I/S', 'Klar Vask', 'Måne Design', 'Zenit Film ApS']),
  });
  expect(await stored(FJORD)).toEqual({
    links: 3,
    ignored: ['Stjerne Byg'],
    runs: done,
    operations: of(FJORD, ['Grøn Have', 'Havnens Fisk I/S', 'Solsikke Børnehave', 'Stjerne Byg']),
  });
}

async function syncOf(connectionId: string): Promise<void> {
  const { id } = await ask().startRun({ connectionId });
  expect(await company.office.rest(id)).toMatchObject({ state: 'done', failed: 0 });
}

describe('two companies whose customers have the same numbers', () => {
  beforeEach(() => openBoth());

  it('are synchronised one after the other without mixing', async () => {
    for (const connectionId of [NORDISK, FJORD]) {
      await chooseAll(connectionId);
      await syncOf(connectionId);
    }
    expectApart();
    await expectStoredApart();
  });

  it('are synchronised at the same time without mixing', async () => {
    await Promise.all([NORDISK, FJORD].map(chooseAll));
    await Promise.all([NORDISK, FJORD].map(syncOf));
    expectApart();
    await expectStoredApart();
  });

  it('keep choices, steps and ignore lists of their own, whichever is used last', async () => {
    await chooseAll(NORDISK);
    await ask().startFlow({ connectionId: FJORD, fresh: false });
    const other = await ask().loadFlow({ connectionId: FJORD });
    expect([other.customers, other.contacts]).toEqual([[], []]);
    await ask().chooseCustomers({ connectionId: FJORD, choices: [['1', { action: 'skip' }]] });
    await ask().goToStep({ connectionId: FJORD, step: 3 });
    const first = await ask().loadFlow({ connectionId: NORDISK });
    expect(first.head.step).toBe(1);
    expect(first.customers).toEqual([['1', { action: 'create' }]]);
    await syncOf(NORDISK);
    expect(await ask().ignored({ connectionId: FJORD })).toEqual([]);
    expect((await ask().loadFlow({ connectionId: FJORD })).customers).toEqual([['1', { action: 'skip' }]]);
  });

  it('have limits of their own in Dinero', async () => {
    company.sandbox.requests.length = 0;
    await Promise.all([NORDISK, FJORD].map(chooseAll));
    const keys = (await company.office.database.limiters.toArray()).map(({ key }) => key);
    expect(keys.filter((key) => key.startsWith('dinero:'))).toHaveLength(2);
    expect(keys.filter((key) => key.startsWith('effihub:'))).toHaveLength(2);
  });
});

describe('a database that refuses in the middle of saving', () => {
  /** Fails the n-th write from now on. */
  let failing: number | undefined;

  function refusing(): Database {
    const database = new Database(`refusing-${crypto.randomUUID()}`);
    database.use({
      stack: 'dbcore',
      name: 'refusing',
      create: (down: DBCore): DBCore => ({
        ...down,
        table(name) {
          const table = down.table(name);
          return {
            ...table,
            mutate: (request) => {
              if (failing !== undefined && failing-- === 0)
                return Promise.reject(new DOMException('No space left', 'QuotaExceededError'));
              return table.mutate(request);
            },
          };
        },
      }),
    });
    return database;
  }

  /** What is stored but for limits, which count requests whether or not they were of use. */
  async function everything(database: Database) {
    const tables = database.tables.filter(({ name }) => name !== 'limiters');
    return Object.fromEntries(await Promise.all(tables.map(async (t) => [t.name, await t.toArray()])));
  }

  it('leaves both companies as they were, whichever write it refuses', async () => {
    failing = undefined;
    company.sandbox.reset({ world: twoWorlds(), limits: false });
    company.office = openOffice(company.sandbox, undefined, { database: refusing() });
    const { database } = company.office;
    await company.office.connect(credentials.nordisk);
    const before = await everything(database);
    const { connections, secrets } = database;
    const typed = typedFor(credentials.fjord);
    let refusals = 0;
    for (let n = 0; ; n++) {
      failing = n;
      const refused = await problem(ask().saveConnection(typed));
      const hasFailed = failing < 0;
      failing = undefined;
      if (!hasFailed) break;
      refusals += 1;
      // A limit that cannot be stored keeps nobody from connecting.
      if (!refused) await ask().removeCompany({ connectionId: FJORD });
      else expect(refused).toMatchObject({ code: 'database' });
      expect(await everything(database)).toEqual(before);
    }
    // Connection, client, keys, and the limits before them.
    expect(refusals).toBeGreaterThanOrEqual(3);
    expect([await connections.count(), await secrets.count()]).toEqual([2, 2]);
  });
});
