import { Agent, get, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Get } from '@nestjs/common';
import { workerDatabaseUrl } from '../../../test/support/database/index.js';
import { PublicRoute } from '../auth/index.js';
import { Database } from '../database/index.js';
import { newId } from '../ids/index.js';
import { aConfig } from '../testing/a-config.js';
import { anApp, type TestApp } from '../testing/an-app.js';
import { openStream } from '../testing/read-stream.js';
import { until } from '../testing/until.js';

const slow = { begun: false, finish: (): void => undefined };

@Controller('test')
class SlowController {
  constructor(private readonly database: Database) {}

  @Get('slow')
  @PublicRoute()
  async slow(): Promise<{ n: number }> {
    slow.begun = true;
    await new Promise<void>((resolve) => {
      slow.finish = resolve;
    });
    // The database must still be there for work that was in flight.
    return (await this.database.row<{ n: number }>('SELECT 1 AS n'))!;
  }
}

let test: TestApp;
const agent = new Agent({ keepAlive: true });

beforeEach(async () => {
  slow.begun = false;
  test = await anApp(aConfig({ DATABASE_URL: await workerDatabaseUrl() }), [SlowController]);
});

afterEach(async () => {
  agent.destroy();
  await test.app.close().catch(() => undefined);
});

async function ask(path: string): Promise<{ answer: IncomingMessage; text: string }> {
  const [answer] = (await once(get(test.url + path, { agent }), 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of answer) text += String(chunk);
  return { answer, text };
}

describe('a stop of the process', () => {
  it('finishes the request in flight although streams are open and connections are kept alive', async () => {
    const store = newId();
    const token = test.sessions.manager(newId(), store);
    const stream = await openStream(`${test.url}/api/staff/stream?storeId=${store}`, token);
    expect((await ask('/health/ready')).answer.statusCode).toBe(200);
    const inFlight = ask('/api/test/slow');
    await until('the slow request is being served', () => slow.begun);

    let closed = false;
    const closing = test.app.close().then(() => {
      closed = true;
    });
    await stream.ended;
    expect(closed).toBe(false);
    slow.finish();
    const { answer, text } = await inFlight;
    expect([answer.statusCode, text]).toEqual([200, '{"n":1}']);
    expect(answer.headers.connection).toBe('close');
    const begun = performance.now();
    await closing;
    expect(performance.now() - begun).toBeLessThan(2_000);
  });

  it('takes no new connection afterwards', async () => {
    await test.app.close();
    await expect(ask('/health/live')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});
