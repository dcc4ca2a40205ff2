import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LapseGifts, ShareTimeCards } from '../../../src/modules/membership/index.js';
import { addDays, localDate } from '../../../src/platform/clock/index.js';
import type { Answer } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { codeOf } from '../../support/given/index.js';
import { PASSWORD, aClient } from '../../support/people.js';
import { aCardDesk, rawPackage, type CardDesk, type Holder, type Package } from './a-card-desk.js';
import { aKey, rawValue, yuan, type Member } from './a-counter.js';
import { joinFiles } from './a-tier-house.js';

let desk: CardDesk;
beforeAll(async () => {
  desk = await aCardDesk(await workerDatabaseUrl());
});
afterAll(() => desk.close());

const refusal = (answer: Answer) => [answer.status, codeOf(answer)];
const today = (): string => localDate(desk.api.clock.now(), 'Asia/Shanghai');
const act = (holder: Holder, step: string, body: object) =>
  desk.post(desk.manager, `/staff/packages/${holder.pack.id}/${step}`, body);
const use = (holder: Holder) =>
  desk.post(desk.desk, `/staff/clients/${holder.id}/session-uses`, {
    ...{ storeId: desk.store.id, serviceId: desk.salon.serviceId, useSession: holder.itemId },
    slipNo: aKey().slice(0, 20),
  });
const share = () => desk.api.app.get(ShareTimeCards, { strict: false }).run();
const lapse = () => desk.api.app.get(LapseGifts, { strict: false }).run();

/** A card for thirty days, 300 yuan, once a day unless told. */
const aTimeCard = (change: object = {}) =>
  desk.aHolder({
    ...{ kind: 'time', name: '月卡', priceFen: yuan(300), validDays: 30, usesPerDay: 1 },
    items: [desk.item({ sessions: 0, giftSessions: 0, listPriceFen: yuan(600) })],
    ...change,
  });

describe('a frozen package', () => {
  it('cannot be used, and its date moves on by the days it rested', async () => {
    const holder = await desk.aHolder();
    const before = holder.pack.expiresOn ?? '';
    expect(await act(holder, 'freeze', { reason: '怀孕' })).toMatchObject({
      ...{ status: 200, body: { frozenOn: today() } },
    });
    expect(refusal(await use(holder))).toEqual([409, 'PACKAGE_FROZEN']);
    expect(refusal(await act(holder, 'freeze', { reason: '怀孕' }))).toEqual([
      ...[409, 'PACKAGE_FROZEN'],
    ]);
    await desk.later({ days: 40 });
    const thawed = await act(holder, 'unfreeze', { reason: '回来了' });
    expect(thawed.body).toMatchObject({ frozenOn: null, expiresOn: addDays(before, 40) });
    expect((await use(holder)).status).toBe(201);
    const { changes } = await desk.shown(holder.pack.id);
    expect(changes.map(({ kind }) => kind)).toEqual(['unfreeze', 'freeze', 'sale']);
  });
});

