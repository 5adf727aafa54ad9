import { browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';
import { CHECK_KEY, type CheckChoice } from '../domain/preferences.ts';

const ALARM = 'check';
const MINUTE = 60_000;

const PERIODS: Partial<Record<string, number>> = { hourly: 60, daily: 24 * 60 } satisfies Partial<
  Record<CheckChoice, number>
>;

/**
 * Keeps the alarm in step with the user's preference. Call it synchronously while the worker starts: browsers may
 * forget alarms on an update, and Firefox does whenever it is closed.
 * @param check runs when the alarm rings
 */
export function followCheckPreference(check: () => Promise<unknown>): void {
  const preference = storage.defineItem<string>(`local:${CHECK_KEY}`, { fallback: 'off' });
  /** When it last rang or was first set, in ms since 1970. */
  const checked = storage.defineItem<number>('local:checked');
  const period = async () => PERIODS[await preference.getValue()];
  let settled: Promise<unknown> = Promise.resolve();

  /** Also stored before the first ring: an alarm restarted every morning would never ring. */
  async function lastTime(): Promise<number> {
    const stored = await checked.getValue();
    if (stored !== null) return stored;
    const now = Date.now();
    await checked.setValue(now);
    return now;
  }

  /** Leaves a correct alarm alone: restarted whenever the worker starts, it might never ring. */
  async function settleNow(): Promise<void> {
    const periodInMinutes = await period();
    const alarm = await browser.alarms.get(ALARM);
    if (alarm?.periodInMinutes === periodInMinutes) return;
    if (periodInMinutes === undefined) {
      await browser.alarms.clear(ALARM);
      return;
    }
    const when = Math.max((await lastTime()) + periodInMinutes * MINUTE, Date.now() + MINUTE);
    await browser.alarms.create(ALARM, { when, periodInMinutes });
  }
  /** Serialized, so that the newest choice wins. */
  const settle = () => {
    settled = settled.then(settleNow).catch(() => undefined);
  };

  browser.alarms.onAlarm.addListener(async ({ name }) => {
    if (name !== ALARM || !(await period())) return;
    await checked.setValue(Date.now());
    await check();
    settle();
  });
  preference.watch(settle);
  settle();
}
