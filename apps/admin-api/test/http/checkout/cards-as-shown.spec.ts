import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { aService, codeOf } from '../../support/given/index.js';
import { aClient } from '../../support/people.js';
import { ruleBody } from '../catalog/a-shelf.js';
import { aCardDeskAt, type CardDesk, type Package } from '../membership/a-card-desk.js';
import { rawValue, yuan } from '../membership/a-counter.js';
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
    const { stores, updatedAt, id, ...draft } = await desk.aPlan();
    expect([stores.length, updatedAt.length]).not.toContain(0);
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
