import { describe, expect, it } from '@jest/globals';
import { outcomeOf, refundLine } from './order-words';

describe('what an order says of its refund', () => {
  const line = (
    refundedFen: number,
    refundState: Parameters<typeof refundLine>[0]['refundState'],
  ) => refundLine({ refundedFen, refundState });

  it('is nothing where nothing goes back', () => {
    expect(line(0, null)).toBeUndefined();
  });

  it('is the sum once it is back', () => {
    expect(line(70_000, 'success')).toBe('已退 ¥700');
  });

  it('is where the money is while it is on its way, beside what is back already', () => {
    expect(line(0, 'requested')).toBe('退款等门店审核');
    expect([line(0, 'approved'), line(0, 'processing')]).toEqual(['退款处理中', '退款处理中']);
    expect(line(30_000, 'processing')).toBe('已退 ¥300，退款处理中');
  });

  it('is who will see to it when it could not go back', () => {
    for (const state of ['abnormal', 'closed'] as const) {
      expect(line(0, state)).toBe('退款没有退成，门店会联系您');
    }
  });

  it('does not call a part the whole', () => {
    const titleOf = (state: 'part_refunded' | 'refunded') =>
      outcomeOf('refunded', { state, refundedFen: 100 }).title;
    expect([titleOf('part_refunded'), titleOf('refunded')]).toEqual(['已部分退款', '已退款']);
  });
});
