import { browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';
import { CHECK_KEY, type CheckChoice } from '../domain/preferences.ts';

const ALARM = 'check';
const MINUTE = 60_000;

const PERIODS: Partial<Record<string, number>> = { hourly: 60, daily: 24 * 60 } satisfies Partial<
  Record<CheckChoice, number>
>;

/**
 * Lets the browser's alarm follow the user's preference, also one that is changed later. Must be called while the worker
 * starts: a browser may forget alarms when it or the extension is updated, and Firefox does whenever it is closed.
 * @param check what is to be done when it rings
 */
export function followCheckPreference(check: () => Promise<unknown>): void {
  const preference = storage.defineItem<string>(`local:${CHECK_KEY}`, { fallback: 'off' });
  /** When it rang last, or was set first; in ms since 1970. */
  const checked = storage.defineItem<number>('local:checked');
  const period = async () => PERIODS[await preference.getValue()];
  let settled: Promise<unknown> = Promise.resolve();

  /** Stored before it has ever rung, too: set anew every morning it would never. */
  async function lastTime(): Promise<number> {
    const stored = await checked.getValue();
    if (stored !== null) return stored;
    const now = Date.now();
    await checked.setValue(now);
    return now;
  }

  /** One that is right already is left alone: moved at each start of the worker it might never ring. */
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
  /** One after the other: the newest choice is the one that stays. */
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
