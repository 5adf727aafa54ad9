/** CSV for spreadsheets, safe against formula injection. Pure. */

/** Invisible characters that spreadsheets skip, besides spaces, before checking for a formula. */
const UNSEEN = String.raw`\p{Cc}\p{Cf}\p{DI}`;
/** Full-width signs count where they are typed. */
const SIGN = String.raw`[=+\-@＝＋－＠﹦﹢﹣﹫]`;
const FORMULA = String.raw`(?:[\t\r\n]|[\s${UNSEEN}]*${SIGN})`;

/** A cell that a spreadsheet would evaluate as a formula. */
export const CALCULATED = new RegExp(`^${FORMULA}`, 'u');

/**
 * The same, except for numbers with a sign: a phone number must arrive unchanged. At worst a spreadsheet reads
 * another number.
 */
export const CALCULATED_BUT_NUMBERS = new RegExp(
  String.raw`^(?![\s${UNSEEN}]*[+-][\d\s().\-/]+$)${FORMULA}`,
  'u',
);

/** A cell with the `'` in front that keeps it from being evaluated. */
export const MADE_TEXT = new RegExp(`^'[${UNSEEN}]*${SIGN}`, 'u');

/**
 * CSV with semicolons and a byte-order mark, for a Danish Excel.
 * @param calculated cells that get a `'` in front, so that they stay text
 */
export async function csvOf(
  rows: readonly (readonly string[])[],
  calculated: RegExp = CALCULATED,
): Promise<string> {
  const { default: papa } = await import('papaparse');
  const made = papa.unparse([...rows], { delimiter: ';', newline: '\r\n', escapeFormulae: calculated });
  return `\uFEFF${made}\r\n`;
}
