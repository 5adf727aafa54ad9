import { describe, expect, it } from 'vitest';
import { isOwnContentScript, originOf, type Sender } from '../../../lib/messaging/sender.ts';

const own = { id: 'abcdefghijklmnop', origin: 'chrome-extension://abcdefghijklmnop' };
const page = (path: string, extra: Partial<Sender> = {}): Sender => ({
  id: own.id,
  url: `${own.origin}${path}`,
  frameId: 0,
  tab: { id: 7 },
  ...extra,
});
const frame = (path: string, extra: Partial<Sender> = {}) => page(path, { frameId: 12, ...extra });
/** As the browser describes what hangs under the toolbar button, or is in no tab for another reason. */
const tabless = (path: string): Sender => ({ id: own.id, url: `${own.origin}${path}` });

/** Whatever the browser finds a file at. */
const spellings = (name: string): string[] => [
  `/${name}.html`,
  `/${name}.html#x`,
  `/${name}.html?where=/popup.html`,
  `/${name}.html?a\nb`,
  `/%${name.charCodeAt(0).toString(16)}${name.slice(1)}.html`,
  `/${name}.htm%6c`,
  `/${name}.htm%6C`,
  `/${name}%2ehtml`,
  `/${name}%2Ehtml`,
  `/./${name}.html`,
  `/x/../${name}.html`,
  `/x/%2e%2e/${name}.html`,
];

describe('a page of its own', () => {
  it.each(['popup', 'sync', 'options', 'help', 'welcome'].flatMap(spellings))('is known at %j', (path) => {
    expect(originOf(page(path), own)).toEqual({ kind: 'page' });
  });

  it('is what hangs under the toolbar button', () => {
    expect(originOf(tabless('/popup.html'), own)).toEqual({ kind: 'page' });
  });

  it('is known in Firefox, too', () => {
    const firefox = { id: 'kundebro@x', origin: 'moz-extension://4f7a-11' };
    const sender = { ...page(''), id: firefox.id, url: `${firefox.origin}/sync.html` };
    expect(originOf(sender, firefox)).toEqual({ kind: 'page' });
    expect(originOf({ ...sender, url: `${firefox.origin}/panel.html`, frameId: 3 }, firefox)).toEqual({
      kind: 'frame',
      tabId: 7,
      frameId: 3,
    });
  });
});

describe('a frame', () => {
  it.each(spellings('panel'))('with %j is a panel at most', (path) => {
    expect(originOf(frame(path), own)).toEqual({ kind: 'frame', tabId: 7, frameId: 12 });
  });

  it('is known with its document, where the browser names it', () => {
    expect(originOf(frame('/panel.html', { documentId: 'A' }), own)).toMatchObject({ documentId: 'A' });
  });
});

describe('nobody', () => {
  const others: [string, Sender][] = [
    ['a page of ours that is in a frame', frame('/sync.html')],
    ['one of another spelling that is in a frame', frame('/%73ync.html')],
    ['what hangs under the toolbar button, in a frame', frame('/popup.html')],
    ['a page of ours in no tab, as in a window that floats above others', tabless('/sync.html')],
    ['the panel in no tab', tabless('/panel.html')],
    ['the panel of another spelling in no tab', tabless('/%70anel.html')],
    ['a frame in no tab', { ...tabless('/popup.html'), frameId: 3 }],
    ['the panel in no frame that is told', page('/panel.html', { frameId: undefined })],
    ['a frame in a tab without a number', frame('/panel.html', { tab: {} })],
    ['a page that we do not have', page('/other.html')],
    ['a script of ours that is opened as a page', page('/background.js')],
    ['a page in a folder', page('/x/sync.html')],
    ['a folder', page('/sync.html/x')],
    ['a folder with an escaped slash', page('/sync.html%2fx')],
    ['a name that begins otherwise', page('/mysync.html')],
    ['a name in capital letters', page('/SYNC.HTML')],
    ['a page escaped twice', page('/%2573ync.html')],
    ['a page with an escape that is none', page('/%zzsync.html')],
    ['a page with two slashes', page('//sync.html')],
    ['the root', page('/')],
    ['a page of another extension', { ...page(''), id: 'x', url: 'chrome-extension://x/sync.html' }],
    ['another extension that says our address', page('/sync.html', { id: 'ponmlkjihgfedcba' })],
    ['an origin that begins alike', page('', { url: `${own.origin}x/sync.html` })],
    ['an origin with a port', page('', { url: `${own.origin}:1/sync.html` })],
    ['our origin as a user’s name', page('', { url: 'https://abcdefghijklmnop@x.dk/sync.html' })],
    [
      'a site that writes our address into its own',
      page('', { url: `https://x.dk/${own.origin}/sync.html` }),
    ],
    ['a site’s page of that name', page('', { url: 'https://app.dinero.dk/sync.html' })],
    ['a content script', page('', { url: 'https://app.dinero.dk/637871/contacts' })],
    ['an address that is none', page('', { url: 'sync.html' })],
    ['no address', page('', { url: undefined })],
    ['nobody', {}],
  ];
  it.each(others)('is %s', (_, sender) => {
    expect(originOf(sender, own)).toBeUndefined();
  });

  it('is the panel as a page of its own: somebody has opened it', () => {
    for (const path of spellings('panel')) expect(originOf(page(path), own)).toBeUndefined();
  });
});

describe('an own content script', () => {
  const on = (url: string, extra: Partial<Sender> = {}): Sender => ({
    id: own.id,
    url,
    frameId: 0,
    tab: { id: 7 },
    ...extra,
  });
  const contactPage = 'https://app.dinero.dk/637871/contacts/7';

  it.each([
    contactPage,
    'https://app.dinero.dk/',
    'https://nordisktekst.effihub.com/kunder/7',
    'https://app.effihub.com/customers/7?x=1',
  ])('is recognised at %s', (url) => {
    expect(isOwnContentScript(on(url), own)).toBe(true);
  });

  it.each([
    ['on another site', on('https://evil.example/https://app.dinero.dk/')],
    ['on a host that begins alike', on('https://app.dinero.dk.evil.example/')],
    ['on a host that ends alike', on('https://noteffihub.com/')],
    ['on a host of Dinero’s without a panel', on('https://api.dinero.dk/')],
    ['on a host of Effihub’s without one', on('https://help.effihub.com/kunder/1')],
    ['two levels under Effihub', on('https://a.b.effihub.com/')],
    ['with the site as a user’s name', on('https://app.dinero.dk@evil.example/')],
    ['without encryption', on('http://app.dinero.dk/637871/contacts/7')],
    ['in a frame of the page', on(contactPage, { frameId: 3 })],
    ['in no frame that is told', on(contactPage, { frameId: undefined })],
    ['in no tab', on(contactPage, { tab: undefined })],
    ['in a tab without a number', on(contactPage, { tab: {} })],
    ['of another extension', on(contactPage, { id: 'ponmlkjihgfedcba' })],
    ['without an address', on('', { url: undefined })],
    ['that is a page of ours', page('/panel.html')],
  ])('is not one %s', (_, sender) => {
    expect(isOwnContentScript(sender, own)).toBe(false);
  });

  it('is no page of ours', () => {
    expect(originOf(on(contactPage), own)).toBeUndefined();
  });
});
