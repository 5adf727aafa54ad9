/** What becomes of æ, ø and å when one program writes a text and another reads it otherwise. */

type Read = (bytes: readonly number[]) => string;
type Write = (text: string) => number[];

/** The letters of the bytes from 128 on, in the code pages of DOS: Western European, and the first one. */
const CP850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐' +
  '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';
const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐' +
  '└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

const each =
  (read: (byte: number) => string): Read =>
  (bytes) =>
    bytes.map((byte) => (byte < 128 ? String.fromCharCode(byte) : read(byte))).join('');

const asWindows: Read = (bytes) => new TextDecoder('windows-1252').decode(new Uint8Array(bytes));
const asLatin1 = each((byte) => String.fromCharCode(byte));
const asCp850 = each((byte) => CP850.charAt(byte - 128));
const asCp437 = each((byte) => CP437.charAt(byte - 128));

const inUtf8: Write = (text) => [...new TextEncoder().encode(text)];
const inLatin1: Write = (text) => [...text].map((letter) => letter.charCodeAt(0));
const inCp850: Write = (text) =>
  [...text].map((letter) => (letter < '\u0080' ? letter.charCodeAt(0) : 128 + CP850.indexOf(letter)));

const letters = (replace: (letter: string) => string) => (text: string) =>
  text.replace(/[^ -~]/g, (letter) => replace(letter));

const sevenBit: Record<string, string> = { æ: '{', ø: '|', å: '}', Æ: '[', Ø: '\\', Å: ']' };
const entities: Record<string, string> = {
  ...{ æ: '&aelig;', ø: '&oslash;', å: '&aring;' },
  ...{ Æ: '&AElig;', Ø: '&Oslash;', Å: '&Aring;' },
};

/** Each leaves a text without such letters as it is. */
export const wrongEncodings: ((text: string) => string)[] = [
  (text) => asWindows(inUtf8(text)),
  (text) => asLatin1(inUtf8(text)),
  (text) => asWindows(inUtf8(asWindows(inUtf8(text)))),
  (text) => asCp850(inUtf8(text)),
  (text) => asCp850(inLatin1(text)),
  (text) => asCp437(inLatin1(text)),
  (text) => asWindows(inCp850(text)),
  letters((letter) => sevenBit[letter] ?? letter),
  letters(() => '?'),
  letters((letter) => '?'.repeat(inUtf8(letter).length)),
  letters(() => '\ufffd'),
  letters(() => ''),
  letters(() => '_'),
  letters((letter) => entities[letter] ?? letter),
  letters((letter) => `&#${letter.codePointAt(0)};`),
];