describe('a package past its date', () => {
  it('keeps what was paid for and waits for the desk; only gifts lapse, once', async () => {
    const holder = await desk.aHolder({ validDays: 10 });
    await use(holder);
    await desk.later({ days: 10 });
    await Promise.all([lapse(), lapse()]);
    await lapse();
    expect(await rawPackage(desk.api, holder.pack.id)).toMatchObject({
      ...{ SES_AVAIL: 10, PKG_DEFERRED: yuan(1375) },
    });
    const shown = await desk.shown(holder.pack.id);
    expect(shown).toMatchObject({ pastDate: true, items: [{ left: 10, giftsLeft: 0 }] });
    expect(shown.changes.map(({ kind }) => kind)).toEqual(['lapse', 'sale']);
    expect(refusal(await use(holder))).toEqual([409, 'SESSION_NOT_AVAILABLE']);
    const list = await desk.get<{ items: { packageId: string; left: number }[] }>(
      ...([desk.desk, `/staff/packages-past-date?storeId=${desk.store.id}`] as const),
    );
    expect(list.items.find(({ packageId }) => packageId === holder.pack.id)).toMatchObject({
      ...{ left: 10, leftFen: yuan(1375), customerId: holder.id },
    });
  });

  it('waits there no longer than there is something to decide', async () => {
    const waiting = async ({ pack }: Holder): Promise<boolean> => {
      const path = `/staff/packages-past-date?storeId=${desk.store.id}`;
      const { items } = await desk.get<{ items: { packageId: string }[] }>(desk.desk, path);
      return items.some(({ packageId }) => packageId === pack.id);
    };
    const few = [desk.item({ sessions: 1, giftSessions: 0 })];
    const [empty, back] = [
      await desk.aHolder({ validDays: 3, priceFen: yuan(150), items: few }),
      await desk.aHolder({ validDays: 3, priceFen: yuan(150), items: few }),
    ];
    await use(empty);
    await desk.later({ days: 3 });
    expect([await waiting(empty), await waiting(back)]).toEqual([false, true]);
    const quote = await desk.get<{ bases: { cause: string; amountFen: number }[] }>(
      ...([desk.manager, `/staff/packages/${back.pack.id}/refund-quote`] as const),
    );
    const amountFen = quote.bases.find(({ cause }) => cause === 'own_reason')?.amountFen;
    const wish = { cause: 'own_reason', amountFen, reason: '约不上时间' };
    expect((await act(back, 'refunds', wish)).status).toBe(201);
    expect(await waiting(back)).toBe(false);
  });

  it('is used again once it was given more time, with a reason', async () => {
    const holder = await desk.aHolder({ validDays: 5 });
    await desk.later({ days: 6 });
    const expiresOn = addDays(today(), 30);
    const earlier = { expiresOn: addDays(today(), -3), reason: '约不上' };
    expect(refusal(await act(holder, 'extend', earlier))).toEqual([400, 'INVALID_INPUT']);
    expect(await act(holder, 'extend', { expiresOn, reason: '约不上' })).toMatchObject({
      ...{ status: 200, body: { expiresOn, pastDate: false } },
    });
    expect((await use(holder)).status).toBe(201);
  });
});

describe('a transfer', () => {
  it('hands the package on as it is, with the giver’s code and the password of who does it', async () => {
    const [giver, taker] = [await desk.aHolder(), await aClient(desk.api)];
    await use(giver);
    const { code } = await desk.get<{ code: string }>(giver, '/client/member-code');
    const wish = { toClientId: taker.id, code, password: PASSWORD, reason: '送给妹妹' };
    expect(refusal(await act(giver, 'transfer', { ...wish, password: 'wrong' }))).toEqual([
      ...[403, 'PASSWORD_WRONG'],
    ]);
    expect((await act(giver, 'transfer', wish)).status).toBe(200);
    const mine = await desk.mine(taker, giver.pack.id);
    expect(mine).toMatchObject({ state: 'active', items: [{ left: 11 }] });
    // What the giver did with it stays hers.
    expect(mine.uses).toEqual([]);
    const gone = await desk.api.call(`/client/packages/${giver.pack.id}`, { token: giver.token });
    expect(refusal(gone)).toEqual([404, 'PACKAGE_NOT_FOUND']);
  });
});

describe('a sale beside the till', () => {
  it('takes no voucher of another platform: a bill does, which uses its number up', async () => {
    const client = await aClient(desk.api);
    const plan = await desk.aPackagePlan();
    const tenders = [{ tender: 'voucher', amountFen: yuan(1500), reference: 'MT-1' }];
    expect(await desk.sellPackage(client.id, plan.id, { tenders })).toMatchObject({
      ...{ status: 400, body: { errors: [{ field: 'tenders.0.tender' }] } },
    });
  });
});

