import { looksLikeHtml } from '../http/text.ts';

/**
 * `excel`: a workbook, or a web page named like one; to be saved as CSV. `not-text`: anything else that is not text.
 */
export type Unreadable = 'excel' | 'not-text';

const WORKBOOKS = [
  // A zip: .xlsx, .ods, .numbers.
  [0x50, 0x4b, 0x03, 0x04],
  // .xls
  [0xd0, 0xcf, 0x11, 0xe0],
];
const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d];
/** Enough bytes to tell text from binary data. */
const SAMPLE = 10_000;

/**
 * Decodes a file: by its byte-order mark, else as UTF-8 if valid, else as Windows-1252, which a Danish Excel writes.
 */
export function decodeTable(bytes: Uint8Array): { text: string } | { refused: Unreadable } {
  if (WORKBOOKS.some((mark) => startsWith(bytes, mark))) return { refused: 'excel' };
  if (startsWith(bytes, PDF)) return { refused: 'not-text' };
  const marked = byMark(bytes);
  if (marked === undefined && isBinary(bytes)) return { refused: 'not-text' };
  const text = marked ?? utf8(bytes) ?? new TextDecoder('windows-1252').decode(bytes);
  // Many systems export a web page as ".xls", since Excel opens it.
  return looksLikeHtml(text) ? { refused: 'excel' } : { text };
}

/** The decoder removes the mark. */
function byMark(bytes: Uint8Array): string | undefined {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(bytes);
  return undefined;
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, place) => bytes[place] === byte);

/** More than one percent control characters other than tab and line ends. A stray one does no harm. */
function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE);
  const controls = sample.reduce((count, byte) => count + (byte < 9 || (byte > 13 && byte < 32) ? 1 : 0), 0);
  return controls * 100 > sample.length;
}
