/** The one reading of e-mail fields: several addresses may stand in one, with names around them. */
import { readable } from './text.ts';

const ADDRESS = /[\p{L}\p{N}_][^\s@<>()[\],;:"/|\\&·]*@[\p{L}\p{N}.-]+\.[\p{L}\p{N}-]*[\p{L}\p{N}]/gu;

const PLAIN = /^[a-z0-9][a-z0-9._+-]*@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}$/;

/** @returns the addresses in lower case, each once, in the order they stand; an ill-formed one is none */
export function emailsIn(text: string): string[] {
  if (PLAIN.test(text)) return [text];
  const found = readable(text.slice(0, 1000)).toLowerCase().match(ADDRESS);
  return found ? [...new Set(found)] : [];
}
