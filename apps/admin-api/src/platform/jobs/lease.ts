import { setInterval } from 'node:timers';

/** How long a lease lasts without being renewed, by the database's clock. */
export const LEASE_SECONDS = 30;
const RENEW_EVERY_MS = 10_000;

/**
 * Runs `work` while renewing its lease. The signal it gets is aborted when a renewal finds the lease gone, or with
 * `stop`. A renewal that fails (database away) is tried again: the lease outlives two of them.
 */
export async function underLease<T>(
  renew: () => Promise<boolean>,
  stop: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const lost = new AbortController();
  const timer = setInterval(() => {
    renew().then(
      (held) => {
        if (!held) lost.abort();
      },
      () => undefined,
    );
  }, RENEW_EVERY_MS);
  timer.unref();
  try {
    return await work(AbortSignal.any([stop, lost.signal]));
  } finally {
    clearInterval(timer);
  }
}
