import {
  changeFen,
  faultOf,
  leftFen,
  pointsRow,
  proposed,
  rowOf,
  tendersOf,
  withPoints,
} from './tenders';

describe('how a bill is paid', () => {
  it('is by her card when there is enough on it, else in cash, and not at all when nothing is to pay', () => {
    expect(proposed(20_000, 20_000)).toMatchObject([{ kind: 'stored_value', amount: '200' }]);
    expect(proposed(20_000, 19_999)).toMatchObject([{ kind: 'cash' }]);
    expect(proposed(0, 50_000)).toEqual([]);
    expect(proposed(20_000, 50_000, 15_000)).toMatchObject([{ kind: 'cash' }]);
  });

  it('adds up to the fen, with change on cash', () => {
    const rows = [rowOf('stored_value', 12_345), { ...rowOf('cash', 7_655), given: '100' }];
    expect(leftFen(rows, 20_000)).toBe(0);
    expect(changeFen(rows)).toBe(2_345);
    expect(faultOf(rows, 20_000)).toBeUndefined();
    expect(tendersOf(rows)).toEqual([
      { kind: 'stored_value', amountFen: 12_345 },
      { kind: 'cash', amountFen: 7_655, givenFen: 10_000 },
    ]);
  });

  it('lets stored value pay for no top-up, and points or a debt for no card', () => {
    const limits = { goodsFen: 5_000, valueFen: 15_000 };
    const paidWith = (kind: 'stored_value' | 'debt', fen: number) => [
      rowOf(kind, fen),
      rowOf('cash', 20_000 - fen),
    ];
    expect(faultOf(paidWith('stored_value', 15_000), 20_000, limits)).toBeUndefined();
    expect(faultOf(paidWith('stored_value', 15_001), 20_000, limits)).toContain('充值');
    expect(faultOf(paidWith('debt', 5_000), 20_000, limits)).toBeUndefined();
    expect(faultOf(paidWith('debt', 5_001), 20_000, limits)).toContain('挂账');
  });

  it('says what is missing', () => {
    expect(faultOf([rowOf('cash', 100)], 200)).toBe('还没有付够');
    expect(faultOf([rowOf('cash', 300)], 200)).toBe('付款多于应收');
    expect(faultOf([rowOf('paycode', 200)], 200)).toBe('请填写凭证号或券码');
    expect(faultOf([{ ...rowOf('cash', 200), given: '1' }], 200)).toBe('实收现金少于应收');
  });

  it('takes points before the rest, which gets less by what they pay', () => {
    const offer = { balance: 950, fenPerHundred: 90, points: 900, worthFen: 810 };
    const rows = withPoints([rowOf('cash', 2_700)], 2_700, offer);
    expect(tendersOf(rows)).toEqual([
      { kind: 'points', amountFen: 810, points: 900 },
      { kind: 'cash', amountFen: 1_890 },
    ]);
    expect(leftFen([pointsRow('333', offer), rowOf('cash', 1)], 300)).toBe(0);
    expect(faultOf([pointsRow('1.5', offer)], 300)).toBe('请填写用多少积分');
  });
});
