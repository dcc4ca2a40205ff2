import { balanceMessage } from './balance-message.js';

const change = {
  ...{ kind: 'spent' as const, title: '面部清洁护理', amountFen: 12_800, balanceFen: 999_999_999 },
  ...{ at: new Date('2026-11-23T06:05:00Z'), timeZone: 'Asia/Shanghai' },
};

describe('the message about a balance', () => {
  it('says what it was for, how much, what is left and when, by the store’s wall', () => {
    expect(balanceMessage(change)).toEqual({
      ...{ thing1: '面部清洁护理', phrase2: '储值扣款', amount3: '¥128' },
      ...{ amount4: '¥9999999.99', time5: '2026年11月23日 14:05' },
    });
  });

  it('says of a deduction that was undone that it came back', () => {
    expect(balanceMessage({ ...change, kind: 'spend_reversed' })['phrase2']).toBe('扣款退回');
  });
});
