import { browser } from 'wxt/browser';

const ALARM = 'run';
/** A browser stops a worker after 30 idle seconds; calls to extension APIs keep it alive. */
const KEEP_ALIVE_MS = 20_000;

/** @returns stops it */
function keepAlive(): () => void {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo(), KEEP_ALIVE_MS);
  return () => clearInterval(timer);
}

/**
 * Keeps the worker alive while a run is active, and lets an alarm restart it should the browser stop it anyway. Call
 * it synchronously while the worker starts.
 * @param wake continues what the journal says is unfinished
 * @param onFirstRun called once, after installation
 */
export function createKeepAlive(wake: () => Promise<unknown>, onFirstRun: () => Promise<unknown>) {
  let rest: (() => void) | undefined;
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void wake();
  });
  // Continues a run that was interrupted by closing the browser or updating the extension.
  browser.runtime.onStartup.addListener(() => void wake());
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void wake();
    if (reason === 'install') void onFirstRun();
  });
  return {
    onBusy(busy: boolean): void {
      rest?.();
      rest = busy ? keepAlive() : undefined;
      if (busy) {
        void browser.alarms.create(ALARM, { periodInMinutes: 0.5 });
      } else {
        void browser.alarms.clear(ALARM);
      }
    },
    /** For long requests: Firefox may stop the worker even while a view waits for its answer. */
    async stayAwake<Result>(work: Promise<Result>): Promise<Result> {
      const end = keepAlive();
      try {
        return await work;
      } finally {
        end();
      }
    },
  };
}
