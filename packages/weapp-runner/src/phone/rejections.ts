import type { DOMWindow } from 'jsdom';

/** Windows of this process whose bundles run here. */
const open = new Set<DOMWindow>();

/**
 * Tells a jsdom window of rejections that nobody handles, as a browser does: jsdom itself leaves them to Node.
 * Under a test runner that keeps Node's process to itself, such as Jest, the runner fails the test instead.
 */
export function watchRejections(window: DOMWindow): () => void {
  if (open.size === 0) process.on('unhandledRejection', tell);
  open.add(window);
  return () => {
    open.delete(window);
    if (open.size === 0) process.off('unhandledRejection', tell);
  };
}

function tell(reason: unknown, promise: Promise<unknown>): void {
  const window = [...open].find((one) => promise instanceof one.Promise);
  if (window) {
    window.dispatchEvent(Object.assign(new window.Event('unhandledrejection'), { reason }));
  } else if (process.listenerCount('unhandledRejection') === 1) {
    // It is not the bundle's, and without us Node would have ended here.
    throw reason;
  }
}
