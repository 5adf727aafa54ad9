/** What the address of the full page asks for: the panel leads there with what is never done inside a site's page. */

export type Asked =
  | { what: 'reset'; connectionId: string }
  | { what: 'undo'; connectionId: string; runId: string };

const RESET = 'nulstil';
const UNDO = 'fortryd';

/** The part of an address behind its `#`. */
export function partFor(asked: Asked): string {
  const { connectionId } = asked;
  const words = asked.what === 'reset' ? [RESET, connectionId] : [UNDO, connectionId, asked.runId];
  return words.map(encodeURIComponent).join('/');
}

/** @param hash as `location` has it @returns undefined when it asks for nothing that we know */
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
