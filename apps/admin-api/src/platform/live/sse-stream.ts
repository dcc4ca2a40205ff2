import type { ServerResponse } from 'node:http';

const RECONNECT_MS = 3_000;
/** A reader this far behind is cut off; it reconnects and reads the present state. */
const MOST_BUFFERED_BYTES = 64 * 1024;

/** One server-sent event. */
export interface SseMessage {
  readonly id?: number;
  readonly event: string;
  readonly data: object;
}

/** Writes server-sent events on a raw response (HTML standard, section 9.2). */
export class SseStream {
  constructor(
    private readonly response: ServerResponse,
    headers: Readonly<Record<string, string | number | string[] | undefined>>,
  ) {
    for (const [name, value] of Object.entries(headers)) {
      if (value !== undefined) response.setHeader(name, value);
    }
    response.setHeader('content-type', 'text/event-stream; charset=utf-8');
    response.setHeader('cache-control', 'no-cache, no-transform');
    // Proxies of the nginx family would hold events back.
    response.setHeader('x-accel-buffering', 'no');
    response.writeHead(200);
    this.#write(`retry: ${RECONNECT_MS}\n\n`);
  }

  send(message: SseMessage): void {
    const id = message.id === undefined ? '' : `id: ${message.id}\n`;
    this.#write(`${id}event: ${message.event}\ndata: ${JSON.stringify(message.data)}\n\n`);
  }

  /** A comment that keeps proxies from closing a quiet stream and finds out that the reader is gone. */
  heartbeat(): void {
    this.#write(':\n\n');
  }

  end(): void {
    if (!this.response.writableEnded) this.response.end();
  }

  #write(text: string): void {
    if (this.response.writableEnded || this.response.destroyed) return;
    if (this.response.writableLength > MOST_BUFFERED_BYTES) this.response.destroy();
    else this.response.write(text);
  }
}
