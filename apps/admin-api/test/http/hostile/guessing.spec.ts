import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../../src/platform/ids/index.js';
import { anApi, type Answer, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { codeOf } from '../../support/given/index.js';
import { aClient, aStaffToken } from '../../support/people.js';

/** Wrong tokens that an address may show in a minute. */
const ALLOWED = 120;

let api: TestApi;
/** As a proxy forwards it: this machine by itself is let off easily. */
const from = (address: string) => ({ 'x-forwarded-for': address });

beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl(), { YANCE_TRUSTED_PROXIES: '1' });
});
afterAll(() => api.close());

const ask = (address: string, token?: string): Promise<Answer> =>
  api.call('/client/me', { token, headers: from(address) });

async function guess(address: string, times: number): Promise<number[]> {
  const statuses: number[] = [];
  for (let n = 0; n < times; n += 1) statuses.push((await ask(address, newId())).status);
  return statuses;
}

describe('whoever guesses tokens', () => {
  it('is slowed, with a word on when to come back', async () => {
    const statuses = await guess('203.0.113.1', ALLOWED + 5);
    expect(statuses.lastIndexOf(401)).toBe(ALLOWED - 1);
    expect(statuses.slice(ALLOWED)).toEqual([429, 429, 429, 429, 429]);
    const answer = await ask('203.0.113.1', newId());
    expect([answer.status, codeOf(answer)]).toEqual([429, 'RATE_LIMITED']);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });

  it('learns nothing of a right one that was not used before', async () => {
    const { token } = await aClient(api);
    await guess('203.0.113.2', ALLOWED);
    expect((await ask('203.0.113.2', token)).status).toBe(429);
    expect((await ask('203.0.113.3', token)).status).toBe(200);
  });

  it('does not shut out those who share the address', async () => {
    const { token } = await aClient(api);
    const staff = await aStaffToken(api, ['desk']);
    const desk = () => api.call('/staff/session', { token: staff, headers: from('203.0.113.4') });
    expect([(await ask('203.0.113.4', token)).status, (await desk()).status]).toEqual([200, 200]);
    await guess('203.0.113.4', ALLOWED);
    expect([(await ask('203.0.113.4', token)).status, (await desk()).status]).toEqual([200, 200]);
  });

  it('is not somebody who shows nothing, however often a page is opened', async () => {
    for (let n = 0; n < ALLOWED + 5; n += 1) {
      expect((await ask('203.0.113.5')).status).toBe(401);
    }
  });

  it('is let off easily on the machine of a demo, where scripts stand in for a salon', async () => {
    for (let n = 0; n < ALLOWED + 5; n += 1) {
      expect((await api.call('/client/me', { token: newId() })).status).toBe(401);
    }
  });
});

describe('whoever guesses member codes', () => {
  const read = (token: string, code: string): Promise<Answer> =>
    api.call('/staff/member-code', { token, body: { code }, headers: from('203.0.113.6') });

  it('is stopped long before six digits are tried, and nobody else with her', async () => {
    const [guesser, other] = [await aStaffToken(api, ['desk']), await aStaffToken(api, ['desk'])];
    const answers: Answer[] = [];
    for (let n = 0; n < 61; n += 1) answers.push(await read(guesser, `100001${100_000 + n}`));
    expect(new Set(answers.slice(0, 60).map(codeOf))).toEqual(new Set(['MEMBER_CODE_WRONG']));
    const last = answers.at(-1);
    expect([last?.status, last && codeOf(last)]).toEqual([429, 'RATE_LIMITED']);
    expect(codeOf(await read(other, '100001100000'))).toBe('MEMBER_CODE_WRONG');
  });

  const somewhere = { storeId: newId() };
  it.each([
    ['spends', { ...somewhere, amountFen: 100, title: '护理' }],
    ['session-uses', { ...somewhere, serviceId: newId(), useSession: 'auto' }],
    [
      'packages',
      {
        ...{ ...somewhere, planId: newId() },
        tenders: [{ tender: 'stored_value', amountFen: 100 }],
      },
    ],
  ])(
    'is stopped as soon by taking %s with them; signed slips are not counted',
    async (what, body) => {
      const token = await aStaffToken(api, ['desk']);
      const take = (proof: object): Promise<Answer> =>
        api.call(`/staff/clients/${newId()}/${what}`, {
          ...{ token, body: { ...body, ...proof } },
          headers: { ...from('203.0.113.7'), 'idempotency-key': newId() },
        });
      for (let n = 0; n < 60; n += 1)
        expect((await take({ code: `100001${100_000 + n}` })).status).toBe(403);
      expect((await take({ code: '100001100000' })).status).toBe(429);
      expect((await take({ slipNo: 'QZ20261122' })).status).toBe(403);
    },
  );
});
