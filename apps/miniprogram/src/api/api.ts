import { problemOf } from '@/lib/failure';
import { platform } from '@/platform';
import { Session } from './session';
import { createTransport } from './transport';

interface SessionAnswer {
  token: string;
  expiresAt: string;
}

const SIGN_IN_TIMEOUT_MS = 15_000;

const session = new Session({
  storage: platform.storage,
  login: () => platform.login(),
  now: () => new Date(),
  async exchange(code) {
    const answer = await platform.request({
      method: 'POST',
      url: `${API_ORIGIN}/api/client/session`,
      headers: { 'content-type': 'application/json' },
      body: { code },
      timeoutMs: SIGN_IN_TIMEOUT_MS,
    });
    if (answer.status >= 400) throw problemOf(answer.status, answer.body);
    return answer.body as SessionAnswer;
  },
});

/** The one way to the API. Requests live beside this file, one each. */
export const api = createTransport(API_ORIGIN, (wire) => platform.request(wire), session);
