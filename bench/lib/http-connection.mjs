import { connect } from 'node:net';

const END_OF_HEAD = Buffer.from('\r\n\r\n');

/**
 * @typedef {{ method: string, path: string, headers: Record<string, string>, body?: string }} Call
 * @typedef {{ status: number, head: string, body: Buffer }} Answer
 */

/**
 * One kept-alive HTTP/1.1 connection with one call at a time. Hand-made because a general client costs as much CPU as
 * the server that is to be measured, and both share the machine.
 */
export class HttpConnection {
  /** @type {((answer: Answer) => void) | undefined} */
  #resolve;
  /** @type {((error: Error) => void) | undefined} */
  #reject;
  /** @type {Buffer} */
  #received = Buffer.alloc(0);

  /** @param {number} port of the loopback interface */
  constructor(port) {
    this.port = port;
    this.socket = this.#open();
  }

  /** @param {Call} call  @returns {Promise<Answer>} */
  send({ method, path, headers, body = '' }) {
    if (this.socket.destroyed) this.socket = this.#open();
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    const length = method === 'GET' ? '' : `content-length: ${Buffer.byteLength(body)}\r\n`;
    return new Promise((resolve, reject) => {
      [this.#resolve, this.#reject] = [resolve, reject];
      this.socket.write(
        `${method} ${path} HTTP/1.1\r\nhost: bench\r\n${lines.join('')}${length}\r\n${body}`,
      );
    });
  }

  close() {
    this.socket.destroy();
  }

  #open() {
    this.#received = Buffer.alloc(0);
    const socket = connect(this.port, '127.0.0.1').setNoDelay(true);
    socket.on('data', (chunk) => this.#take(chunk));
    socket.on('error', () => {});
    socket.on('close', () => this.#reject?.(new Error('the connection was closed')));
    return socket;
  }

  /** @param {Buffer} chunk */
  #take(chunk) {
    this.#received = this.#received.length ? Buffer.concat([this.#received, chunk]) : chunk;
    const end = this.#received.indexOf(END_OF_HEAD);
    if (end < 0) return;
    const head = this.#received.toString('latin1', 0, end);
    const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
    if (this.#received.length < end + 4 + length) return;
    const body = this.#received.subarray(end + 4, end + 4 + length);
    this.#received = Buffer.alloc(0);
    const resolve = this.#resolve;
    this.#resolve = this.#reject = undefined;
    resolve?.({ status: Number(head.slice(9, 12)), head, body });
  }
}
