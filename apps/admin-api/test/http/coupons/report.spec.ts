import type { components } from '@yance/shared-types';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { ReturnCoupon, UseCoupon } from '../../../src/modules/coupons/index.js';
import { ExpireCoupons } from '../../../src/modules/coupons/expire-coupons.js';
import { localDate } from '../../../src/platform/clock/index.js';
import { newId } from '../../../src/platform/ids/index.js';
import { anApi, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import {
  aCouponSalon,
  signIn,
  taken,
  type CouponSalon,
  type StaffCoupon,
} from '../../support/given/coupons.js';
import { MONDAY_TEN, aStore, codeOf } from '../../support/given/index.js';

type Report = components['schemas']['CouponReportDto'];
type Line = components['schemas']['CouponReportLineDto'];

const BY = { kind: 'system', id: 'test', name: '系统' } as const;

let api: TestApi;
let salon: CouponSalon;
beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
  salon = await aCouponSalon(api);
});
beforeEach(() => api.clock.set(MONDAY_TEN));
afterAll(() => api.close());

const the = <T>(type: abstract new (...args: never[]) => T): T =>
  api.app.get(type, { strict: false });

/** What the ledger has of a template's coupons in one store, counted from its raw rows; money from the uses. */
async function recount(templateId: string, storeId: string): Promise<Map<string, Partial<Line>>> {
  const entries = await api.database.rows<{ month: string; kind: string; n: unknown }>(
    `SELECT DATE_FORMAT(t.effective_on, '%Y-%m') AS month, t.kind, COUNT(*) AS n
     FROM ledger_tx t JOIN coupon_change c ON c.entry_no = t.entry_no
     WHERE c.template_id = ? AND t.store_id = ? GROUP BY month, t.kind`,
    [templateId, storeId],
  );
  const uses = await api.database.rows<{ saved: number; used: Date; returned: Date | null }>(
    `SELECT u.saved_fen AS saved, u.used_at AS used, u.returned_at AS returned
     FROM coupon_use u JOIN coupon c ON c.id = u.coupon_id
     WHERE c.template_id = ? AND u.store_id = ?`,
    [templateId, storeId],
  );
  const months = new Map<string, Record<string, number>>();
  const add = (month: string, what: string, by: number): void => {
    const line = months.get(month) ?? {
      ...{ issued: 0, used: 0, returned: 0, expired: 0, revoked: 0, costFen: 0 },
    };
    line[what] = (line[what] ?? 0) + by;
    months.set(month, line);
  };
  const WHAT: Readonly<Record<string, string>> = {
    ...{ coupon_issue: 'issued', coupon_use: 'used', coupon_return: 'returned' },
    ...{ coupon_expire: 'expired', coupon_revoke: 'revoked' },
  };
  for (const { month, kind, n } of entries) add(month, WHAT[kind] ?? kind, Number(n));
  const monthOf = (at: Date): string => localDate(at, 'Asia/Shanghai').slice(0, 7);
  for (const { saved, used, returned } of uses) {
    add(monthOf(used), 'costFen', saved);
    if (returned) add(monthOf(returned), 'costFen', -saved);
  }
  return months;
}

it('what is told of a month is what the raw rows say, also over the end of a month', async () => {
  const { id: templateId } = await salon.aTemplate({ name: '年末满减', validDays: 20 });
  const [client, bill] = [await salon.aFile(), newId()];
  const coupons: StaffCoupon[] = [];
  for (let n = 0; n < 5; n += 1) coupons.push(await salon.give(templateId, client));
  const use = (n: number, savedFen: number, storeId: string, billId = newId()) =>
    api.unitOfWork.run((tx) =>
      the(UseCoupon).execute(tx, {
        ...{
          couponId: coupons[n]?.id ?? '',
          customerId: client,
          billId,
          storeId,
          savedFen,
          by: BY,
        },
        on: localDate(api.clock.now(), 'Asia/Shanghai'),
      }),
    );
  await use(0, 5_000, salon.store.id, bill);
  await use(1, 4_321, salon.other.id);
  const wrong = coupons[2]?.id ?? '';
  taken(
    await salon.post(salon.tokens.manager, `/staff/coupons/${wrong}/revoke`, { reason: '发错了' }),
  );
  // Half past midnight on the first of December in Shanghai is still November elsewhere.
  api.clock.set(new Date('2026-11-30T16:30:00Z'));
  await use(3, 100, salon.store.id);
  await api.unitOfWork.run((tx) => the(ReturnCoupon).ofBill(tx, bill, BY));
  api.clock.set(new Date('2026-12-20T02:00:00Z'));
  await the(ExpireCoupons).run();

  const finance = await signIn(api, 'finance', [salon.store.id, salon.other.id]);
  for (const store of [salon.store, salon.other]) {
    const report = await salon.get<Report>(
      ...([finance, `/staff/coupon-report?storeId=${store.id}&fromMonth=2026-10`] as const),
    );
    const lines = report.lines.filter((line) => line.templateId === templateId);
    const told = new Map(
      lines.map(({ month, templateId: _id, templateName: _name, ...line }) => [month, line]),
    );
    expect(told).toEqual(await recount(templateId, store.id));
  }
  const all = await salon.get<Report>(finance, '/staff/coupon-report');
  const ours = all.lines.filter((line) => line.templateId === templateId);
  expect(
    ours.map(({ month, issued, used, returned, expired, revoked, costFen }) => [
      ...[month, issued, used, returned, expired, revoked, costFen],
    ]),
  ).toEqual([
    ['2026-12', 0, 1, 1, 2, 0, 100 - 5_000],
    ['2026-11', 5, 2, 0, 0, 1, 9_321],
  ]);
});

it('is of the caller’s stores, for who may see it', async () => {
  const { id: templateId } = await salon.aTemplate();
  await salon.give(templateId, await salon.aFile());
  const elsewhere = await signIn(api, 'marketing', [(await aStore(api)).id]);
  const report = await salon.get<Report>(elsewhere, '/staff/coupon-report');
  expect(report.lines).toEqual([]);
  const path = `/staff/coupon-report?storeId=${salon.store.id}`;
  expect(codeOf(await api.call(path, { token: elsewhere }))).toBe('WRONG_STORE');
  expect(codeOf(await api.call(path, { token: salon.tokens.desk }))).toBe('FORBIDDEN');
  const backwards = '/staff/coupon-report?fromMonth=2026-12&untilMonth=2026-11';
  expect(await api.call(backwards, { token: salon.tokens.finance })).toMatchObject({
    ...{ status: 400, body: { errors: [{ field: 'fromMonth' }] } },
  });
});
