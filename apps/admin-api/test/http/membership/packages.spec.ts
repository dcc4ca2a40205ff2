import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { codeOf, tally } from '../../support/given/index.js';
import { aClient } from '../../support/people.js';
import {
  aCardDesk,
  buyOnPhone,
  rawPackage,
  type CardDesk,
  type Package,
  type PackagePlan,
} from './a-card-desk.js';
import { SIGNATURE, aKey, rawValue, untilTaken, yuan } from './a-counter.js';

let desk: CardDesk;
beforeAll(async () => {
  desk = await aCardDesk(await workerDatabaseUrl());
});
afterAll(() => desk.close());

const refusal = (answer: { status: number; body: unknown }) => [
  answer.status,
  codeOf(answer as never),
];

describe('a package plan', () => {
  it('is written with a history, and what was sold keeps its own terms', async () => {
    const { pack } = await desk.aHolder();
    const plan = await desk.aPackagePlan();
    const { items, stores, listPriceFen: _list, updatedAt: _at, id, ...rest } = plan;
    const change = {
      ...{ ...rest, priceFen: yuan(1600), storeIds: stores.map((store) => store.id) },
      items: items.map(({ services, ...item }) => ({
        ...item,
        serviceIds: services.map((service) => service.id),
      })),
    };
    const path = `/staff/package-plans/${id}`;
    const patch = (body: object) =>
      desk.api.call(path, {
        ...{ method: 'PATCH', token: desk.manager.token, body },
        headers: { 'idempotency-key': aKey() },
      });
    const changed = await patch(change);
    expect(changed).toMatchObject({ status: 200, body: { priceFen: yuan(1600), version: 2 } });
    expect(refusal(await patch(change))).toEqual([409, 'PACKAGE_PLAN_CHANGED']);
    const known = await desk.get<{ changes: { version: number }[] }>(desk.manager, path);
    expect(known.changes.map(({ version }) => version)).toEqual([2, 1]);
    expect((await desk.shown(pack.id)).priceFen).toBe(yuan(1500));
  });

  it('is refused where it promises nothing, too much, or what the law does not let stand', async () => {
    const refused = async (change: object) =>
      refusal(
        await desk.post(desk.manager, '/staff/package-plans', {
          ...{ name: '卡', kind: 'fixed', priceFen: yuan(100), validDays: null, usesPerDay: null },
          ...{ validEverywhere: true, onPhone: true, refundTerms: '可退', sort: 1 },
          ...{ ownReasonBasis: 'list_price', state: 'on_sale', storeIds: [desk.store.id] },
          ...{ items: [desk.item()], ...change },
        }),
      );
    const wrong = [400, 'INVALID_INPUT'];
    expect(await refused({ items: [desk.item({ sessions: 0, giftSessions: 0 })] })).toEqual(wrong);
    expect(await refused({ items: [desk.item({ sessions: 0, giftSessions: 3 })] })).toEqual(wrong);
    expect(await refused({ kind: 'time' })).toEqual(wrong);
    expect(await refused({ usesPerDay: 1 })).toEqual(wrong);
    expect(await refused({ kind: 'pick', items: [desk.item(), desk.item()] })).toEqual(wrong);
    expect(await refused({ refundTerms: '概不退款' })).toEqual(wrong);
    expect(await refused({ priceFen: yuan(9999) })).toEqual(wrong);
    expect(await refused({ name: '好卡' })).toEqual([201, undefined]);
  });
});

