/** Reads e-mail fields, which may hold several addresses with names around them. */
import { readable } from './text.ts';

const ADDRESS = /[\p{L}\p{N}_][^\s@<>()[\],;:"/|\\&·]*@[\p{L}\p{N}.-]+\.[\p{L}\p{N}-]*[\p{L}\p{N}]/gu;

const PLAIN = /^[a-z0-9][a-z0-9._+-]*@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}$/;

/** @returns the valid addresses in lower case, without duplicates, in their order */
export function emailsIn(text: string): string[] {
  if (PLAIN.test(text)) return [text];
  const found = readable(text.slice(0, 1000)).toLowerCase().match(ADDRESS);
  return found ? [...new Set(found)] : [];
}
