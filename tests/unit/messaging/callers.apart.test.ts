/** Every message from everybody: each cell of the table in `.github/messages.md` is tried, and the table is made of what comes of it. */
import { ID, knock, ORIGIN, tabs } from '../../helpers/front-door.ts';
import '../../helpers/indexed-db.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listen } from '../../../lib/background/index.ts';
import { browserPanels, browserTabs } from '../../../lib/browser/tabs.ts';
import { messages as defined, type MessageName } from '../../../lib/features/messages.ts';
import { connectionId, messages } from '../../helpers/a-message-each.ts';
import { type Office, openOffice } from '../../helpers/office.ts';
import { rowsIn } from '../../helpers/rows.ts';
import { contactGuid, credentials, type Sandbox, startSandbox, world } from '../../sandbox/index.ts';

const TICKET = (messages.provePanel as { ticket: string }).ticket;
const OTHER_TICKET = '11111111-1111-4111-8111-111111111111';
const [RIGHT, WRONG] = [7, 8];

const from = (path: string, more: object = {}) => ({
  id: ID,
  url: ORIGIN + path,
  frameId: 0,
  documentId: 'top',
  tab: { id: RIGHT },
  ...more,
});
const panel = { frameId: 3, documentId: 'panel' };

/** Who may knock, and with which ticket. */
const CALLERS: Record<string, { sender: object; ticket: string }> = {
  'own page': { sender: from('/sync.html'), ticket: TICKET },
  'panel of the right page': { sender: from('/panel.html', panel), ticket: TICKET },
  'panel of another page': {
    sender: from('/panel.html', { ...panel, tab: { id: WRONG } }),
    ticket: OTHER_TICKET,
  },
  'panel copy': {
    sender: from('/panel.html', { frameId: 5, documentId: 'copy' }),
    ticket: OTHER_TICKET,
  },
  'panel by itself': { sender: from('/panel.html'), ticket: TICKET },
  'panel in no tab': { sender: { id: ID, url: `${ORIGIN}/panel.html` }, ticket: TICKET },
  'encoded path': {
    sender: from('/%70anel.html', { frameId: 6, documentId: 'encoded' }),
    ticket: OTHER_TICKET,
  },
  'framed own page': { sender: from('/sync.html', { frameId: 4, documentId: 'framed' }), ticket: TICKET },
  'content script': { sender: { ...from(''), url: 'https://app.dinero.dk/637871/contacts' }, ticket: TICKET },
  'other extension': { sender: { id: 'x', url: 'chrome-extension://x/page.html' }, ticket: TICKET },
};
type CallerName = keyof typeof CALLERS;
const HEARD: CallerName[] = ['own page', 'panel of the right page'];

let sandbox: Sandbox;
let office: Office;
/** Whose handlers answer from now on. */
const answering = { handlers: {} as Office['handlers'] };

beforeAll(async () => {
  sandbox = await startSandbox();
  listen(
    new Proxy({} as Office['handlers'], {
      get: (_, name: keyof Office['handlers']) => answering.handlers[name],
    }),
    browserPanels,
  );
});
afterAll(() => sandbox.close());

/** Two companies with the same ids, and a run of the first that rests. */
async function openTwo(): Promise<void> {
  const people = {
    customers: [
      { id: 1, name: 'Bagergården ApS' },
      { id: 2, name: 'Måne Design ApS' },
    ],
    contacts: [{ Name: 'Grøn Have ApS' }, { Name: 'Måne Design ApS' }],
  };
  sandbox.reset({
    world: world({ ...people, otherCustomers: people.customers, otherContacts: people.contacts }),
    limits: false,
  });
  office = openOffice(sandbox, undefined, { tabs: browserTabs });
  answering.handlers = office.handlers;
  await office.connect(credentials.fjord);
  await office.begin();
  await office.connect(credentials.nordisk);
  await office.begin();
  await office.database.runs.put({
    id: 'a',
    connectionId,
    kind: 'sync',
    state: 'paused',
    startedAt: 1,
    total: 0,
    finished: 0,
    failed: 0,
  });
  tabs.clear();
  const at = (url: string, heading: string) => ({
    url,
    heading,
    state: 'changed' as const,
    soundFor: 60_000,
  });
  tabs.set(RIGHT, {
    ticket: TICKET,
    report: at('https://nordisktekst.effihub.com/kunder/1', 'Bagergården ApS'),
  });
  tabs.set(WRONG, {
    ticket: OTHER_TICKET,
    report: at('https://app.dinero.dk/551307/contacts', 'Kontakter'),
  });
  for (const name of ['panel of the right page', 'panel of another page']) {
    const { sender, ticket } = CALLERS[name]!;
    expect(await knock('provePanel', { ticket }, sender)).toMatchObject({ res: { kind: 'company' } });
  }
}