describe('a sale at the desk', () => {
  it('puts money and sessions into the books, gifts too, with a contract', async () => {
    const { pack, itemId } = await desk.aHolder({
      items: [desk.item(), desk.item({ sessions: 7 })],
    });
    expect(pack).toMatchObject({
      ...{ state: 'active', tender: 'cash', paidFen: yuan(1500), leftFen: yuan(1500) },
      ...{ paidOn: '2026-11-23', expiresOn: '2027-11-22', listPriceFen: yuan(200 * 21) },
    });
    expect(pack.items.map(({ total, left, giftsLeft }) => [total, left, giftsLeft])).toEqual([
      [12, 12, 2],
      [9, 9, 2],
    ]);
    expect(pack.items[0]?.id).toBe(itemId);
    expect(await rawPackage(desk.api, pack.id)).toMatchObject({
      ...{ PKG_DEFERRED: yuan(1500), SES_AVAIL: 21 },
    });
    expect(pack.contractId).not.toBeNull();
  });

  it('is paid with several tenders, bonus of stored value being worth nothing in it', async () => {
    const member = await desk.aMember();
    const plan = await desk.aPackagePlan();
    const { code } = await desk.get<{ code: string }>(member, '/client/member-code');
    const tenders = [
      { tender: 'stored_value', amountFen: yuan(600) },
      { tender: 'bank_card', amountFen: yuan(900), reference: 'POS-1' },
    ];
    const answer = await desk.sellPackage(member.id, plan.id, { tenders, code });
    expect(answer.status).toBe(201);
    const pack = answer.body as Package;
    // 200 of the 600 were bonus, which is spent first.
    expect(pack).toMatchObject({ tender: 'mixed', paidFen: yuan(1300), leftFen: yuan(1300) });
    expect(await rawValue(desk.api, member.id)).toMatchObject({
      ...{ principalFen: yuan(600), bonusFen: 0 },
    });
    const statement = await desk.get<{ lines: { kind: string; principalFen: number }[] }>(
      ...([member, '/client/wallet/statement?month=2026-11'] as const),
    );
    expect(statement.lines[0]).toMatchObject({ kind: 'package', principalFen: -yuan(400) });
  });

  it('is refused when the tenders are not the price, or stored value lacks the client’s yes', async () => {
    const client = await aClient(desk.api);
    const plan = await desk.aPackagePlan();
    const sell = async (...tenders: object[]) =>
      refusal(await desk.sellPackage(client.id, plan.id, { tenders }));
    expect(await sell({ tender: 'cash', amountFen: yuan(1499) })).toEqual([400, 'INVALID_INPUT']);
    expect(await sell({ tender: 'bank_card', amountFen: yuan(1500) })).toEqual([
      ...[400, 'INVALID_INPUT'],
    ]);
    expect(await sell({ tender: 'stored_value', amountFen: yuan(1500) })).toEqual([
      ...[400, 'INVALID_INPUT'],
    ]);
    const off = await desk.aPackagePlan({ state: 'off_sale' });
    expect(refusal(await desk.sellPackage(client.id, off.id))).toEqual([
      ...[409, 'PACKAGE_PLAN_NOT_ON_SALE'],
    ]);
  });

  it('is made once however often it is sent', async () => {
    const client = await aClient(desk.api);
    const plan = await desk.aPackagePlan();
    const key = aKey();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        untilTaken(() => desk.sellPackage(client.id, plan.id, {}, key)),
      ),
    );
    expect(tally(answers)).toEqual({ 201: 6 });
    expect(new Set(answers.map(({ body }) => (body as Package).id)).size).toBe(1);
    const path = `/staff/clients/${client.id}/packages`;
    expect((await desk.get<{ items: unknown[] }>(desk.desk, path)).items).toHaveLength(1);
  });

  it('is undone the same day by its mirror, as long as nothing of it was used', async () => {
    const { id, pack, itemId } = await desk.aHolder();
    const undo = (packageId: string) =>
      desk.post(desk.manager, `/staff/packages/${packageId}/reverse`, { reason: '卖错了' });
    expect(await undo(pack.id)).toMatchObject({
      status: 200,
      body: { state: 'reversed', leftFen: 0, reverseReason: '卖错了' },
    });
    expect(await rawPackage(desk.api, pack.id)).toMatchObject({ PKG_DEFERRED: 0, SES_AVAIL: 0 });
    expect(refusal(await undo(pack.id))).toEqual([409, 'PACKAGE_STATE']);
    const used = await desk.aHolder();
    const redeemed = await desk.post(desk.desk, `/staff/clients/${used.id}/session-uses`, {
      ...{ storeId: desk.store.id, serviceId: desk.salon.serviceId, useSession: used.itemId },
      slipNo: aKey().slice(0, 20),
    });
    expect(redeemed.status).toBe(201);
    expect(refusal(await undo(used.pack.id))).toEqual([409, 'PACKAGE_STATE']);
    expect([id, itemId]).not.toContain(used.id);
  });

  it('that stored value paid for gives it back when it is undone, and only then', async () => {
    const member = await desk.aMember();
    const plan = await desk.aPackagePlan({ priceFen: yuan(600) });
    const tenders = [{ tender: 'stored_value', amountFen: yuan(600) }];
    const sold = await desk.sellPackage(member.id, plan.id, { tenders, spendSlipNo: aKey() });
    const pack = sold.body as Package;
    const wallet = await desk.wallet(member.id);
    const spend = wallet.spends[0]?.id ?? '';
    expect(
      refusal(await desk.post(desk.manager, `/staff/spends/${spend}/reverse`, { reason: '不对' })),
    ).toEqual([409, 'SPEND_STATE']);
    await desk.post(desk.manager, `/staff/packages/${pack.id}/reverse`, { reason: '卖错了' });
    const value = { principalFen: yuan(1000), bonusFen: yuan(200) };
    expect(await rawValue(desk.api, member.id)).toMatchObject(value);
    expect((await desk.wallet(member.id)).spends[0]).toMatchObject({ state: 'reversed' });
  });
});

describe('a purchase on the phone', () => {
  it('gives the sessions when WeChat says that it was paid, with the contract that was signed', async () => {
    const client = await aClient(desk.api);
    const plan = await desk.aPackagePlan({ name: '手机卡' });
    const offered = await desk.get<{
      items: (PackagePlan & { contract: { body: string; textId: string } })[];
    }>(...([client, `/client/package-plans?storeId=${desk.store.id}`] as const));
    const mine = offered.items.find(({ id }) => id === plan.id);
    expect(mine?.contract.body).toContain('补水护理 10 次（另赠 2 次）');
    expect(mine?.contract.body).not.toMatch(/\{|\}/);
    const { packageId, contractId, orderNo } = await buyOnPhone(desk, client, {
      ...{ planId: plan.id, storeId: desk.store.id, signature: SIGNATURE },
      contractTextId: mine?.contract.textId,
    });
    const bought = await desk.mine(client, packageId);
    expect(bought).toMatchObject({ state: 'active', contractId, items: [{ left: 12, total: 12 }] });
    expect(await desk.get(client, `/client/contracts/${contractId}`)).toMatchObject({
      ...{ state: 'signed', planName: '手机卡', body: mine?.contract.body },
    });
    expect(await desk.get(client, `/client/orders/${orderNo}`)).toMatchObject({
      ...{ state: 'paid', purpose: 'card', contractId },
    });
    const wallet = await desk.get<{ packages: object[] }>(client, '/client/wallet');
    expect(wallet.packages).toEqual([
      { id: packageId, name: '手机卡', left: 12, total: 12, expiresOn: '2027-11-22' },
    ]);
  });

  it('is nobody else’s to see', async () => {
    const { pack } = await desk.aHolder();
    const stranger = await aClient(desk.api);
    const answer = await desk.api.call(`/client/packages/${pack.id}`, { token: stranger.token });
    expect(refusal(answer)).toEqual([404, 'PACKAGE_NOT_FOUND']);
  });
});
