import type { TestApi } from '../../support/an-api.js';
import { PASSWORD, anAccount } from '../../support/people.js';

/** A session as the console has it. */
export interface ConsoleSession {
  readonly staffId: string;
  readonly username: string;
  /** As the API set them. */
  readonly cookies: readonly string[];
  /** As a browser sends them back. */
  readonly cookie: string;
  readonly csrfToken: string;
}

/** Signs somebody in as the console does. @throws Error when it is refused */
export async function enterConsole(
  api: TestApi,
  username: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Omit<ConsoleSession, 'staffId'>> {
  const answer = await api.call('/staff/session', {
    body: { username, password: PASSWORD },
    headers: { 'x-yance-console': '1', ...more },
  });
  if (answer.status !== 201) throw new Error(`not signed in: ${JSON.stringify(answer.body)}`);
  const cookies = answer.headers.getSetCookie();
  const { csrfToken } = answer.body as { csrfToken: string };
  const cookie = cookies.map((line) => line.split(';')[0]).join('; ');
  return { username, cookies, cookie, csrfToken };
}

/** An owner of her own who has just signed in to the console. */
export async function consoleSession(api: TestApi): Promise<ConsoleSession> {
  const { username, staffId } = await anAccount(api, ['owner']);
  return { staffId, ...(await enterConsole(api, username)) };
}
