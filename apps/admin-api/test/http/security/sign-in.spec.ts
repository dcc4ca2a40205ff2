import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { base32, totpCode, totpStep } from '../../../src/modules/identity/rules/totp.js';
import { anApi, type Answer, type TestApi } from '../../support/an-api.js';
import { freshSchema, workerDatabaseUrl, type FreshSchema } from '../../support/database/index.js';
import { codeOf } from '../../support/given/index.js';
import {
  PASSWORD,
  aClient,
  aPhone,
  aStaffToken,
  aUsername,
  anAccount,
} from '../../support/people.js';
import { enterConsole } from './console-session.js';
import { PRODUCTION } from './production.js';

/** Fewer than what makes a guesser wait. */
const TRIES = 4;
/** What five wrong passwords cost. */
const BEFORE_WAITING = 5;
const WRONG = 'not hers at all';
const STRANGER = '203.0.113.7';
const SALON = '198.51.100.20';

let api: TestApi;
beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl(), { YANCE_TRUSTED_PROXIES: '1' });
});
afterAll(() => api.close());

interface Attempt {
  readonly password?: string;
  readonly from?: string;
  readonly cookie?: string;
  readonly totp?: string;
}

/** Tries to sign in from an address, as a proxy tells it. */
function enter(username: string, { password = PASSWORD, from, cookie, totp }: Attempt = {}) {
  return api.call('/staff/session', {
    body: { username, password, ...(totp !== undefined && { totp }) },
    headers: {
      ...(from !== undefined && { 'x-forwarded-for': from }),
      ...(cookie !== undefined && { cookie }),
    },
  });
}

/** All that a caller sees, but for what differs between any two answers. */
function seen({ status, headers, body }: Answer): unknown {
  const names = [...headers.keys()].filter((name) => !['date', 'x-request-id'].includes(name));
  return { status, names, body: { ...(body as object), requestId: '' } };
}

async function repeat(times: number, attempt: () => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let n = 0; n < times; n += 1) answers.push(await attempt());
  return answers;
}

/** Puts the account under a second factor; returns its secret. */
async function withTotp(username: string): Promise<Buffer> {
  const { body } = await enter(username);
  const { token } = body as { token: string };
  const offered = await api.call('/staff/totp', { method: 'POST', token });
  const { secret } = offered.body as { secret: string };
  const bytes = fromBase32(secret);
  const totp = totpCode(bytes, totpStep(api.clock.now()));
  await api.call('/staff/totp/confirm', { token, body: { totp } });
  api.clock.advance({ minutes: 1 });
  return bytes;
}

function fromBase32(text: string): Buffer {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...text]
    .map((each) => alphabet.indexOf(each).toString(2).padStart(5, '0'))
    .join('');
  const bytes = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  expect(base32(bytes)).toBe(text);
  return bytes;
}

describe('a refused sign-in', () => {
  it('looks alike, whatever was wrong', async () => {
    const [known, left, guarded] = [
      await anAccount(api, ['desk']),
      await anAccount(api, ['desk']),
      await anAccount(api, ['desk']),
    ];
    await api.unitOfWork.run(async (tx) => {
      await tx.run("UPDATE staff_member SET state = 'left' WHERE id = ?", [left.staffId]);
    });
    await withTotp(guarded.username);
    const answers = [
      await enter(aUsername()),
      await enter(known.username, { password: WRONG }),
      await enter(left.username),
      await enter(guarded.username, { totp: '000000' }),
      await enter(guarded.username, { password: WRONG, totp: '000000' }),
      await enter(guarded.username, { password: WRONG }),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 401));
    expect(codeOf(answers[0] as Answer)).toBe('LOGIN_FAILED');
    for (const answer of answers) expect(seen(answer)).toEqual(seen(answers[0] as Answer));
  });

  it('tells that a second factor is missing only to who knows the password', async () => {
    const { username } = await anAccount(api, ['desk']);
    const secret = await withTotp(username);
    expect(codeOf(await enter(username))).toBe('TOTP_REQUIRED');
    const totp = totpCode(secret, totpStep(api.clock.now()));
    expect((await enter(username, { totp })).status).toBe(201);
    // The same code a second time: read over a shoulder.
    expect(codeOf(await enter(username, { totp }))).toBe('LOGIN_FAILED');
  });

  it('costs the same work for a name that nobody has, and for one who left', async () => {
    const left = await anAccount(api, ['desk']);
    await api.unitOfWork.run(async (tx) => {
      await tx.run("UPDATE staff_member SET state = 'left' WHERE id = ?", [left.staffId]);
    });
    const names = [(await anAccount(api, ['desk'])).username, aUsername(), left.username];
    const tries: number[][] = names.map(() => []);
    // In turn, so that whatever else the machine does is the same for each of them.
    for (let round = 0; round <= TRIES; round += 1)
      for (const [at, username] of names.entries()) {
        const asked = performance.now();
        await enter(username, { password: WRONG });
        // The first round warms up.
        if (round > 0) tries[at]?.push(performance.now() - asked);
      }
    const [known = 0, ...times] = tries.map(
      (each) => each.sort((a, b) => a - b)[Math.floor(each.length / 2)] ?? 0,
    );
    process.stdout.write(
      `sign-in: known ${known.toFixed(0)} ms, unknown and left ${times.map((ms) => ms.toFixed(0)).join(', ')} ms\n`,
    );
    for (const time of times) expect(time).toBeGreaterThan(known / 2);
  });
});

