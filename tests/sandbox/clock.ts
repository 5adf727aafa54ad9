/** The clock of both systems: real time plus an offset, so that a test moves on without waiting. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Like `now`, but later than every earlier tick: no two changes carry the same time. */
  tick(): number;
  /** Moves the clock on, e.g. past a token's life or a minute of the limit. */
  advance(milliseconds: number): void;
}

/** @param time where real time comes from */
export function makeClock(time: () => number = Date.now): Clock {
  let offset = 0;
  let last = 0;
  return {
    now: () => time() + offset,
    tick() {
      last = Math.max(time() + offset, last + 1);
      return last;
    },
    advance(milliseconds) {
      offset += milliseconds;
    },
  };
}

/** `2026-11-01T00:00:00.123Z`, as Dinero writes it. */
export const inMilliseconds = (time: number): string => new Date(time).toISOString();
/** `2026-11-01T00:00:00Z`, as Effihub writes it. */
export const inSeconds = (time: number): string => inMilliseconds(time).replace(/\.\d+Z$/, 'Z');
/** Both systems compare times by the second. */
export const secondOf = (text: string): number => Math.floor(Date.parse(text) / 1000);
