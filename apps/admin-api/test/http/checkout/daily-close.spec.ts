import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { TODAY, TOMORROW, codeOf } from '../../support/given/index.js';
import { yuan } from '../membership/a-counter.js';
import { aDesk, taken, type DayView, type Desk, type ShiftView } from './a-desk.js';

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
const close = (counts: object[], date = TODAY) =>
  desk.post(desk.manager, '/staff/daily-close', { storeId: desk.store.id, date, counts });
const cashFen = (day: DayView): number =>
  day.expected.find(({ tender }) => tender === 'cash')?.expectedFen ?? 0;

describe('a day at the till', () => {
  it('is counted by shift and by day against the books, named bills keep it open, and then it is locked', async () => {
    const { id: storeId } = desk.store;
    const opened = taken<ShiftView>(
      await desk.post(desk.desk, '/staff/till-shifts', { storeId, floatFen: yuan(500) }),
    );
    const second = await desk.post(desk.manager, '/staff/till-shifts', { storeId, floatFen: 0 });
    expect(refusal(second)).toEqual([409, 'SHIFT_OPEN']);
    // 1000 in cash for stored value, 200 for a bill, 200 for one that is taken back.
    const member = await desk.aMember();
    const paid = taken(await desk.pay(await desk.written({ customerId: member.id }), cash(200)));
    const wrong = taken(await desk.pay(await desk.written(), cash(200)));
    taken(await desk.act(wrong, 'reverse', { reason: '开错了' }, desk.manager));

    const closing = (counts: object[]) =>
      desk.post(desk.desk, `/staff/till-shifts/${opened.id}/close`, { counts });
    expect(refusal(await closing([]))).toEqual([400, 'INVALID_INPUT']);
    const short = { tender: 'cash', countedFen: yuan(1699), reason: '少找回一元' };
    const ended = taken<ShiftView>(await closing([short]));
    expect(ended.counts.find(({ tender }) => tender === 'cash')).toMatchObject({
      ...{ expectedFen: yuan(1700), differenceFen: -yuan(1) },
    });
    expect(refusal(await closing([short]))).toEqual([409, 'SHIFT_STATE']);

    const open = await desk.written();
    const counts = [{ tender: 'cash', countedFen: yuan(1200) }];
    const blocked = await close(counts);
    expect(blocked.body).toMatchObject({
      code: 'BILLS_OPEN',
      bills: [{ id: open.id, no: open.no }],
    });
    taken(await desk.act(open, 'void', { reason: '顾客走了' }));
    expect(refusal(await close(counts, TOMORROW))).toEqual([409, 'DAY_NOT_OVER']);

    const day = taken<DayView>(await close(counts));
    expect(day).toMatchObject({
      state: 'closed',
      billCount: 2,
      reversedCount: 1,
      payFen: yuan(200),
    });
    expect(cashFen(day)).toBe(yuan(1200));
    const locked = await desk.post(desk.desk, '/staff/bills', { storeId });
    expect(refusal(locked)).toEqual([409, 'DAY_CLOSED']);
    const sale = await desk.sell(member.id, member.plan.id);
    expect(refusal(sale)).toEqual([409, 'DAY_CLOSED']);
    const late = await desk.act(paid, 'reverse', { reason: '开错了' }, desk.manager);
    expect(refusal(late)).toEqual([409, 'DAY_CLOSED']);

    await desk.later({ hours: 24 });
    const reversed = taken(await desk.act(paid, 'reverse', { reason: '开错了' }, desk.manager));
    expect(reversed.state).toBe('reversed');
    expect(cashFen(await desk.day())).toBe(yuan(1200));
    expect(cashFen(await desk.day(TOMORROW))).toBe(-yuan(200));
  });
});

describe('gifts of the house', () => {
  // It moves time on, and has a clock of its own.
  let salon: Desk;
  beforeAll(async () => {
    salon = await aDesk(await workerDatabaseUrl());
  });
  afterAll(() => salon.close());

  it('stay within what a month gives, on bills of two days at once', async () => {
    const rules = { storeId: salon.store.id, complimentaryMonthFen: yuan(200) };
    const change = { method: 'PATCH' as const, token: salon.owner.token, body: rules };
    taken<unknown>(await salon.api.call('/staff/checkout-rules', change));
    const first = await salon.open();
    await salon.later({ days: 1 });
    const second = await salon.open();
    const lines = [salon.line({ discount: { kind: 'complimentary', reason: '生日' } })];
    const answers = await Promise.all(
      [first, second].map((bill) => salon.edit(bill, { lines }, salon.manager)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.map(codeOf)).toContain('COMPLIMENTARY_OVER_QUOTA');
  });
});
