import { beforeEach, describe, expect, it } from 'vitest';
import type { Candidate } from '../../../lib/features/candidates/index.ts';
import { contactWithNumber } from '../../../lib/features/panel/repository.ts';
import {
  company,
  connectionId,
  dinero,
  effihub,
  open,
  problem,
  sandboxAround,
} from '../../helpers/company.ts';
import { contactCard, numberOf, panel, show, showContact, showCustomer, TAB } from '../../helpers/panel.ts';
import { changeContact, changeCustomer, contactGuid } from '../../sandbox/index.ts';

sandboxAround();

const idsOf = (candidates: readonly Candidate[]) => candidates.map(({ id }) => id);
const remembered = (guid: string) => contactWithNumber(company.office.database, connectionId, numberOf(guid));
const rename = (at: number, Name: string) => changeContact(company.sandbox.world, dinero()[at]!, { Name });

describe('the card of a customer', () => {
  const card = (customerId: string, fresh = false) =>
    panel().customerCard({ connectionId, customerId, fresh });

  beforeEach(async () => {
    await open({
      customers: [
        { id: 1, name: 'Bagergården ApS', dineroContactGuid: contactGuid(1) },
        { id: 2, name: 'Måne Design ApS' },
        { id: 3, name: 'Solsikken ApS', dineroContactGuid: contactGuid(4) },
      ],
      contacts: [
        { Name: 'Bagergården' },
        { Name: 'MÅNE DESIGN APS', City: 'Skive' },
        { Name: 'Fjordens Rengøring I/S' },
        { Name: 'Solsikken', DeletedAt: '2026-11-01T00:00:00Z' },
        { Name: 'Solsikken ApS' },
      ],
    });
    showCustomer(1);
  });

  it('is empty before the first reading, and complete once fresh', async () => {
    expect(await card('1')).toEqual({ similar: [], isInHeading: false });
    showCustomer(1, 'Bagergården ApS');
    expect(await card('1', true)).toEqual({
      customer: expect.objectContaining({ id: '1', name: 'Bagergården ApS' }),
      link: { contactGuid: contactGuid(1), name: 'Bagergården', state: 'ok', number: undefined },
      similar: [],
      isInHeading: true,
    });
  });

  it('sends no requests unless `fresh`', async () => {
    await card('1', true);
    const before = company.sandbox.requests.length;
    await card('1');
    expect(company.sandbox.requests).toHaveLength(before);
  });

  it('is empty for an unknown customer', async () => {
    expect(await card('99', true)).toEqual({ similar: [], isInHeading: false });
  });

  it('shows similar contacts while unlinked', async () => {
    expect((await card('2', true)).similar).toMatchObject([{ id: contactGuid(2), city: 'Skive' }]);
  });

  it('shows a broken link with similar contacts', async () => {
    expect(await card('3', true)).toMatchObject({
      link: { contactGuid: contactGuid(4), name: 'Solsikken', state: 'broken' },
      similar: [{ id: contactGuid(5) }],
    });
  });

  it('knows the contact’s page number once learned', async () => {
    await card('1', true);
    showContact(contactGuid(1));
    await contactCard(contactGuid(1));
    expect((await card('1')).link?.number).toBe(numberOf(contactGuid(1)));
  });

  it('shows remote changes once fresh, and tells every view', async () => {
    await card('2', true);
    changeCustomer(company.sandbox.world, effihub()[1]!, {
      name: 'Måne ApS',
      dineroContactGuid: contactGuid(2),
    });
    company.office.updates.length = 0;
    expect(await card('2')).toMatchObject({ customer: { name: 'Måne Design ApS' } });
    expect(await card('2', true)).toMatchObject({
      customer: { name: 'Måne ApS' },
      link: { contactGuid: contactGuid(2), state: 'ok' },
    });
    expect(company.office.updates).toContainEqual({
      type: 'links',
      connectionId,
      links: expect.arrayContaining([{ customerId: '2', contactGuid: contactGuid(2), state: 'ok' }]),
    });
  });

  it('shares one reading among simultaneous requests, fresh for each', async () => {
    await card('1', true);
    const before = company.sandbox.requests.length;
    changeCustomer(company.sandbox.world, effihub()[1]!, { name: 'Måne ApS' });
    const held = company.sandbox.faults.add({ system: 'effihub', path: /customers\?/, kind: 'hold' });
    const first = card('1', true);
    await held.arrived;
    const second = card('2', true);
    // Anyone not waiting for the reading has answered by now.
    for (let round = 0; round < 20; round += 1) await card('3');
    held.release();
    expect((await second).customer?.name).toBe('Måne ApS');
    await first;
    expect(company.sandbox.requests.length - before).toBe(3);
  });

  it('sends no updates when the reading finds nothing new', async () => {
    await card('1', true);
    company.office.updates.length = 0;
    await card('1', true);
    expect(company.office.updates).toEqual([]);
  });
});

