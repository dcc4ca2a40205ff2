import { afterEach, describe, expect, it } from '@jest/globals';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { workerDatabaseUrl } from '../../../test/support/database/index.js';
import { aPhone } from '../../../test/support/people.js';
import { PublicRoute } from '../auth/index.js';
import { aConfig } from '../testing/a-config.js';
import { anApp, type TestApp } from '../testing/an-app.js';
import { NoRateLimit, RateLimit } from './rate-limit.decorators.js';

@Controller('test')
class LimitedController {
  @Post('sms')
  @HttpCode(200)
  @PublicRoute()
  @RateLimit('sms-code')
  sms(@Body() _body: object): object {
    return {};
  }

  @Get('plain')
  @PublicRoute()
  plain(): object {
    return {};
  }

  @Get('notify')
  @PublicRoute()
  @NoRateLimit()
  notify(): object {
    return {};
  }
}

const apps: TestApp[] = [];
afterEach(() => Promise.all(apps.splice(0).map((one) => one.app.close())));

const PRODUCTION = {
  YANCE_ENV: 'production',
  WECHAT_API_ORIGIN: 'https://api.weixin.qq.com',
  YANCE_PUBLIC_ORIGIN: 'https://salon.example',
};

async function start(environment: Record<string, string> = PRODUCTION): Promise<TestApp> {
  const url = await workerDatabaseUrl();
  const one = await anApp(aConfig({ ...environment, DATABASE_URL: url }), [LimitedController]);
  apps.push(one);
  return one;
}

function post(one: TestApp, path: string, body: object): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return fetch(`${one.url}/api/test/${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
}

async function statusesOf(
  count: number,
  send: (n: number) => Promise<Response>,
): Promise<number[]> {
  const answers = await Promise.all(Array.from({ length: count }, (_, n) => send(n)));
  return answers.map((answer) => answer.status).sort();
}

const of = (length: number, status: number): number[] => Array.from({ length }, () => status);

describe('rate limits', () => {
  it('let one message to a phone through in a minute, over all processes', async () => {
    const all = [await start(), await start()];
    const phone = aPhone();
    const statuses = await statusesOf(6, (n) => post(all[n % 2]!, 'sms', { phone }));
    expect(statuses).toEqual([200, ...of(5, 429)]);
  });

  it('say when to come back, as a problem document', async () => {
    const one = await start();
    const phone = aPhone();
    expect((await post(one, 'sms', { phone })).status).toBe(200);
    const refused = await post(one, 'sms', { phone: `+86 ${phone}` });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ code: 'RATE_LIMITED' });
  });

  it('hold for every route that is not exempt', async () => {
    const one = await start();
    const statuses = await statusesOf(610, () => fetch(`${one.url}/api/test/plain`));
    expect(statuses.filter((status) => status === 429)).toHaveLength(10);
    expect((await fetch(`${one.url}/api/test/notify`)).status).toBe(200);
  });

  it('are generous to a demo on the same machine, and not to what a proxy forwards', async () => {
    const one = await start({ YANCE_ENV: 'demo' });
    const phone = aPhone();
    expect(await statusesOf(20, () => post(one, 'sms', { phone }))).toEqual(of(20, 200));
    const forwarded = await statusesOf(610, () =>
      fetch(`${one.url}/api/test/plain`, { headers: { 'x-forwarded-for': '203.0.113.9' } }),
    );
    expect(forwarded.filter((status) => status === 429)).toHaveLength(10);
  });
});
