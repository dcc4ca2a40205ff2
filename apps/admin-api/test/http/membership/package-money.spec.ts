import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ReserveSession } from '../../../src/modules/membership/index.js';
import type { ClientPrincipal } from '../../../src/platform/auth/index.js';
import { SealLedger, VerifyLedger } from '../../../src/modules/ledger/index.js';
import { addDays, localDate } from '../../../src/platform/clock/index.js';
import { fromJsonColumn, UnitOfWork } from '../../../src/platform/database/index.js';
import { Refusal } from '../../../src/platform/errors/index.js';
import { freshSchema, type FreshSchema } from '../../support/database/index.js';
import { aVisit, codeOf } from '../../support/given/index.js';
import { aClient } from '../../support/people.js';
import {
  aCardDesk,
  rawPackage,
  type CardDesk,
  type Holder,
  type Package,
  type PackagePlan,
  type SessionUse,
} from './a-card-desk.js';
import { SIGNATURE, aKey, yuan, type Refund } from './a-counter.js';

/** Of its own: what it seals, no other test may write to. */
let schema: FreshSchema;
let desk: CardDesk;
beforeAll(async () => {
  schema = await freshSchema();
  desk = await aCardDesk(schema.url);
});
afterAll(async () => {
  await desk.close();
  await schema.drop();
});

const refusal = (answer: { status: number; body: unknown }) => [
  answer.status,
  codeOf(answer as never),
];
const act = (packageId: string, step: string, body: object) =>
  desk.post(desk.manager, `/staff/packages/${packageId}/${step}`, body);
const use = (clientId: string, itemId: string | undefined, storeId = desk.store.id) =>
  desk.post(desk.desk, `/staff/clients/${clientId}/session-uses`, {
    ...{ storeId, serviceId: desk.salon.serviceId, useSession: itemId },
    slipNo: aKey().slice(0, 20),
  });
const booksAreRight = async (): Promise<void> => {
  await desk.api.app.get(SealLedger, { strict: false }).run();
  const verdict = await desk.api.app.get(VerifyLedger, { strict: false }).run();
  expect(verdict).toMatchObject({ ok: true });
};

describe('a package that is used up', () => {
  it.each([
    { sessions: 3, giftSessions: 1, priceFen: 10_001 },
    { sessions: 7, giftSessions: 2, priceFen: 99_999 },
    { sessions: 12, giftSessions: 5, priceFen: 123_457 },
  ])(
    'leaves no fen of $sessions sessions and $giftSessions gifts at $priceFen, item by item, wherever they were used',
    async ({ sessions, giftSessions, priceFen }) => {
      const items = [
        desk.item({ sessions, giftSessions }),
        desk.item({ sessions: 1, giftSessions: 1, listPriceFen: 3_333 }),
      ];
      const { id, pack } = await desk.aHolder({ items, priceFen });
      const stores = [desk.store.id, desk.other.id];
      for (const item of pack.items)
        for (let used = 0; used < item.total; used += 1)
          expect((await use(id, item.id, stores[used % 2])).status).toBe(201);
      const earned = await desk.api.database.rows<{ itemId: string; fen: unknown; uses: unknown }>(
        `SELECT item_id AS itemId, SUM(value_fen) AS fen, COUNT(*) AS uses FROM session_use
         WHERE package_id = ? GROUP BY item_id`,
        [pack.id],
      );
      expect(earned.map(({ uses }) => Number(uses)).sort((a, b) => a - b)).toEqual([
        ...[2, sessions + giftSessions],
      ]);
      expect(earned.reduce((sum, { fen }) => sum + Number(fen), 0)).toBe(priceFen);
      expect(await rawPackage(desk.api, pack.id)).toEqual({
        ...{ PKG_DEFERRED: 0, TIME_DEFERRED: 0, SES_AVAIL: 0, SES_RESERVED: 0 },
      });
    },
  );
});

it('a use of a session and what undoes it are told once, with ids and amounts only', async () => {
  const { id, itemId } = await desk.aHolder();
  const used = (await use(id, itemId)).body as SessionUse;
  const undo = { reason: '点错了' };
  await desk.post(desk.manager, `/staff/session-uses/${used.id}/reverse`, undo);
  const told = await desk.api.database.rows<{ topic: string; payload: unknown }>(
    `SELECT topic, payload FROM outbox_event WHERE subject_id = ? ORDER BY id`,
    [used.id],
  );
  const payload = { customerId: id, amountFen: yuan(125) };
  expect(told.map((row) => ({ ...row, payload: fromJsonColumn(row.payload) }))).toEqual([
    { topic: 'session.used', payload },
    { topic: 'session.reversed', payload },
  ]);
});

