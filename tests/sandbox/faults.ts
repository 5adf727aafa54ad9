import type { Call } from './http.ts';

export type System = 'dinero' | 'effihub';

/** Which requests a fault hits. */
export interface FaultMatch {
  system: System;
  /** A fault hits API and token requests; web pages only when their host is named. */
  host?: string;
  method?: string;
  /** Tried on the path, and on the path with its query. */
  path?: RegExp;
  /** How many requests it hits. @default 1 */
  times?: number;
  /** How many matching requests pass first. @default 0 */
  after?: number;
}

export type FaultKind =
  /** The server does it, then the connection breaks. */
  | { kind: 'lost-answer' }
  /** The connection breaks before the server has done anything. */
  | { kind: 'drop' }
  | { kind: 'status'; status: number; body?: unknown; headers?: Record<string, string> }
  /** @param retryAfter seconds; null leaves the header out. @default 1 */
  | { kind: 'rate-limited'; retryAfter?: number | null }
  /** A proxy's page. @default 200 */
  | { kind: 'html'; status?: number }
  /** The real answer, cut in half. */
  | { kind: 'cut-json' }
  /** The real answer with wrong types, or changed by `garble`. */
  | { kind: 'garbled'; garble?: (answer: unknown) => unknown }
  /** The server does it at once and answers after so many milliseconds. */
  | { kind: 'slow'; ms: number }
  /** No answer until `release()`. `when`: is it done before or after the wait? @default 'done-first' */
  | { kind: 'hold'; when?: 'done-first' | 'done-last' }
  | { kind: 'redirect'; to?: string; status?: number };

export type Fault = FaultMatch & FaultKind;

export interface FaultHandle {
  readonly fault: Fault;
  /** How many requests it has hit. */
  readonly hits: number;
  /** Resolves when the first request is hit. */
  readonly arrived: Promise<void>;
  /** Lets held requests be answered, and hits no more. */
  release(): void;
  /** Hits no more; held requests stay held. */
  remove(): void;
}

export interface Faults {
  add(fault: Fault): FaultHandle;
  /** Removes all, and lets held requests go. */
  clear(): void;
}

interface Active extends FaultHandle {
  hits: number;
  seen: number;
  arrive(): void;
  released: Promise<void>;
}

export interface Hit {
  fault: Fault;
  /** Resolves when the fault is released. */
  released: Promise<void>;
}

/** The switchboard, and the server's question whether a request is hit. */
export function makeFaults(): Faults & { hit(system: System, isPage: boolean, call: Call): Hit | undefined } {
  let active: Active[] = [];
  return {
    add(fault) {
      const arrived = Promise.withResolvers<void>();
      const released = Promise.withResolvers<void>();
      const one: Active = {
        fault,
        hits: 0,
        seen: 0,
        arrived: arrived.promise,
        arrive: arrived.resolve,
        released: released.promise,
        release() {
          one.remove();
          released.resolve();
        },
        remove() {
          active = active.filter((other) => other !== one);
        },
      };
      active.push(one);
      return one;
    },
    clear() {
      for (const one of active) one.release();
    },
    hit(system, isPage, call) {
      for (const one of active) {
        if (!matches(one.fault, system, isPage, call)) continue;
        one.seen += 1;
        if (one.seen <= (one.fault.after ?? 0) || one.hits >= (one.fault.times ?? 1)) continue;
        one.hits += 1;
        one.arrive();
        return { fault: one.fault, released: one.released };
      }
      return undefined;
    },
  };
}

function matches(fault: Fault, system: System, isPage: boolean, call: Call): boolean {
  if (fault.system !== system) return false;
  if (fault.host ? fault.host !== call.host : isPage) return false;
  if (fault.method && fault.method !== call.method) return false;
  if (!fault.path) return true;
  const query = call.query.toString();
  // `search` ignores lastIndex, so a pattern with the g flag works too.
  return call.path.search(fault.path) >= 0 || `${call.path}?${query}`.search(fault.path) >= 0;
}

/** Every value replaced by one of another type; the shape stays, so that only a schema notices. */
export function wrongTypes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(wrongTypes);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, wrongTypes(inner)]));
  }
  if (typeof value === 'string') return { text: value.length };
  if (typeof value === 'number') return 'mange';
  return typeof value === 'boolean' ? 'måske' : 42;
}
