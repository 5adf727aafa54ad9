/**
 * The contract with content scripts, apart from the one with views: they may say that their page has changed, and are
 * asked what stands there. Nothing that they say changes anything.
 */
import * as v from 'valibot';
import { MOST_LETTERS, type PageReport } from '../page/report.ts';

/** From the background to a content script. */
export type PageCommand =
  /** Answered with a `PageReport`. */
  { kundebro: 'report' } | { kundebro: 'toggle' } | { kundebro: 'close' };

/** From a content script to the background. */
export interface PageNews {
  kundebro: 'page-changed';
  /** The address is another; otherwise something else stands there. */
  moved: boolean;
}

export const pageNews: v.GenericSchema<unknown, PageNews> = v.strictObject({
  kundebro: v.literal('page-changed'),
  moved: v.boolean(),
});

const words = v.optional(v.pipe(v.string(), v.maxLength(MOST_LETTERS)));

export const pageReport: v.GenericSchema<unknown, PageReport> = v.object({
  url: v.pipe(v.string(), v.maxLength(2_000), v.url()),
  heading: words,
  title: words,
  state: v.picklist(['changing', 'changed', 'same']),
});
