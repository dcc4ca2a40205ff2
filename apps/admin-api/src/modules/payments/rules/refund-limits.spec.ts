import { describe, expect, it } from '@jest/globals';
import { refundableFen, refundHindrance } from './refund-limits.js';

const NOW = new Date('2026-11-22T02:00:00Z');
const daysAgo = (days: number): Date => new Date(NOW.getTime() - days * 86_400_000);
const order = {
  state: 'paid',
  amountFen: 1_000,
  refundReservedFen: 400,
  paidAt: daysAgo(3),
} as const;

describe('what may go back through WeChat', () => {
  it('is what was paid less what is on its way back', () => expect(refundableFen(order)).toBe(600));

  it.each([
    ['the rest', order, 600, 1, undefined],
    ['a fen more', order, 601, 1, 'REFUND_TOO_HIGH'],
    ['after 365 days', { ...order, paidAt: daysAgo(365) }, 600, 1, undefined],
    ['after 366 days', { ...order, paidAt: daysAgo(366) }, 600, 1, 'REFUND_TOO_OLD'],
    ['for the 51st time', order, 1, 50, 'REFUND_TOO_MANY'],
    ['of what was not paid', { ...order, state: 'closed' } as const, 1, 0, 'PAYMENT_ORDER_UNPAID'],
  ])('%s', (_what, given, amountFen, earlier, hindrance) =>
    expect(refundHindrance(given, amountFen, earlier, NOW)).toBe(hindrance),
  );
});
