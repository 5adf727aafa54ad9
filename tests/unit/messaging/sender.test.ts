import { describe, expect, it } from 'vitest';
import { isOwnContentScript, isOwnPage, isPanel, type Sender } from '../../../lib/messaging/sender.ts';

const own = { id: 'abcdefghijklmnop', origin: 'chrome-extension://abcdefghijklmnop' };
const page = (path: string): Sender => ({
  id: own.id,
  url: `${own.origin}${path}`,
  frameId: 0,
  tab: { id: 7 },
});

describe('the panel', () => {
  it.each(['/panel.html', '/panel.html#x', '/panel.html?where=/popup.html', '/panel.html?a\nb'])(
    'is recognised at %j',
    (path) => {
      expect(isPanel({ ...page(path), frameId: 12 }, own)).toBe(true);
    },
  );

  it('is recognised in Firefox, too', () => {
    const firefox = { id: 'kundebro@x', origin: 'moz-extension://4f7a-11' };
    expect(isPanel({ id: firefox.id, url: `${firefox.origin}/panel.html` }, firefox)).toBe(true);
  });

  it.each([
    ['the start page', page('/popup.html')],
    ['the full page', page('/sync.html')],
    ['a page that names it in its query', page('/popup.html?/panel.html')],
    ['a page that names it behind the hash', page('/sync.html#/panel.html')],
    ['a file in a folder', page('/x/panel.html')],
    ['a folder', page('/panel.html/x')],
    ['a name that ends alike', page('/mypanel.html')],
    ['the panel of another extension', { ...page('/panel.html'), id: 'ponmlkjihgfedcba' }],
    ['a site’s page of that name', { ...page(''), url: 'https://app.dinero.dk/panel.html' }],
    ['nobody', {}],
  ])('is not %s', (_, sender) => {
    expect(isPanel(sender, own)).toBe(false);
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
    expect(isOwnPage(on(contactPage), own)).toBe(false);
    expect(isPanel(on(contactPage), own)).toBe(false);
  });
});
