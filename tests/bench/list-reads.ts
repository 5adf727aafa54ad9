/**
 * Counts how often a whole list is read from the database: node tests/bench/list-reads.ts
 * A read counts when one request returns at least half of the customers or contacts.
 */
import '../helpers/indexed-db.ts';
import { pathToFileURL } from 'node:url';
import { openOffice } from '../helpers/office.ts';
import { contactGuid, startSandbox, world } from '../sandbox/index.ts';

const SIZE = 300;
const CREATED = 60;
const connectionId = '637871:41';

interface Phase {
  what: string;
  customers: number;
  contacts: number;
  ms: number;
}

/** @returns the full reads of both tables in each phase */
export async function countListReads(): Promise<Phase[]> {
  const reads = { customers: 0, contacts: 0 };
  countFullReads((table) => {
    if (table === 'customers' || table === 'contacts') reads[table] += 1;
  });
  const phases: Phase[] = [];
  async function phase<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
    reads.customers = reads.contacts = 0;
    const begun = performance.now();
    const result = await work();
    phases.push({ what, ...reads, ms: Math.round(performance.now() - begun) });
    return result;
  }

  const sandbox = await startSandbox();
  try {
    sandbox.reset({ world: world({ customers: customers(), contacts: contacts() }), limits: false });
    const { ask, begin, connect, rest } = openOffice(sandbox);
    await connect();
    await phase('first reading and matching', () => begin());
    const created = Array.from({ length: CREATED }, (_, place) => String(SIZE - CREATED + place + 1));
    await phase('step 2: who is similar', () =>
      ask.findSimilar({ connectionId, customers: created.map((id) => ({ id, name: nameOf(Number(id)) })) }),
    );
    await ask.chooseCustomers({ connectionId, choices: created.map((id) => [id, { action: 'create' }]) });
    await phase(`run of ${CREATED} operations`, async () => {
      const { id } = await ask.startRun({ connectionId });
      await rest(id);
      const { run } = await ask.runResult({ runId: id });
      if (run.finished !== CREATED || run.failed > 0) throw new Error('The run did not do what is measured');
    });
    await phase('matching again after it', async () => {
      await ask.finishFlow({ connectionId });
      await begin();
    });
    await ask.unlink({ connectionId, customerId: '1' });
    const card = (fresh: boolean) => ask.customerCard({ connectionId, customerId: '1', fresh });
    await phase('customer card, first time', () => card(true));
    await phase('customer card, four more calls', async () => {
      for (let call = 0; call < 4; call += 1) await card(call % 2 === 0);
    });
  } finally {
    await sandbox.close();
  }
  return phases;
}

const nameOf = (id: number): string => `Firma ${id.toString(26).replace(/./g, (sign) => `${sign}ax`)} ApS`;

const customers = () =>
  Array.from({ length: SIZE }, (_, place) => ({
    id: place + 1,
    name: nameOf(place + 1),
    country: 'DK',
    ...(place < SIZE - CREATED && { dineroContactGuid: contactGuid(place + 1) }),
  }));

const contacts = () =>
  Array.from({ length: SIZE }, (_, place) => ({
    Name: place < SIZE - CREATED ? nameOf(place + 1) : `Ny kontakt ${place}`,
  }));

/** Watches the requests that Dexie sends to the database. */
function countFullReads(onRead: (table: string) => void): void {
  for (const method of ['getAll', 'getAllRecords'] as const) {
    const store = IDBObjectStore.prototype as unknown as Record<
      string,
      ((this: IDBObjectStore, ...input: unknown[]) => IDBRequest<unknown[]>) | undefined
    >;
    const original = store[method];
    if (!original) continue;
    store[method] = function (...input) {
      const request = original.apply(this, input);
      request.addEventListener('success', () => {
        if (request.result.length >= SIZE / 2) onRead(this.name);
      });
      return request;
    };
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const phases = await countListReads();
  console.table(phases);
  process.exit();
}
