import { describe, expect, it } from '@jest/globals';
import type { RefundFacts, TransactionFacts } from '../../../platform/wechat/index.js';
import { movesRefund, paymentMismatch, refundMismatch } from './order-facts.js';

const ORDER = {
  orderNo: '01JD0000000000000000000000',
  appId: 'wx01',
  merchantId: '1900',
  amountFen: 100_000,
  currency: 'CNY',
  transactionId: null,
} as const;
const PAID: TransactionFacts = {
  appId: 'wx01',
  merchantId: '1900',
  orderNo: ORDER.orderNo,
  tradeState: 'SUCCESS',
  transactionId: '4200000000000000000000000001',
  totalFen: 100_000,
  currency: 'CNY',
  payerFen: 99_500,
  payerOpenid: 'o-payer',
  paidAt: null,
};

describe('a payment', () => {
  it('counts by what was asked for, also when WeChat gave the payer a coupon', () =>
    expect(paymentMismatch(ORDER, PAID)).toBeUndefined());

  it('counts when something of it is on its way back already', () =>
    expect(paymentMismatch(ORDER, { ...PAID, tradeState: 'REFUND' })).toBeUndefined());

  it.each([
    ['order_no', { orderNo: '01JD0000000000000000000001' }],
    ['appid', { appId: 'wx02' }],
    ['mchid', { merchantId: '1901' }],
    ['trade_state', { tradeState: 'NOTPAY' }],
    ['amount', { totalFen: 99_500 }],
    ['amount', { totalFen: null }],
    ['currency', { currency: 'USD' }],
    ['currency', { currency: null }],
    ['transaction', { transactionId: null }],
  ])('is refused for its %s', (mismatch, change) =>
    expect(paymentMismatch(ORDER, { ...PAID, ...change })).toBe(mismatch),
  );

  it('under another number is not the one that was counted', () => {
    const counted = { ...ORDER, transactionId: '4200000000000000000000000009' };
    expect(paymentMismatch(counted, PAID)).toBe('transaction');
  });
});

describe('a refund', () => {
  const order = { ...ORDER, transactionId: PAID.transactionId };
  const refund = {
    refundNo: '01JD000000000000000000000R',
    orderNo: ORDER.orderNo,
    amountFen: 30_000,
    state: 'approved',
    wechatRefundId: null,
  } as const;
  const facts: RefundFacts = {
    merchantId: '1900',
    orderNo: ORDER.orderNo,
    transactionId: '4200000000000000000000000001',
    refundNo: refund.refundNo,
    refundId: '50000000000000000000000000001',
    status: 'SUCCESS',
    totalFen: 100_000,
    refundFen: 30_000,
    currency: null,
    settledAt: null,
    receivedAccount: null,
  };

  it('agrees with what we sent', () =>
    expect(refundMismatch(order, refund, facts)).toBeUndefined());

  it.each([
    ['mchid', { merchantId: '1901' }],
    ['transaction', { transactionId: '4200000000000000000000000002' }],
    ['amount', { totalFen: 1 }],
    ['refund_amount', { refundFen: 30_001 }],
    ['refund_no', { refundNo: 'another' }],
    ['currency', { currency: 'USD' }],
  ])('is refused for its %s', (mismatch, change) =>
    expect(refundMismatch(order, refund, { ...facts, ...change })).toBe(mismatch),
  );

  it('that nobody approved is none of ours', () =>
    expect(refundMismatch(order, { ...refund, state: 'requested' }, facts)).toBe('contradiction'));

  it('that is over does not turn into its opposite', () => {
    const closed = { ...refund, state: 'closed' } as const;
    expect(refundMismatch(order, closed, facts)).toBe('contradiction');
  });

  it.each([
    ['approved', 'PROCESSING', true],
    ['approved', 'SUCCESS', true],
    ['processing', 'PROCESSING', false],
    ['processing', 'ABNORMAL', true],
    ['abnormal', 'PROCESSING', false],
    ['abnormal', 'SUCCESS', true],
    ['abnormal', 'CLOSED', true],
    ['success', 'PROCESSING', false],
    ['success', 'SUCCESS', false],
    ['closed', 'ABNORMAL', false],
  ] as const)('in %s that is told to be %s moves on: %s', (state, status, moves) =>
    expect(movesRefund(state, { ...facts, status })).toBe(moves),
  );
});
