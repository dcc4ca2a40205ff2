import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StaffRole } from '@yance/shared-types';
import { anApi, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { PASSWORD, aClient, anAccount, aStaffToken } from '../../support/people.js';
import { consoleSession, enterConsole, type ConsoleSession } from './console-session.js';

let api: TestApi;
beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
});
afterAll(() => api.close());

const NEXT = 'a much better one';

async function reads({ cookie }: { cookie: string }): Promise<number> {
  return (await api.call('/staff/session', { headers: { cookie } })).status;
}

function post(session: ConsoleSession, path: string, body: object): Promise<{ status: number }> {
  const headers = { cookie: session.cookie, 'x-csrf-token': session.csrfToken };
  return api.call(path, { body, headers });
}

async function setRole(staffId: string, role: StaffRole): Promise<void> {
  await api.unitOfWork.run(async (tx) => {
    await tx.run('UPDATE staff_role SET role = ? WHERE staff_id = ?', [role, staffId]);
  });
}

describe('a console session', () => {
  it('ends with signing out: its cookie and its token open nothing any more', async () => {
    const session = await consoleSession(api);
    const headers = { cookie: session.cookie, 'x-csrf-token': session.csrfToken };
    const answer = await api.call('/staff/session', { method: 'DELETE', headers });
    expect(answer.status).toBe(204);
    expect(await reads(session)).toBe(401);
    expect((await post(session, '/staff/clients', { name: '王秀英' })).status).toBe(401);
  });

  it('ends with the change of the password everywhere else, and the old password with it', async () => {
    const mine = await consoleSession(api);
    const other = await enterConsole(api, mine.username);
    const body = { current: PASSWORD, next: NEXT };
    expect((await post(mine, '/staff/password', body)).status).toBe(204);
    expect([await reads(mine), await reads(other)]).toEqual([200, 401]);
    const enter = async (password: string): Promise<number> =>
      (await api.call('/staff/session', { body: { username: mine.username, password } })).status;
    expect([await enter(PASSWORD), await enter(NEXT)]).toEqual([401, 201]);
  });

  it('ends at once for one who leaves, who does not come in again either', async () => {
    const session = await consoleSession(api);
    await api.unitOfWork.run(async (tx) => {
      await tx.run("UPDATE staff_member SET state = 'left' WHERE id = ?", [session.staffId]);
    });
    expect(await reads(session)).toBe(401);
    await expect(enterConsole(api, session.username)).rejects.toThrow('LOGIN_FAILED');
  });

  it('may do what the role allows now, not what it allowed when it began', async () => {
    const { username, staffId } = await anAccount(api, ['owner']);
    const { body } = await api.call('/staff/session', { body: { username, password: PASSWORD } });
    const { token } = body as { token: string };
    const create = async (): Promise<number> =>
      (await api.call('/staff/clients', { token, body: { name: '王秀英' } })).status;
    expect(await create()).toBe(201);
    await setRole(staffId, 'therapist');
    expect(await create()).toBe(403);
    await setRole(staffId, 'desk');
    expect(await create()).toBe(201);
  });

  it('whose row is gone is no session, however well its cookie is made', async () => {
    const session = await consoleSession(api);
    await api.unitOfWork.run(async (tx) => {
      await tx.run('DELETE FROM staff_session WHERE staff_id = ?', [session.staffId]);
    });
    expect(await reads(session)).toBe(401);
  });

  it('is a new one with each sign-in, whatever cookie was there before', async () => {
    const first = await consoleSession(api);
    const second = await enterConsole(api, first.username, { cookie: first.cookie });
    expect(second.cookies[0]).not.toBe(first.cookies[0]);
    expect(second.csrfToken).not.toBe(first.csrfToken);
    const planted = `yance_staff=${'a'.repeat(43)}`;
    const third = await enterConsole(api, first.username, { cookie: planted });
    expect(third.cookie).not.toContain('a'.repeat(43));
  });
});

describe('the clock', () => {
  it('ends a console that is left alone for four hours, and not one that is used', async () => {
    const [left, used] = [await consoleSession(api), await consoleSession(api)];
    api.clock.advance({ hours: 3, minutes: 59 });
    expect(await reads(used)).toBe(200);
    api.clock.advance({ minutes: 2 });
    expect([await reads(left), await reads(used)]).toEqual([401, 200]);
  });

  it('ends a console after sixteen hours, however busy it was', async () => {
    const session = await consoleSession(api);
    for (let hours = 3; hours <= 15; hours += 3) {
      api.clock.advance({ hours: 3 });
      expect([hours, await reads(session)]).toEqual([hours, 200]);
    }
    api.clock.advance({ minutes: 59 });
    expect(await reads(session)).toBe(200);
    api.clock.advance({ minutes: 2 });
    expect(await reads(session)).toBe(401);
  });

  it('ends a client’s session thirty days after its last use', async () => {
    const [kept, left] = [await aClient(api), await aClient(api)];
    const looks = async (token: string): Promise<number> =>
      (await api.call('/client/me', { token })).status;
    api.clock.advance({ days: 29 });
    expect(await looks(kept.token)).toBe(200);
    api.clock.advance({ days: 1, minutes: 1 });
    expect([await looks(kept.token), await looks(left.token)]).toEqual([200, 401]);
    api.clock.advance({ days: 31 });
    expect(await looks(kept.token)).toBe(401);
  });
});

describe('a client’s session', () => {
  it('ends with signing out on this phone, not on her other one', async () => {
    const first = await aClient(api);
    const second = await aClient(api, first.openid);
    expect(second.token).not.toBe(first.token);
    await api.call('/client/session', { method: 'DELETE', token: first.token });
    const look = async (token: string): Promise<number> =>
      (await api.call('/client/me', { token })).status;
    expect([await look(first.token), await look(second.token)]).toEqual([401, 200]);
  });

  it('opens no staff route, nor a staff session a client’s', async () => {
    const [client, staff] = [(await aClient(api)).token, await aStaffToken(api, ['owner'])];
    expect((await api.call('/staff/session', { token: client })).status).toBe(401);
    expect((await api.call('/client/me', { token: staff })).status).toBe(401);
  });
});

describe('a token', () => {
  it('is kept as a hash: no table shows it', async () => {
    const tokens = [(await aClient(api)).token, await aStaffToken(api, ['desk'])];
    for (const table of ['client_session', 'staff_session']) {
      const rows = await api.database.rows<Record<string, unknown>>(`SELECT * FROM ${table}`);
      expect(rows.length).toBeGreaterThan(0);
      const values = rows.flatMap((row) => Object.values(row));
      const texts = values.map((value) =>
        Buffer.isBuffer(value) ? value.toString('latin1') : String(value),
      );
      const raw = tokens.map((token) => Buffer.from(token, 'base64url').toString('latin1'));
      for (const secret of [...tokens, ...raw]) {
        expect(texts.filter((text) => text.includes(secret))).toEqual([]);
      }
    }
  });
});
