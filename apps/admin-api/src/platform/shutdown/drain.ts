import type { Server } from 'node:http';

const LOOK_EVERY_MS = 20;

/**
 * Lets a server's connections go as their work ends. A kept-alive connection is idle only after its answer, so idle
 * ones are closed again and again; at the deadline whatever is left is cut. Returns the way to stop it.
 */
export function drainConnections(server: Server, deadlineMs: number): () => void {
  const end = performance.now() + deadlineMs;
  const timer = setInterval(() => {
    if (performance.now() < end) {
      server.closeIdleConnections();
      return;
    }
    server.closeAllConnections();
    clearInterval(timer);
  }, LOOK_EVERY_MS);
  server.closeIdleConnections();
  server.once('close', () => clearInterval(timer));
  return () => clearInterval(timer);
}
