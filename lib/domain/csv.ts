/** Tables as spreadsheets take them: what stands in a cell is shown, and never calculated with. Pure. */

/** What spreadsheets pass over, besides spaces, before they look whether a cell is a formula. */
const UNSEEN = String.raw`\p{Cc}\p{Cf}\p{DI}`;
/** Wide ones count where they are typed. */
const SIGN = String.raw`[=+\-@＝＋－＠﹦﹢﹣﹫]`;
const FORMULA = String.raw`(?:[\t\r\n]|[\s${UNSEEN}]*${SIGN})`;

/** A cell that a spreadsheet on the way would calculate with. */
export const CALCULATED = new RegExp(`^${FORMULA}`, 'u');

/**
 * The same, but numbers with a sign are let through, since a phone number must arrive as it is: at worst a spreadsheet
 * makes another number of it.
 */
export const CALCULATED_BUT_NUMBERS = new RegExp(
  String.raw`^(?![\s${UNSEEN}]*[+-][\d\s().\-/]+$)${FORMULA}`,
  'u',
);

/** A cell that has got the `'` that keeps it from being calculated with. */
export const MADE_TEXT = new RegExp(`^'[${UNSEEN}]*${SIGN}`, 'u');

/**
 * Semicolons and a byte-order mark, as a Danish Excel wants them.
 * @param calculated which cells get a `'`, so that they stay text
 */
export async function csvOf(
  rows: readonly (readonly string[])[],
  calculated: RegExp = CALCULATED,
): Promise<string> {
  const { default: papa } = await import('papaparse');
  const made = papa.unparse([...rows], { delimiter: ';', newline: '\r\n', escapeFormulae: calculated });
  return `\uFEFF${made}\r\n`;
}