describe('a conversion', () => {
  it('puts what is left into a new package, with what it costs more on top', async () => {
    const holder = await desk.aHolder();
    for (let used = 0; used < 6; used += 1) await use(holder);
    const plan = await desk.aPackagePlan({ name: '大卡', priceFen: 100_003 });
    const convert = (amountFen: number) =>
      act(holder, 'convert', {
        ...{ planId: plan.id, reason: '升级', slipNo: aKey() },
        tenders: [{ tender: 'paycode', amountFen, reference: 'PC-1' }],
      });
    expect(refusal(await convert(25_002))).toEqual([400, 'INVALID_INPUT']);
    const answer = await convert(25_003);
    expect(answer).toMatchObject({
      ...{ status: 201, body: { name: '大卡', paidFen: 100_003, items: [{ left: 12 }] } },
    });
    expect(await rawPackage(desk.api, holder.pack.id)).toEqual({
      ...{ PKG_DEFERRED: 0, TIME_DEFERRED: 0, SES_AVAIL: 0, SES_RESERVED: 0 },
    });
    expect(await desk.shown(holder.pack.id)).toMatchObject({ state: 'converted', leftFen: 0 });
  });

  it('is not made into something that costs less than what is left', async () => {
    const holder = await desk.aHolder();
    const plan = await desk.aPackagePlan({ priceFen: yuan(1000) });
    const wish = { planId: plan.id, tenders: [], reason: '换小卡', slipNo: aKey() };
    expect(await act(holder, 'convert', wish)).toMatchObject({
      ...{ status: 400, body: { errors: [{ field: 'planId' }] } },
    });
  });

  it('needs the client’s yes: her code or her signature, which is then used up', async () => {
    const holder = await desk.aHolder();
    const plan = await desk.aPackagePlan();
    const wish = { planId: plan.id, tenders: [], reason: '换成新卡' };
    expect(await act(holder, 'convert', wish)).toMatchObject({
      ...{ status: 400, body: { errors: [{ field: 'code' }] } },
    });
    const wrong = await act(holder, 'convert', { ...wish, code: '000000000000' });
    expect(refusal(wrong)).toEqual([409, 'MEMBER_CODE_WRONG']);
    expect(await desk.shown(holder.pack.id)).toMatchObject({ state: 'active' });
    const slip = { ...wish, slipNo: aKey() };
    expect((await act(holder, 'convert', slip)).status).toBe(201);
    const other = await desk.aHolder();
    expect(refusal(await act(other, 'convert', slip))).toEqual([409, 'SLIP_USED']);
  });
});

