import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { anApi, type TestApi } from '../../../test/support/an-api.js';
import { workerDatabaseUrl } from '../../../test/support/database/index.js';
import { aCouponSalon, type CouponSalon } from '../../../test/support/given/coupons.js';
import { MONDAY_TEN, TODAY, TOMORROW, aService } from '../../../test/support/given/index.js';
import type { Tx } from '../../platform/database/index.js';
import { newId } from '../../platform/ids/index.js';
import { VerifyLedger } from '../ledger/index.js';
import { JoinFiles } from '../customers/index.js';
import { ExpireCoupons } from './expire-coupons.js';
import {
  HoldCoupon,
  IssueCoupon,
  ReturnCoupon,
  UseCoupon,
  couponsOfCustomer,
  usableCoupons,
  type IssueRequest,
} from './index.js';

let api: TestApi;
let salon: CouponSalon;
beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
  salon = await aCouponSalon(api);
});
afterAll(() => api.close());
beforeEach(() => api.clock.set(MONDAY_TEN));

const BY = { kind: 'system', id: 'test', name: '系统' } as const;
const run = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => api.unitOfWork.run(work);
const the = <T>(type: abstract new (...args: never[]) => T): T =>
  api.app.get(type, { strict: false });

const issue = (templateId: string, customerId: string, more: Partial<IssueRequest> = {}) =>
  run((tx) =>
    the(IssueCoupon).execute(tx, { templateId, customerId, source: 'rule', by: BY, ...more }),
  );

interface Held {
  readonly id: string;
  readonly customerId: string;
}

const wishFor = ({ id: couponId, customerId }: Held, billId: string, on = TODAY) => ({
  ...{ couponId, customerId, billId, storeId: salon.store.id, on },
});
const hold = (coupon: Held, billId: string, on?: string) =>
  run((tx) => the(HoldCoupon).execute(tx, wishFor(coupon, billId, on)));
const use = (coupon: Held, billId: string, on?: string) =>
  run((tx) =>
    the(UseCoupon).execute(tx, { ...wishFor(coupon, billId, on), savedFen: 5_000, by: BY }),
  );
const giveBack = ({ id: couponId }: Held, billId: string) =>
  run((tx) => the(ReturnCoupon).execute(tx, { couponId, billId, by: BY }));
const refused = (code: string) => expect.objectContaining({ code });

/** A coupon of a template of its own, in the hands of a client of her own. */
async function aCoupon(change = {}) {
  const template = await salon.aTemplate(change);
  return issue(template.id, await salon.aFile());
}

async function unitsOf(customerId: string): Promise<{ balance: number; lots: number }> {
  const row = await api.database.row<{ balance: unknown; lots: unknown }>(
    `SELECT (SELECT balance FROM ledger_account WHERE code = 'CPN' AND owner_id = ?) AS balance,
       (SELECT COALESCE(SUM(units_left), 0) FROM lot WHERE owner_id = ?) AS lots`,
    [customerId, customerId],
  );
  return { balance: Number(row?.balance ?? 0), lots: Number(row?.lots) };
}

const actionsOf = async (couponId: string): Promise<string[]> =>
  (
    await api.database.rows<{ action: string }>(
      'SELECT action FROM coupon_change WHERE coupon_id = ? ORDER BY seq',
      [couponId],
    )
  ).map(({ action }) => action);

