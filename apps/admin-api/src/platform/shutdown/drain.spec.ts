import { Agent, createServer, get, type IncomingMessage, type Server } from 'node:http';
import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { ConnectionDrain } from './drain.js';

let server: Server;
let drain: ConnectionDrain;
const agent = new Agent({ keepAlive: true });

afterEach(() => {
  agent.destroy();
  server.closeAllConnections();
  server.close();
});

async function listen(handler: Parameters<typeof createServer>[1]): Promise<string> {
  server = createServer(handler);
  drain = new ConnectionDrain(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function request(url: string): Promise<IncomingMessage> {
  const [answer] = (await once(get(url, { agent }), 'response')) as [IncomingMessage];
  return answer;
}

async function textOf(answer: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of answer) text += String(chunk);
  return text;
}

describe('draining a server', () => {
  it('closes connections that are kept alive without work', async () => {
    const url = await listen((_request, response) => response.end('ok'));
    await textOf(await request(url));
    const closed = once(server, 'close');
    server.close();
    drain.begin(60_000);
    await closed;
  });

  it('closes a connection that was opened ahead of need and never used', async () => {
    const url = await listen((_request, response) => response.end('ok'));
    const unused = connect(Number(new URL(url).port), '127.0.0.1');
    await once(server, 'connection');
    const closed = once(server, 'close');
    server.close();
    drain.begin(60_000);
    await closed;
    unused.destroy();
  });

  it('lets a request in flight finish, then closes its connection', async () => {
    let finish: () => void = () => undefined;
    const url = await listen((_request, response) => {
      finish = () => response.end('finished');
      response.flushHeaders();
    });
    const answer = await request(url);
    const closed = once(server, 'close');
    server.close();
    drain.begin(60_000);
    finish();
    expect(await textOf(answer)).toBe('finished');
    await closed;
  });

  it('cuts what is still open at the deadline', async () => {
    const url = await listen((_request, response) => response.flushHeaders());
    const answer = await request(url);
    const closed = once(server, 'close');
    server.close();
    drain.begin(50);
    await expect(textOf(answer)).rejects.toThrow();
    await closed;
  });
});
