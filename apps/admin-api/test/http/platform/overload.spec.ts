import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anApi, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { MONDAY_TEN, TODAY, aSalon, type Salon } from '../../support/given/index.js';
import { aClient } from '../../support/people.js';

/** Eight requests under way for each connection. */
const POOL_SIZE = 2;
const MOST = 16;

let api: TestApi;
let salon: Salon;
let origin: string;
let token: string;

beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl(), { DATABASE_POOL_SIZE: String(POOL_SIZE) });
  api.clock.set(MONDAY_TEN);
  salon = await aSalon(api);
  ({ token } = await aClient(api));
  origin = await api.app.getUrl();
});
afterAll(() => api.close());

function look(): Promise<Response> {
  const query = `storeId=${salon.store.id}&serviceIds=${salon.serviceId}&from=${TODAY}&days=7`;
  const headers = { authorization: `Bearer ${token}` };
  return fetch(`${origin}/api/client/availability?${query}`, { headers });
}

describe('more callers than the house can serve at once', () => {
  it('are told to come back in a moment, the others are served, and then there is room again', async () => {
    const answers = await Promise.all(Array.from({ length: MOST * 8 }, look));
    const refused = answers.filter((answer) => answer.status !== 200);
    expect(refused.length).toBeGreaterThan(0);
    expect(answers.length - refused.length).toBeGreaterThanOrEqual(MOST);
    for (const answer of refused) {
      expect(answer.status).toBe(503);
      expect(answer.headers.get('retry-after')).toBe('1');
      expect(await answer.json()).toMatchObject({ code: 'OVERLOADED' });
    }
    const later = await Promise.all(Array.from({ length: MOST }, look));
    expect(later.map((answer) => answer.status)).toEqual(later.map(() => 200));
  });

  it('do not keep probes from being answered', async () => {
    const calls = Array.from({ length: MOST * 8 }, look);
    const probe = await fetch(`${origin}/health/live`);
    expect(probe.status).toBe(200);
    await Promise.all(calls);
  });
});
