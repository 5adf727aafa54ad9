import { browser } from 'wxt/browser';

const ALARM = 'run';
/** A browser stops a worker after 30 idle seconds; a call to an extension API counts as work. */
const KEEP_ALIVE_MS = 20_000;

/** @returns ends it */
function keepAlive(): () => void {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo(), KEEP_ALIVE_MS);
  return () => clearInterval(timer);
}

/**
 * While something is being carried out, an alarm wakes the worker again should the browser stop it, and small calls keep
 * it from being stopped while it only waits. Must be made while the worker starts.
 * @param wake goes on with what the journal says is unfinished
 * @param onFirstRun called once, after installation
 */
export function createKeepAlive(wake: () => Promise<unknown>, onFirstRun: () => Promise<unknown>) {
  let rest: (() => void) | undefined;
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void wake();
  });
  // A run that the browser's end or an update of the extension cut off goes on when either is over.
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
    /** For an answer that takes long: for Firefox a view that waits for it is no reason to let the worker live. */
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
