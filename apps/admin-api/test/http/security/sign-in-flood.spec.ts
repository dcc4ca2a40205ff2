import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anApi, type Answer, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { codeOf } from '../../support/given/index.js';
import { PASSWORD, aClient, aUsername, anAccount } from '../../support/people.js';
import { enterConsole } from './console-session.js';

/** More than the house serves at once: eight for each of sixteen connections. */
const FLOOD = 150;
const READS = 10;

let api: TestApi;
beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
});
afterAll(() => api.close());

function enter(username: string, password: string, cookie?: string): Promise<Answer> {
  const headers: Record<string, string> = cookie === undefined ? {} : { cookie };
  return api.call('/staff/session', { body: { username, password }, headers });
}

/** Strangers who try to sign in, as many at once, again and again until they are told to end. */
function flood(): { answers: Answer[]; end: () => Promise<unknown> } {
  const answers: Answer[] = [];
  let going = true;
  const one = async (): Promise<void> => {
    while (going) answers.push(await enter(aUsername(), 'a wrong guess'));
  };
  const all = Promise.all(Array.from({ length: FLOOD }, one));
  return {
    answers,
    end: () => {
      going = false;
      return all;
    },
  };
}

describe('a flood of sign-ins', () => {
  it('waits in a line of its own: reads are answered, and browsers that we know come in', async () => {
    const { token } = await aClient(api);
    const { username } = await anAccount(api, ['desk']);
    const { cookie } = await enterConsole(api, username);
    const strangers = flood();
    const statuses: number[] = [];
    const times: number[] = [];
    for (let n = 0; n < READS; n += 1) {
      const asked = performance.now();
      statuses.push((await api.call('/client/me', { token })).status);
      times.push(performance.now() - asked);
    }
    const known = await enter(username, PASSWORD, cookie);
    await strangers.end();
    process.stdout.write(
      `flood: ${strangers.answers.length} sign-ins, slowest of ${READS} reads ${Math.max(...times).toFixed(0)} ms\n`,
    );
    expect(statuses).toEqual(statuses.map(() => 200));
    expect(known.status).toBe(201);
    const refused = strangers.answers.filter(({ status }) => status === 503);
    expect(refused.length).toBeGreaterThan(0);
    for (const answer of refused) {
      expect(codeOf(answer)).toBe('OVERLOADED');
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    }
    const others = strangers.answers.filter(({ status }) => status !== 503);
    expect(new Set(others.map(codeOf))).toEqual(new Set(['LOGIN_FAILED']));
  });

  it('leaves room again as soon as it is over', async () => {
    await Promise.all(Array.from({ length: FLOOD }, () => enter(aUsername(), 'a wrong guess')));
    const { username } = await anAccount(api, ['desk']);
    expect((await enter(username, PASSWORD)).status).toBe(201);
  });
});