describe('the contact on a page', () => {
  beforeEach(async () => {
    await open({
      customers: [
        { id: 1, name: 'Hansens VVS', dineroContactGuid: contactGuid(3) },
        { id: 2, name: 'Solsikken A/S' },
      ],
      contacts: [
        { Name: 'Hansen' },
        { Name: 'Hansen & Søn' },
        { Name: 'Hansens VVS' },
        { Name: 'Solsikken ApS' },
        { Name: 'Café Måne' },
        { Name: 'Café Måne' },
        { Name: 'Slettet ApS', DeletedAt: '2026-11-01T00:00:00Z' },
      ],
    });
    await company.office.begin();
  });
  const guid = contactGuid(1);

  it('is recognised by its heading, with its customer', async () => {
    showContact(contactGuid(3));
    expect(await contactCard(contactGuid(3))).toEqual({
      state: 'known',
      contact: expect.objectContaining({ guid: contactGuid(3), name: 'Hansens VVS' }),
      link: { customerId: '1', name: 'Hansens VVS' },
      ignored: false,
      similar: [],
    });
  });

  it('is recognised by its title, with similar customers', async () => {
    showContact(contactGuid(4), { heading: 'Kontakt', title: 'Solsikken ApS – Dinero' });
    const card = await contactCard(contactGuid(4));
    expect(card).toMatchObject({ state: 'known', contact: { guid: contactGuid(4) } });
    expect(card).not.toHaveProperty('link');
    expect(card).toMatchObject({ similar: [{ id: '2', name: 'Solsikken A/S' }] });
  });

  it.each([
    ['among other words', { heading: 'Ret Hansen & Søn' }, [2]],
    ['twice in the list', { heading: 'Café Måne' }, [5, 6]],
    [
      'in the heading, and another in the title',
      { heading: 'Hansen', title: 'Solsikken ApS - Dinero' },
      [1, 4],
    ],
  ])('is asked for when its name is %s, and nothing is stored', async (_, page, possible) => {
    showContact(guid, page);
    const card = await contactCard(guid);
    expect(card).toMatchObject({ state: 'ask' });
    if (card.state === 'ask') expect(idsOf(card.candidates).toSorted()).toEqual(possible.map(contactGuid));
    expect(await remembered(guid)).toBeUndefined();
  });

  it.each([
    ['nobody’s name', { heading: 'Ny kontakt', title: 'Dinero' }],
    ['no words', { heading: undefined }],
    ['a deleted one’s name', { heading: 'Slettet ApS' }],
  ])('is unknown with %s', async (_, page) => {
    showContact(guid, page);
    expect(await contactCard(guid)).toEqual({ state: 'unknown' });
  });

  it('is undetermined while the page still changes', async () => {
    showContact(guid, { heading: 'Hansen & Søn', state: 'changing' });
    expect(await contactCard(guid)).toEqual({ state: 'changing' });
    expect(await remembered(guid)).toBeUndefined();
  });

  it('is only asked for when the page looks like the one before', async () => {
    showContact(guid, { heading: 'Hansen & Søn', state: 'same' });
    expect(await contactCard(guid)).toMatchObject({ state: 'ask', candidates: [{ id: contactGuid(2) }] });
    expect(await remembered(guid)).toBeUndefined();
  });

  it('is refused to a panel whose content script does not answer', async () => {
    company.office.pages.delete(TAB);
    expect(await problem(contactCard(guid))).toMatchObject({ code: 'another-page' });
  });

  it('is new in Dinero: found once the lists are fresh', async () => {
    rename(6, 'Nyt Navn ApS');
    changeContact(company.sandbox.world, dinero()[6]!, { DeletedAt: null });
    showContact(contactGuid(7));
    expect(await contactCard(contactGuid(7))).toEqual({ state: 'unknown' });
    expect(await contactCard(contactGuid(7), true)).toMatchObject({ state: 'known' });
  });
});