describe('a demo’s account in production', () => {
  let schema: FreshSchema;
  beforeAll(async () => {
    schema = await freshSchema();
  });
  afterAll(() => schema.drop());

  it('is refused like a wrong password', async () => {
    const real = await anApi(schema.url, PRODUCTION);
    const { username, staffId } = await anAccount(real, ['owner']);
    await real.unitOfWork.run(async (tx) => {
      await tx.run('UPDATE staff_account SET is_demo = 1 WHERE staff_id = ?', [staffId]);
    });
    const ask = (body: object): Promise<Answer> => real.call('/staff/session', { body });
    const demo = await ask({ username, password: PASSWORD });
    const wrong = await ask({ username: aUsername(), password: PASSWORD });
    expect([demo.status, seen(demo)]).toEqual([401, seen(wrong)]);
    await real.close();
  });
});

describe('a stranger who tries somebody’s name', () => {
  it('waits, while its owner comes in from the browser she uses and from another place', async () => {
    const { username } = await anAccount(api, ['desk']);
    const device = { 'x-forwarded-for': SALON };
    const { cookie } = await enterConsole(api, username, device);
    const guesses = await repeat(BEFORE_WAITING + 1, () =>
      enter(username, { password: WRONG, from: STRANGER }),
    );
    const last = guesses.at(-1) as Answer;
    expect([last.status, codeOf(last)]).toEqual([429, 'LOGIN_THROTTLED']);
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
    // Even the right password does not help the stranger now.
    expect((await enter(username, { from: STRANGER })).status).toBe(429);
    expect((await enter(username, { from: STRANGER, cookie })).status).toBe(201);
    expect((await enter(username, { from: SALON, cookie })).status).toBe(201);
    expect((await enter(username, { from: SALON })).status).toBe(201);
  });

  it('gets no further by changing the address within its block, nor by claiming another', async () => {
    const { username } = await anAccount(api, ['desk']);
    const answers: Answer[] = [];
    for (let n = 1; n <= BEFORE_WAITING + 1; n += 1) {
      const from = `9.9.9.9, 203.0.114.${n}`;
      answers.push(await enter(username, { password: WRONG, from }));
    }
    expect(answers.at(-1)?.status).toBe(429);
  });

  it('is not let in by a mark of another name, nor by one of her own making', async () => {
    const [victim, other] = [await anAccount(api, ['desk']), await anAccount(api, ['desk'])];
    const { cookie: foreign } = await enterConsole(api, other.username);
    const made = `yance_device=${'a'.repeat(22)}.${'b'.repeat(43)}`;
    const from = '203.0.115.1';
    await repeat(BEFORE_WAITING, () => enter(victim.username, { password: WRONG, from }));
    for (const cookie of [foreign, made]) {
      expect((await enter(victim.username, { from, cookie })).status).toBe(429);
    }
  });

  it('who has many addresses is slowed by the name, and its owner’s browser is not', async () => {
    const { username } = await anAccount(api, ['desk']);
    const { cookie } = await enterConsole(api, username, { 'x-forwarded-for': SALON });
    const places = Array.from({ length: 101 }, (_, n) => `100.${n + 1}.3.4`);
    const answers: Answer[] = [];
    for (const from of places) answers.push(await enter(username, { password: WRONG, from }));
    expect(answers.slice(0, 100).map(({ status }) => status)).not.toContain(429);
    expect(answers.at(-1)?.status).toBe(429);
    expect((await enter(username, { from: SALON, cookie })).status).toBe(201);
  });
});

describe('a phone', () => {
  it('is not told to be known: neither by asking for a code nor by a wrong one', async () => {
    const [known, unknown] = [aPhone(), aPhone()];
    const token = await aStaffToken(api, ['desk']);
    await api.call('/staff/clients', { token, body: { name: '王秀英', phone: known } });
    const client = await aClient(api);
    const each = async (phone: string): Promise<unknown[]> => {
      const guess = { phone, smsCode: '000000' };
      const answers = [
        await api.call('/client/phone', { token: client.token, body: guess }),
        await api.call('/client/sms-codes', { token: client.token, body: { phone } }),
        await api.call('/client/sms-codes', { token: client.token, body: { phone } }),
        await api.call('/client/phone', { token: client.token, body: guess }),
      ];
      return answers.map(seen);
    };
    expect(await each(known)).toEqual(await each(unknown));
  });
});