describe('the last session', () => {
  it('is kept once, however many transactions reach for it', async () => {
    const items = [desk.item({ sessions: 1, giftSessions: 0 })];
    const holder = await desk.aHolder({ items, priceFen: yuan(150) });
    const day = addDays(localDate(desk.api.clock.now(), 'Asia/Shanghai'), 1);
    const { visit } = await aVisit(desk.api, desk.salon, desk.store.at(day, '10:00'));
    const reserve = desk.api.app.get(ReserveSession, { strict: false });
    const unitOfWork = desk.api.app.get(UnitOfWork, { strict: false });
    const client: ClientPrincipal = {
      ...{ kind: 'client', customerId: holder.id, openid: holder.openid, sessionId: '' },
    };
    const about = { appointmentId: visit.id, customerId: holder.id, storeId: desk.store.id, day };
    const { serviceId } = desk.salon;
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, line) =>
        unitOfWork
          .run((tx) =>
            reserve.execute(tx, client, about, [{ line, serviceId, useSession: 'auto' }]),
          )
          .then(() => 'kept')
          .catch((error: unknown) => (error instanceof Refusal ? error.code : String(error))),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === 'kept')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'SESSION_NOT_AVAILABLE')).toHaveLength(49);
    expect(await rawPackage(desk.api, holder.pack.id)).toMatchObject({
      ...{ SES_AVAIL: 0, SES_RESERVED: 1 },
    });
  });
});

describe('what a client signs on the phone', () => {
  interface Offers {
    readonly items: {
      readonly id: string;
      readonly contracts: { storeId: string; body: string; offerHash: string; textId: string }[];
    }[];
  }

  it('is what she read: other terms or another store want another signature', async () => {
    const client = await aClient(desk.api);
    const plan: PackagePlan = await desk.aPackagePlan({ validEverywhere: false });
    const offersOf = async () => {
      const { items } = await desk.get<Offers>(client, '/client/package-plans');
      return items.find(({ id }) => id === plan.id)?.contracts ?? [];
    };
    const [here, there] = await offersOf();
    expect(new Set([here?.storeId, there?.storeId])).toEqual(
      new Set([desk.store.id, desk.other.id]),
    );
    expect(here?.body).not.toBe(there?.body);
    const buy = (storeId: string | undefined, offerHash: string | undefined) =>
      desk.post(client, '/client/package-orders', {
        ...{ planId: plan.id, storeId, offerHash, signature: SIGNATURE },
      });
    const changed = [409, 'CONTRACT_TEXT_CHANGED'];
    expect(refusal(await buy(there?.storeId, here?.offerHash))).toEqual(changed);
    const { items, stores, listPriceFen: _list, updatedAt: _at, id, ...rest } = plan;
    const change = await desk.api.call(`/staff/package-plans/${id}`, {
      ...{ method: 'PATCH', token: desk.manager.token, headers: { 'idempotency-key': aKey() } },
      body: {
        ...{ ...rest, ownReasonBasis: 'ratio', storeIds: stores.map((store) => store.id) },
        items: items.map(({ services, ...item }) => ({
          ...{ ...item, serviceIds: services.map((service) => service.id) },
        })),
      },
    });
    expect(change.status).toBe(200);
    expect(refusal(await buy(here?.storeId, here?.offerHash))).toEqual(changed);
    const now = (await offersOf()).find(({ storeId }) => storeId === here?.storeId);
    expect(now?.body).toBe(here?.body);
    expect((await buy(now?.storeId, now?.offerHash)).status).toBe(201);
  });
});

describe('what a client paid for a package', () => {
  const notes = async (customerId: string): Promise<string[]> => {
    const rows = await desk.api.database.rows<{ note: string }>(
      `SELECT CONCAT(source_kind, ' ', kind, ' ', IF(sign < 0, '-', ''), amount_fen) AS note FROM member_activity
       WHERE customer_id = ? ORDER BY id`,
      [customerId],
    );
    return rows.map(({ note }) => note);
  };

  it('counts as money that came in, once, and no more when the sale is undone', async () => {
    const { id, pack } = await desk.aHolder();
    expect(await notes(id)).toEqual([`package cash_in ${yuan(1500)}`]);
    expect((await act(pack.id, 'reverse', { reason: '卖错了' })).status).toBe(200);
    expect(await notes(id)).toEqual([
      ...[`package cash_in ${yuan(1500)}`, `package cash_in -${yuan(1500)}`],
    ]);
  });

  it('counts stored value that paid for it session by session as they are used, not when it is sold or undone', async () => {
    const member = await desk.aMember();
    const plan = await desk.aPackagePlan({ priceFen: yuan(600) });
    const before = await notes(member.id);
    const tenders = [{ tender: 'stored_value', amountFen: yuan(600) }];
    const sale = () => desk.sellPackage(member.id, plan.id, { tenders, spendSlipNo: aKey() });
    await act(((await sale()).body as Package).id, 'reverse', { reason: '卖错了' });
    const kept = (await sale()).body as Package;
    expect(await notes(member.id)).toEqual(before);
    await use(member.id, kept.items[0]?.id ?? '');
    // A twelfth of the 400 yuan that were principal.
    expect(await notes(member.id)).toEqual([...before, 'session consumption 3333']);
  });

  it('counts what a conversion added, and not what the older card had brought', async () => {
    const { id, pack } = await desk.aHolder();
    const plan = await desk.aPackagePlan({ priceFen: yuan(2000) });
    const tenders = [{ tender: 'cash', amountFen: yuan(500) }];
    const wish = { planId: plan.id, tenders, reason: '升级', slipNo: aKey() };
    expect((await act(pack.id, 'convert', wish)).status).toBe(201);
    expect(await notes(id)).toEqual([
      ...[`package cash_in ${yuan(1500)}`, `package cash_in ${yuan(500)}`],
    ]);
  });

  it('counts no longer what a refund gave back', async () => {
    const { id, pack, itemId } = await desk.aHolder();
    await use(id, itemId);
    const asked = await act(pack.id, 'refunds', {
      ...{ cause: 'operator', amountFen: yuan(1375), reason: '搬店' },
    });
    expect(asked.status).toBe(201);
    await desk.post(
      desk.finance,
      `/staff/stored-value-refunds/${(asked.body as Refund).id}/approve`,
    );
    expect(await notes(id)).toEqual([
      ...[`package cash_in ${yuan(1500)}`, `session consumption ${yuan(125)}`],
      `refund cash_in -${yuan(1375)}`,
    ]);
  });
});

