/** A customer table of an account without an API, and the contacts that Dinero has beside it. */
import { recognise } from '../../lib/systems/spreadsheets/columns.ts';
import { customersOf } from '../../lib/systems/spreadsheets/customers.ts';
import type { Kundebro } from '../pages/kundebro.ts';
import type { WorldParts } from './worlds.ts';

/** The first one is in the table, too. */
export const threeToImport = (): WorldParts => ({
  contacts: [
    { Name: 'BAGERGÅRDEN APS' },
    {
      Name: 'Fjordens Rengøring I/S',
      VatNumber: '25313763',
      Street: 'Havnegade 3',
      ZipCode: '5000',
      City: 'Odense',
      Email: 'post@fjordens.example',
      Phone: '+45 20 30 40 51',
      Webpage: 'https://fjordens.example',
    },
    { Name: '=Zenit Film', City: 'Hobro' },
    { Name: 'Mette Holm', IsPerson: true, Email: 'mette@holm.example' },
    { Name: 'Solsikke Børnehave' },
  ],
});

export const HEADINGS = ['Nr.', 'Kunde', 'By', 'Kontakt'];
export const CUSTOMERS = [
  ['10001', 'Bagergården ApS', 'Odense', 'kontor@bagergaarden.example'],
  ['10002', 'Nordlys Tømrer & Søn A/S', 'Ærøskøbing', 'post@nordlys.example'],
];
/** As it is copied. */
export const TABLE = [HEADINGS, ...CUSTOMERS].map((row) => row.join('\t')).join('\n');

/** Reads a table in without a view, as its columns are recognised. */
export async function readTable(app: Kundebro, table = [HEADINGS, ...CUSTOMERS]): Promise<void> {
  const { customers } = customersOf(table, recognise(table));
  const connectionId = await app.connectionId();
  await app.ask.readSheet({ connectionId, table: { columns: [], customers, refusedIds: [] } });
}
