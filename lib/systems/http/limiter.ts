import { sleep as realSleep, type Sleep } from './sleep.ts';

/** Keeps the limiter's state when the worker is stopped. */
export interface LimiterStore {
  load(key: string): Promise<LimiterState | undefined>;
  save(key: string, state: LimiterState): Promise<void>;
}

export interface LimiterState {
  /** When the requests of the last window were sent, in ms, oldest first. */
  sent: number[];
  /** The current ceiling; a 429 lowers it. */
  limit: number;
  /** Nothing is sent before this time (ms). Later it tells when the ceiling last changed. */
  pausedUntil: number;
}

export interface Limiter {
  /**
   * Resolves when a request may be sent, after recording and storing it.
   * @param onWait called with the time (ms since 1970) until which it has to wait, each time it does
   */
  take(signal?: AbortSignal, onWait?: (until: number) => void): Promise<void>;
  /** Call it after a 429: the next `take` waits as long as the server said, and the ceiling drops by 10 %. */
  onRateLimited(retryAfterMs?: number): Promise<void>;
  /** The shortest time until this many more requests can be sent, in ms. */
  timeFor(requests: number): Promise<number>;
}

export interface LimiterOptions {
  key: string;
  /** Maximum number of requests in a window. */
  limit: number;
  /** A second more than a minute: requests may overtake each other on their way. @default 61000 */
  windowMs?: number;
  store: LimiterStore;
  now?: () => number;
  sleep?: Sleep;
}

const FLOOR = 30;
const LONGEST_PAUSE_MS = 10 * 60_000;
const SHORTEST_PAUSE_MS = 1000;
/** A lowered ceiling rises one step after this many windows without a 429. */
const CALM_WINDOWS = 5;
const STEP = 5;

/**
 * A sliding window: never more than `limit` requests within `windowMs`, across callers and restarts. A clock that was
 * set back causes a wait of one window at most.
 */
export function createLimiter(options: LimiterOptions): Limiter {
  const { key, limit: ceiling, windowMs = 61_000, store, now = Date.now, sleep = realSleep } = options;
  const floor = Math.min(FLOOR, ceiling);
  let loading: Promise<LimiterState> | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  let saving: Promise<unknown> = Promise.resolve();

  /** The state without expired entries. A failed load is tried again next time. */
  async function current(): Promise<LimiterState> {
    loading ??= store.load(key).then((stored) => sound(stored, ceiling));
    try {
      const state = await loading;
      tidy(state, now());
      return state;
    } catch (error) {
      loading = undefined;
      throw error;
    }
  }

  function tidy(state: LimiterState, time: number): void {
    state.sent = state.sent.map((at) => Math.min(at, time)).filter((at) => time - at < windowMs);
    state.pausedUntil = Math.min(state.pausedUntil, time + LONGEST_PAUSE_MS);
    if (state.limit < ceiling && time - state.pausedUntil >= CALM_WINDOWS * windowMs) {
      state.limit = Math.min(ceiling, state.limit + STEP);
      state.pausedUntil = time;
    }
  }

  function save(state: LimiterState): Promise<void> {
    const copy = { ...state, sent: [...state.sent] };
    const saved = saving.then(() => store.save(key, copy));
    saving = saved.catch(() => undefined);
    return saved;
  }

  async function admit(signal?: AbortSignal, onWait?: (until: number) => void): Promise<void> {
    for (;;) {
      signal?.throwIfAborted();
      const state = await current();
      const time = now();
      const oldest = state.sent[state.sent.length - state.limit];
      const wait = Math.max(state.pausedUntil - time, oldest === undefined ? 0 : oldest + windowMs - time);
      if (wait <= 0) {
        state.sent.push(time);
        return save(state);
      }
      onWait?.(time + wait);
      await sleep(wait, signal);
    }
  }

  return {
    take(signal, onWait) {
      const turn = queue.then(() => admit(signal, onWait));
      queue = turn.catch(() => undefined);
      return turn;
    },
    async onRateLimited(retryAfterMs = windowMs / 4) {
      const state = await current();
      const time = now();
      // Requests sent together are refused together: one reason to slow down, not ten.
      if (time >= state.pausedUntil) state.limit = Math.max(floor, Math.floor(state.limit * 0.9));
      const pause = Math.min(Math.max(retryAfterMs, SHORTEST_PAUSE_MS), LONGEST_PAUSE_MS);
      state.pausedUntil = Math.max(state.pausedUntil, time + pause);
      await save(state);
    },
    async timeFor(requests) {
      if (requests < 1) return 0;
      const { sent, limit, pausedUntil } = await current();
      const time = now();
      // Each request waits for the one sent a whole window's worth of requests earlier.
      const rounds = Math.floor((requests - 1) / limit);
      const before = sent[sent.length - limit + ((requests - 1) % limit)];
      const first = Math.max(time, pausedUntil, before === undefined ? 0 : before + windowMs);
      return first - time + rounds * windowMs;
    },
  };
}

/** The stored state where it is valid; a stored ceiling never exceeds the current one. */
function sound(stored: LimiterState | undefined, ceiling: number): LimiterState {
  const number = (value: unknown, fallback: number) => (Number.isFinite(value) ? Number(value) : fallback);
  return {
    sent: (Array.isArray(stored?.sent) ? stored.sent : []).filter(Number.isFinite).sort((a, b) => a - b),
    limit: Math.max(1, Math.min(ceiling, number(stored?.limit, ceiling))),
    pausedUntil: number(stored?.pausedUntil, 0),
  };
}
