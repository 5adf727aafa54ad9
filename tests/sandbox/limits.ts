import type { World } from './world.ts';

const minute = 60_000;

/**
 * Counts one request against a limit of so many in any 60 seconds. A refused request is not counted.
 * @returns seconds to wait, or undefined when the request may pass
 */
export function overLimit(world: World, key: string, perMinute: number): number | undefined {
  const now = world.clock.now();
  const recent = (world.recent.get(key) ?? []).filter((at) => at > now - minute);
  world.recent.set(key, recent);
  if (recent.length < perMinute) {
    recent.push(now);
    return undefined;
  }
  const oldest = recent[0] ?? now;
  return Math.max(1, Math.ceil((oldest + minute - now) / 1000));
}
