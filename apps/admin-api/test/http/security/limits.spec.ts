import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEFAULT_LIMIT, NAMED_LIMITS } from '../../../src/platform/rate-limit/limits.js';
import { anApi, type Answer, type Call, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { aKey, codeOf } from '../../support/given/index.js';
import { aClient, aPhone, aUsername } from '../../support/people.js';

/** Two processes of one salon, as far as they can tell: one database, nothing else in common. */
let apis: [TestApi, TestApi];
beforeAll(async () => {
  const url = await workerDatabaseUrl();
  const environment = { YANCE_TRUSTED_PROXIES: '1' };
  apis = [await anApi(url, environment), await anApi(url, environment)];
  apis[1].clock.set(apis[0].clock.now());
});
afterAll(() => Promise.all(apis.map((api) => api.close())));

let lastBlock = 0;
/** An address that nobody else calls from, in a block of its own. */
function anAddress(): string {
  lastBlock += 1;
  return `10.${process.pid % 200}.${lastBlock}.5`;
}

/** As a proxy hands it on: this machine by itself would be let off easily. */
function from(address: string, call: Call = {}): Call {
  return { ...call, headers: { ...call.headers, 'x-forwarded-for': address } };
}

function expectToldToWait(answer: Answer, atMostSeconds: number, code = 'RATE_LIMITED'): void {
  expect([answer.status, codeOf(answer)]).toEqual([429, code]);
  const wait = Number(answer.headers.get('retry-after'));
  expect(wait).toBeGreaterThanOrEqual(1);
  expect(wait).toBeLessThanOrEqual(atMostSeconds);
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
}

/** Sends so many calls, to both processes in turn. */
async function inTurn(times: number, ask: (api: TestApi, n: number) => Promise<Answer>) {
  const answers: Answer[] = [];
  for (let n = 0; n < times; n += 1) answers.push(await ask(apis[n % 2] as TestApi, n));
  return answers;
}

const refused = (answers: readonly Answer[]): number =>
  answers.filter(({ status }) => status === 429).length;

describe('text messages', () => {
  const [, daily, perCaller, perAddress] = NAMED_LIMITS['sms-code'].limits;
  const ask = (api: TestApi, token: string, address: string, phone: string): Promise<Answer> => {
    const headers = { 'idempotency-key': aKey() };
    return api.call('/client/sms-codes', from(address, { token, headers, body: { phone } }));
  };

  it('go to one phone once a minute, whoever asks and whichever process answers', async () => {
    const phone = aPhone();
    const [first, second] = [await aClient(apis[0]), await aClient(apis[1])];
    expect((await ask(apis[0], first.token, anAddress(), phone)).status).toBe(201);
    const written = `+86 ${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`;
    expectToldToWait(await ask(apis[1], second.token, anAddress(), written), 60);
    expectToldToWait(await ask(apis[0], second.token, anAddress(), phone), 60);
  });

  it('go to one phone ten times a day', async () => {
    const phone = aPhone();
    const answers: Answer[] = [];
    for (let n = 0; n <= daily.hits; n += 1) {
      const { token } = await aClient(apis[0]);
      answers.push(await ask(apis[n % 2] as TestApi, token, anAddress(), phone));
      for (const api of apis) api.clock.advance({ minutes: 2 });
    }
    expect(answers.slice(0, -1).map(({ status }) => status)).toEqual(
      answers.slice(0, -1).map(() => 201),
    );
    expectToldToWait(answers.at(-1) as Answer, daily.seconds);
  });

  it('are asked for ten times an hour by one person, over all processes', async () => {
    const { token } = await aClient(apis[0]);
    const answers = await inTurn(perCaller.hits + 1, (api) =>
      ask(api, token, anAddress(), aPhone()),
    );
    expect(refused(answers)).toBe(1);
    expectToldToWait(answers.at(-1) as Answer, perCaller.seconds);
  });

  it('are asked for sixty times an hour from one address, and from another as before', async () => {
    const address = anAddress();
    const people = await Promise.all(Array.from({ length: 7 }, () => aClient(apis[0])));
    const answers = await inTurn(perAddress.hits + 1, (api, n) =>
      ask(api, people[n % 7]?.token ?? '', address, aPhone()),
    );
    expect(refused(answers)).toBe(1);
    expectToldToWait(answers.at(-1) as Answer, perAddress.seconds);
    const { token } = await aClient(apis[0]);
    expect((await ask(apis[0], token, anAddress(), aPhone())).status).toBe(201);
  });
});

describe('bookings', () => {
  const [limit] = NAMED_LIMITS.booking.limits;
  const book = (api: TestApi, token: string): Promise<Answer> =>
    api.call(
      '/client/appointments',
      from('10.250.1.1', { token, headers: { 'idempotency-key': aKey() }, body: {} }),
    );

  it('are tried twenty times in ten minutes by one person, over all processes, and others go on', async () => {
    const [busy, other] = [await aClient(apis[0]), await aClient(apis[0])];
    const answers = await inTurn(limit.hits + 1, (api) => book(api, busy.token));
    expect(refused(answers)).toBe(1);
    expectToldToWait(answers.at(-1) as Answer, limit.seconds);
    for (const api of apis) expect((await book(api, busy.token)).status).toBe(429);
    expect((await book(apis[1], other.token)).status).toBe(400);
  });
});

describe('sign-ins of staff', () => {
  const enter = (api: TestApi, username: string, address: string): Promise<Answer> =>
    api.call('/staff/session', from(address, { body: { username, password: 'not hers at all' } }));

  it('of one name from one place are counted by all processes together', async () => {
    const [username, address] = [aUsername(), anAddress()];
    const answers = await inTurn(6, (api) => enter(api, username, address));
    expect(refused(answers)).toBe(1);
    expectToldToWait(answers.at(-1) as Answer, 30, 'LOGIN_THROTTLED');
    for (const api of apis) expect((await enter(api, username, address)).status).toBe(429);
  });
});

describe('every other call', () => {
  const look = (address: string, token: string, api = apis[0]): Promise<Answer> =>
    api.call('/client/me', from(address, { token }));

  it('is answered six hundred times a minute by each process, counted by person and not by the shared address', async () => {
    const address = anAddress();
    const [busy, other] = [await aClient(apis[0]), await aClient(apis[0])];
    const answers: Answer[] = [];
    while (answers.length <= DEFAULT_LIMIT.hits) {
      const batch = Array.from({ length: 20 }, () => look(address, busy.token));
      answers.push(...(await Promise.all(batch)));
    }
    expect(refused(answers)).toBe(answers.length - DEFAULT_LIMIT.hits);
    const last = answers.find(({ status }) => status === 429) as Answer;
    expectToldToWait(last, DEFAULT_LIMIT.seconds);
    expect((await look(address, other.token)).status).toBe(200);
    // Another process is another machine's worth of answers: this limit guards nothing else.
    expect((await look(address, busy.token, apis[1])).status).toBe(200);
  });

  it('is not counted for somebody else because a caller says so', async () => {
    // Only the last hop is the proxy's word; what a caller wrote before it is not believed.
    const [username, address] = [aUsername(), anAddress()];
    const claims = await inTurn(6, (api, n) =>
      api.call(
        '/staff/session',
        from(`198.18.${n}.1, ${address}`, { body: { username, password: 'x' } }),
      ),
    );
    expect(claims.at(-1)?.status).toBe(429);
  });
});
