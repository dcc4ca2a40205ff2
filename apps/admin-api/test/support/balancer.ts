import { once } from 'node:events';
import {
  Agent,
  createServer,
  request,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const LOOK_EVERY_MS = 50;
/** Belong to one connection, not to the message (RFC 9110, 7.6.1): each side of a proxy has its own. */
const OF_ONE_CONNECTION = ['connection', 'keep-alive', 'transfer-encoding'];

const passedOn = (headers: IncomingHttpHeaders): IncomingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_ONE_CONNECTION.includes(name)));

/**
 * What a salon's proxy does for it, as small as possible: asks each process again and again whether it is ready, and
 * hands each request to one of the ready ones in turn. No request is ever sent twice. Each process is watched on its
 * own, one question at a time: a slow answer of one never delays the news of another, and old news never follows new.
 */
export class Balancer {
  readonly #agent = new Agent({ keepAlive: false });
  readonly #readiness = new Map<string, boolean>();
  #turn = 0;
  #closed = false;
  #watches: readonly Promise<void>[] = [];

  private constructor(
    private readonly origins: readonly string[],
    private readonly server = createServer((incoming, outgoing) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => this.#pass(incoming, Buffer.concat(chunks), outgoing));
    }),
  ) {}

  static async start(origins: readonly string[]): Promise<Balancer> {
    const balancer = new Balancer(origins);
    balancer.server.listen(0, '127.0.0.1');
    await once(balancer.server, 'listening');
    await Promise.all(origins.map((origin) => balancer.#look(origin)));
    balancer.#watches = origins.map((origin) => balancer.#watch(origin));
    return balancer;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(this.#watches);
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
    this.#agent.destroy();
  }

  async #watch(origin: string): Promise<void> {
    while (!this.#closed) {
      await this.#look(origin);
      await pause(LOOK_EVERY_MS);
    }
  }

  async #look(origin: string): Promise<void> {
    const asked = fetch(`${origin}/health/ready`);
    const whole = asked.then(async (answer) => (await answer.arrayBuffer()) && answer.ok);
    this.#readiness.set(origin, await whole.catch(() => false));
  }

  #pass(incoming: IncomingMessage, body: Buffer, outgoing: ServerResponse): void {
    this.#turn += 1;
    const ready = this.origins.filter((each) => this.#readiness.get(each));
    const origin = ready[this.#turn % ready.length];
    if (origin === undefined) {
      outgoing.writeHead(502).end();
      return;
    }
    const { method, headers, url } = incoming;
    const options = { method, headers: passedOn(headers), agent: this.#agent };
    const onward = request(`${origin}${url}`, options, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, passedOn(answer.headers));
      answer.pipe(outgoing);
    });
    onward.on('error', ({ message }) => {
      process.stderr.write(`balancer: ${method} ${url} at ${origin}: ${message}\n`);
      if (outgoing.headersSent) outgoing.destroy();
      else outgoing.writeHead(502).end();
    });
    onward.end(body);
  }
}