describe('the number in an address', () => {
  const guid = contactGuid(1);

  beforeEach(async () => {
    await open({
      contacts: [{ Name: 'Hansen' }, { Name: 'Hansen & Søn' }, { Name: 'Café Måne' }, { Name: 'Café Måne' }],
    });
    await company.office.begin();
    showContact(guid);
    await contactCard(guid);
  });

  it('is stored once a page has named its contact', async () => {
    expect(await remembered(guid)).toBe(guid);
    showContact(guid, { heading: 'Om Hansen', title: 'Dinero' });
    expect(await contactCard(guid)).toMatchObject({ state: 'known', contact: { guid } });
    showContact(guid, { state: 'changing' });
    expect(await contactCard(guid)).toMatchObject({ state: 'known', contact: { guid } });
  });

  it('is not trusted on a page that does not name the contact', async () => {
    showContact(guid, { heading: 'Kontakt' });
    expect(await contactCard(guid)).toMatchObject({ state: 'ask', candidates: [{ id: guid }] });
    showContact(guid, { heading: undefined, state: 'changing' });
    expect(await contactCard(guid)).toEqual({ state: 'changing' });
  });

  it('is not trusted on a page that names another contact', async () => {
    showContact(guid, { heading: 'Hansen & Søn', state: 'same' });
    expect(await contactCard(guid)).toMatchObject({
      state: 'ask',
      candidates: [{ id: contactGuid(2) }, { id: guid }],
    });
    showContact(guid, { heading: 'Hansen & Søn' });
    expect(await contactCard(guid)).toMatchObject({ state: 'known', contact: { guid: contactGuid(2) } });
    expect(await remembered(guid)).toBe(contactGuid(2));
  });

  it('stays with a contact that is renamed in Dinero', async () => {
    rename(0, 'Jensen');
    showContact(guid);
    expect(await contactCard(guid)).toMatchObject({
      state: 'ask',
      candidates: [{ id: guid, name: 'Hansen' }],
    });
    expect(await contactCard(guid, true)).toMatchObject({
      state: 'known',
      contact: { guid, name: 'Jensen' },
    });
    expect(await remembered(guid)).toBe(guid);
  });

  it('stays with a contact that gets the name of another', async () => {
    rename(0, 'Café Måne');
    showContact(guid);
    expect(await contactCard(guid, true)).toMatchObject({ state: 'known', contact: { guid } });
  });

  it('has no contact once that is deleted', async () => {
    changeContact(company.sandbox.world, dinero()[0]!, { DeletedAt: new Date().toISOString() });
    expect(await contactCard(guid, true)).toEqual({ state: 'unknown' });
    rename(1, 'Hansen');
    expect(await contactCard(guid, true)).toMatchObject({
      state: 'known',
      contact: { guid: contactGuid(2) },
    });
  });

  it('is chosen by the user when two contacts share a name', async () => {
    const [third, fourth] = [contactGuid(3), contactGuid(4)];
    showContact(fourth);
    expect(await contactCard(fourth)).toMatchObject({ state: 'ask' });
    await panel().nameContact({ connectionId, number: numberOf(fourth), contactGuid: fourth });
    expect(company.office.updates.at(-1)).toEqual({ type: 'page', moved: false });
    expect(await contactCard(fourth)).toMatchObject({ state: 'known', contact: { guid: fourth } });
    showContact(third);
    expect(await contactCard(third)).toMatchObject({ state: 'ask' });
  });

  it('cannot be chosen for another page, another number or a deleted contact', async () => {
    const name = (number: string, contactGuid: string) =>
      problem(panel().nameContact({ connectionId, number, contactGuid }));
    const anotherPage = { code: 'another-page' };
    expect(await name(numberOf(contactGuid(3)), contactGuid(3))).toMatchObject(anotherPage);
    showCustomer(1);
    expect(await name(numberOf(guid), guid)).toMatchObject(anotherPage);
    show({ url: 'https://app.dinero.dk/637871/contacts' });
    expect(await name(numberOf(guid), guid)).toMatchObject(anotherPage);
    showContact(contactGuid(3));
    expect(await name(numberOf(contactGuid(3)), contactGuid(99))).toMatchObject({
      system: 'dinero',
      code: 'gone',
    });
    const elsewhere = company.office.ask.nameContact({
      connectionId,
      number: numberOf(guid),
      contactGuid: contactGuid(3),
    });
    expect(await problem(elsewhere)).toMatchObject(anotherPage);
    expect(await company.office.database.contactNumbers.count()).toBe(1);
  });
});

