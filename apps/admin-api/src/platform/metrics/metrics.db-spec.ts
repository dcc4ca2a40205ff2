import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workerDatabaseUrl } from '../../../test/support/database/index.js';
import { aConfig } from '../testing/a-config.js';
import { anApp, type TestApp } from '../testing/an-app.js';

const TOKEN = 'metrics-token-of-a-test';
let test: TestApp;

beforeAll(async () => {
  const environment = { DATABASE_URL: await workerDatabaseUrl(), YANCE_METRICS_TOKEN: TOKEN };
  test = await anApp(aConfig(environment));
});
afterAll(() => test.app.close());

const ask = (headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${test.url}/metrics`, { headers });

describe('GET /metrics', () => {
  it('tells requests by route template, jobs, outbox lag and repeated transactions', async () => {
    await fetch(`${test.url}/api/staff/jobs/01JD000000000000000000000A/retry`, { method: 'POST' });
    const text = await (await ask()).text();
    expect(text).toMatch(
      /yance_http_request_seconds_count{[^}]*route="\/api\/staff\/jobs\/:id\/retry"[^}]*} 1/,
    );
    expect(text).not.toContain('01JD000000000000000000000A');
    for (const name of [
      'yance_jobs{state="dead"}',
      'yance_outbox_lag_seconds',
      'yance_transaction_retries',
    ]) {
      expect(text).toContain(name);
    }
  });

  it('does not exist for what a proxy forwards, unless it shows the token', async () => {
    const forwarded = { 'x-forwarded-for': '203.0.113.9' };
    expect((await ask(forwarded)).status).toBe(404);
    expect((await ask({ ...forwarded, authorization: 'Bearer wrong' })).status).toBe(404);
    expect((await ask({ ...forwarded, authorization: `Bearer ${TOKEN}` })).status).toBe(200);
  });
});
