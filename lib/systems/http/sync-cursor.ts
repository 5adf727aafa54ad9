const OVERLAP_MS = 2 * 60_000;
const DAY_MS = 24 * 60 * 60_000;

/**
 * Where the next incremental read begins: the server's clock at the start of this one, less two minutes in case its parts
 * disagree. Without the server's clock, ours less a day.
 * @returns `yyyy-MM-ddTHH:mm:ssZ`
 */
export function cursorAt(serverTime: number | undefined, now: number): string {
  const from = serverTime === undefined ? now - DAY_MS : serverTime - OVERLAP_MS;
  return `${new Date(from).toISOString().slice(0, 19)}Z`;
}
