/** Pieces that the schemas of several features share. */
import * as v from 'valibot';

/** An id made of a table's row holds a name and a postal code, up to 300 letters each. */
export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(1_000));
export const text = v.pipe(v.string(), v.maxLength(20_000));
/** What fits in one line of a form. */
export const line = v.pipe(v.string(), v.maxLength(2_000));
/** ISO 3166, two letters. */
export const countryCode = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/));
/** A count or a place in a list. */
export const wholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0));

export const connection = { connectionId: id };
export const ofConnection = v.object(connection);
export const ofRun = v.object({ runId: id });
/** The name on the panel's card: a click does nothing when the page shows another by now. */
export const shownName = { shown: v.optional(text) };
