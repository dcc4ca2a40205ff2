import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { addDays, localDate } from '../../../src/platform/clock/index.js';
import { aTherapist, aVisit, codeOf, tally } from '../../support/given/index.js';
import { aClient } from '../../support/people.js';
import {
  aCardDesk,
  rawPackage,
  type BookedVisit,
  type CardDesk,
  type SessionUse,
} from './a-card-desk.js';
import { aKey, yuan } from './a-counter.js';

let desk: CardDesk;
beforeAll(async () => {
  desk = await aCardDesk(await workerDatabaseUrl());
  // Enough hands for every test of this file to have its own hour.
  for (let more = 0; more < 12; more += 1) await aTherapist(desk.api, desk.store);
});
afterAll(() => desk.close());

const refusal = (answer: { status: number; body: unknown }) => [
  answer.status,
  codeOf(answer as never),
];
/** An hour of a day to come, by the clock as it stands now. */
const at = (time: string, days = 1): string =>
  desk.store.at(addDays(localDate(desk.api.clock.now(), 'Asia/Shanghai'), days), time);
const booked = async (client: { token: string }, time = '10:00', useSession?: string) => {
  const answer = await desk.bookWith(client, at(time), useSession);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body as BookedVisit;
};
const sessions = async (packageId: string): Promise<[number, number]> => {
  const { SES_AVAIL, SES_RESERVED } = await rawPackage(desk.api, packageId);
  return [SES_AVAIL, SES_RESERVED];
};
const redeem = (clientId: string, more: object = {}) =>
  desk.post(desk.desk, `/staff/clients/${clientId}/session-uses`, {
    ...{ storeId: desk.store.id, serviceId: desk.salon.serviceId, useSession: 'auto' },
    ...{ slipNo: aKey().slice(0, 20), ...more },
  });

