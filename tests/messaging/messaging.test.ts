import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { schemas } from '../../lib/messaging/schemas.ts';
import { isOwnPage } from '../../lib/messaging/sender.ts';

const own = { id: 'abcdefghijklmnop', origin: 'chrome-extension://abcdefghijklmnop' };

describe('a sender', () => {
  it('that is a page of this extension is listened to', () => {
    expect(isOwnPage({ id: own.id, url: `${own.origin}/popup.html` }, own)).toBe(true);
  });
  it.each([
    ['a content script on a site', { id: own.id, url: 'https://app.dinero.dk/637871/contacts' }],
    ['another extension', { id: 'ponmlkjihgfedcba', url: 'chrome-extension://ponmlkjihgfedcba/x.html' }],
    ['another extension with a name that begins alike', { id: own.id, url: `${own.origin}x/popup.html` }],
    ['a site that writes our address into its own', { id: own.id, url: `https://x.dk/${own.origin}/` }],
    ['nobody in particular', {}],
  ])('that is %s is not', (_, sender) => {
    expect(isOwnPage(sender, own)).toBe(false);
  });
});

describe('a message', () => {
  const connectionId = '637871:41';
  it.each([
    [
      'chooseCustomers',
      {
        connectionId,
        choices: [
          ['1', { action: 'create', create: { name: 'X' } }],
          ['2', null],
        ],
      },
    ],
    ['goToStep', { connectionId, step: 3 }],
    ['flowPart', { connectionId, lists: 'a', part: 1 }],
    ['overview', undefined],
  ] as const)('%s of the declared shape is accepted', (name, input) => {
    expect(v.safeParse(schemas[name], input).success).toBe(true);
  });
  it.each([
    ['chooseCustomers', { connectionId, choices: [['1', { action: 'delete' }]] }],
    ['chooseCustomers', { connectionId, choices: { 1: { action: 'skip' } } }],
    ['goToStep', { connectionId, step: 5 }],
    ['flowPart', { connectionId, lists: 'a', part: -1 }],
    ['startRun', {}],
    ['testDinero', { clientId: 'x', clientSecret: 'x', apiKey: 'x', organizationId: '1; drop' }],
    ['overview', { more: true }],
  ] as const)('%s of another shape is refused', (name, input) => {
    expect(v.safeParse(schemas[name], input).success).toBe(false);
  });
});
