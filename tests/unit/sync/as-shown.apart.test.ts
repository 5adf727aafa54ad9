/** What `Gem og fuldfør` does is what the view shows, whatever has been read elsewhere meanwhile. */
import { effect } from '@preact/signals';
import { expect, test, vi } from 'vitest';
import type { Background } from '../../../components/shared/background.ts';
import { createWizardState } from '../../../components/sync/state.ts';
import type { Update } from '../../../lib/features/updates.ts';
import { company, connectionId, effihub, open, sandboxAround } from '../../helpers/company.ts';
import { openOffice } from '../../helpers/office.ts';
import { addCustomer, changeContact, changeCustomer, contactGuid } from '../../sandbox/index.ts';

// The language in use is kept by the browser.
vi.mock('../../../components/shared/text.ts', async () => {
  const { catalogues } = await import('../../../lib/features/words.ts');
  return { t: { value: catalogues.da } };
});

sandboxAround();

const BAKERY = { id: 1, name: 'Bagergården ApS' };
const LINKED = { ...BAKERY, dineroContactGuid: contactGuid(1) };

/** The wizard as a tab has it, with a background that may be another one after a while. */
async function openView() {
  await company.office.begin();
  const listeners = new Set<(update: Update) => void>();
  let heard = company.office.updates.length;
  const hear = () => {
    const { updates } = company.office;
    for (; heard < updates.length; heard += 1) for (const listener of listeners) listener(updates[heard]!);
  };
  const send = async (name: keyof typeof company.office.ask, input: never) => {
    const answer = await company.office.ask[name](input);
    hear();
    return answer;
  };
  const view = createWizardState(connectionId, () => undefined, {
    send: send as Background['send'],
    updates: {
      onUpdate: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      onReconnect: () => () => undefined,
    },
  });
  // Pushed to, not polled: the duration is not tested.
  const ready = () =>
    new Promise<void>((resolve) => {
      effect(() => {
        if (view.phase.value.name === 'ready') resolve();
      });
    });
  await ready();
  await view.goTo(3);
  return {
    view,
    hear,
    /** Presses `Gem og fuldfør`. @returns the customers' outcomes by name; undefined when nothing was started */
    async press(): Promise<Record<string, string> | undefined> {
      hear();
      await view.start();
      const runId = view.progress.value?.runId;
      if (!runId) return undefined;
      await company.office.rest(runId);
      const { operations } = await company.office.ask.runResult({ runId });
      return Object.fromEntries(operations.flatMap((one) => (one.customerId ? [[one.name, one.kind]] : [])));
    },
    /** Returns the refusal's problem, once the lists are loaded again. */
    async refusal() {
      const problem = view.refusal.value?.problem;
      await ready();
      return problem;
    },
    /** Stops the worker, which the next message starts again. */
    restart() {
      company.office = openOffice(company.sandbox, company.office.database.name);
      heard = 0;
    },
  };
}

const ask = () => company.office.ask;
const LISTS = { system: 'kundebro', code: 'changed', fields: [{ field: 'lists', message: '' }] };

test.each([
  ['while the worker goes on', false],
  ['though the worker is stopped before the press', true],
])('a customer that was read elsewhere is shown first, %s', async (_, isStopped) => {
  await open({
    customers: [BAKERY],
    contacts: [{ Name: 'Bagergården' }, { Name: 'Fjordens Rengøring I/S' }, { Name: 'Grøn Have ApS' }],
  });
  const { view, press, refusal, restart } = await openView();
  await view.chooseContacts([contactGuid(3)], 'ignore');
  addCustomer(company.sandbox.world, company.sandbox.world.account, { name: 'Fjordens Rengøring I/S' });
  await ask().checkNow({ connectionId });
  if (isStopped) restart();

  expect(await press()).toBeUndefined();
  expect(await refusal()).toEqual(LISTS);
  expect(await company.office.database.runs.count()).toBe(0);
  expect(effihub().map(({ dineroContactGuid }) => dineroContactGuid)).toEqual([null, null]);
  expect(view.data.value.customers).toHaveLength(2);
  expect(view.choices.value.contacts.get(contactGuid(3))).toMatchObject({ action: 'ignore' });

  expect(await press()).toEqual({ 'Bagergården ApS': 'link', 'Fjordens Rengøring I/S': 'link' });
});

