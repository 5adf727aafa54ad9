/** Long work in a thread that others wait for: it is heard and answered only between two tasks. */

/** Milliseconds of work between two turns of the others. */
export const SLICE_MS = 24;

/**
 * The others' turn: a moment in which messages are heard and the database answers, also several times in a row.
 * Measured with 20,000 customers: `scheduler.yield` goes on before all others in Chromium's worker, which then hears
 * nothing until the end; after a message to oneself (MessageChannel) one answer of the database gets through, and
 * whoever needs ten waits ten times. In Firefox's hidden page a timer is as quick.
 */
export const yieldToEventLoop = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 4));

/** So many are sorted without a stop. */
const SORT_SLICE = 2_000;

/** The items in order, as `toSorted` gives them, with a turn of the others now and then. */
export async function sortCooperatively<Item>(
  items: readonly Item[],
  compare: (a: Item, b: Item) => number,
  turn = yieldToEventLoop,
): Promise<Item[]> {
  if (items.length <= SORT_SLICE) return items.toSorted(compare);
  const runs: Item[] = [];
  for (let from = 0; from < items.length; from += SORT_SLICE) {
    runs.push(...items.slice(from, from + SORT_SLICE).sort(compare));
    await turn();
  }
  // What is sorted already is only put together: a fifth of the work.
  runs.sort(compare);
  await turn();
  return runs;
}
