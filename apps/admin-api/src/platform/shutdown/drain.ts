import type { Server } from 'node:http';
import type { Socket } from 'node:net';

const LOOK_EVERY_MS = 20;
/** A connection that was just opened gets this long to bring its first request. */
const FIRST_REQUEST_MS = 500;

/** Ends a server's connections when their work is done. Make it before the server listens. */
export class ConnectionDrain {
  readonly #sockets = new Set<Socket>();

  constructor(private readonly server: Server) {
    server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    });
  }

  /**
   * A kept-alive connection is idle only after its answer, so idle ones are closed again and again; at the deadline
   * whatever is left is cut. Does not wait: the server's `close` event tells the end.
   */
  begin(deadlineMs: number): void {
    const begun = performance.now();
    const timer = setInterval(() => {
      const spent = performance.now() - begun;
      this.server.closeIdleConnections();
      if (spent >= FIRST_REQUEST_MS) this.#closeUnused();
      if (spent < deadlineMs) return;
      this.server.closeAllConnections();
      clearInterval(timer);
    }, LOOK_EVERY_MS);
    this.server.closeIdleConnections();
    this.server.once('close', () => clearInterval(timer));
  }

  /** Browsers open connections ahead of need; Node counts one that never brought a byte as busy. */
  #closeUnused(): void {
    for (const socket of this.#sockets) if (socket.bytesRead === 0) socket.destroy();
  }
}
