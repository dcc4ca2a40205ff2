import { afterEach, beforeEach, expect, it } from '@jest/globals';

import { PayRig } from './support/pay-rig.js';
import { eventually } from './support/rig.js';

const ORDERS = 4_000;
const SENDERS = 200;

let pay: PayRig;

beforeEach(async () => {
  pay = new PayRig();
  await pay.start();
});

afterEach(() => pay.stop());

it('holds 4,000 orders of 200 senders, tells of each payment once and bills them all', async () => {
  let next = 0;
  const sender = async (): Promise<void> => {
    while (next < ORDERS) {
      next += 1;
      await pay.paid(`LOAD-${String(next).padStart(6, '0')}`);
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, sender));
  await eventually(async () => {
    if (pay.receiver.received.length < ORDERS) return undefined;
    const waiting = await pay.rig.items('/_sandbox/notifications?state=waiting');
    return waiting.length === 0 ? true : undefined;
  });
  const ids = pay.receiver.received.map(({ body }) => (JSON.parse(body) as { id: string }).id);
  expect([ids.length, new Set(ids).size]).toEqual([ORDERS, ORDERS]);
  const bill = await pay.rig.post('/_sandbox/bill', { date: '2026-03-02' });
  expect(bill.body['rows']).toBe(ORDERS);
  expect((await pay.query('LOAD-000001')).body['trade_state']).toBe('SUCCESS');
}, 240_000);
