import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anApi, type TestApi } from '../../../test/support/an-api.js';
import { workerDatabaseUrl } from '../../../test/support/database/index.js';
import { aCouponSalon, taken, type CouponSalon } from '../../../test/support/given/coupons.js';
import { TODAY } from '../../../test/support/given/index.js';
import { isOverload, isTransient, type Tx } from '../../platform/database/index.js';
import { newId } from '../../platform/ids/index.js';
import { VerifyLedger } from '../ledger/index.js';
import { ClaimCoupon, HoldCoupon, IssueCoupon, ReturnCoupon, UseCoupon } from './index.js';
import { IssueToList } from './issue-to-list.js';

const BILLS = 50;
const ROUNDS = 5;
const CROWD = 500;
const QUOTA = 100;
/** Five hundred files and claims on a machine that does other things too. */
const LONG_MS = 240_000;
const BY = { kind: 'system', id: 'test', name: '系统' } as const;

let api: TestApi;
let salon: CouponSalon;
beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
  salon = await aCouponSalon(api);
});
afterAll(() => api.close());

const the = <T>(type: abstract new (...args: never[]) => T): T =>
  api.app.get(type, { strict: false });

/** Tries again for as long as the house is too busy to look, as a phone does. */
async function run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await api.unitOfWork.run(work);
    } catch (error) {
      if (!isOverload(error) && !isTransient(error)) throw error;
    }
  }
}

/** How often each outcome came: the code of a refusal, else `done`. */
async function outcomes(works: readonly Promise<unknown>[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const result of await Promise.allSettled(works)) {
    const name =
      result.status === 'fulfilled' ? 'done' : String((result.reason as { code?: unknown }).code);
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

const times = <T>(count: number, make: (place: number) => T): T[] =>
  Array.from({ length: count }, (_, place) => make(place));

const issue = (templateId: string, customerId: string, issueKey?: string) =>
  run((tx) =>
    the(IssueCoupon).execute(tx, {
      ...{ templateId, customerId, source: 'rule', by: BY },
      ...(issueKey === undefined ? {} : { issueKey }),
    }),
  );

const count = async (sql: string, params: readonly unknown[]): Promise<number> =>
  Number((await api.database.row<{ n: unknown }>(`SELECT COUNT(*) AS n ${sql}`, params))?.n);

describe('fifty bills that reach for one coupon', () => {
  const billOf = (coupon: { id: string; customerId: string }, billId = newId()) => ({
    ...{ couponId: coupon.id, customerId: coupon.customerId, billId },
    ...{ storeId: salon.store.id, on: TODAY, savedFen: 5_000, by: BY },
  });

  it(
    'use it once, in every round, whether they hold it first or not',
    async () => {
      const template = await salon.aTemplate();
      for (let round = 0; round < ROUNDS; round += 1) {
        const coupon = await issue(template.id, await salon.aFile());
        const bills = times(BILLS, () => billOf(coupon));
        const counts = await outcomes(
          bills.map((bill, place) =>
            run(async (tx) => {
              if (place % 2 === 0) await the(HoldCoupon).execute(tx, bill);
              return the(UseCoupon).execute(tx, bill);
            }),
          ),
        );
        expect(counts).toEqual({ done: 1, COUPON_STATE: BILLS - 1 });
        expect(await count('FROM coupon_use WHERE coupon_id = ?', [coupon.id])).toBe(1);
      }
    },
    LONG_MS,
  );

  it('hold it once', async () => {
    const template = await salon.aTemplate();
    const coupon = await issue(template.id, await salon.aFile());
    const counts = await outcomes(
      times(BILLS, () => run((tx) => the(HoldCoupon).execute(tx, billOf(coupon)))),
    );
    expect(counts).toEqual({ done: 1, COUPON_HELD: BILLS - 1 });
  });

  it('give it back once', async () => {
    const template = await salon.aTemplate();
    const coupon = await issue(template.id, await salon.aFile());
    const bill = billOf(coupon);
    await run((tx) => the(UseCoupon).execute(tx, bill));
    const counts = await outcomes(
      times(20, () => run((tx) => the(ReturnCoupon).execute(tx, bill))),
    );
    expect(counts).toEqual({ done: 1, COUPON_STATE: 19 });
  });
});

describe('what there is only so much of', () => {
  it(
    'a hundred coupons claimed by five hundred clients at once are exactly a hundred',
    async () => {
      const template = await salon.aTemplate({ quota: QUOTA, perClientCap: 1 });
      const clients: string[] = [];
      for (let some = 0; some < CROWD; some += 25)
        clients.push(...(await Promise.all(times(25, () => salon.aFile()))));
      const counts = await outcomes(
        clients.map((customerId) =>
          run((tx) =>
            the(ClaimCoupon).execute(
              tx,
              { kind: 'client', customerId, openid: '', sessionId: '' },
              template.id,
            ),
          ),
        ),
      );
      expect(counts).toEqual({ done: QUOTA, COUPON_SOLD_OUT: CROWD - QUOTA });
      const row = await api.database.row('SELECT issued FROM coupon_template WHERE id = ?', [
        template.id,
      ]);
      expect(row).toEqual({ issued: QUOTA });
      expect(await count('FROM coupon WHERE template_id = ?', [template.id])).toBe(QUOTA);
      const units = await api.database.row<{ n: unknown }>(
        `SELECT SUM(l.units_left) AS n FROM lot l JOIN coupon c ON c.lot_id = l.id
         WHERE c.template_id = ?`,
        [template.id],
      );
      expect(Number(units?.n)).toBe(QUOTA);
    },
    LONG_MS,
  );

  it('a client who taps thirty times has as many as she may have', async () => {
    const template = await salon.aTemplate({ perClientCap: 3 });
    const client = await salon.aFile();
    const counts = await outcomes(times(30, () => issue(template.id, client)));
    expect(counts).toEqual({ done: 3, COUPON_CAP_REACHED: 27 });
  });

  it('a rule that runs thirty times at once issues once', async () => {
    const template = await salon.aTemplate();
    const [client, key] = [await salon.aFile(), newId()];
    const coupons = await Promise.all(times(30, () => issue(template.id, client, key)));
    expect(new Set(coupons.map(({ id }) => id)).size).toBe(1);
    expect(await count('FROM coupon WHERE template_id = ?', [template.id])).toBe(1);
  });
});

describe('a list that several serve at once', () => {
  it('gives each client one coupon, and stops where there are no more', async () => {
    const template = await salon.aTemplate({ quota: 20, perClientCap: 1 });
    const clientIds = await Promise.all(times(30, () => salon.aFile()));
    const wish = { templateId: template.id, storeId: salon.store.id, clientIds };
    const { id } = taken<{ id: string }>(
      await salon.post(salon.tokens.marketing, '/staff/coupons', wish),
    );
    await Promise.all(times(4, () => the(IssueToList).serve(id)));
    const batch = await salon.get<{ state: string; issued: number; refused: number }>(
      salon.tokens.marketing,
      `/staff/coupon-batches/${id}`,
    );
    expect(batch).toMatchObject({ state: 'done', issued: 20, refused: 10 });
    expect(await count('FROM coupon WHERE template_id = ?', [template.id])).toBe(20);
  });
});

it('the books hold after all of it', async () => {
  expect((await the(VerifyLedger).run()).firstBadRow).toBeUndefined();
});
