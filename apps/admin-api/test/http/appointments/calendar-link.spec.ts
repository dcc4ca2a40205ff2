import type { components } from '@yance/shared-types';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anApi, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { MONDAY_TEN, TODAY, aSalon, aVisit, type Salon } from '../../support/given/index.js';
import { PASSWORD, aStaffToken, aUsername } from '../../support/people.js';
import { CreateStaffAccount } from '../../../src/modules/identity/index.js';
import { recorded } from '../platform/support/writes.js';

let api: TestApi;
let salon: Salon;
let therapist: string;
beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
  api.clock.set(MONDAY_TEN);
  salon = await aSalon(api);
  const account = { username: aUsername(), password: PASSWORD };
  const create = api.app.get(CreateStaffAccount, { strict: false });
  const { staffId } = salon.therapist;
  await api.unitOfWork.run((tx) =>
    create.execute(tx, { staffId, ...account, roles: ['therapist'] }),
  );
  const { body } = await api.call('/staff/session', { body: account });
  therapist = (body as { token: string }).token;
});
afterAll(() => api.close());

const LINK = '/staff/calendar-link';

/** A fresh link: the path that a calendar asks. */
async function aLink(): Promise<string> {
  const { body } = await api.call(LINK, { method: 'PUT', token: therapist });
  const { url } = body as components['schemas']['MadeCalendarLinkDto'];
  return new URL(url).pathname;
}

const base = (): Promise<string> => api.app.getUrl();
const read = async (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${await base()}${path}`, { headers });

describe('the calendar of who serves', () => {
  it('holds her visits by the first character of the name, and no more of the client', async () => {
    const { visit, client } = await aVisit(api, salon, salon.store.at(TODAY, '14:00'));
    await api.unitOfWork.run((tx) =>
      tx.run("UPDATE customer SET name = '欧阳小满' WHERE id = ?", [client.id]),
    );
    const answer = await read(await aLink());
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const text = (await answer.text()).replaceAll('\r\n ', '');
    expect(text).toContain('DTSTART:20261123T060000Z');
    expect(text).toContain(`UID:${visit.id}-0@yance`);
    expect(text).toMatch(/SUMMARY:欧\* /);
    expect(text).not.toMatch(/欧阳|小满/);

    await api.call(`/client/appointments/${visit.id}/cancel`, { token: client.token, body: {} });
    expect(await (await read(await aLink())).text()).not.toContain(visit.id);
  });

  it('is not sent again while nothing changed', async () => {
    const path = await aLink();
    const tag = (await read(path)).headers.get('etag') ?? '';
    expect((await read(path, { 'if-none-match': tag })).status).toBe(304);
    await aVisit(api, salon, salon.store.at(TODAY, '16:00'));
    expect((await read(path, { 'if-none-match': tag })).status).toBe(200);
  });
});

describe('the link', () => {
  it('opens nothing once there is a new one, or none, or its owner has left', async () => {
    const first = await aLink();
    const second = await aLink();
    expect((await read(first)).status).toBe(404);
    expect((await read(second)).status).toBe(200);
    const state = (await api.call(LINK, { token: therapist })).body;
    expect(state).toEqual({ madeAt: MONDAY_TEN.toISOString(), readAt: MONDAY_TEN.toISOString() });

    await api.call(LINK, { method: 'DELETE', token: therapist });
    expect((await read(second)).status).toBe(404);
    const { staffId } = salon.therapist;
    expect(await recorded(api, 'calendar-feed.revoked', staffId)).toBe(1);

    const third = await aLink();
    const leave = (to: string) =>
      api.unitOfWork.run((tx) =>
        tx.run('UPDATE staff_member SET state = ? WHERE id = ?', [to, staffId]),
      );
    await leave('left');
    expect((await read(third)).status).toBe(404);
    await leave('active');
  });

  it('stands nowhere: only its hash is kept', async () => {
    const secret = /([\w-]{43})\.ics$/.exec(await aLink())?.[1] ?? '';
    const rows = await api.database.rows<{ kept: Buffer }>(
      'SELECT token_hash AS kept FROM calendar_feed WHERE staff_id = ?',
      [salon.therapist.staffId],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.kept.toString('base64url')).not.toBe(secret);
    const kept = await api.database.rows(
      'SELECT 1 FROM idempotency_key WHERE CAST(response AS CHAR) LIKE ?',
      [`%${secret}%`],
    );
    expect(kept).toEqual([]);
  });

  it('is for those who may see the calendar, and guesses open nothing', async () => {
    const marketing = await aStaffToken(api, ['marketing'], [salon.store.id]);
    expect((await api.call(LINK, { method: 'PUT', token: marketing })).status).toBe(403);
    expect(await (await read('/calendar/x.ics')).json()).toMatchObject({
      code: 'CALENDAR_LINK_NOT_FOUND',
    });
    expect((await read(`/calendar/${'A'.repeat(43)}.ics`)).status).toBe(404);
  });
});
