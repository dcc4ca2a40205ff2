import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { TODAY, aService, book, codeOf } from '../../support/given/index.js';
import { ruleBody } from '../catalog/a-shelf.js';
import { aCardDeskAt, rawPackage, type CardDesk } from '../membership/a-card-desk.js';
import { aKey, yuan } from '../membership/a-counter.js';
import { givePoints, patch } from '../membership/a-tier-house.js';
import { aDesk, taken, type BillView, type Desk, type Tender } from './a-desk.js';

let desk: Desk;
let cards: CardDesk;
beforeAll(async () => {
  desk = await aDesk(await workerDatabaseUrl());
  cards = await aCardDeskAt(desk);
});
afterAll(() => desk.close());

const cash = (amountFen: number): Tender => ({ kind: 'cash', amountFen });
const value = (amountFen: number): Tender => ({ kind: 'stored_value', amountFen });
const refusal = (answer: { status: number; body: unknown }) => [
  answer.status,
  codeOf(answer as never),
];

describe('a session that stands on a paid bill', () => {
  it('goes back with the bill and not alone, whoever asks first', async () => {
    const item = cards.item({ serviceIds: [desk.serviceId], sessions: 3, giftSessions: 0 });
    const { id, pack } = await cards.aHolder({ items: [item], priceFen: yuan(300) });
    const bill = await desk.written({ customerId: id });
    expect(bill.payFen).toBe(0);
    const paid = taken(await desk.pay(bill, [], { slipNo: aKey() }));
    const [use] = (await cards.shown(pack.id)).uses;
    const alone = await desk.post(desk.manager, `/staff/session-uses/${use?.id}/reverse`, {
      reason: '点错了',
    });
    expect([...refusal(alone), (alone.body as { billId: string }).billId]).toEqual([
      ...[409, 'SESSION_USE_OF_BILL', paid.id],
    ]);
    expect(await rawPackage(desk.api, pack.id)).toMatchObject({ SES_AVAIL: 2 });
    taken(await desk.act(paid, 'reverse', { reason: '开错单' }, desk.manager));
    expect(await rawPackage(desk.api, pack.id)).toMatchObject({ SES_AVAIL: 3 });
  });

  it('that a visit used when it was completed is hers again where its bill has something else', async () => {
    const item = cards.item({ serviceIds: [desk.serviceId], sessions: 3, giftSessions: 0 });
    const holder = await cards.aHolder({ items: [item], priceFen: yuan(300) });
    const booked = await book(desk.api, holder.token, {
      ...{ storeId: desk.store.id, start: desk.store.at(TODAY, '14:00') },
      services: [{ serviceId: desk.serviceId, useSession: 'auto' }] as never,
    });
    const visit = booked.body as { id: string };
    expect((await cards.serve(visit.id)).status).toBe(200);
    expect(await rawPackage(desk.api, holder.pack.id)).toMatchObject({ SES_AVAIL: 2 });
    const itemId = await aService(desk.api, desk.store);
    const bill = await desk.open({ appointmentId: visit.id });
    expect(bill.payFen).toBe(0);
    const swapped = taken(await desk.edit(bill, { lines: [desk.line({ itemId })] }));
    taken(await desk.pay(swapped, [cash(yuan(200))]));
    expect(await rawPackage(desk.api, holder.pack.id)).toMatchObject({
      ...{ SES_AVAIL: 3, PKG_DEFERRED: yuan(300) },
    });
  });
});

describe('a signed slip', () => {
  it('speaks for one deed of its store, whether points, a wallet or a session is taken by it', async () => {
    taken(
      await patch(desk, '/staff/points-rules', {
        ...{ enabled: true, checkInPoints: 2, streaks: [], reviewPoints: 10, referralPoints: 50 },
        ...{ expireMonths: 12, fenPerHundred: 100, mostOfBillPermille: 1000, handLimit: 100_000 },
        perHundredYuan: { cash: 100 },
      }),
    );
    const member = await desk.aMember();
    await givePoints(desk, member.id, 1000);
    const slipNo = aKey();
    const points: Tender = { kind: 'points', points: 200, amountFen: yuan(2) };
    const pay = async (tenders: Tender[], slip: string) =>
      desk.pay(await desk.written({ customerId: member.id }), tenders, { slipNo: slip });
    taken(await pay([points, cash(yuan(198))], slipNo));
    for (const again of [slipNo, slipNo.toLowerCase()]) {
      expect(refusal(await pay([points, cash(yuan(198))], again))).toEqual([409, 'SLIP_USED']);
      expect(refusal(await pay([value(yuan(200))], again))).toEqual([409, 'SLIP_USED']);
    }
    const charge = await desk.charge(member.id, yuan(1), { slipNo, code: undefined });
    expect(refusal(charge)).toEqual([409, 'SLIP_USED']);
  });

  it('of two desks at once pays one bill', async () => {
    const member = await desk.aMember();
    const bills = [
      await desk.written({ customerId: member.id }),
      await desk.written({ customerId: member.id }),
    ];
    const slipNo = aKey();
    const answers = await Promise.all(
      bills.map((bill) => desk.pay(bill, [value(yuan(200))], { slipNo })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.map(codeOf)).toContain('SLIP_USED');
  });
});

describe('the price of a first visit', () => {
  it('is paid once, also by bills that were written before either was paid', async () => {
    const itemId = await aService(desk.api, desk.store);
    const lines = [desk.line({ itemId })];
    const rule = {
      ...{ kind: 'first_visit', name: '首次体验', effectValue: 100, weekdays: [] },
      ...{ fromMinute: null, untilMinute: null, scopeKind: 'listed', scopeIds: [itemId] },
    };
    taken(await desk.post(desk.manager, '/staff/price-rules', ruleBody([desk.store.id], rule)));
    const client = await desk.aMember();
    const written = async () =>
      taken(await desk.edit(await desk.open({ customerId: client.id }), { lines }));
    const bills = [await written(), await written()];
    expect(bills.map(({ payFen }) => payFen)).toEqual([yuan(20), yuan(20)]);
    const answers = await Promise.all(bills.map((bill) => desk.pay(bill, [cash(yuan(20))])));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.map(codeOf)).toContain('BILL_NOT_FIRST_VISIT');
    const [first, second] = bills;
    const left = answers[0]?.status === 409 ? first : second;
    const priced = taken(await desk.edit(left as BillView, { lines }));
    expect(priced.payFen).toBe(yuan(200));
    taken(await desk.pay(priced, [cash(yuan(200))]));
  });
});
