/** What the address of the full page asks for. The panel leads there with what is never done inside a site's page. */

export type Asked =
  | { what: 'reset'; connectionId: string }
  | { what: 'undo'; connectionId: string; runId: string };

/** The hash that leads to reading a customer table. */
export const TABLE = 'kundetabel';
/** The hash that leads to the wizard that was started. */
export const WIZARD = 'trin';

const RESET = 'nulstil';
const UNDO = 'fortryd';

/** @returns the hash, without `#` */
export function partFor(asked: Asked): string {
  const { connectionId } = asked;
  const words = asked.what === 'reset' ? [RESET, connectionId] : [UNDO, connectionId, asked.runId];
  return words.map(encodeURIComponent).join('/');
}

/** @param hash as in `location` @returns undefined when it asks for nothing known */
export function askedIn(hash: string): Asked | undefined {
  let words: string[];
  try {
    words = hash.replace(/^#/, '').split('/').map(decodeURIComponent);
  } catch {
    return undefined;
  }
  const [what, connectionId, runId] = words;
  if (!connectionId) return undefined;
  if (what === RESET) return { what: 'reset', connectionId };
  return what === UNDO && runId ? { what: 'undo', connectionId, runId } : undefined;
}
