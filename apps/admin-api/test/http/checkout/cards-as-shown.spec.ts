import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { aService, codeOf } from '../../support/given/index.js';
import { PASSWORD, aClient } from '../../support/people.js';
import { ruleBody } from '../catalog/a-shelf.js';
import { aCardDeskAt, type CardDesk, type Package } from '../membership/a-card-desk.js';
import { aKey, rawValue, yuan } from '../membership/a-counter.js';
import { patch } from '../membership/a-tier-house.js';
import { aDesk, taken, type BillView, type Desk, type Tender } from './a-desk.js';

let desk: Desk;
let cards: CardDesk;
beforeAll(async () => {
  desk = await aDesk(await workerDatabaseUrl());
  cards = await aCardDeskAt(desk);
});
afterAll(() => desk.close());

const card = (kind: string, itemId: string): object => ({ kind, itemId, quantity: 1, staff: [] });
const cash = (amountFen: number): Tender => ({ kind: 'cash', amountFen });
const refusal = (answer: { status: number; body: unknown }) => [
  answer.status,
  codeOf(answer as never),
];
/** Written again as it stands, which finds its prices anew. */
const again = async (bill: BillView, line: object): Promise<BillView> =>
  taken(await desk.edit(await desk.bill(bill.id), { lines: [line] }));

describe('a card on a bill is what was shown when it was written', () => {
  it('and a top-up whose gift is another one by now is not sold, also where she taps for it', async () => {
    const client = await aClient(desk.api);
    const { stores: _stores, updatedAt: _updatedAt, id, ...draft } = await desk.aPlan();
    const line = card('top_up', id);
    const bill = await desk.written({ customerId: client.id }, [line]);
    const asked = taken(await desk.act(bill, 'ask', { tenders: [cash(yuan(1000))] }));
    taken(await patch(desk, `/staff/stored-value-plans/${id}`, { ...draft, bonusFen: 0 }));
    const tap = { version: asked.version };
    const answer = await desk.post(client, `/client/bills/${bill.id}/confirm`, tap);
    expect(refusal(answer)).toEqual([409, 'PLAN_CHANGED']);
    expect(await rawValue(desk.api, client.id)).toMatchObject({ principalFen: 0, bonusFen: 0 });
  });

  it('and a package of other contents by now is sold once its line was written anew', async () => {
    const client = await aClient(desk.api);
    const plan = await cards.aPackagePlan();
    const line = card('package', plan.id);
    const bill = await desk.written({ customerId: client.id }, [line]);
    const changed = {
      ...{ name: '补水五次卡', kind: 'fixed', priceFen: yuan(1500), validDays: 30 },
      ...{ usesPerDay: null, validEverywhere: true, onPhone: true, refundTerms: '余次可退。' },
      ...{ ownReasonBasis: 'list_price', state: 'on_sale', sort: 1, version: plan.version },
      items: [cards.item({ sessions: 5, giftSessions: 0, listPriceFen: yuan(300) })],
      storeIds: [desk.store.id],
    };
    taken(await patch(desk, `/staff/package-plans/${plan.id}`, changed));
    expect(refusal(await desk.pay(bill, [cash(yuan(1500))]))).toEqual([
      ...[409, 'PACKAGE_PLAN_CHANGED'],
    ]);
    taken(await desk.pay(await again(bill, line), [cash(yuan(1500))]));
    const path = `/staff/clients/${client.id}/packages`;
    const { items } = await desk.get<{ items: Package[] }>(desk.desk, path);
    expect(items).toMatchObject([{ name: '补水五次卡', items: [{ left: 5 }] }]);
  });
});

it('who bought a card on a bill is still here for the first time', async () => {
  const itemId = await aService(desk.api, desk.store);
  const rule = {
    ...{ kind: 'first_visit', name: '首次体验', effectValue: 100, weekdays: [] },
    ...{ fromMinute: null, untilMinute: null, scopeKind: 'listed', scopeIds: [itemId] },
  };
  taken(await desk.post(desk.manager, '/staff/price-rules', ruleBody([desk.store.id], rule)));
  const client = await aClient(desk.api);
  const plan = await desk.aPlan();
  const first = await desk.written({ customerId: client.id }, [desk.line({ itemId })]);
  const topUp = await desk.written({ customerId: client.id }, [card('top_up', plan.id)]);
  taken(await desk.pay(topUp, [cash(yuan(1000))]));
  expect(first.payFen).toBe(yuan(20));
  taken(await desk.pay(first, [cash(yuan(20))]));
  const second = await desk.written({ customerId: client.id }, [desk.line({ itemId })]);
  expect(second.payFen).toBe(yuan(200));
});

describe('a bill with a card is undone', () => {
  it('also where a part of it is owed and the card came out of the wallet', async () => {
    const rich = await desk.aMember();
    const plan = await cards.aPackagePlan({ priceFen: yuan(1200) });
    const lines = [desk.line(), card('package', plan.id)];
    const bill = await desk.written({ customerId: rich.id }, lines);
    const tenders: Tender[] = [
      { kind: 'debt', amountFen: bill.payFen - yuan(1200) },
      { kind: 'stored_value', amountFen: yuan(1200) },
    ];
    const paid = taken(await desk.pay(bill, tenders, { slipNo: aKey() }, desk.manager));
    const wrong = { reason: '充错了' };
    taken(await desk.post(desk.manager, `/staff/top-ups/${rich.topUp.id}/reverse`, wrong));
    const some = { storeId: desk.store.id, kind: 'cash', amountFen: yuan(500) };
    taken(await desk.post(desk.desk, `/staff/clients/${rich.id}/debt-payments`, some));
    taken(await desk.act(paid, 'reverse', { reason: '开错了' }, desk.manager));
    expect((await desk.bill(bill.id)).state).toBe('reversed');
  });

  it('not any more once its card was given to somebody else', async () => {
    const [giver, taker] = [await aClient(desk.api), await aClient(desk.api)];
    const plan = await cards.aPackagePlan();
    const bill = await desk.written({ customerId: giver.id }, [card('package', plan.id)]);
    const paid = taken(await desk.pay(bill, [cash(yuan(1500))]));
    const { items } = await desk.get<{ items: Package[] }>(
      ...([desk.desk, `/staff/clients/${giver.id}/packages`] as const),
    );
    const gift = { toClientId: taker.id, reason: '送给妹妹', password: PASSWORD };
    const handed = await desk.post(desk.manager, `/staff/packages/${items[0]?.id}/transfer`, {
      ...{ ...gift, code: await desk.code(giver) },
    });
    expect(handed.status).toBe(200);
    const answer = await desk.act(paid, 'reverse', { reason: '开错了' }, desk.manager);
    expect(refusal(answer)).toEqual([409, 'BILL_CARD_USED']);
    expect(await cards.shown(items[0]?.id ?? '')).toMatchObject({ state: 'active' });
  });

  it('and written again without a card that is not sold any more', async () => {
    const client = await aClient(desk.api);
    const { stores: _stores, updatedAt: _updatedAt, id, ...draft } = await desk.aPlan();
    const lines = [desk.line(), card('top_up', id)];
    const bill = await desk.written({ customerId: client.id }, lines);
    const paid = taken(await desk.pay(bill, [cash(bill.payFen)]));
    taken(await desk.act(paid, 'reverse', { reason: '开错了' }, desk.manager));
    const off = { ...draft, state: 'off_sale' };
    taken(await patch(desk, `/staff/stored-value-plans/${id}`, off));
    const copy = taken(await desk.act(await desk.bill(bill.id), 'copy'));
    expect(copy.lines.map(({ kind }) => kind)).toEqual(['service']);
  });
});