describe('a visit that is booked with a session', () => {
  it('keeps it, shows it to both, and gives it back when it is cancelled', async () => {
    const { token, pack, itemId } = await desk.aHolder();
    const visit = await booked({ token });
    const session = { packageId: pack.id, itemId, packageName: '补水十次卡', used: false };
    expect(visit.items[0]?.session).toEqual(session);
    expect(await sessions(pack.id)).toEqual([11, 1]);
    expect((await desk.mine({ token }, pack.id)).items).toMatchObject([{ left: 12, reserved: 1 }]);
    expect(await desk.get(desk.desk, `/staff/appointments/${visit.id}`)).toMatchObject({
      items: [{ session }],
    });
    await desk.post({ token }, `/client/appointments/${visit.id}/cancel`, { reason: '有事' });
    expect(await sessions(pack.id)).toEqual([12, 0]);
    const cancelled = await desk.get<BookedVisit>({ token }, `/client/appointments/${visit.id}`);
    expect(cancelled.items[0]?.session).toBeNull();
  });

  it('takes the session along when it moves', async () => {
    const { token, pack } = await desk.aHolder();
    const visit = await booked({ token });
    const path = `/client/appointments/${visit.id}/reschedule`;
    const moved = await desk.post({ token }, path, { start: at('15:00') });
    expect((moved.body as BookedVisit).items[0]?.session).toMatchObject({ packageId: pack.id });
    expect(await sessions(pack.id)).toEqual([11, 1]);
  });

  it('uses it when it is completed: worth what is left by what is left, revenue of the day', async () => {
    const { token, pack } = await desk.aHolder();
    const visit = await booked({ token }, '11:00');
    await desk.later({ days: 1, hours: 2 });
    expect((await desk.serve(visit.id)).status).toBe(200);
    expect(await rawPackage(desk.api, pack.id)).toMatchObject({
      ...{ PKG_DEFERRED: yuan(1375), SES_AVAIL: 11, SES_RESERVED: 0 },
    });
    const { uses } = await desk.shown(pack.id);
    expect(uses).toMatchObject([{ consent: 'pending', state: 'done', appointmentId: visit.id }]);
    expect(
      (await desk.get<BookedVisit>(desk.desk, `/staff/appointments/${visit.id}`)).items,
    ).toMatchObject([{ session: { used: true } }]);
  });

  it('gives it back when nobody came, unless the store’s rule says that it counts', async () => {
    const { token, pack } = await desk.aHolder();
    const noShow = async (visit: BookedVisit) =>
      desk.post(desk.desk, `/staff/appointments/${visit.id}/no-show`);
    const [one, two] = [await booked({ token }, '12:00'), await booked({ token }, '14:00')];
    expect(await sessions(pack.id)).toEqual([10, 2]);
    await desk.later({ days: 1, hours: 8 });
    expect((await noShow(one)).status).toBe(200);
    expect(await sessions(pack.id)).toEqual([11, 1]);
    const rule = (noShowUsesSession: boolean) =>
      desk.api.call(`/staff/membership-settings/${desk.store.id}`, {
        ...{ method: 'PATCH', token: desk.owner.token, body: { noShowUsesSession } },
        headers: { 'idempotency-key': aKey() },
      });
    await rule(true);
    await noShow(two);
    await rule(false);
    expect(await sessions(pack.id)).toEqual([11, 0]);
    expect((await desk.shown(pack.id)).uses).toHaveLength(1);
  });

  it('is kept for: its package is neither frozen nor given back meanwhile', async () => {
    const { token, pack } = await desk.aHolder();
    await booked({ token }, '18:00');
    const path = `/staff/packages/${pack.id}`;
    expect(refusal(await desk.post(desk.manager, `${path}/freeze`, { reason: '出差' }))).toEqual([
      ...[409, 'PACKAGE_RESERVED'],
    ]);
    const wish = { cause: 'own_reason', amountFen: yuan(1500), reason: '搬家了' };
    expect(refusal(await desk.post(desk.desk, `${path}/refunds`, wish))).toEqual([
      ...[409, 'PACKAGE_RESERVED'],
    ]);
  });

  it('is not booked when there is no session for it', async () => {
    const client = await aClient(desk.api);
    const start = at('16:00');
    const count = () =>
      desk.api.database.rows('SELECT id FROM appointment WHERE customer_id = ?', [client.id]);
    expect(refusal(await desk.bookWith(client, start))).toEqual([409, 'SESSION_NOT_AVAILABLE']);
    const other = await desk.aHolder();
    expect(refusal(await desk.bookWith(client, start, other.itemId))).toEqual([
      ...[409, 'SESSION_NOT_AVAILABLE'],
    ]);
    expect(await count()).toEqual([]);
  });

  it('takes the last session once, however many book at the same time', async () => {
    const items = [desk.item({ sessions: 1, giftSessions: 0 })];
    const { token, pack } = await desk.aHolder({ items, priceFen: yuan(150) });
    const hours = ['10:00', '11:00', '13:00', '14:00', '15:00', '16:00'];
    const answers = await Promise.all(hours.map((hour) => desk.bookWith({ token }, at(hour, 2))));
    const outcomes = tally(answers);
    expect(outcomes['201']).toBe(1);
    expect(await sessions(pack.id)).toEqual([0, 1]);
    const open = await desk.api.database.rows(
      'SELECT id FROM session_reservation WHERE package_id = ? AND is_open = 1',
      [pack.id],
    );
    expect(open).toHaveLength(1);
  });
});

