import { describe, expect, it } from '@jest/globals';
import { sessionMoveWords } from '@yance/shared-types';
import type { StatementLine } from '@/api/types';
import { addMonths, monthOf, monthWords } from './months';
import {
  checkWords,
  columnYuan,
  counterpartOf,
  isWide,
  lineTime,
  monthTotals,
  pointsWords,
} from './statement-words';

const line = (id: string, change: Partial<StatementLine>): StatementLine => ({
  at: '2026-11-21T14:30:00+08:00',
  kind: 'spend',
  title: '护理',
  principalFen: 0,
  bonusFen: 0,
  points: 0,
  balanceAfter: 0,
  id,
  packages: [],
  ...change,
});

describe('months', () => {
  it('turn over the end of a year', () => {
    expect([addMonths('2026-01', -1), addMonths('2026-12', 1), addMonths('2026-11', -23)]).toEqual([
      '2025-12',
      '2027-01',
      '2024-12',
    ]);
  });

  it('are written as people say them', () => {
    expect([monthOf('2026-11-21'), monthWords('2026-01')]).toEqual(['2026-11', '2026年1月']);
  });
});

it('says what a line did to points', () => {
  expect([pointsWords({ points: 120 }), pointsWords({ points: -30 })]).toEqual([
    '积分 +120',
    '积分 -30',
  ]);
});

describe('monthTotals', () => {
  it('adds up what came and what went, principal and bonus together', () => {
    const lines = [
      line('1', { principalFen: -30_000, bonusFen: -5_000 }),
      line('2', { principalFen: 100_000, bonusFen: 20_000 }),
    ];
    expect(monthTotals({ lines })).toEqual({ in: 120_000, out: 35_000 });
  });

  it('is nothing for a quiet month', () => {
    expect(monthTotals({ lines: [] })).toEqual({ in: 0, out: 0 });
  });
});

describe('counterpartOf', () => {
  const spend = line('1', { spendId: 's' });
  const mirror = line('2', { spendId: 's', kind: 'spend_reversal' });
  const other = line('3', { spendId: 't' });

  it('leads from a use of a session to what took it back, and not to the place that became free', () => {
    const used = line('4', { sessionUseId: 'u', kind: 'session_use' });
    const freed = line('5', { sessionUseId: 'u', kind: 'session_release' });
    const back = line('6', { sessionUseId: 'u', kind: 'session_reversal' });
    expect(counterpartOf(used, [back, freed, used])).toBe(back);
    expect(counterpartOf(back, [back, used])).toBe(used);
    expect(counterpartOf(used, [freed, used])).toBeUndefined();
  });

  it('leads from a deduction to what took it back, and back', () => {
    const lines = [other, mirror, spend];
    expect(counterpartOf(spend, lines)).toBe(mirror);
    expect(counterpartOf(mirror, lines)).toBe(spend);
    expect(counterpartOf(other, lines)).toBeUndefined();
  });
});

describe('words of a line', () => {
  it('tell its time and the end of the hash in groups', () => {
    expect(lineTime('2026-11-21T14:30:00+08:00')).toBe('11-21 14:30');
    expect(checkWords('00ff'.repeat(14) + 'a1b2c3d4')).toBe('00ff 00ff a1b2 c3d4');
  });
});

describe('what a line did to sessions', () => {
  const words = (...moves: [number, number][]) =>
    sessionMoveWords(moves.map(([sessions, reserved]) => ({ sessions, reserved })));

  it('is told by what is left, and where nothing changed in that, by what waits for a visit', () => {
    expect([words([12, 0]), words([-1, -1]), words([0, 1]), words([0, -1])]).toEqual([
      ...['+12 次', '-1 次', '占用 1 次', '退回 1 次'],
    ]);
    expect([words(), words([0, 0]), words([-4, 0], [10, 0])]).toEqual([
      ...[undefined, undefined, '+6 次'],
    ]);
  });
});

describe('the columns of a statement', () => {
  it('line up: every amount says its sign and its cents', () => {
    expect([100_000, -9_090, 1].map(columnYuan)).toEqual(['+1,000.00', '-90.90', '+0.01']);
  });

  it('give way to rows from ten thousand yuan on, whichever way the money went', () => {
    const small = { principalFen: -999_999, bonusFen: 999_999 };
    expect([isWide([small]), isWide([])]).toEqual([false, false]);
    expect(isWide([small, { principalFen: -1_000_000, bonusFen: 0 }])).toBe(true);
    expect(isWide([{ principalFen: 0, bonusFen: 999_999_999 }])).toBe(true);
  });
});