/** The page that a message is about has to be the one that the right panel stands on. */
function turnTo(name: MessageName): void {
  const right = tabs.get(RIGHT);
  const ofContact: MessageName[] = ['contactCard', 'nameContact', 'importOne', 'ignoreOne'];
  if (!right) return;
  right.report = ofContact.includes(name)
    ? {
        url: 'https://app.dinero.dk/637871/contacts/1037000007',
        heading: 'Grøn Have ApS',
        state: 'changed',
        soundFor: 60_000,
      }
    : {
        url: 'https://nordisktekst.effihub.com/kunder/1',
        heading: 'Bagergården ApS',
        state: 'changed',
        soundFor: 60_000,
      };
}

/** Whether a message is listened to, whatever comes of it then. */
async function isHeard(name: MessageName, caller: CallerName): Promise<boolean> {
  const { sender, ticket } = CALLERS[caller]!;
  const data = name === 'provePanel' ? { ticket } : messages[name];
  const answer = (await knock(name, data, sender)) as { res?: unknown; err?: unknown } | undefined;
  if (!answer) return false;
  if (name === 'provePanel') return (answer.res as { kind?: string } | undefined)?.kind !== undefined;
  return !/Refused|another-page/.test(JSON.stringify(answer.err ?? ''));
}

/** Which company was used last is noted of whoever asks. */
const stored = () => rowsIn(office.database, 'connections');
/** What cannot be shown again after it was done comes last. */
const LATE: MessageName[] = ['pauseCompany', 'closePanel', 'restore', 'removeCompany'];
const names = (Object.keys(defined) as MessageName[]).toSorted((a, b) => LATE.indexOf(a) - LATE.indexOf(b));

it('every message is heard from where the table says, and from nowhere else', async () => {
  const heard = new Map<CallerName, MessageName[]>();
  const callers = Object.keys(CALLERS);
  // Whoever changes something comes last, each with an installation of its own.
  for (const caller of callers.toSorted((a, b) => HEARD.indexOf(a) - HEARD.indexOf(b))) {
    await openTwo();
    const [before, requests] = [await stored(), sandbox.requests.length];
    const mine: MessageName[] = [];
    for (const name of names) {
      turnTo(name);
      if (await isHeard(name, caller)) mine.push(name);
    }
    heard.set(caller, mine);
    if (HEARD.includes(caller)) continue;
    expect(await stored(), caller).toEqual(before);
    expect(sandbox.requests.length, caller).toBe(requests);
  }
  const ofPanel = ['provePanel', 'place', 'chooseCompany', 'closePanel'];
  const says = (ways: readonly string[]) => names.filter((name) => ways.includes(defined[name].right.from));
  expect(heard.get('own page')).toEqual(says(['pages', 'both']));
  expect(heard.get('panel of the right page')).toEqual(says(['panel', 'both', 'frame']));
  // It is a panel, but for its own page alone.
  expect(heard.get('panel of another page')?.toSorted()).toEqual(ofPanel.toSorted());
  for (const caller of callers.slice(3)) expect(heard.get(caller), caller).toEqual([]);

  const cell = (name: MessageName, caller: CallerName) => (heard.get(caller)?.includes(name) ? 'yes' : '-');
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const table = [
    '# Who may send what',
    '',
    'Made by `tests/unit/messaging/callers.apart.test.ts`, which tries every cell; `messages.ts` of each feature decides.',
    '*Changes* is sent by a panel only after a click that its user can have meant.',
    '',
    row(['message', 'changes', ...callers]),
    row(['message', 'changes', ...callers].map(() => '---')),
    ...(Object.keys(defined) as MessageName[]).map((name) =>
      row([
        `\`${name}\``,
        defined[name].right.writes ? 'yes' : '-',
        ...callers.map((caller) => cell(name, caller)),
      ]),
    ),
    '',
  ].join('\n');
  await expect(table).toMatchFileSnapshot('../../../.github/messages.md');
}, 60_000);

it('what cannot be taken back is never asked inside a site’s page', () => {
  for (const name of ['resetLinks', 'undoRun', 'removeCompany', 'restore'] as const)
    expect(defined[name].right, name).toMatchObject({ from: 'pages', writes: true });
});

it('a panel is known again after the worker was stopped, and forgotten when another takes its place', async () => {
  await openTwo();
  const { sender } = CALLERS['panel of the right page']!;
  const later = { ...sender, frameId: 9, documentId: 'later' };
  expect(await knock('place', undefined, sender)).toMatchObject({ res: { kind: 'company' } });
  expect(await isHeard('place', 'panel copy')).toBe(false);
  expect(await knock('provePanel', { ticket: TICKET }, later)).toMatchObject({ res: { kind: 'company' } });
  expect(await knock('place', undefined, later)).toMatchObject({ res: { kind: 'company' } });
  expect(JSON.stringify(await knock('place', undefined, sender))).toContain('another-page');
});

it('a panel whose content script has another ticket by now is shown nothing and does nothing', async () => {
  await openTwo();
  const { sender } = CALLERS['panel of the right page']!;
  tabs.get(RIGHT)!.ticket = OTHER_TICKET;
  for (const name of ['place', 'overview', 'customerCard', 'ignoreOne'] as const)
    expect(JSON.stringify(await knock(name, messages[name], sender)), name).toContain('another-page');
  expect(await office.database.ignored.get([connectionId, contactGuid(1)])).toBeUndefined();
});