describe('where the place counts packages as prepaid cards', () => {
  const capAt = async (packageCapFen: number | null): Promise<void> => {
    const answer = await desk.api.call(`/staff/membership-settings/${desk.store.id}`, {
      ...{ method: 'PATCH', token: desk.owner.token, body: { packageCapFen } },
      headers: { 'idempotency-key': aKey() },
    });
    expect(answer.status).toBe(200);
  };

  it('they hold no more unused than the store’s cap, orders that may be paid included', async () => {
    const { id, pack, itemId } = await desk.aHolder();
    const client = await aClient(desk.api);
    const [same, dear] = [
      await desk.aPackagePlan(),
      await desk.aPackagePlan({ priceFen: yuan(1600) }),
    ];
    await capAt(yuan(1500));
    try {
      const over = [409, 'PACKAGE_CAP_EXCEEDED'];
      expect(refusal(await desk.sellPackage(id, same.id))).toEqual(over);
      const wish = (planId: string, amountFen: number) => ({
        ...{ planId, tenders: [{ tender: 'cash', amountFen }], reason: '升级', slipNo: aKey() },
      });
      expect(refusal(await act(pack.id, 'convert', wish(dear.id, yuan(100))))).toEqual(over);
      await use(id, itemId);
      expect((await act(pack.id, 'convert', wish(same.id, yuan(125)))).status).toBe(201);
      const order = { planId: same.id, storeId: desk.store.id, signature: SIGNATURE };
      expect((await desk.post(client, '/client/package-orders', order)).status).toBe(201);
      expect(refusal(await desk.post(client, '/client/package-orders', order))).toEqual(over);
    } finally {
      await capAt(null);
    }
  });
});

describe('a debt', () => {
  /** Owes 300 of a top-up that was undone, and has a card of 1500 that was never used. */
  async function aDebtor(): Promise<Holder> {
    const member = await desk.aMember();
    expect((await desk.charge(member.id, yuan(300))).status).toBe(201);
    const undone = await desk.post(desk.manager, `/staff/top-ups/${member.topUp.id}/reverse`, {
      reason: '收错了',
    });
    expect(undone).toMatchObject({ body: { owedFen: yuan(300) } });
    const plan = await desk.aPackagePlan();
    const pack = (await desk.sellPackage(member.id, plan.id)).body as Package;
    return { ...member, pack, itemId: pack.items[0]?.id ?? '' };
  }
  const ask = ({ pack }: Holder, amountFen: number) =>
    act(pack.id, 'refunds', { cause: 'own_reason', amountFen, reason: '搬家了' });
  const approve = (id: string) =>
    desk.post(desk.finance, `/staff/stored-value-refunds/${id}/approve`);

  it('is paid out of a package’s refund first, and the quote says so', async () => {
    const holder = await aDebtor();
    const quote = await desk.get<{ owedFen: number; bases: { amountFen: number }[] }>(
      ...([desk.manager, `/staff/packages/${holder.pack.id}/refund-quote`] as const),
    );
    expect([quote.owedFen, quote.bases[2]?.amountFen]).toEqual([yuan(300), yuan(1200)]);
    expect(refusal(await ask(holder, yuan(1500)))).toEqual([409, 'REFUND_CHANGED']);
    const asked = await ask(holder, yuan(1200));
    expect(asked).toMatchObject({
      ...{ status: 201, body: { amountFen: yuan(1200), setOffFen: yuan(300) } },
    });
    expect(await approve((asked.body as Refund).id)).toMatchObject({ status: 200 });
    expect(await desk.wallet(holder.id)).toMatchObject({ owedFen: 0 });
    expect(await rawPackage(desk.api, holder.pack.id)).toMatchObject({ PKG_DEFERRED: 0 });
    await booksAreRight();
  });

  it('that was paid while the refund waited makes that another amount', async () => {
    const holder = await aDebtor();
    const { id } = (await ask(holder, yuan(1200))).body as Refund;
    const paid = { storeId: desk.store.id, kind: 'cash', amountFen: yuan(300) };
    await desk.post(desk.desk, `/staff/clients/${holder.id}/debt-payments`, paid);
    expect(refusal(await approve(id))).toEqual([409, 'REFUND_CHANGED']);
  });
});
