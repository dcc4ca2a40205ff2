import { afterEach, beforeEach, expect, it } from '@jest/globals';

import { PayRig } from './support/pay-rig.js';

const ORDERS = 4_000;
const PAID = 1_000;
const SENDERS = 200;

let pay: PayRig;

beforeEach(async () => {
  pay = new PayRig();
  await pay.start();
});

afterEach(() => pay.stop());

it('holds 4,000 orders of 200 senders, tells of 1,000 payments once each and bills them all', async () => {
  let next = 0;
  const sender = async (): Promise<void> => {
    while (next < ORDERS) {
      next += 1;
      const out_trade_no = `LOAD-${String(next).padStart(6, '0')}`;
      const mustPay = next <= PAID;
      const { body } = await pay.prepay({ out_trade_no });
      if (mustPay) await pay.cashier(body['prepay_id']);
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, sender));
  await pay.heard(PAID);
  const ids = pay.receiver.received.map(({ body }) => (JSON.parse(body) as { id: string }).id);
  expect([ids.length, new Set(ids).size]).toEqual([PAID, PAID]);
  const bill = await pay.rig.post('/_sandbox/bill', { date: '2026-03-02' });
  expect(bill.body['rows']).toBe(PAID);
  const states = ['LOAD-000001', 'LOAD-004000'].map(async (no) => (await pay.query(no)).body);
  expect((await Promise.all(states)).map((each) => each['trade_state'])).toEqual([
    'SUCCESS',
    'NOTPAY',
  ]);
}, 240_000);
