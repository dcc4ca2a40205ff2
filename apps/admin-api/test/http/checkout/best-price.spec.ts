import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { components } from '@yance/shared-types';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { TODAY, aService, book, codeOf } from '../../support/given/index.js';
import { productBody } from '../catalog/a-shelf.js';
import { rawPackage } from '../membership/a-card-desk.js';
import { aKey, yuan, type Member } from '../membership/a-counter.js';
import { aDesk, taken, type BillView, type Desk } from './a-desk.js';

type Schemas = components['schemas'];

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk(await workerDatabaseUrl());
});
afterAll(() => desk.close());

const cash = (amount: number) => [{ kind: 'cash' as const, amountFen: yuan(amount) }];
const refusal = (answer: { status: number; body: unknown }) => [
  answer.status,
  codeOf(answer as never),
];

/** 满100减30 in her hand. */
async function aCoupon(member: Member, change: object = {}): Promise<string> {
  const template = taken<{ id: string }>(
    await desk.post(desk.owner, '/staff/coupon-templates', {
      ...{ name: '满减券', kind: 'money_off', amountFen: yuan(30), permille: null, capFen: null },
      ...{ minSpendFen: yuan(100), scope: 'all', serviceIds: [], productIds: [] },
      ...{ withTier: true, withCoupons: false, validKind: 'days', validFrom: null },
      ...{ validUntil: null, validDays: 30, quota: null, perClientCap: null, claimable: true },
      ...{ atDesk: true, returnDays: 7, note: '', state: 'on', sort: 1 },
      ...{ storeIds: [desk.store.id], ...change },
    }),
  );
  const wish = { templateId: template.id, storeId: desk.store.id, clientIds: [member.id] };
  const batch = taken<Schemas['CouponBatchDto']>(
    await desk.post(desk.owner, '/staff/coupons', wish),
  );
  return batch.rows[0]?.couponId ?? '';
}

const stateOf = async (member: Member, couponId: string): Promise<string | undefined> => {
  const path = `/staff/clients/${member.id}/coupons`;
  const { items } = await desk.get<{ items: Schemas['StaffCouponDto'][] }>(desk.owner, path);
  return items.find(({ id }) => id === couponId)?.state;
};

/** Three sessions of a service, the desk's unless told, for 300 yuan, gift none. */
async function aPackage(
  member: Member,
  serviceId = desk.serviceId,
): Promise<Schemas['StaffPackageDto']> {
  const item = { name: '护理', serviceIds: [serviceId], sessions: 3, giftSessions: 0 };
  const plan = taken<{ id: string }>(
    await desk.post(desk.manager, '/staff/package-plans', {
      ...{ name: '三次卡', kind: 'fixed', priceFen: yuan(300), validDays: 365, usesPerDay: null },
      ...{ validEverywhere: true, onPhone: true, refundTerms: '余次随时可退。' },
      ...{ ownReasonBasis: 'list_price', state: 'on_sale', sort: 1, storeIds: [desk.store.id] },
      items: [{ ...item, listPriceFen: yuan(200) }],
    }),
  );
  const sold = await desk.post(desk.desk, `/staff/clients/${member.id}/packages`, {
    ...{ storeId: desk.store.id, planId: plan.id },
    tenders: [{ tender: 'cash', amountFen: yuan(300) }],
  });
  return taken<Schemas['StaffPackageDto']>(sold);
}

describe('a coupon of hers', () => {
  it('is found and held by the bill, used up once it is paid, and in her hand again when it is reversed', async () => {
    const member = await desk.aMember();
    const couponId = await aCoupon(member);
    const bill = await desk.written({ customerId: member.id });
    expect(bill).toMatchObject({
      payFen: yuan(170),
      coupons: [{ couponId, savesFen: yuan(30) }],
      lines: [{ listFen: yuan(200), because: [{ kind: 'coupon', savesFen: yuan(30) }] }],
    });
    expect(bill.pricing.sentences.length).toBeGreaterThan(0);
    const second = await desk.written({ customerId: member.id });
    expect(second).toMatchObject({ payFen: yuan(200), coupons: [] });
    const paid = taken(await desk.pay(bill, cash(170)));
    expect(await stateOf(member, couponId)).toBe('used');
    taken(await desk.act(paid, 'reverse', { reason: '开错' }, desk.manager));
    expect(await stateOf(member, couponId)).toBe('issued');
    const again = taken(await desk.act(paid, 'copy'));
    expect(again).toMatchObject({ payFen: yuan(170), coupons: [{ couponId }] });
    taken(await desk.act(again, 'void', { reason: '顾客走了' }));
    expect(await stateOf(member, couponId)).toBe('issued');
  });

  it('stays in her hand where she keeps it for another time', async () => {
    const member = await desk.aMember();
    const couponId = await aCoupon(member);
    const bill = await desk.written({ customerId: member.id });
    const change = { lines: [desk.line()], keepCoupons: [couponId] };
    const kept = taken(await desk.edit(bill, change));
    expect(kept).toMatchObject({
      ...{ payFen: yuan(200), coupons: [] },
      pricing: { keptCoupons: [couponId] },
    });
    expect(await stateOf(member, couponId)).toBe('issued');
  });
});

