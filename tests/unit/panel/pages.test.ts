import { beforeEach, describe, expect, it } from 'vitest';
import { company, connectionId, effihub, open, problem, sandboxAround } from '../../helpers/company.ts';
import { type Ask, openOffice } from '../../helpers/office.ts';
import { numberOf, panel, show, showContact, showCustomer, TAB, writes } from '../../helpers/panel.ts';
import { rowsIn } from '../../helpers/rows.ts';
import { changeCustomer, contactGuid, credentials, world } from '../../sandbox/index.ts';

sandboxAround();

const fjord = '551307:58';
const anotherPage = { system: 'kundebro', code: 'another-page' };

/** One office with both companies; Fjord is the one last used. */
async function openBoth(): Promise<void> {
  await open({
    customers: [{ id: 1, name: 'Bagergården ApS' }],
    contacts: [{ Name: 'Bagergården ApS' }, { Name: 'Fjordens Rengøring I/S' }],
    otherCustomers: [{ id: 1, name: 'Solsikken ApS', dineroContactGuid: contactGuid(900_001) }, { id: 2 }],
    otherContacts: [{ Name: 'Solsikken ApS' }, { Name: 'Havblik I/S' }],
  });
  await company.office.begin();
  await company.office.connect(credentials.fjord);
  await company.office.begin();
}

describe('the place of a panel', () => {
  it('is `nothing` without a connection', async () => {
    company.sandbox.reset({ world: world() });
    company.office = openOffice(company.sandbox);
    show({ url: 'https://app.effihub.com/customers/1' });
    expect(await panel().place(undefined)).toEqual({ kind: 'nothing' });
  });

  it('comes from its content script, which is asked each time', async () => {
    await openBoth();
    showCustomer(1);
    expect(await panel().place(undefined)).toMatchObject({
      company: { id: connectionId },
      subject: { kind: 'customer', customerId: '1' },
      isNamed: true,
    });
    show({ url: 'https://app.dinero.dk/551307/contacts' });
    expect(await panel().place(undefined)).toMatchObject({
      company: { id: fjord },
      subject: { kind: 'other' },
    });
    show({ url: 'https://app.dinero.dk/700100/contacts' });
    expect(await panel().place(undefined)).toEqual({ kind: 'unconnected', site: 'dinero', who: '700100' });
  });

  it('contains no secrets', async () => {
    await openBoth();
    show({ url: 'https://app.effihub.com/' });
    const told = JSON.stringify(await panel().place(undefined));
    for (const secret of Object.values(credentials.nordisk)) expect(told).not.toContain(`"${secret}"`);
  });

  it('marks its company as last used', async () => {
    await openBoth();
    expect((await company.office.ask.overview(undefined)).connection?.id).toBe(fjord);
    showCustomer(1);
    await panel().place(undefined);
    expect((await company.office.ask.overview(undefined)).connection?.id).toBe(connectionId);
  });
});

describe('a page that names no company', () => {
  beforeEach(async () => {
    await openBoth();
    show({ url: 'https://app.effihub.com/customers/1', heading: 'Bagergården ApS' });
  });

  it('uses the company chosen in its tab until that is undone', async () => {
    expect(await panel().place(undefined)).toMatchObject({
      kind: 'undecided',
      companies: [{ id: fjord }, { id: connectionId }],
    });
    await panel().chooseCompany({ connectionId });
    expect(company.office.updates.at(-1)).toEqual({ type: 'page', moved: true });
    expect(await panel().place(undefined)).toMatchObject({ company: { id: connectionId }, isNamed: false });

    company.office.pages.set(8, { url: 'https://app.effihub.com/customers/1', state: 'changed' });
    expect(await company.office.panelIn(8).place(undefined)).toMatchObject({ kind: 'undecided' });

    await panel().chooseCompany({});
    expect(await panel().place(undefined)).toMatchObject({ kind: 'undecided' });
  });

  it('allows writes only after the choice', async () => {
    const input = { connectionId, customerId: '1', contactGuid: contactGuid(1) };
    expect(await problem(panel().matchOne(input))).toMatchObject(anotherPage);
    await panel().chooseCompany({ connectionId: fjord });
    expect(await problem(panel().matchOne(input))).toMatchObject(anotherPage);
    expect(writes()).toEqual([]);
    await panel().chooseCompany({ connectionId });
    await panel().matchOne(input);
    expect(effihub()[0]?.dineroContactGuid).toBe(contactGuid(1));
  });

  it.each([
    ['another name', 'Solsikken ApS'],
    ['a longer word', 'Bagergården ApS2'],
    ['no name at all', ''],
  ])('refuses writes when its heading is %s', async (_, heading) => {
    await panel().chooseCompany({ connectionId });
    show({ url: 'https://app.effihub.com/customers/1', heading });
    expect(await panel().customerCard({ connectionId, customerId: '1', fresh: false })).toMatchObject({
      customer: { name: 'Bagergården ApS' },
      isInHeading: false,
    });
    const input = { connectionId, customerId: '1', contactGuid: contactGuid(1) };
    expect(await problem(panel().matchOne(input))).toMatchObject(anotherPage);
    const create = { connectionId, customerId: '1', create: {}, anyway: true };
    expect(await problem(panel().createOne(create))).toMatchObject(anotherPage);
    expect(writes()).toEqual([]);
  });

  it('accepts the name among other words', async () => {
    await panel().chooseCompany({ connectionId });
    show({ url: 'https://app.effihub.com/customers/1', heading: 'Kunde: bagergården aps' });
    await panel().matchOne({ connectionId, customerId: '1', contactGuid: contactGuid(1) });
    expect(effihub()[0]?.dineroContactGuid).toBe(contactGuid(1));
  });
});

