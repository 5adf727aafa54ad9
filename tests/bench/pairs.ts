/** Two lists of customers with the truth between them. */
import type { MatchInput } from '../../lib/match/index.ts';
import { makeRandom, type Random } from '../sandbox/random.ts';

/** A customer to write down. */
export interface Entry {
  name: string;
  person?: boolean;
  /** Its web host, where it is known. */
  host?: string;
}

/** Writes a customer's name; nothing when this way has nothing to change in it. */
export type Way = (entry: Entry, random: Random) => string | undefined;

export interface Lists {
  source: MatchInput[];
  target: MatchInput[];
  /** The ids of the target customers that a source customer is. */
  truth: Record<string, string[]>;
}

/** So many source customers have no partner. */
const ALONE = 0.25;

/**
 * The target has the names as they are, the source has them written in one of the ways.
 * @returns with `counted`, the source customers whose names came out otherwise
 */
export function makePair(options: {
  pool: readonly Entry[];
  count: number;
  seed: number;
  ways: readonly Way[];
}): Lists & { counted: MatchInput[] } {
  const random = makeRandom(options.seed);
  const entries = random.shuffle(options.pool);
  const source: MatchInput[] = [];
  const counted: MatchInput[] = [];
  const target: MatchInput[] = [];
  const truth: Lists['truth'] = {};
  const addTarget = (name: string): string => {
    const id = `t${target.length}`;
    target.push({ id, name });
    return id;
  };
  for (const [at, entry] of entries.slice(0, options.count).entries()) {
    const written = writeInOneOf(options.ways, entry, random);
    const customer = { id: `s${at}`, name: written ?? entry.name };
    source.push(customer);
    if (written !== undefined) counted.push(customer);
    truth[customer.id] = random.chance(ALONE) ? [] : [addTarget(entry.name)];
  }
  for (const { name } of entries.slice(options.count)) if (target.length < options.count) addTarget(name);
  return { source, target: random.shuffle(target), truth, counted };
}

/** Other ways are tried when the first has nothing to change. */
function writeInOneOf(ways: readonly Way[], entry: Entry, random: Random): string | undefined {
  for (const way of random.shuffle(ways)) {
    const written = way(entry, random);
    if (written !== undefined) return written;
  }
  return undefined;
}
