import { describe, expect, it } from 'vitest';
import { groupsOf, linksOf } from '../../../components/runs/operations.ts';
import { reportCsv, reportRows } from '../../../components/runs/report.ts';
import type { Operation } from '../../../lib/domain/run.ts';
import { catalogues } from '../../../lib/features/words.ts';
import { nordisk } from '../../helpers/nordisk.ts';

const operation = (extra: Partial<Operation>): Operation => ({
  runId: 'run',
  seq: 0,
  connectionId: 'connection',
  kind: 'link',
  state: 'done',
  name: 'Bagergården ApS',
  ...extra,
});

const failed = operation({
  kind: 'create',
  state: 'failed',
  customerId: '1207',
  body: { Name: 'Bagergården ApS', Email: 'post@bagergaarden.example' },
  idempotencyKey: 'key-of-the-request',
  problem: { system: 'dinero', code: 'refused', quote: 'CVR-nummeret findes ikke' },
});

describe('the report', () => {
  it('has Danish headings, one row for each operation, and says what failed and why', () => {
    const [head, row] = reportRows([failed], catalogues.da);
    expect(head?.slice(0, 4)).toEqual(['Resultat', 'Handling', 'Kunde', 'Modpart']);
    expect(row?.slice(0, 3)).toEqual(['Fejl', 'Opret i Dinero', 'Bagergården ApS']);
    expect(row?.join(' ')).toContain('Dinero skriver: “CVR-nummeret findes ikke”');
    expect(row).toHaveLength(head?.length ?? 0);
  });

  it('leaves out what was sent', async () => {
    const csv = await reportCsv([failed], catalogues.da);
    expect(csv).not.toContain('bagergaarden.example');
    expect(csv).not.toContain('key-of-the-request');
  });

  it('begins with a byte-order mark and separates by semicolons, as a Danish spreadsheet wants it', async () => {
    const csv = await reportCsv([operation({ name: 'Mølle; Søn' })], catalogues.da);
    expect(csv.startsWith('\uFEFFResultat;Handling;Kunde;')).toBe(true);
    expect(csv).toContain('"Mølle; Søn"');
  });

  it.each([
    '=1+1',
    '+45 86',
    '-2',
    '@SUM(A1)',
    '\t=1',
    '\tx',
    '\n=1',
    '\r\n+1',
    '=1\n2',
    ' =1',
    '\u00a0-1',
    '\u200b@SUM(A1)',
    '\ufeff=1',
    '\u2028=1',
    '\u0000=1',
    '\u3164\u00ad =1',
    '＝1',
    '＋1',
    '－1',
    '＠SUM(A1)',
    '\n ＝1',
    '﹦1',
  ])('keeps the name %j a text', async (name) => {
    const csv = await reportCsv([operation({ name })], catalogues.da);
    expect(csv).toContain(`;"'${name}"`);
  });

  it.each(['a=1', '1+1', 'A - B', '\u200bBager', ' Bager', "'=1", '–', '1-2', '(+45)'])(
    'leaves the name %j as it is',
    async (name) => {
      const [, row] = (await reportCsv([operation({ name })], catalogues.da)).split('\r\n');
      expect(row?.split(';')[2]?.replace(/^"(.*)"$/, '$1')).toBe(name);
    },
  );

  it('tells what was so already and what was not carried out', () => {
    const rows = reportRows(
      [operation({ already: true }), operation({ state: 'notRun' }), operation({ kind: 'skip' })],
      catalogues.da,
    );
    expect(rows.slice(1).map(([state]) => state)).toEqual([
      'Var udført i forvejen',
      'Ikke udført',
      'Sprunget over',
    ]);
  });
});

describe('the groups of a result', () => {
  it('puts failures first, whatever was tried, and leaves out empty groups', () => {
    const groups = groupsOf([
      operation({ kind: 'skip' }),
      operation({ kind: 'import' }),
      operation({ kind: 'import', state: 'failed' }),
      operation({ kind: 'create', state: 'notRun' }),
    ]);
    expect(groups.map(({ name, operations }) => [name, operations.length])).toEqual([
      ['failed', 1],
      ['import', 1],
      ['notRun', 1],
      ['skip', 1],
    ]);
  });
});

describe('links to the customer', () => {
  it('lead to Effihub for a customer that Dinero refused', () => {
    expect(linksOf(failed, nordisk)).toEqual({
      effihub: 'https://nordisktekst.effihub.com/customers/1207',
      dinero: undefined,
    });
  });

  it('lead to Dinero too once the contact has been created', () => {
    const halfway = { ...failed, contactGuid: 'guid' };
    expect(linksOf(halfway, nordisk).dinero).toBe('https://app.dinero.dk/637871/contacts');
  });

  it('are left out while nothing is known of the connection', () => {
    expect(linksOf(failed, undefined)).toEqual({});
  });
});