describe('a product', () => {
  it('costs a member her own price, and what it brings is a product’s', async () => {
    const product = taken<{ id: string }>(
      await desk.post(desk.manager, '/staff/products', productBody([desk.store.id])),
    );
    const line = { kind: 'product', itemId: product.id, quantity: 2, staff: [] };
    const passer = await desk.written({}, [line]);
    expect(passer.payFen).toBe(2 * 16_800);
    const member = await desk.aMember();
    const bill = await desk.written({ customerId: member.id }, [line, desk.line()]);
    expect(bill.payFen).toBe(2 * 14_800 + yuan(200));
    const before = (await desk.day()).productFen;
    taken(await desk.pay(bill, [{ kind: 'cash', amountFen: bill.payFen }]));
    expect((await desk.day()).productFen - before).toBe(2 * 14_800);
  });
});

describe('a session of hers', () => {
  it('covers a unit, needs her consent, is used with the bill and comes back with it', async () => {
    const member = await desk.aMember();
    const pack = await aPackage(member);
    const bill = await desk.written({ customerId: member.id }, [desk.line({ quantity: 2 })]);
    expect(bill).toMatchObject({ payFen: 0, needsConsent: true, sessions: [{ units: 2 }] });
    expect(refusal(await desk.pay(bill, []))).toEqual([400, 'INVALID_INPUT']);
    const paid = taken(await desk.pay(bill, [], { slipNo: aKey().slice(0, 12) }));
    expect(await rawPackage(desk.api, pack.id)).toMatchObject({
      ...{ SES_AVAIL: 1, PKG_DEFERRED: yuan(100) },
    });
    taken(await desk.act(paid, 'reverse', { reason: '开错' }, desk.manager));
    expect(await rawPackage(desk.api, pack.id)).toMatchObject({
      ...{ SES_AVAIL: 3, PKG_DEFERRED: yuan(300) },
    });
  });

  it('that was kept by booking covers its line, and is used when the bill takes the visit to its end', async () => {
    const member = await desk.aMember();
    const pack = await aPackage(member);
    const services = [
      { serviceId: desk.serviceId, staffId: desk.therapist.staffId, useSession: 'auto' },
    ];
    const booked = await book(desk.api, member.token, {
      ...{ storeId: desk.store.id, start: desk.store.at(TODAY, '18:00') },
      services,
    });
    const visit = taken<{ id: string }>(booked);
    const bill = await desk.open({ appointmentId: visit.id });
    expect(bill).toMatchObject({ payFen: 0, sessions: [{ isReserved: true, units: 1 }] });
    const paid: BillView = taken(await desk.pay(bill, [], { completeVisit: true }));
    expect(await rawPackage(desk.api, pack.id)).toMatchObject({ SES_AVAIL: 2, SES_RESERVED: 0 });
    taken(await desk.act(paid, 'reverse', { reason: '开错' }, desk.manager));
    expect(await rawPackage(desk.api, pack.id)).toMatchObject({ SES_AVAIL: 3, SES_RESERVED: 0 });
  });

  it('that was kept for what was not done is hers again: the bill says what is used', async () => {
    const member = await desk.aMember();
    const other = await aService(desk.api, desk.store);
    const packs = [await aPackage(member), await aPackage(member, other)];
    const left = () =>
      Promise.all(
        packs.map(async ({ id }) => {
          const { SES_AVAIL, SES_RESERVED } = await rawPackage(desk.api, id);
          return [SES_AVAIL, SES_RESERVED];
        }),
      );
    const booked = await book(desk.api, member.token, {
      ...{ storeId: desk.store.id, start: desk.store.at(TODAY, '14:00') },
      services: [desk.serviceId, other].map((serviceId) => ({ serviceId, useSession: 'auto' })),
    });
    const visit = taken<{ id: string }>(booked);
    const bill = await desk.open({ appointmentId: visit.id });
    expect([bill.sessions.length, await left()]).toEqual([2, [...packs.map(() => [2, 1])]]);
    const first = taken(await desk.edit(bill, { lines: [desk.line({ staff: sharesOf(bill) })] }));
    const paid = taken(await desk.pay(first, [], { completeVisit: true }));
    expect(await left()).toEqual([
      [2, 0],
      [3, 0],
    ]);
    taken(await desk.act(paid, 'reverse', { reason: '开错' }, desk.manager));
    expect(await left()).toEqual([...packs.map(() => [3, 0])]);
  });
});

/** Who did its first line, as it is written again. */
const sharesOf = ({ lines }: BillView) =>
  lines[0]?.staff.map(({ staffId, sharePermille }) => ({ staffId, sharePermille })) ?? [];
