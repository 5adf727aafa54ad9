/** The alarm of the automatic check, in a browser that forgets alarms whenever it is closed. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { CHECK_KEY } from '../../../lib/domain/preferences.ts';

vi.stubGlobal('browser', fakeBrowser);
fakeBrowser.runtime.id = 'kundebro';
const { followCheckPreference } = await import('../../../lib/browser/check-alarm.ts');

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const morning = Date.UTC(2026, 10, 23, 8);

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => void vi.useRealTimers());

/** Opens the browser at this time, without any alarm. @returns when the check's alarm rings */
async function openedAt(time: number, check: () => Promise<void> = async () => undefined): Promise<number> {
  vi.setSystemTime(time);
  fakeBrowser.alarms.resetState();
  fakeBrowser.alarms.onAlarm.removeAllListeners();
  followCheckPreference(check);
  await expect.poll(() => fakeBrowser.alarms.get('check')).toBeDefined();
  return (await fakeBrowser.alarms.get('check'))?.scheduledTime ?? 0;
}

it('the daily check runs even if the browser is closed every evening', async () => {
  await fakeBrowser.storage.local.set({ [CHECK_KEY]: 'daily' });
  expect(await openedAt(morning)).toBe(morning + DAY);
  // Before the alarm has rung.
  const noon = morning + 4 * HOUR;
  expect(await openedAt(noon)).toBe(morning + DAY);
  expect(await openedAt(morning + DAY - HOUR)).toBe(morning + DAY);
  const later = morning + DAY + HOUR;
  expect(await openedAt(later)).toBe(later + 60_000);
});

it('the next alarm is scheduled from the last ring', async () => {
  await fakeBrowser.storage.local.set({ [CHECK_KEY]: 'daily' });
  const check = vi.fn(async () => undefined);
  const rings = await openedAt(morning, check);
  vi.setSystemTime(rings);
  await fakeBrowser.alarms.onAlarm.trigger({ name: 'check', scheduledTime: rings });
  expect(check).toHaveBeenCalledOnce();
  expect(await openedAt(rings + HOUR)).toBe(rings + DAY);
});