describe('a panel on a page of one company that asks to write for another', () => {
  const hub = { showTimesheets: true, showProjects: true, showPunchCards: true, showInvoices: true };
  const of = { connectionId: fjord };
  const guid = contactGuid(900_002);
  const run = { runId: 'fjord-run' };
  /** All writing messages; a run id stands for the run's company. */
  const asked: Partial<Record<keyof Ask, object>> = {
    startFlow: { ...of, fresh: true },
    goToStep: { ...of, step: 3 },
    chooseCustomers: { ...of, choices: [['2', { action: 'skip' }]] },
    chooseContacts: { ...of, choices: [[guid, { action: 'ignore' }]] },
    setImportDefaults: { ...of, defaults: { hub, language: 'en' } },
    finishFlow: of,
    startRun: of,
    pauseRun: run,
    resumeRun: run,
    stopRun: run,
    retryFailed: run,
    answerDeleted: { ...run, seq: 0, answer: 'restore' },
    unlink: { ...of, customerId: '1' },
    relink: { ...of, customerId: '2', contactGuid: guid },
    mendLinks: { ...of, links: [['2', guid]] },
    resetLinks: of,
    undoReset: { ...of, ...run },
    dismissDuplicate: { ...of, of: 'contacts', ids: [guid, 'x'] },
    undismissDuplicate: { ...of, of: 'contacts', ids: [guid, 'x'] },
    moveLink: { ...of, of: 'customers', linked: guid, from: '1', to: '2' },
    undoRun: run,
    nameContact: { ...of, number: '1037000007', contactGuid: guid },
    createOne: { ...of, customerId: '2', create: {}, anyway: true },
    matchOne: { ...of, customerId: '2', contactGuid: guid },
    importOne: { ...of, contactGuid: guid, anyway: true },
    ignoreOne: { ...of, contactGuid: guid },
    unignore: { ...of, contactGuid: guid },
    saveConnection: {
      dinero: { kind: 'personal', clientId: 'x', clientSecret: '', apiKey: '', organizationId: '' },
      effihub: { kind: 'api', baseUrl: '', token: '' },
    },
    signIn: { clientId: 'x', clientSecret: 'x' },
    signOut: of,
    useCompany: of,
    renameCompany: { ...of, name: 'x' },
    pauseCompany: { ...of, paused: true },
    removeCompany: of,
    readSheet: { ...of, table: { columns: [], customers: [], refusedIds: [] } },
    markPasted: { ...of, ids: ['x'], pasted: true },
    restore: { text: '', mode: 'replace' },
    answerDifferences: {
      ...of,
      answers: [{ customerId: '1', field: 'email', answer: 'dinero', dinero: '', effihub: '' }],
    },
    updateFields: of,
    dismissMissing: {
      ...of,
      kind: 'customerArchived',
      customerId: '1',
      contactGuid: guid,
      dismissed: true,
    },
  };
  const names = Object.keys(asked) as (keyof Ask)[];

  beforeEach(async () => {
    await openBoth();
    await company.office.database.runs.put({
      id: run.runId,
      connectionId: fjord,
      kind: 'sync',
      state: 'paused',
      startedAt: 1,
      total: 0,
      finished: 0,
      failed: 0,
    });
    await company.office.database.ignored.put({
      ...of,
      contactGuid: guid,
      name: 'Havblik I/S',
      ignoredAt: 1,
    });
  });

  const stored = () => rowsIn(company.office.database);

  it.each(names)('is refused: %s', async (name) => {
    showCustomer(1, 'Bagergården ApS');
    const before = await stored();
    const ask = panel()[name] as (input: unknown) => Promise<unknown>;
    const requests = company.sandbox.requests.length;
    expect(await problem(ask(asked[name]))).toMatchObject(anotherPage);
    expect(company.sandbox.requests).toHaveLength(requests);
    expect(await stored()).toEqual(before);
  });

  it('is refused when the content script does not answer', async () => {
    company.office.pages.delete(TAB);
    expect(await problem(panel().unlink({ ...of, customerId: '1' }))).toMatchObject(anotherPage);
    expect(writes()).toEqual([]);
  });

  it('is accepted for its own company; own pages for every company', async () => {
    await company.office.database.runs.delete(run.runId);
    show({ url: 'https://app.dinero.dk/551307/contacts' });
    await panel().unlink({ ...of, customerId: '1' });
    await company.office.ask.relink({ ...of, customerId: '1', contactGuid: contactGuid(900_001) });
    expect(writes()).toEqual(['DELETE /v1/customers/1/dinero-link', 'PUT /v1/customers/1/dinero-link']);
  });
});

