import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { pageNews, pageReport } from '../../../lib/messaging/content.ts';
import { MOST_LETTERS } from '../../../lib/messaging/page-report.ts';

describe('what a content script tells by itself', () => {
  it.each([true, false])('is that its page has changed (moved: %s)', (moved) => {
    const news = { kundebro: 'page-changed', moved };
    expect(v.parse(pageNews, news)).toEqual(news);
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a word', 'page-changed'],
    ['a list', [{ kundebro: 'page-changed', moved: true }]],
    ['a message of somebody else', { type: 'page-changed' }],
    ['a command', { kundebro: 'toggle' }],
    ['something without the change', { kundebro: 'page-changed' }],
    ['a change that is no yes or no', { kundebro: 'page-changed', moved: 'yes' }],
    ['more than that', { kundebro: 'page-changed', moved: true, connectionId: '637871:41' }],
  ])('is not %s', (_, news) => {
    expect(v.safeParse(pageNews, news).success).toBe(false);
  });
});

describe('what a content script answers', () => {
  const report = { url: 'https://app.dinero.dk/637871/contacts/7', state: 'changed' };

  it.each([
    ['address and state', report],
    ['heading and title', { ...report, heading: 'Hansen', title: 'Hansen - Dinero' }],
    ['empty words', { ...report, heading: '', title: '' }],
    ['the longest words', { ...report, heading: 'æ'.repeat(MOST_LETTERS) }],
    ['a page that still changes', { ...report, state: 'changing' }],
    ['a page that stays as it was', { ...report, state: 'same' }],
  ])('may be %s', (_, answer) => {
    expect(v.parse(pageReport, answer)).toEqual(answer);
  });

  it.each([
    ['nothing', undefined],
    ['no address', { state: 'changed' }],
    ['an address that is none', { ...report, url: '/637871/contacts/7' }],
    ['an endless address', { ...report, url: `https://app.dinero.dk/${'1'.repeat(2_000)}` }],
    ['another state', { ...report, state: 'done' }],
    ['no state', { url: report.url }],
    ['a heading that is too long', { ...report, heading: 'æ'.repeat(MOST_LETTERS + 1) }],
    ['a title that is no text', { ...report, title: 7 }],
    ['a heading that is nothing', { ...report, heading: null }],
  ])('is never %s', (_, answer) => {
    expect(v.safeParse(pageReport, answer).success).toBe(false);
  });

  it('is read without whatever else is in it', () => {
    expect(v.parse(pageReport, { ...report, connectionId: '637871:41', panelIn: 3 })).toEqual(report);
  });
});