test('what was shown as skipped is not linked since another view has read that it is somebody else', async () => {
  await open({ customers: [BAKERY], contacts: [{ Name: 'Fjordens Rengøring I/S' }] });
  const { press, refusal } = await openView();
  changeCustomer(company.sandbox.world, effihub()[0]!, { name: 'Fjordens Rengøring I/S' });
  await ask().loadFlow({ connectionId });
  expect(await press()).toBeUndefined();
  expect(await refusal()).toEqual(LISTS);
  expect(await press()).toEqual({ 'Fjordens Rengøring I/S': 'link' });
});

test('a suggestion that nobody has seen and that wants a contact chosen by hand is shown', async () => {
  await open({ customers: [BAKERY], contacts: [{ Name: 'Solsikken Blomster ApS' }] });
  const { view, press, refusal } = await openView();
  await view.chooseContact('1', contactGuid(1));
  addCustomer(company.sandbox.world, company.sandbox.world.account, { name: 'Solsikken Blomster ApS' });
  await ask().checkNow({ connectionId });
  expect(view.conflicts.value.size).toBe(0);
  expect(await press()).toBeUndefined();
  expect(await refusal()).toEqual(LISTS);
  expect([...view.conflicts.value]).toEqual([contactGuid(1)]);
});

test('a link taken off here whose contact another customer would get at once is shown first', async () => {
  await open({
    customers: [LINKED, { id: 2, name: 'Havnens Fisk I/S' }],
    contacts: [{ Name: 'Havnens Fisk I/S' }],
  });
  const { view, press, refusal } = await openView();
  await view.unlink('1');
  expect(await press()).toBeUndefined();
  expect(await refusal()).toEqual(LISTS);
  expect(await press()).toEqual({ 'Bagergården ApS': 'skip', 'Havnens Fisk I/S': 'link' });
});

type View = Awaited<ReturnType<typeof openView>>;

test.each<[string, (made: View) => unknown]>([
  ['nothing', () => undefined],
  ['after a stopped worker', ({ restart }) => restart()],
  ['a check that finds nothing', () => ask().checkNow({ connectionId })],
  ['another view that opens', () => ask().loadFlow({ connectionId })],
  [
    'a check that finds another city',
    () => {
      changeCustomer(company.sandbox.world, effihub()[1]!, { city: 'Skive' });
      return ask().checkNow({ connectionId });
    },
  ],
  [
    'a stopped worker after a choice',
    async ({ view, restart }) => {
      await view.chooseContacts([contactGuid(2)], 'ignore');
      restart();
    },
  ],
  ['a link taken off', ({ view }) => view.unlink('1')],
  [
    'a link taken off and put on again',
    async ({ view }) => {
      await view.unlink('1');
      await view.relink();
    },
  ],
])('%s is no reason to look again', async (_, happens) => {
  await open({
    customers: [LINKED, { id: 2, name: 'Havnens Fisk I/S' }, { id: 3, name: 'Måne Design ApS' }],
    contacts: [{ Name: 'Bagergården' }, { Name: 'Grøn Have ApS' }, { Name: 'Måne Design ApS' }],
  });
  const made = await openView();
  await happens(made);
  expect(await made.press()).toMatchObject({ 'Havnens Fisk I/S': 'skip', 'Måne Design ApS': 'link' });
  expect(made.view.refusal.value).toBeUndefined();
});

test('whoever presses in another view while the run is going is given that run', async () => {
  await open({ customers: [BAKERY], contacts: [{ Name: 'Bagergården' }] });
  await openView();
  const held = company.sandbox.faults.add({ system: 'effihub', method: 'PUT', kind: 'hold' });
  const { id } = await ask().startRun({ connectionId });
  await held.arrived;
  expect(await ask().startRun({ connectionId, shown: 'something else' })).toMatchObject({ id });
  held.release();
  await company.office.rest(id);
});

test('a mended link is no reason to look again', async () => {
  await open({ customers: [LINKED], contacts: [{ Name: 'Bagergården ApS' }, { Name: 'Bagergården ApS' }] });
  changeContact(company.sandbox.world, company.sandbox.world.organization.contacts.get(contactGuid(1))!, {
    DeletedAt: '2026-11-20T10:00:00Z',
  });
  const { view, press, hear } = await openView();
  expect(view.groups.value.broken.all).toHaveLength(1);
  await view.mend([['1', contactGuid(2)]]);
  const mending = () => {
    hear();
    return view.mending.value;
  };
  await expect.poll(mending).toBeUndefined();
  expect(view.groups.value.broken.all).toHaveLength(0);
  expect(await press()).toEqual({});
  expect(view.refusal.value).toBeUndefined();
});
