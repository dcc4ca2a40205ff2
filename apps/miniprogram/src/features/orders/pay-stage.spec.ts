import { describe, expect, it } from '@jest/globals';
import { isOpen, isPayable, pauseBefore, payStage } from './pay-stage';

const now = new Date('2026-11-21T12:00:00+08:00');
const pending = { state: 'pending' as const, payableUntil: '2026-11-21T14:00:00+08:00' };
const told = (said: 'open' | 'ok' | 'cancel' | 'fail' | undefined, heard = true, waitedMs = 0) =>
  payStage(pending, { said, heard, waitedMs }, now);

describe('payStage', () => {
  it('believes the server, whatever the cashier said', () => {
    const stageOf = (state: 'paid' | 'closed' | 'refunded' | 'part_refunded') =>
      payStage({ ...pending, state }, { said: 'cancel', heard: false, waitedMs: 0 }, now);
    expect(
      ['paid', 'closed', 'refunded', 'part_refunded'].map((s) => stageOf(s as 'paid')),
    ).toEqual(['done', 'closed', 'refunded', 'refunded']);
  });

  it('says nothing about a cancellation or a failure before the server was asked', () => {
    expect([told('cancel', false), told('fail', false)]).toEqual(['confirming', 'confirming']);
    expect([told('cancel'), told('fail')]).toEqual(['cancelled', 'failed']);
  });

  it('never says that nothing was taken before WeChat answered, however long it takes', () => {
    const late = { ...pending, payableUntil: '2026-11-21T11:59:59+08:00' };
    const unheard = { heard: false, waitedMs: 600_000 };
    const stages = ([undefined, 'open', 'ok', 'cancel', 'fail'] as const).flatMap((said) => [
      payStage(pending, { said, ...unheard }, now),
      payStage(late, { said, ...unheard }, now),
    ]);
    expect(new Set(stages)).toEqual(new Set(['confirming']));
  });

  it('goes on confirming after a success that the server does not know yet', () => {
    expect([told('ok'), told('ok', true, 600_000)]).toEqual(['confirming', 'confirming']);
  });

  it('offers to pay again when a cashier never answered and nobody paid for a while', () => {
    expect([told('open', true, 3_000), told('open', true, 20_000)]).toEqual([
      'confirming',
      'unsure',
    ]);
  });

  it('says that an order whose time is over can no longer be paid', () => {
    const late = { ...pending, payableUntil: '2026-11-21T11:59:59+08:00' };
    expect(payStage(late, { said: 'cancel', heard: true, waitedMs: 0 }, now)).toBe('lapsed');
    expect(payStage(late, { said: 'ok', heard: true, waitedMs: 0 }, now)).toBe('confirming');
  });

  it('lets an order be paid only while no money may be on its way', () => {
    expect((['waiting', 'cancelled', 'failed', 'unsure'] as const).every(isPayable)).toBe(true);
    expect((['confirming', 'done', 'closed', 'lapsed'] as const).some(isPayable)).toBe(false);
    expect([isOpen('confirming'), isOpen('done')]).toEqual([true, false]);
  });
});

describe('pauseBefore', () => {
  it('asks soon at first, then with patience, and never gives up', () => {
    const pauses = [0, 1, 2, 3, 4, 5, 6, 60].map(pauseBefore);
    expect(pauses).toEqual([1_000, 1_000, 2_000, 3_000, 5_000, 8_000, 10_000, 10_000]);
  });
});
