import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { codeOf } from '../../support/given/index.js';
import { PASSWORD } from '../../support/people.js';
import { aKey, rawValue, yuan } from '../membership/a-counter.js';
import { aDesk, taken, type BillView, type Desk } from './a-desk.js';

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk(await workerDatabaseUrl());
});
afterAll(() => desk.close());

const cash = (amount: number, given = amount) => ({
  ...{ kind: 'cash' as const, amountFen: yuan(amount), givenFen: yuan(given) },
});
const refusal = (answer: { status: number; body: unknown }) => [
  answer.status,
  codeOf(answer as never),
];

describe('a bill', () => {
  it('of a visit has what was booked, for whom, by whom and at the price agreed on', async () => {
    const visit = await desk.visit('12:00');
    const bill = await desk.open({ appointmentId: visit.id });
    expect(bill).toMatchObject({ state: 'open', appointmentId: visit.id, payFen: yuan(200) });
    expect(bill.lines).toMatchObject([
      {
        ...{ itemId: desk.serviceId, listFen: yuan(200) },
        staff: [{ staffId: desk.therapist.staffId, sharePermille: 1000 }],
      },
    ]);
    const second = await desk.post(desk.desk, '/staff/bills', {
      ...{ storeId: desk.store.id, appointmentId: visit.id },
    });
    expect(refusal(second)).toEqual([409, 'VISIT_HAS_BILL']);
  });

  it('is numbered by store and day without gaps, also when others are given up', async () => {
    const [first, second] = [await desk.open(), await desk.open()];
    taken(await desk.act(first, 'void', { reason: '点错了' }));
    const third = await desk.open();
    expect([second.no - first.no, third.no - second.no]).toEqual([1, 1]);
    expect(await desk.bill(first.id)).toMatchObject({ state: 'void', no: first.no });
  });

  it('shared by two people splits its line, and shares that do not make a whole are refused', async () => {
    const share = (staffId: string, sharePermille: number) => ({ staffId, sharePermille });
    const [one, two] = [desk.therapist.staffId, desk.colleague.staffId];
    const bill = await desk.open();
    const uneven = { lines: [desk.line({ staff: [share(one, 600), share(two, 300)] })] };
    expect((await desk.edit(bill, uneven)).body).toMatchObject({
      ...{ code: 'INVALID_INPUT', errors: [{ field: 'lines.0.staff' }] },
    });
    const even = { lines: [desk.line({ staff: [share(one, 600), share(two, 400)] })] };
    expect(taken(await desk.edit(bill, even)).lines[0]?.staff).toHaveLength(2);
  });

  it('that another desk has changed meanwhile is not written over', async () => {
    const bill = await desk.open();
    const answers = await Promise.all([
      desk.edit(bill, { lines: [desk.line()] }),
      desk.edit(bill, { lines: [desk.line({ quantity: 2 })] }, desk.manager),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.map(codeOf)).toContain('BILL_CHANGED');
  });

  it('is parked and taken up again as it was', async () => {
    const bill = await desk.written();
    const parked = taken(await desk.act(bill, 'park'));
    expect(refusal(await desk.pay(parked, [cash(200)]))).toEqual([409, 'BILL_STATE']);
    const resumed = taken(await desk.act(parked, 'resume'));
    expect(resumed).toMatchObject({ state: 'open', payFen: yuan(200) });
  });

  it('of another store is nobody’s', async () => {
    const bill = await desk.open({ storeId: desk.store.id });
    const stranger = await desk.post(desk.desk, `/staff/bills/${aKey()}/park`, { version: 1 });
    expect(refusal(stranger)).toEqual([404, 'NOT_FOUND']);
    expect(bill.state).toBe('open');
  });
});

describe('a discount by hand', () => {
  const off = (amount: number) => ({
    discount: { kind: 'manual', amountFen: yuan(amount), reason: '等候较久' },
  });

  it('is the desk’s up to its quota, and above it that of a second person who may', async () => {
    const bill = await desk.open();
    expect(taken(await desk.edit(bill, { lines: [desk.line(off(20))] })).payFen).toBe(yuan(180));
    const latest = await desk.bill(bill.id);
    const more = { lines: [desk.line(off(60))] };
    expect(refusal(await desk.edit(latest, more))).toEqual([409, 'DISCOUNT_OVER_QUOTA']);
    const by = (username: string, password = PASSWORD) => ({
      ...more,
      approver: { username, password },
    });
    expect(refusal(await desk.edit(latest, by(desk.manager.username, 'wrong')))).toEqual([
      ...[403, 'PASSWORD_WRONG'],
    ]);
    expect(refusal(await desk.edit(latest, by(desk.desk.username)))).toEqual([
      ...[409, 'SECOND_PERSON_NEEDED'],
    ]);
    const given = taken(await desk.edit(latest, by(desk.manager.username)));
    expect(given.payFen).toBe(yuan(140));
    expect(given.lines[0]?.discount).toMatchObject({ amountFen: yuan(60), approvedBy: '娜娜' });
    // What was answered for stays answered for while the line stays.
    const noted = taken(await desk.edit(given, { ...more, note: '靠窗' }));
    expect(noted.payFen).toBe(yuan(140));
    // A yes to one line is none to its copies.
    const copies = { lines: [desk.line(off(60)), desk.line(off(60))] };
    expect(refusal(await desk.edit(noted, copies))).toEqual([409, 'DISCOUNT_OVER_QUOTA']);
  });

  it('as a gift is a manager’s, and no more than the house gives in a month', async () => {
    const gift = { discount: { kind: 'complimentary', reason: '生日' } };
    const bill = await desk.open();
    expect(refusal(await desk.edit(bill, { lines: [desk.line(gift)] }))).toEqual([
      ...[409, 'DISCOUNT_OVER_QUOTA'],
    ]);
    const free = await desk.edit(bill, { lines: [desk.line(gift)] }, desk.manager);
    expect(taken(free).payFen).toBe(0);
    const paid = taken(await desk.pay(taken(free), []));
    expect(paid).toMatchObject({ state: 'paid', payFen: 0, tenders: [] });
    const many = await desk.open({}, desk.manager);
    const ten = { lines: [desk.line({ ...gift, quantity: 10 })] };
    expect(refusal(await desk.edit(many, ten, desk.manager))).toEqual([
      ...[409, 'COMPLIMENTARY_OVER_QUOTA'],
    ]);
  });
});

describe('paying', () => {
  it('takes mixed tenders that come to what is to pay, with change on cash', async () => {
    const bill = await desk.written();
    const uneven = await desk.pay(bill, [cash(150)]);
    expect(refusal(uneven)).toEqual([409, 'TENDERS_UNEVEN']);
    const paid = taken(
      await desk.pay(bill, [
        cash(50, 100),
        { kind: 'bank_card', amountFen: yuan(70), reference: `POS-${aKey().slice(0, 8)}` },
        { kind: 'paycode', channel: 'alipay', amountFen: yuan(80), reference: 'ZFB-1' },
      ]),
    );
    expect(paid).toMatchObject({ state: 'paid', tenders: [{ changeFen: yuan(50) }, {}, {}] });
    expect(refusal(await desk.pay(paid, [cash(200)]))).toEqual([409, 'BILL_STATE']);
  });

  it('with stored value takes bonus and principal by her code, and she reads it on her phone', async () => {
    const member = await desk.aMember();
    const bill = await desk.written({ customerId: member.id }, [desk.line({ quantity: 2 })]);
    const value = { kind: 'stored_value' as const, amountFen: yuan(300) };
    expect(refusal(await desk.pay(bill, [value, cash(100)]))).toEqual([400, 'INVALID_INPUT']);
    const code = await desk.code(member);
    const paid = taken(await desk.pay(bill, [value, cash(100)], { code }));
    expect(paid.tenders[0]).toMatchObject({ bonusFen: yuan(200), principalFen: yuan(100) });
    expect(await rawValue(desk.api, member.id)).toMatchObject({
      ...{ principalFen: yuan(900), bonusFen: 0 },
    });
    const receipt = await desk.get<BillView>(member, `/client/bills/${bill.id}`);
    expect(receipt).toMatchObject({ payFen: yuan(400), confirmation: { way: 'member_code' } });
    const disputed = await desk.post(member, `/client/bills/${bill.id}/dispute`, { note: '没做' });
    expect(disputed.body).toMatchObject({ confirmation: { disputeNote: '没做' } });
  });

  it('waits for her tap where the desk asks on the phone, and nobody else’s will do', async () => {
    const [member, other] = [await desk.aMember(), await desk.aMember()];
    const bill = await desk.written({ customerId: member.id });
    const tenders = [{ kind: 'stored_value' as const, amountFen: yuan(200) }];
    const asked = taken(await desk.act(bill, 'ask', { tenders }));
    expect(asked).toMatchObject({ state: 'awaiting', proposed: tenders });
    const tap = { version: asked.version };
    const stranger = await desk.post(other, `/client/bills/${bill.id}/confirm`, tap);
    expect(refusal(stranger)).toEqual([404, 'BILL_NOT_FOUND']);
    const key = aKey();
    const first = await desk.post(member, `/client/bills/${bill.id}/confirm`, tap, key);
    const again = await desk.post(member, `/client/bills/${bill.id}/confirm`, tap, key);
    expect(first.body).toMatchObject({ state: 'paid', confirmation: { way: 'tap' } });
    expect(again.body).toEqual(first.body);
    expect((await desk.wallet(member.id)).bonusFen).toBe(0);
  });

  it('with a voucher uses its number up, in small letters too', async () => {
    const reference = `MT${aKey().slice(0, 8)}`;
    const voucher = (number: string) => ({
      ...{ kind: 'voucher' as const, channel: 'meituan' as const, amountFen: yuan(200) },
      reference: number,
    });
    const [one, two] = [await desk.written(), await desk.written()];
    const paid = taken(await desk.pay(one, [voucher(reference.toUpperCase())]));
    const again = await desk.pay(two, [voucher(reference.toLowerCase())]);
    expect(refusal(again)).toEqual([409, 'VOUCHER_USED']);
    taken(await desk.act(paid, 'reverse', { reason: '券选错了' }, desk.manager));
    expect(taken(await desk.pay(two, [voucher(reference)])).state).toBe('paid');
  });

  it('later is for a manager to allow, and is repaid as an act of its own', async () => {
    const member = await desk.aMember();
    const bill = await desk.written({ customerId: member.id });
    const debt = [{ kind: 'debt' as const, amountFen: yuan(200) }];
    expect(refusal(await desk.pay(bill, debt))).toEqual([403, 'FORBIDDEN']);
    const paid = taken(await desk.pay(bill, debt, {}, desk.manager));
    const repay = (amount: number) =>
      desk.post(desk.desk, `/staff/clients/${member.id}/debt-payments`, {
        ...{ storeId: desk.store.id, kind: 'cash', amountFen: yuan(amount) },
      });
    expect(refusal(await repay(201))).toEqual([409, 'DEBT_TOO_HIGH']);
    expect((await repay(150)).body).toMatchObject({ owedFen: yuan(50) });
    const late = await desk.act(paid, 'reverse', { reason: '记错' }, desk.manager);
    expect(refusal(late)).toEqual([409, 'BILL_REPAID']);
  });

  it('twice at once takes the money once', async () => {
    const member = await desk.aMember();
    const bill = await desk.written({ customerId: member.id });
    const answers = await Promise.all(
      [1, 2, 3, 4].map((n) =>
        desk.pay(bill, [{ kind: 'stored_value', amountFen: yuan(200) }], {
          slipNo: `Q-${n}-${aKey().slice(0, 8)}`,
        }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await desk.wallet(member.id)).bonusFen).toBe(0);
    expect((await desk.wallet(member.id)).principalFen).toBe(yuan(1000));
  });

  it('takes the visit to its end where that is asked for', async () => {
    const visit = await desk.visit('16:00');
    const bill = await desk.open({ appointmentId: visit.id });
    taken(await desk.pay(bill, [cash(200)], { completeVisit: true }));
    const seen = await desk.get<{ state: string }>(desk.desk, `/staff/appointments/${visit.id}`);
    expect(seen.state).toBe('completed');
  });
});

describe('reversing', () => {
  it('gives everything back, keeps the bill with who and why, and the bill can be done again', async () => {
    const member = await desk.aMember();
    const before = await rawValue(desk.api, member.id);
    const bill = await desk.written({ customerId: member.id });
    const code = await desk.code(member);
    const value = { kind: 'stored_value' as const, amountFen: yuan(150) };
    const paid = taken(await desk.pay(bill, [value, cash(50)], { code }));
    const [spend] = (await desk.wallet(member.id)).spends;
    const part = await desk.post(desk.manager, `/staff/spends/${spend?.id}/reverse`, {
      reason: '扣错',
    });
    expect(refusal(part)).toEqual([409, 'SPEND_OF_BILL']);
    expect((await desk.act(paid, 'reverse', { reason: '项目开错' })).status).toBe(403);
    const reversed = taken(await desk.act(paid, 'reverse', { reason: '项目开错' }, desk.manager));
    expect(reversed).toMatchObject({ state: 'reversed', payFen: yuan(200) });
    expect(reversed.changes.at(-1)).toMatchObject({ act: 'reverse', reason: '项目开错' });
    expect(await rawValue(desk.api, member.id)).toEqual(before);
    const again = taken(await desk.act(reversed, 'copy'));
    expect(again).toMatchObject({ state: 'open', copyOf: bill.id, payFen: yuan(200) });
    expect(refusal(await desk.act(reversed, 'copy'))).toEqual([409, 'BILL_STATE']);
  });
});

it('a client turns the pages of her bills, latest first, and nobody else’s bill opens a page', async () => {
  const [member, other] = [await desk.aMember(), await desk.aMember()];
  const mine: string[] = [];
  for (let n = 0; n < 3; n += 1) {
    const bill = await desk.written({ customerId: member.id });
    mine.unshift(taken(await desk.pay(bill, [cash(200)])).id);
  }
  const hers = await desk.written({ customerId: other.id });
  taken(await desk.pay(hers, [cash(200)]));
  type List = { items: { id: string }[]; nextCursor?: string };
  const page = (cursor?: string): Promise<List> => {
    const query = cursor === undefined ? '' : `&cursor=${cursor}`;
    return desk.get(member, `/client/bills?limit=2${query}`);
  };
  const first = await page();
  expect(first).toMatchObject({ items: [{ id: mine[0] }, { id: mine[1] }], nextCursor: mine[1] });
  expect(await page(first.nextCursor)).toEqual({
    items: [expect.objectContaining({ id: mine[2] })],
  });
  expect(await page(hers.id)).toEqual({ items: [] });
});