describe('a coupon that is issued', () => {
  it('is one unit in the ledger, good from today for the days of its template', async () => {
    const coupon = await aCoupon({ validDays: 10 });
    expect(coupon).toMatchObject({ state: 'issued', validFrom: TODAY, validUntil: '2026-12-02' });
    expect(await unitsOf(coupon.customerId)).toEqual({ balance: 1, lots: 1 });
  });

  it('keeps its terms when its template changes', async () => {
    const template = await salon.aTemplate();
    const coupon = await issue(template.id, await salon.aFile());
    const change = { ...salon.draft({ name: '新的名字', amountFen: 100 }), version: 1 };
    const path = `/staff/coupon-templates/${template.id}`;
    const answer = await api.call(path, {
      ...{ method: 'PUT', token: salon.tokens.marketing, body: change },
    });
    expect(answer.status).toBe(200);
    const [kept] = await usableCoupons(
      ...([api.database, coupon.customerId, salon.store.id, TODAY] as const),
    );
    expect(kept).toMatchObject({ id: coupon.id, name: '满减券', amountFen: 5_000, units: null });
    const next = await issue(template.id, coupon.customerId);
    expect(next.terms).toMatchObject({ name: '新的名字', amountFen: 100 });
  });

  it('is issued once for a key, and to nobody else for it', async () => {
    const template = await salon.aTemplate();
    const [client, key] = [await salon.aFile(), newId()];
    const first = await issue(template.id, client, { issueKey: key });
    expect((await issue(template.id, client, { issueKey: key })).id).toBe(first.id);
    expect((await salon.couponsOf(client)).length).toBe(1);
    const other = await salon.aFile();
    await expect(issue(template.id, other, { issueKey: key })).rejects.toEqual(
      refused('IDEMPOTENCY_KEY_REUSED'),
    );
  });

  it('goes to a client as often as its template says', async () => {
    const template = await salon.aTemplate({ perClientCap: 2 });
    const client = await salon.aFile();
    await issue(template.id, client);
    await issue(template.id, client);
    await expect(issue(template.id, client)).rejects.toEqual(refused('COUPON_CAP_REACHED'));
    expect(await unitsOf(client)).toEqual({ balance: 2, lots: 2 });
  });

  it('is not issued from a draft, when it is off, when its days are over or for no birthday', async () => {
    const client = await salon.aFile();
    for (const change of [
      { state: 'draft' },
      { state: 'off' },
      { validKind: 'fixed', validDays: null, validFrom: '2026-01-01', validUntil: '2026-11-22' },
    ] as const) {
      const { id } = await salon.aTemplate(change);
      await expect(issue(id, client)).rejects.toEqual(refused('COUPON_NOT_OFFERED'));
    }
    const { id } = await salon.aTemplate({ validKind: 'birthday_month', validDays: null });
    await expect(issue(id, client)).rejects.toEqual(refused('COUPON_NO_BIRTHDAY'));
    const days = { from: '2026-12-01', until: '2026-12-09' };
    expect(await issue(id, client, { days })).toMatchObject({ validUntil: '2026-12-09' });
  });

  it('names the services that it was promised for', async () => {
    const serviceId = await aService(api, salon.store, { name: '水光面部护理' });
    const free = {
      kind: 'free_service',
      amountFen: null,
      minSpendFen: 0,
      scope: 'listed',
    } as const;
    const coupon = await aCoupon({ ...free, serviceIds: [serviceId] });
    const [shown] = await couponsOfCustomer(api.database, coupon.customerId, api.clock.now());
    expect(shown).toMatchObject({ words: '水光面部护理免单' });
    expect(coupon.terms.serviceIds).toEqual([serviceId]);
  });
});

describe('a coupon on a bill', () => {
  it('is in the hands of one bill at a time, which may put it down again', async () => {
    const coupon = await aCoupon();
    const [bill, other] = [newId(), newId()];
    await hold(coupon, bill);
    await hold(coupon, bill);
    await expect(hold(coupon, other)).rejects.toEqual(refused('COUPON_HELD'));
    await expect(use(coupon, other)).rejects.toEqual(refused('COUPON_HELD'));
    const at = [api.database, coupon.customerId, salon.store.id, TODAY] as const;
    expect(await usableCoupons(...at)).toEqual([]);
    expect(await usableCoupons(...at, bill)).toHaveLength(1);
    await run((tx) => the(HoldCoupon).release(tx, coupon.id, other));
    await run((tx) => the(HoldCoupon).releaseAll(tx, bill));
    expect(await usableCoupons(...at)).toHaveLength(1);
    await hold(coupon, other);
  });

  it('is used once, and its unit is gone', async () => {
    const coupon = await aCoupon();
    const bill = newId();
    await hold(coupon, bill);
    await use(coupon, bill);
    expect(await unitsOf(coupon.customerId)).toEqual({ balance: 0, lots: 0 });
    for (const billId of [bill, newId()])
      await expect(use(coupon, billId)).rejects.toEqual(refused('COUPON_STATE'));
    expect(await actionsOf(coupon.id)).toEqual(['issue', 'use']);
  });

  it('is good on its days, in its stores and for its client alone', async () => {
    const days = { validDays: null, validFrom: TOMORROW, validUntil: '2026-11-30' };
    const coupon = await aCoupon({ validKind: 'fixed', ...days, storeIds: [salon.other.id] });
    const at = (storeId: string, on: string) => ({ ...wishFor(coupon, newId(), on), storeId });
    const tryAt = (storeId: string, on: string, customerId = coupon.customerId) =>
      run((tx) => the(HoldCoupon).execute(tx, { ...at(storeId, on), customerId }));
    const { store, other } = salon;
    await expect(tryAt(other.id, TODAY)).rejects.toEqual(refused('COUPON_EXPIRED'));
    await expect(tryAt(other.id, '2026-12-01')).rejects.toEqual(refused('COUPON_EXPIRED'));
    await expect(tryAt(store.id, TOMORROW)).rejects.toEqual(refused('COUPON_NOT_HERE'));
    const stranger = await salon.aFile();
    await expect(tryAt(other.id, TOMORROW, stranger)).rejects.toEqual(refused('COUPON_NOT_FOUND'));
    expect(await tryAt(other.id, '2026-11-30')).toMatchObject({ state: 'held' });
  });

  it('comes back with a bill that is undone, for a week at least, and can be used again', async () => {
    const coupon = await aCoupon({ validDays: 2 });
    const [bill, next] = [newId(), newId()];
    await use(coupon, bill);
    await expect(giveBack(coupon, next)).rejects.toEqual(refused('COUPON_STATE'));
    expect(await giveBack(coupon, bill)).toMatchObject({ validUntil: '2026-11-29' });
    await expect(giveBack(coupon, bill)).rejects.toEqual(refused('COUPON_STATE'));
    expect(await unitsOf(coupon.customerId)).toEqual({ balance: 1, lots: 1 });
    await use(coupon, next, '2026-11-29');
    const back = await run((tx) => the(ReturnCoupon).ofBill(tx, next, BY));
    expect(back.map(({ id }) => id)).toEqual([coupon.id]);
    expect(await actionsOf(coupon.id)).toEqual(['issue', 'use', 'return', 'use', 'return']);
  });
});

