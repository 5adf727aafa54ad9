/**
 * Shares one running call among everyone who asks at the same time, so no single caller's signal may end it.
 * @returns the shared call; a caller whose signal is aborted gets the signal's reason at once
 */
export function singleFlight<Result>(work: () => Promise<Result>): (signal?: AbortSignal) => Promise<Result> {
  let running: Promise<Result> | undefined;
  return async (signal) => {
    signal?.throwIfAborted();
    running ??= work().finally(() => {
      running = undefined;
    });
    return signal ? abortable(running, signal) : running;
  };
}

/** Rejects with the signal's reason as soon as it is aborted. */
function abortable<Result>(promise: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
