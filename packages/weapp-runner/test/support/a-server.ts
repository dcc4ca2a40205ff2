import { createServer, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

export interface Heard {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
}

export interface TestServer {
  readonly origin: string;
  readonly heard: readonly Heard[];
  close(): Promise<void>;
}

type Answer = (heard: Heard) => { status?: number; body: unknown };

/** A real HTTP server that answers JSON and remembers what it was asked. */
export async function aServer(answer: Answer): Promise<TestServer> {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      let text = '';
      for await (const chunk of request) text += String(chunk);
      const { method = '', url = '', headers } = request;
      const body: unknown = text === '' ? undefined : JSON.parse(text);
      const one: Heard = { method, path: url, headers, body };
      heard.push(one);
      const { status = 200, body: said } = answer(one);
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(said));
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** The control side of the sandbox as the public contract prints it, the cashier included. */
export function aSandbox(): Promise<TestServer> {
  return aServer(({ path, body }) => {
    if (path === '/_sandbox/login-code') return { body: { code: 'LOGIN' } };
    if (path === '/_sandbox/phone-code') return { body: { code: 'PHONE' } };
    if (path === '/_sandbox/subscribe') return { body: { credits: 1 } };
    const { prepayId } = body as { prepayId?: string };
    if (path === '/_sandbox/cashier' && prepayId === 'wx1') return { body: {} };
    return { status: 404, body: { code: 'NOT_FOUND', detail: '没有这张单' } };
  });
}