describe('the end of a coupon', () => {
  const sweep = () => the(ExpireCoupons).run();
  const stateOf = async ({ id }: Held): Promise<unknown> =>
    (await api.database.row<{ state: string }>('SELECT state FROM coupon WHERE id = ?', [id]))
      ?.state;

  it('comes when its last day is over by the wall of the store, and not a minute before', async () => {
    const coupon = await aCoupon({ validDays: 1 });
    api.clock.set(new Date('2026-11-23T15:59:00Z'));
    await sweep();
    expect(await stateOf(coupon)).toBe('issued');
    api.clock.set(new Date('2026-11-23T16:00:00Z'));
    await Promise.all([sweep(), sweep()]);
    expect(await stateOf(coupon)).toBe('expired');
    expect(await unitsOf(coupon.customerId)).toEqual({ balance: 0, lots: 0 });
    expect(await actionsOf(coupon.id)).toEqual(['issue', 'expire']);
  });

  it('waits for the bill that has it in hand', async () => {
    const coupon = await aCoupon({ validDays: 1 });
    const bill = newId();
    await hold(coupon, bill);
    api.clock.advance({ days: 3 });
    await sweep();
    expect(await stateOf(coupon)).toBe('held');
    await run((tx) => the(HoldCoupon).releaseAll(tx, bill));
    await sweep();
    expect(await stateOf(coupon)).toBe('expired');
  });
});

describe('files that become one', () => {
  it('have the coupons of both, in hand and in the ledger, also more than one client could take', async () => {
    const template = await salon.aTemplate({ perClientCap: 1 });
    const [from, to] = [await salon.aFile(), await salon.aFile()];
    const [mine, hers] = [await issue(template.id, from), await issue(template.id, to)];
    const spent = await issue((await salon.aTemplate()).id, from);
    await use(spent, newId());
    const bill = newId();
    await hold(mine, bill);
    await run((tx) => the(JoinFiles).execute(tx, from, to));
    expect(await unitsOf(from)).toEqual({ balance: 0, lots: 0 });
    expect(await unitsOf(to)).toEqual({ balance: 2, lots: 2 });
    const ids = (await salon.couponsOf(to)).map(({ id }) => id);
    expect(ids.sort()).toEqual([mine.id, hers.id, spent.id].sort());
    await use({ id: mine.id, customerId: to }, bill);
    await use({ id: hers.id, customerId: to }, newId());
    await expect(issue(template.id, to)).rejects.toEqual(refused('COUPON_CAP_REACHED'));
  });
});

describe('the books', () => {
  it('hold after all that happens to coupons', async () => {
    const verdict = await the(VerifyLedger).run();
    expect(verdict.firstBadRow).toBeUndefined();
  });
});