describe('one click', () => {
  const other = { connectionId, customerId: '2', contactGuid: contactGuid(2) };

  beforeEach(async () => {
    await open({
      customers: [
        { id: 1, name: 'Bagergården ApS' },
        { id: 2, name: 'Måne Design ApS' },
      ],
      contacts: [{ Name: 'Bagergården ApS' }, { Name: 'Fjordens Rengøring I/S' }],
    });
    await company.office.begin();
  });

  const mine = { connectionId, customerId: '1', contactGuid: contactGuid(1), anyway: true, create: {} };
  type Click = [what: string, click: (shown: string) => Promise<unknown>, page: () => void];
  const onCustomer = () => showCustomer(1, 'Bagergården ApS');
  const onContact = async () => {
    showContact(contactGuid(1));
    await panel().contactCard({ connectionId, number: numberOf(contactGuid(1)), fresh: false });
  };
  const clicks: Click[] = [
    ['creates', (shown) => panel().createOne({ ...mine, shown }), onCustomer],
    ['matches', (shown) => panel().matchOne({ ...mine, shown }), onCustomer],
    ['links again', (shown) => panel().relink({ ...mine, shown }), onCustomer],
    ['removes a link', (shown) => panel().unlink({ ...mine, shown }), onCustomer],
    ['imports', (shown) => panel().importOne({ ...mine, shown }), onContact],
    ['ignores', (shown) => panel().ignoreOne({ ...mine, shown }), onContact],
    ['ignores no more', (shown) => panel().unignore({ ...mine, shown }), onContact],
  ];

  it.each(clicks)('%s nothing when the card showed another name', async (_, click, page) => {
    await page();
    const refused = { system: 'kundebro', code: 'changed', fields: [{ field: 'card' }] };
    for (const name of ['Bagergården', 'Måne Design ApS', '', 'bagergården aps'])
      expect(await problem(click(name)), name).toMatchObject(refused);
    expect(writes()).toEqual([]);
    expect(await company.office.database.ignored.count()).toBe(0);
    expect(await problem(click('Bagergården ApS'))).toBeUndefined();
  });

  it.each(clicks)('%s nothing once the page shows somebody else', async (_, click, page) => {
    await page();
    showCustomer(2, 'Måne Design ApS');
    expect(await problem(click('Bagergården ApS'))).toMatchObject(anotherPage);
    expect(writes()).toEqual([]);
    expect(await company.office.database.ignored.count()).toBe(0);
  });

  it('is refused when the customer was renamed after the card was shown', async () => {
    onCustomer();
    changeCustomer(company.sandbox.world, effihub()[0]!, { name: 'Solsikken ApS' });
    const click = panel().createOne({ ...mine, shown: 'Bagergården ApS' });
    expect(await problem(click)).toMatchObject({ code: 'changed' });
    expect(writes()).toEqual([]);
  });

  it.each([
    ['another customer’s', () => showCustomer(1)],
    ['the list of customers', () => showCustomer('')],
    ['a contact that nobody has named yet', () => showContact(contactGuid(2))],
    ['a page of Dinero that is no contact’s', () => show({ url: 'https://app.dinero.dk/637871/contacts' })],
    [
      'a page of an account that is not connected',
      () => show({ url: 'https://fjordregnskab.effihub.com/customers/2' }),
    ],
  ])('is refused on %s page', async (_, showPage) => {
    showPage();
    const { connectionId, customerId, contactGuid } = other;
    const clicks = [
      () => panel().matchOne(other),
      () => panel().createOne({ connectionId, customerId, create: {}, anyway: true }),
      () => panel().importOne({ connectionId, contactGuid, anyway: true }),
      () => panel().ignoreOne({ connectionId, contactGuid }),
    ];
    for (const click of clicks) expect(await problem(click())).toMatchObject(anotherPage);
    expect(writes()).toEqual([]);
    expect(await company.office.database.ignored.count()).toBe(0);
  });

  it('matches from the page of either side', async () => {
    showContact(contactGuid(2));
    await panel().contactCard({ connectionId, number: '1037000014', fresh: false });
    await panel().matchOne(other);
    expect(effihub()[1]?.dineroContactGuid).toBe(contactGuid(2));
  });
});

it('closes the panel in its own tab', async () => {
  await open();
  showCustomer(1);
  await panel().closePanel(undefined);
  expect(company.office.pages.has(TAB)).toBe(false);
});
