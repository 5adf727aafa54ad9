import { sleep as realSleep, type Sleep } from './sleep.ts';

/** Where the limiter's state survives a stop of the worker. */
export interface LimiterStore {
  load(key: string): Promise<LimiterState | undefined>;
  save(key: string, state: LimiterState): Promise<void>;
}

export interface LimiterState {
  /** When the requests of the last window were sent, in ms, oldest first. */
  sent: number[];
  /** The current ceiling, lowered by a 429. */
  limit: number;
  /** Nothing is sent before this time (ms). Afterwards it tells when the ceiling last changed. */
  pausedUntil: number;
}

export interface Limiter {
  /**
   * Resolves when a request may be sent. It is recorded, and stored, before that.
   * @param onWait told until when (ms since 1970) it has to wait, each time that it has to
   */
  take(signal?: AbortSignal, onWait?: (until: number) => void): Promise<void>;
  /** After a 429: the next `take` waits as long as the server said, and the ceiling sinks by 10 %. */
  onRateLimited(retryAfterMs?: number): Promise<void>;
  /** How long it takes at least until so many more requests may have been sent, in ms. */
  timeFor(requests: number): Promise<number>;
}

export interface LimiterOptions {
  key: string;
  /** The most requests in one window. */
  limit: number;
  /** A second over a minute by default: requests may overtake each other on their way. @default 61000 */
  windowMs?: number;
  store: LimiterStore;
  now?: () => number;
  sleep?: Sleep;
}

const FLOOR = 30;
const LONGEST_PAUSE_MS = 10 * 60_000;
const SHORTEST_PAUSE_MS = 1000;
/** This many windows without a 429 raise a lowered ceiling by one step. */
const CALM_WINDOWS = 5;
const STEP = 5;

/**
 * A rolling window: at no time more than `limit` requests within `windowMs`, across callers and restarts.
 * A clock that was set back only makes it wait a window at most, never longer.
 */
export function createLimiter(options: LimiterOptions): Limiter {
  const { key, limit: ceiling, windowMs = 61_000, store, now = Date.now, sleep = realSleep } = options;
  const floor = Math.min(FLOOR, ceiling);
  let loading: Promise<LimiterState> | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  let saving: Promise<unknown> = Promise.resolve();

  /** The state with what is over left out; a failed load is tried again next time. */
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
      // Requests sent together are refused together: that is one reason to slow down, not ten.
      if (time >= state.pausedUntil) state.limit = Math.max(floor, Math.floor(state.limit * 0.9));
      const pause = Math.min(Math.max(retryAfterMs, SHORTEST_PAUSE_MS), LONGEST_PAUSE_MS);
      state.pausedUntil = Math.max(state.pausedUntil, time + pause);
      await save(state);
    },
    async timeFor(requests) {
      if (requests < 1) return 0;
      const { sent, limit, pausedUntil } = await current();
      const time = now();
      // Each request waits for the one that is a whole window's worth of requests before it.
      const rounds = Math.floor((requests - 1) / limit);
      const before = sent[sent.length - limit + ((requests - 1) % limit)];
      const first = Math.max(time, pausedUntil, before === undefined ? 0 : before + windowMs);
      return first - time + rounds * windowMs;
    },
  };
}

/** What was stored, if it can be used; a stored ceiling never exceeds the present one. */
function sound(stored: LimiterState | undefined, ceiling: number): LimiterState {
  const number = (value: unknown, fallback: number) => (Number.isFinite(value) ? Number(value) : fallback);
  return {
    sent: (Array.isArray(stored?.sent) ? stored.sent : []).filter(Number.isFinite).sort((a, b) => a - b),
    limit: Math.max(1, Math.min(ceiling, number(stored?.limit, ceiling))),
    pausedUntil: number(stored?.pausedUntil, 0),
  };
}
