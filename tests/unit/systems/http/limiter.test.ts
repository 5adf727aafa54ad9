import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLimiter, type LimiterOptions } from '../../../../lib/systems/http/limiter.ts';
import { fakeClock, limiterStore } from './support.ts';

function setUp(options: Partial<LimiterOptions> = {}) {
  const clock = fakeClock();
  const store = limiterStore();
  const make = () =>
    createLimiter({
      key: 'dinero',
      limit: 100,
      windowMs: 60_000,
      store,
      now: clock.now,
      sleep: clock.sleep,
      ...options,
    });
  return { clock, store, make, limiter: make() };
}

/** The maximum number of requests in any window. */
function densest(times: number[], windowMs: number): number {
  return Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + windowMs).length));
}

describe('a limiter', () => {
  it('admits requests up to the limit, and the next one when the first is a window old', async () => {
    const { clock, limiter } = setUp({ limit: 3 });
    await limiter.take();
    clock.time += 10_000;
    await limiter.take();
    await limiter.take();
    expect(clock.slept).toEqual([]);
    await limiter.take();
    expect(clock.slept).toEqual([50_000]);
  });

  it('never exceeds the limit in any window, whatever the timing, restarts and concurrency', async () => {
    const step = fc.record({
      wait: fc.integer({ min: 0, max: 40_000 }),
      callers: fc.integer({ min: 1, max: 4 }),
      restart: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        const { clock, make } = setUp({ limit: 5 });
        const times: number[] = [];
        let limiter = make();
        for (const { wait, callers, restart } of steps) {
          clock.time += wait;
          if (restart) limiter = make();
          const taking = Array.from({ length: callers }, () =>
            limiter.take().then(() => times.push(clock.time)),
          );
          await Promise.all(taking);
        }
        expect(densest(times, 60_000)).toBeLessThanOrEqual(5);
      }),
    );
  });

  it('stores a request before admitting it', async () => {
    const { clock, store, limiter } = setUp();
    await limiter.take();
    expect(store.states.get('dinero')?.sent).toEqual([clock.time]);
  });

  it('admits no request that it cannot store, and recovers with the store', async () => {
    const store = limiterStore();
    let broken = true;
    const { limiter } = setUp({
      store: {
        ...store,
        save: async (key, state) => (broken ? Promise.reject(new Error('full')) : store.save(key, state)),
      },
    });
    await expect(limiter.take()).rejects.toThrow('full');
    broken = false;
    await limiter.take();
    expect(store.states.get('dinero')?.sent).toHaveLength(2);
  });

  it('retries loading its store', async () => {
    const store = limiterStore();
    let tries = 0;
    const { limiter } = setUp({
      store: {
        ...store,
        load: async (key) => (tries++ === 0 ? Promise.reject(new Error('locked')) : store.load(key)),
      },
    });
    await expect(limiter.take()).rejects.toThrow('locked');
    await limiter.take();
    expect(tries).toBe(2);
  });

  it('waits as long as a 429 says, across a restart', async () => {
    const { clock, make, limiter } = setUp();
    await limiter.take();
    await limiter.onRateLimited(17_000);
    await make().take();
    expect(clock.slept).toEqual([17_000]);
  });

  it('waits a quarter of a window when a 429 does not say how long', async () => {
    const { clock, limiter } = setUp();
    await limiter.onRateLimited();
    await limiter.take();
    expect(clock.slept).toEqual([15_000]);
  });

  it('waits between one second and ten minutes', async () => {
    const { clock, limiter } = setUp();
    await limiter.onRateLimited(0);
    await limiter.take();
    await limiter.onRateLimited(86_400_000);
    await limiter.take();
    expect(clock.slept).toEqual([1000, 600_000]);
  });

  it('lowers its ceiling by a tenth with each 429, down to 30', async () => {
    const { clock, store, limiter } = setUp();
    const limits: (number | undefined)[] = [];
    for (let n = 0; n < 15; n++) {
      await limiter.onRateLimited(1000);
      clock.time += 1000;
      limits.push(store.states.get('dinero')?.limit);
    }
    expect(limits.slice(0, 3)).toEqual([90, 81, 72]);
    expect(limits.at(-1)).toBe(30);
  });

  it('slows down once when concurrent requests are refused together', async () => {
    const { store, limiter } = setUp();
    await Promise.all([
      limiter.onRateLimited(5000),
      limiter.onRateLimited(5000),
      limiter.onRateLimited(9000),
    ]);
    expect(store.states.get('dinero')).toMatchObject({ limit: 90 });
  });

  it('raises its ceiling in small steps after a while without a 429', async () => {
    const { clock, store, limiter } = setUp();
    await limiter.onRateLimited(1000);
    for (let n = 0; n < 3; n++) {
      clock.time += 5 * 60_000 + 1000;
      await limiter.take();
    }
    expect(store.states.get('dinero')?.limit).toBe(100);
    await limiter.onRateLimited(1000);
    clock.time += 5 * 60_000 + 1000;
    await limiter.take();
    expect(store.states.get('dinero')?.limit).toBe(95);
  });

  it('waits at most a window when the clock was set back', async () => {
    const { clock, limiter } = setUp({ limit: 2 });
    await limiter.take();
    await limiter.take();
    clock.time -= 86_400_000;
    await limiter.take();
    expect(clock.slept).toEqual([60_000]);
  });

  it('waits at most ten minutes when the clock was set back during a pause', async () => {
    const { clock, limiter } = setUp();
    await limiter.onRateLimited(30_000);
    clock.time -= 86_400_000;
    await limiter.take();
    expect(clock.slept).toEqual([600_000]);
  });

  it('ignores an invalid stored state', async () => {
    const { clock, store, limiter } = setUp({ limit: 2 });
    store.states.set('dinero', { sent: [Number.NaN], limit: Number.NaN, pausedUntil: Number.NaN });
    await limiter.take();
    await limiter.take();
    expect(clock.slept).toEqual([]);
  });

  it('rejects an aborted caller, and admits nothing for it', async () => {
    const { store, limiter } = setUp({ limit: 1, sleep: undefined, now: undefined });
    await limiter.take();
    const giveUp = new AbortController();
    const waiting = limiter.take(giveUp.signal);
    const behind = limiter.take(giveUp.signal);
    giveUp.abort(new Error('closed'));
    await expect(waiting).rejects.toThrow('closed');
    await expect(behind).rejects.toThrow('closed');
    expect(store.states.get('dinero')?.sent).toHaveLength(1);
  });
});
