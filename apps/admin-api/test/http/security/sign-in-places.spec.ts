import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anApi, type Answer, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { codeOf } from '../../support/given/index.js';
import { PASSWORD, aUsername, anAccount } from '../../support/people.js';
import { enterConsole } from './console-session.js';

const WRONG = 'not hers at all';
/** Tries from one block before it waits, whatever names they are of. */
const OF_A_PLACE = 50;
/** Tries of one name from browsers we do not know, before it waits wherever they come from. */
const OF_A_NAME = 100;
/** What anybody's new browser may have to wait because of others at its place. */
const LONGEST_WAIT_OF_A_PLACE = 30;

let api: TestApi;
beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl(), { YANCE_TRUSTED_PROXIES: '1' });
});
afterAll(() => api.close());

interface Attempt {
  readonly from: string;
  readonly username?: string;
  readonly password?: string;
  readonly cookie?: string;
}

/** Tries to sign in from an address, as a proxy tells it; a name that nobody has where none is given. */
function enter({ from, username = aUsername(), password = WRONG, cookie }: Attempt) {
  return api.call('/staff/session', {
    body: { username, password },
    headers: { 'x-forwarded-for': from, ...(cookie !== undefined && { cookie }) },
  });
}

async function repeat(times: number, attempt: (n: number) => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let n = 0; n < times; n += 1) answers.push(await attempt(n));
  return answers;
}

let lastBlock = 0;
/** A block of addresses that no other test calls from, and two of it. */
function aPlace(): { desk: string; stranger: string } {
  lastBlock += 1;
  const block = `11.${process.pid % 200}.${lastBlock}`;
  return { desk: `${block}.20`, stranger: `${block}.77` };
}

/** Somebody at the desk who came in from there before: her name and the mark of her browser. */
async function atTheDesk(desk: string): Promise<{ username: string; cookie: string }> {
  const { username } = await anAccount(api, ['desk']);
  const { cookie } = await enterConsole(api, username, { 'x-forwarded-for': desk });
  return { username, cookie };
}

describe('one place that tries many names', () => {
  it('waits after fifty, and nobody elsewhere does', async () => {
    const [{ stranger }, elsewhere] = [aPlace(), aPlace()];
    const answers = await repeat(OF_A_PLACE + 1, () => enter({ from: stranger }));
    expect(new Set(answers.slice(0, OF_A_PLACE).map(codeOf))).toEqual(new Set(['LOGIN_FAILED']));
    const last = answers.at(-1) as Answer;
    expect([last.status, codeOf(last)]).toEqual([429, 'LOGIN_THROTTLED']);
    expect((await enter({ from: elsewhere.stranger })).status).toBe(401);
  });

  it('keeps no browser out that came in before, though it is at that very place', async () => {
    const { desk, stranger } = aPlace();
    const { username, cookie } = await atTheDesk(desk);
    await repeat(OF_A_PLACE + 2, () => enter({ from: stranger }));
    expect((await enter({ from: stranger })).status).toBe(429);
    for (const from of [desk, stranger]) {
      expect((await enter({ from, username, password: PASSWORD, cookie })).status).toBe(201);
    }
  });

  it('makes a new browser there wait half a minute at most, however long it goes on', async () => {
    const { desk, stranger } = aPlace();
    const { username } = await anAccount(api, ['desk']);
    await repeat(OF_A_PLACE, () => enter({ from: stranger }));
    for (let round = 0; round < 8; round += 1) {
      const waits = await enter({ from: desk, username, password: PASSWORD });
      expect(waits.status).toBe(429);
      const seconds = Number(waits.headers.get('retry-after'));
      expect(seconds).toBeGreaterThanOrEqual(1);
      expect(seconds).toBeLessThanOrEqual(LONGEST_WAIT_OF_A_PLACE);
      api.clock.advance({ minutes: seconds / 60 });
      if (round < 7) expect((await enter({ from: stranger })).status).toBe(401);
    }
    expect((await enter({ from: desk, username, password: PASSWORD })).status).toBe(201);
  });

  it('is not forgiven because one of them has an account that works', async () => {
    const { stranger } = aPlace();
    const { username } = await anAccount(api, ['therapist']);
    await repeat(OF_A_PLACE - 1, () => enter({ from: stranger }));
    expect((await enter({ from: stranger, username, password: PASSWORD })).status).toBe(201);
    expect((await enter({ from: stranger })).status).toBe(401);
    expect((await enter({ from: stranger })).status).toBe(429);
  });

  it('gets no further with the mark of a browser of one’s own', async () => {
    const { stranger } = aPlace();
    const { cookie } = await atTheDesk(stranger);
    const answers = await repeat(OF_A_PLACE + 1, () => enter({ from: stranger, cookie }));
    expect(answers.at(-1)?.status).toBe(429);
  });
});

describe('one name', () => {
  it('is not forgiven for other places when somebody comes in with it', async () => {
    const { username } = await anAccount(api, ['desk']);
    const guess = (n: number) => enter({ from: `12.${process.pid % 200}.${n}.5`, username });
    await repeat(OF_A_NAME - 1, guess);
    const { desk } = aPlace();
    expect((await enter({ from: desk, username, password: PASSWORD })).status).toBe(201);
    expect((await guess(OF_A_NAME)).status).toBe(401);
    expect((await guess(OF_A_NAME + 1)).status).toBe(429);
  });
});

describe('a browser that came in before', () => {
  it('is no way to guess without end: it waits by itself after five wrong passwords', async () => {
    const { desk } = aPlace();
    const { username, cookie } = await atTheDesk(desk);
    const guesses = await repeat(6, () => enter({ from: aPlace().desk, username, cookie }));
    expect(guesses.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 429]);
  });
});
