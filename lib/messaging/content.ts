/**
 * The contract with content scripts, apart from the one with views: they may say that their page has changed, and are
 * asked what stands there. Nothing that they say changes anything.
 */
import * as v from 'valibot';
import { LONGEST_ADDRESS, MOST_LETTERS, type PageReport } from './page-report.ts';

/** From the background to a content script. */
export type PageCommand =
  /** Answered with a `PageReport`. With a ticket: only if it is this page's, and with `soundFor`. */
  { kundebro: 'report'; ticket?: string } | { kundebro: 'toggle' } | { kundebro: 'close' };

/** From a content script to what is in the frame that it has made; the page around it cannot read that. */
export type FrameNote =
  /** @property ticket of this page and its panel alone */
  | { kundebro: 'ticket'; ticket: string }
  /** The pointer is somewhere else on the page. */
  | { kundebro: 'away' };

export const ticket = v.pipe(v.string(), v.uuid());

export const frameNote: v.GenericSchema<unknown, FrameNote> = v.variant('kundebro', [
  v.strictObject({ kundebro: v.literal('ticket'), ticket }),
  v.strictObject({ kundebro: v.literal('away') }),
]);

/** For what is in the frame. Whatever its window was sent by others, by what opened it or what it holds, is not told. */
export function onFrameNote(listener: (note: FrameNote) => void): void {
  addEventListener('message', ({ source, data }) => {
    const note = v.safeParse(frameNote, data);
    if (source === window.parent && note.success) listener(note.output);
  });
}

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
  url: v.pipe(v.string(), v.maxLength(LONGEST_ADDRESS), v.url()),
  heading: words,
  title: words,
  state: v.picklist(['changing', 'changed', 'same']),
  soundFor: v.optional(v.pipe(v.number(), v.minValue(0))),
});
