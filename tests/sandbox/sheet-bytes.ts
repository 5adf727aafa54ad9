/** Tables as text, and text as bytes. */

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
/** The same as Windows-1252 for the letters used here. */
export const windows1252 = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => letter.charCodeAt(0));
export const utf16 = (text: string, order: 'le' | 'be' = 'le'): Uint8Array => {
  const bytes = new DataView(new ArrayBuffer(2 * text.length + 2));
  for (const [place, unit] of [
    0xfeff,
    ...Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)),
  ].entries())
    bytes.setUint16(2 * place, unit, order === 'le');
  return new Uint8Array(bytes.buffer);
};

/** Cells that need it are quoted. */
export function delimited(rows: readonly (readonly string[])[], delimiter: string, newline = '\r\n'): string {
  const cell = (text: string) =>
    text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return rows.map((row) => row.map(cell).join(delimiter) + newline).join('');
}