describe('a session at the desk', () => {
  it('is used with the client’s code or a slip that is used once, and from the package that ends first', async () => {
    const { id, token, pack } = await desk.aHolder();
    const soon = await desk.aPackagePlan({ validDays: 30, name: '月卡十次' });
    const sold = await desk.sellPackage(id, soon.id);
    const soonId = (sold.body as { id: string }).id;
    const { code } = await desk.get<{ code: string }>({ token }, '/client/member-code');
    const first = await redeem(id, { code, slipNo: undefined });
    expect(first).toMatchObject({
      status: 201,
      body: { packageId: soonId, consent: 'member_code' },
    });
    expect(refusal(await redeem(id, { code, slipNo: undefined }))).toEqual([
      ...[409, 'MEMBER_CODE_WRONG'],
    ]);
    const slipNo = `S-${aKey().slice(0, 12)}`;
    expect((await redeem(id, { slipNo })).status).toBe(201);
    expect(refusal(await redeem(id, { slipNo }))).toEqual([409, 'SLIP_USED']);
    expect(refusal(await redeem(id, { slipNo: undefined }))).toEqual([400, 'INVALID_INPUT']);
    expect(await sessions(pack.id)).toEqual([12, 0]);
    expect(await sessions(soonId)).toEqual([10, 0]);
  });

  it('leaves nothing behind after the last, in another store too, which the seller pays', async () => {
    const items = [desk.item({ sessions: 7, giftSessions: 0 })];
    const { id, pack } = await desk.aHolder({ items, priceFen: 100_001 });
    for (let used = 0; used < 7; used += 1) {
      const storeId = used % 2 === 0 ? desk.store.id : desk.other.id;
      expect((await redeem(id, { storeId, useSession: pack.items[0]?.id })).status).toBe(201);
    }
    expect(await rawPackage(desk.api, pack.id)).toMatchObject({ PKG_DEFERRED: 0, SES_AVAIL: 0 });
    expect(refusal(await redeem(id))).toEqual([409, 'SESSION_NOT_AVAILABLE']);
    const rows = await desk.api.database.rows<{ amount: number }>(
      `SELECT p.amount FROM ledger_posting p JOIN ledger_account a ON a.id = p.debit_account_id
       WHERE a.code = 'INTERSTORE' AND a.store_id = ?`,
      [desk.other.id],
    );
    expect(rows).toHaveLength(3);
  });

  it('is confirmed or disputed by its client in one tap, by nobody else, and can be undone', async () => {
    const { id, token, pack } = await desk.aHolder();
    const use = (await redeem(id)).body as SessionUse;
    const stranger = await aClient(desk.api);
    const path = `/client/session-uses/${use.id}`;
    expect(refusal(await desk.post(stranger, `${path}/dispute`))).toEqual([
      ...[404, 'SESSION_USE_NOT_FOUND'],
    ]);
    const disputed = await desk.post({ token }, `${path}/dispute`, { note: '那天没来' });
    expect(disputed).toMatchObject({ status: 200, body: { disputeNote: '那天没来' } });
    await desk.later({ days: 2 });
    const undo = () =>
      desk.post(desk.manager, `/staff/session-uses/${use.id}/reverse`, { reason: '核实有误' });
    expect(await undo()).toMatchObject({ status: 200, body: { state: 'reversed' } });
    expect(refusal(await undo())).toEqual([409, 'SESSION_USE_STATE']);
    expect(await rawPackage(desk.api, pack.id)).toMatchObject({
      ...{ PKG_DEFERRED: yuan(1500), SES_AVAIL: 12, SES_RESERVED: 0 },
    });
  });
});

describe('a session of a visit', () => {
  it('waits for the client’s tap, and is free again when the use is undone', async () => {
    const { token, pack } = await desk.aHolder();
    const visit = await booked({ token }, '17:00');
    await desk.later({ days: 1, hours: 8 });
    await desk.serve(visit.id);
    const [use] = (await desk.mine({ token }, pack.id)).uses;
    const tapped = await desk.post({ token }, `/client/session-uses/${use?.id}/confirm`);
    expect(tapped).toMatchObject({ status: 200, body: { consent: 'tap' } });
    const reason = { reason: '核实有误' };
    await desk.post(desk.manager, `/staff/session-uses/${use?.id}/reverse`, reason);
    expect(await sessions(pack.id)).toEqual([12, 0]);
  });
});

it('a visit without a session has none', async () => {
  const { visit } = await aVisit(desk.api, desk.salon, at('18:00'));
  expect(visit.items[0]?.session).toBeNull();
});
