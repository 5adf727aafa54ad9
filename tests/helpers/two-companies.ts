/** An office with two companies whose customers have the same numbers. */
import type { ContactChoice, CustomerChoice } from '../../lib/domain/choices.ts';
import type { DineroFields, EffihubFields } from '../../lib/features/companies/messages.ts';
import type { Database } from '../../lib/storage/database.ts';
import { type Credentials, credentials, type World, world } from '../sandbox/index.ts';
import { company } from './company.ts';
import { openOffice } from './office.ts';

export const NORDISK = '637871:41';
export const FJORD = '551307:58';

/** What is typed for a company with an API key. */
export const typedFor = (who: Credentials): { dinero: DineroFields; effihub: EffihubFields } => ({
  dinero: {
    kind: 'personal',
    clientId: who.clientId,
    clientSecret: who.clientSecret,
    apiKey: who.apiKey,
    organizationId: String(who.organizationId),
  },
  effihub: { kind: 'api', baseUrl: '', token: who.effihubToken },
});

/** Each has a customer to be created, one that is matched with certainty, and a contact to be imported and one to ignore. */
export const twoWorlds = (): World =>
  world({
    customers: [
      { id: 1, name: 'Zenit Film ApS' },
      { id: 2, name: 'Bagergården I/S', vatNumber: '25313763' },
    ],
    contacts: [
      { Name: 'Bagergården I/S', VatNumber: '25313763' },
      { Name: 'Måne Design' },
      { Name: 'Klar Vask' },
    ],
    otherCustomers: [
      { id: 1, name: 'Havnens Fisk I/S' },
      { id: 2, name: 'Solsikke Børnehave', vatNumber: '12345674' },
    ],
    otherContacts: [
      { Name: 'Solsikke Børnehave', VatNumber: '12345674' },
      { Name: 'Grøn Have' },
      { Name: 'Stjerne Byg' },
    ],
  });

/** Both connected, Fjord Regnskab last. */
export async function openBoth(made: World = twoWorlds()): Promise<void> {
  company.sandbox.reset({ world: made, limits: false });
  company.office = openOffice(company.sandbox);
  await company.office.connect(credentials.nordisk);
  await company.office.connect(credentials.fjord);
}

/** A flow with everything chosen for it: customer 1 is created, the second contact imported, the third ignored. */
export async function chooseAll(connectionId: string): Promise<void> {
  const { ask } = company.office;
  await ask.startFlow({ connectionId, fresh: false });
  const { data } = await ask.loadFlow({ connectionId });
  const [, second, third] = data.contacts.toSorted((a, b) => a.guid.localeCompare(b.guid));
  const customers: [string, CustomerChoice][] = [['1', { action: 'create' }]];
  const contacts: [string, ContactChoice][] = [
    [second?.guid ?? '', { action: 'import' }],
    [third?.guid ?? '', { action: 'ignore' }],
  ];
  await ask.chooseCustomers({ connectionId, choices: customers });
  await ask.chooseContacts({ connectionId, choices: contacts });
}

/** All rows of a company, table by table, but for the tables where it has none. */
export async function rowsOf(db: Database, connectionId: string): Promise<Record<string, unknown[]>> {
  const found: Record<string, unknown[]> = {};
  for (const table of db.tables) {
    const rows = (await table.toArray()).filter(
      (row) => row.connectionId === connectionId || (table.name === 'connections' && row.id === connectionId),
    );
    if (rows.length > 0) found[table.name] = rows;
  }
  return found;
}

/** The requests that reached the API of either system so far. */
export const apiCalls = (): string[] =>
  company.sandbox.requests
    .filter(({ isPage }) => !isPage)
    .map(({ host, method, path }) => `${method} ${host}${path}`);
