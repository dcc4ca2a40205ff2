import { once } from 'node:events';
import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const LOOK_EVERY_MS = 50;

/**
 * What a salon's proxy does for it, as small as possible: asks each process again and again whether it is ready, and
 * hands each request to one of the ready ones in turn. No request is ever sent twice.
 */
export class Balancer {
  readonly #agent = new Agent({ keepAlive: false });
  #ready: readonly string[] = [];
  #turn = 0;
  readonly #watch = setInterval(() => void this.#look(), LOOK_EVERY_MS);

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
    await balancer.#look();
    return balancer;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    clearInterval(this.#watch);
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
    this.#agent.destroy();
  }

  async #look(): Promise<void> {
    const looks = this.origins.map(async (origin) => {
      const answer = await fetch(`${origin}/health/ready`).catch(() => undefined);
      await answer?.arrayBuffer();
      return answer?.ok ? [origin] : [];
    });
    this.#ready = (await Promise.all(looks)).flat();
  }

  #pass(incoming: IncomingMessage, body: Buffer, outgoing: ServerResponse): void {
    this.#turn += 1;
    const origin = this.#ready[this.#turn % this.#ready.length];
    if (origin === undefined) {
      outgoing.writeHead(502).end();
      return;
    }
    const { method, headers, url } = incoming;
    const onward = request(`${origin}${url}`, { method, headers, agent: this.#agent }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    onward.end(body);
  }
}