describe('searching a candidate', () => {
  const find = (side: 'customers' | 'contacts', query = '') =>
    panel().findFree({ connectionId, side, query });
  const ids = async (side: 'customers' | 'contacts', query = '') => idsOf((await find(side, query)).found);

  beforeEach(async () => {
    await open({
      customers: [
        { id: 1, name: 'Østergård Tømrer' },
        { id: 2, name: 'Bagergården ApS', dineroContactGuid: contactGuid(2) },
        { id: 3, name: 'Solsikken ApS', dineroContactGuid: contactGuid(3) },
        { id: 4, name: 'Arkiveret ApS', archivedAt: '2026-11-01T00:00:00Z' },
        { id: 5, name: 'Ålborg Vask', city: 'Skive' },
      ],
      contacts: [
        { Name: 'Ærø Færger', VatNumber: '25313763' },
        { Name: 'Bagergården ApS' },
        { Name: 'Solsikken', DeletedAt: '2026-11-01T00:00:00Z' },
        { Name: 'Klar Vask', IsDebitor: false, IsCreditor: true },
        { Name: 'Byens Lys' },
      ],
    });
    await company.office.begin();
    showCustomer(1);
  });

  it('finds all unlinked ones, in Danish order', async () => {
    expect(await ids('customers')).toEqual(['3', '1', '5']);
    expect(await ids('contacts')).toEqual([5, 4, 1].map(contactGuid));
  });

  it('finds by what is typed', async () => {
    expect(await ids('customers', 'skive')).toEqual(['5']);
    expect(await ids('contacts', '25313763')).toEqual([contactGuid(1)]);
    expect(await find('contacts', 'zzz')).toEqual({ found: [], more: 0 });
    expect(await ids('contacts', 'bagergården')).toEqual([]);
  });

  it('marks suppliers and ignored contacts', async () => {
    await company.office.ask.ignoreOne({ connectionId, contactGuid: contactGuid(5) });
    expect((await find('contacts')).found).toMatchObject([
      { id: contactGuid(5), ignored: true },
      { id: contactGuid(4), supplier: true },
      { id: contactGuid(1) },
    ]);
    await company.office.ask.unignore({ connectionId, contactGuid: contactGuid(5) });
    expect((await find('contacts')).found[0]).not.toHaveProperty('ignored');
  });

  it('follows changes of links', async () => {
    expect(await ids('customers')).toContain('1');
    await company.office.ask.matchOne({ connectionId, customerId: '1', contactGuid: contactGuid(1) });
    expect(await ids('customers')).not.toContain('1');
    expect(await ids('contacts')).not.toContain(contactGuid(1));
    await company.office.ask.unlink({ connectionId, customerId: '1' });
    expect(await ids('customers')).toContain('1');
    expect(await ids('contacts')).toContain(contactGuid(1));
  });

  it.each([
    ['panel', () => panel().customerCard({ connectionId, customerId: '1', fresh: true })],
    ['wizard', () => company.office.begin()],
  ])('finds new ones after the %s has read the lists', async (_, read) => {
    await find('contacts');
    await find('customers');
    rename(4, 'Ny Vind A/S');
    changeCustomer(company.sandbox.world, effihub()[0]!, { name: 'Ny Sol A/S' });
    await read();
    expect((await find('contacts', 'ny vind')).found).toMatchObject([
      { id: contactGuid(5), name: 'Ny Vind A/S' },
    ]);
    expect((await find('customers', 'ny sol')).found).toMatchObject([{ id: '1' }]);
  });

  it('counts what it leaves out', async () => {
    await open({ contacts: Array.from({ length: 60 }, (_, at) => ({ Name: `Vask ${at}` })) });
    await company.office.begin();
    showCustomer(1);
    const { found, more } = await find('contacts', 'vask');
    expect(found.length + more).toBe(60);
    expect(more).toBeGreaterThan(0);
  });
});