describe('a card by time', () => {
  it('earns its price day by day, missed days too, and leaves nothing after its last', async () => {
    const { pack } = await aTimeCard({ priceFen: 30_001, validDays: 7 });
    const left = async () => (await rawPackage(desk.api, pack.id)).TIME_DEFERRED;
    await share();
    expect(await left()).toBe(30_001);
    await desk.later({ days: 1 });
    await Promise.all([share(), share()]);
    await share();
    expect(await left()).toBe(30_001 - 4_285);
    await desk.later({ days: 4 });
    await share();
    await desk.later({ days: 20 });
    await share();
    expect(await left()).toBe(0);
    const days = await desk.api.database.rows<{ day: string }>(
      `SELECT effective_on AS day FROM ledger_tx WHERE kind = 'time_card_share' AND biz_key LIKE ?`,
      [`${pack.items[0]?.id}.%`],
    );
    expect(new Set(days.map(({ day }) => day)).size).toBe(7);
  });

  it('is used as often as it says in a day, and again the next', async () => {
    const holder = await aTimeCard();
    expect((await use(holder)).status).toBe(201);
    expect(refusal(await use(holder))).toEqual([409, 'SESSION_NOT_AVAILABLE']);
    await desk.later({ days: 1 });
    const both = await Promise.all([use(holder), use(holder)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('rests when it is frozen: those days earn nothing and are added', async () => {
    const holder = await aTimeCard();
    await desk.later({ days: 10 });
    await act(holder, 'freeze', { reason: '出差' });
    await desk.later({ days: 15 });
    await share();
    expect((await rawPackage(desk.api, holder.pack.id)).TIME_DEFERRED).toBe(yuan(200));
    await act(holder, 'unfreeze', { reason: '回来了' });
    await desk.later({ days: 10 });
    await share();
    expect((await rawPackage(desk.api, holder.pack.id)).TIME_DEFERRED).toBe(yuan(100));
  });
});

it('a card by time that rests from a day on which she came earns that day, however often', async () => {
  const holder = await aTimeCard();
  for (let day = 0; day < 3; day += 1) {
    expect((await use(holder)).status).toBe(201);
    expect((await act(holder, 'freeze', { reason: '出差' })).status).toBe(200);
    await desk.later({ days: 1 });
    expect((await act(holder, 'unfreeze', { reason: '回来了' })).status).toBe(200);
  }
  await share();
  expect((await rawPackage(desk.api, holder.pack.id)).TIME_DEFERRED).toBe(yuan(270));
  expect((await desk.shown(holder.pack.id)).expiresOn).toBe(holder.pack.expiresOn);
});

describe('a refund', () => {
  const quoteOf = async (holder: Holder): Promise<Record<string, number>> => {
    const path = `/client/packages/${holder.pack.id}/refund-quote`;
    const { bases } = await desk.get<{ bases: { cause: string; amountFen: number }[] }>(
      holder,
      path,
    );
    return Object.fromEntries(bases.map(({ cause, amountFen }) => [cause, amountFen]));
  };
  const ask = (holder: Holder, cause: string, amountFen: number | undefined) =>
    desk.post(holder, `/client/packages/${holder.pack.id}/refunds`, {
      ...{ cause, amountFen, reason: '搬家了' },
    });
  const approve = (id: string) =>
    desk.post(desk.finance, `/staff/stored-value-refunds/${id}/approve`);

  it('gives back by the law’s three bases; money and sessions rest until somebody else decided', async () => {
    const holder = await desk.aHolder();
    for (let used = 0; used < 3; used += 1) await use(holder);
    const quote = await quoteOf(holder);
    expect(quote).toEqual({
      ...{ cooling_off: yuan(1350), operator: yuan(1125), own_reason: yuan(900) },
    });
    expect(refusal(await ask(holder, 'own_reason', 1))).toEqual([409, 'REFUND_CHANGED']);
    const asked = await ask(holder, 'own_reason', quote['own_reason']);
    expect(asked).toMatchObject({ status: 201, body: { packageId: holder.pack.id } });
    const { id } = asked.body as { id: string };
    expect(refusal(await use(holder))).toEqual([409, 'SESSION_NOT_AVAILABLE']);
    expect(refusal(await act(holder, 'freeze', { reason: '等等' }))).toEqual([409, 'REFUND_OPEN']);
    expect((await approve(id)).status).toBe(200);
    const given = await desk.shown(holder.pack.id);
    expect(given).toMatchObject({ state: 'refunded', leftFen: 0, items: [{ left: 0 }] });
    const path = `/staff/stored-value-refunds/${id}/items/1/pay-out`;
    const paid = await desk.post(desk.finance, path, { way: 'bank_transfer', reference: 'R-1' });
    expect(paid.body).toMatchObject({ state: 'paid', amountFen: yuan(900) });
    const legs = await desk.api.database.rows<{ leg: string }>(
      `SELECT CONCAT(d.code, ' ', c.code, ' ', p.amount) AS leg FROM ledger_posting p
         JOIN ledger_tx t ON t.id = p.tx_id AND t.kind = 'package_refund' AND t.biz_key = ?
         JOIN ledger_account d ON d.id = p.debit_account_id JOIN ledger_account c ON c.id = p.credit_account_id
       ORDER BY p.line`,
      [id],
    );
    expect(legs.map(({ leg }) => leg)).toEqual([
      'SES_AVAIL SES_CANCELLED 9',
      `PKG_DEFERRED REFUND_PAYABLE ${yuan(900)}`,
      `PKG_DEFERRED REV_SERVICE ${yuan(225)}`,
    ]);
  });

  it('that is taken back frees everything again', async () => {
    const holder = await desk.aHolder();
    const { own_reason: amount } = await quoteOf(holder);
    const { id } = (await ask(holder, 'own_reason', amount)).body as { id: string };
    expect((await desk.post(holder, `/client/wallet/refunds/${id}/withdraw`)).status).toBe(200);
    expect((await use(holder)).status).toBe(201);
  });

  it('of stored value is open beside that of a package', async () => {
    const member = await desk.aMember();
    const plan = await desk.aPackagePlan();
    const pack = (await desk.sellPackage(member.id, plan.id)).body as Package;
    const holder = { ...member, pack, itemId: pack.items[0]?.id ?? '' };
    const { operator } = await quoteOf(holder);
    expect((await ask(holder, 'operator', operator)).status).toBe(201);
    const wish = { cause: 'operator', amountFen: yuan(1000), reason: '搬家了' };
    expect((await desk.post(member, '/client/wallet/refunds', wish)).status).toBe(201);
  });

  it('of a card by time goes by its days', async () => {
    const holder = await aTimeCard();
    await desk.later({ days: 10 });
    expect(await quoteOf(holder)).toEqual({
      ...{ cooling_off: 0, operator: yuan(200), own_reason: yuan(100) },
    });
    const asked = await ask(holder, 'operator', yuan(200));
    expect(asked.status).toBe(201);
    await desk.later({ days: 3 });
    await share();
    expect((await approve((asked.body as { id: string }).id)).status).toBe(200);
    expect((await rawPackage(desk.api, holder.pack.id)).TIME_DEFERRED).toBe(0);
  });

  it('of a card by time that was given more days gives nothing for those that are over', async () => {
    const [over, early] = [await aTimeCard({ validDays: 20 }), await aTimeCard()];
    await desk.later({ days: 20 });
    for (const holder of [over, early])
      await act(holder, 'extend', { expiresOn: addDays(today(), 99), reason: '照顾' });
    expect(await quoteOf(over)).toEqual({ cooling_off: 0, operator: 0, own_reason: 0 });
    expect((await quoteOf(early))['operator']).toBe(yuan(100));
    await desk.later({ days: 5 });
    expect(await quoteOf(early)).toMatchObject({ operator: yuan(95), own_reason: 0 });
  });

  it('is nobody else’s to ask for', async () => {
    const holder = await desk.aHolder();
    const { own_reason: amount } = await quoteOf(holder);
    const stranger = { ...holder, token: (await aClient(desk.api)).token };
    expect(refusal(await ask(stranger, 'own_reason', amount))).toEqual([
      ...[404, 'PACKAGE_NOT_FOUND'],
    ]);
  });
});

describe('a wrong sale that stored value paid', () => {
  const sold = async (): Promise<{ member: Member; reverse: () => Promise<Answer> }> => {
    const member = await desk.aMember();
    const plan = await desk.aPackagePlan({ priceFen: yuan(300) });
    const tenders = [{ tender: 'stored_value', amountFen: yuan(300) }];
    const paid = { tenders, spendSlipNo: aKey().slice(0, 20) };
    const pack = (await desk.sellPackage(member.id, plan.id, paid)).body as Package;
    const path = `/staff/packages/${pack.id}/reverse`;
    return { member, reverse: () => desk.post(desk.manager, path, { reason: '开错了' }) };
  };
  const refund = async (member: Member, cause: string, amountFen: number): Promise<string> => {
    const wish = { storeId: desk.store.id, cause, amountFen, reason: '搬家了' };
    const asked = await desk.post(desk.desk, `/staff/clients/${member.id}/refunds`, wish);
    return (asked.body as { id: string }).id;
  };

  it('waits for a refund of that wallet, and what the refund kept for it comes back once', async () => {
    const { member, reverse } = await sold();
    const id = await refund(member, 'operator', yuan(750));
    expect(refusal(await reverse())).toEqual([409, 'REFUND_OPEN']);
    const decided = `/staff/stored-value-refunds/${id}`;
    await desk.post(desk.finance, `${decided}/approve`);
    const paid = { way: 'bank_transfer', reference: 'R-1' };
    await desk.post(desk.finance, `${decided}/items/1/pay-out`, paid);
    expect((await reverse()).status).toBe(200);
    // 750 went back of 1000: with the 250 that are hers again she has what she paid.
    expect(await rawValue(desk.api, member.id)).toMatchObject({
      ...{ principalFen: yuan(250), bonusFen: yuan(200) },
    });
    expect(refusal(await reverse())).toEqual([409, 'PACKAGE_STATE']);
  });

  it('gives back to the file that goes on where files were joined since', async () => {
    const { member, reverse } = await sold();
    const other = await desk.aMember();
    const before = await rawValue(desk.api, other.id);
    await joinFiles(desk, member.id, other.id);
    expect((await reverse()).status).toBe(200);
    expect(await rawValue(desk.api, member.id)).toMatchObject({ principalFen: 0, lotsFen: 0 });
    expect(await rawValue(desk.api, other.id)).toMatchObject({
      principalFen: before.principalFen + yuan(1000),
      bonusFen: before.bonusFen + yuan(200),
    });
  });
});
