/** String similarity of words; knows no word lists and no weights. */

const MAX_WORD = 48;
const row0 = new Int32Array(MAX_WORD + 2);
const row1 = new Int32Array(MAX_WORD + 2);
const row2 = new Int32Array(MAX_WORD + 2);

/**
 * Edit distance (insert, delete, replace, swap neighbours), counted up to `limit`.
 * @returns limit + 1 when it is larger, or when the words differ and one is longer than 48 letters
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit || a.length > MAX_WORD || b.length > MAX_WORD) return limit + 1;
  // Most compared words differ in one place only: the common beginning and end are skipped.
  let skip = 0;
  let n = a.length;
  let m = b.length;
  while (skip < n && skip < m && a.charCodeAt(skip) === b.charCodeAt(skip)) skip++;
  while (n > skip && m > skip && a.charCodeAt(n - 1) === b.charCodeAt(m - 1)) {
    n--;
    m--;
  }
  n -= skip;
  m -= skip;
  if (n === 0 || m === 0) return n + m;
  let before = row0;
  let previous = row1;
  let current = row2;
  for (let j = 0; j <= m; j++) previous[j] = j;
  for (let i = 1; i <= n; i++) {
    current[0] = i;
    let best = i;
    const x = a.charCodeAt(skip + i - 1);
    const x1 = i > 1 ? a.charCodeAt(skip + i - 2) : -1;
    for (let j = 1; j <= m; j++) {
      const y = b.charCodeAt(skip + j - 1);
      let d = previous[j - 1]! + (x === y ? 0 : 1);
      if (previous[j]! + 1 < d) d = previous[j]! + 1;
      if (current[j - 1]! + 1 < d) d = current[j - 1]! + 1;
      if (x1 === y && j > 1 && x === b.charCodeAt(skip + j - 2) && before[j - 2]! + 1 < d)
        d = before[j - 2]! + 1;
      current[j] = d;
      if (d < best) best = d;
    }
    if (best > limit) return limit + 1;
    const spare = before;
    before = previous;
    previous = current;
    current = spare;
  }
  return previous[m]! > limit ? limit + 1 : previous[m]!;
}

/** One bit per letter or digit that occurs; words that share few bits cannot be similar. */
export function letterMask(word: string): number {
  let mask = 0;
  for (let i = 0; i < word.length; i++) {
    const c = word.charCodeAt(i);
    mask |= 1 << (c >= 97 && c <= 122 ? c - 97 : 26 + (c % 6));
  }
  return mask;
}

/** Whether the word of this mask has digits. */
export const hasDigits = (mask: number): boolean => mask >>> 26 !== 0;

/** Number of letters that only one of the masks has. */
export function maskDifference(a: number, b: number): number {
  let x = a ^ b;
  x -= (x >>> 1) & 0x55555555;
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return (((x + (x >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** Whether words with these masks cannot be misspelt or abbreviated forms of each other. */
export const areFarApart = (a: number, b: number): boolean =>
  (a & ~b) !== 0 && (b & ~a) !== 0 && maskDifference(a, b) > 4;
