import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clashingCells, without, type ChangedCell, type DutySpan } from './settle-cells.js';

const span = (from: number, to: number): DutySpan => ({ from, to });
const cell = (before: DutySpan[], after: DutySpan[], staffId = 'lin'): ChangedCell => ({
  ...{ staffId, before, after },
});
const clashes = (cells: ChangedCell[], elsewhere: DutySpan[] = []): number[] => {
  const refused = clashingCells(cells, new Map([['lin', elsewhere]]));
  return cells.flatMap((each, index) => (refused.has(each) ? [index] : []));
};

/** Hours of a day of ten, as a bit for each: the oracle counts instead of comparing ends. */
const hoursIn = (spans: readonly DutySpan[]): number[] =>
  Array.from(
    { length: 10 },
    (_, hour) => spans.filter((s) => s.from <= hour && hour < s.to).length,
  );
const aSpan = fc
  .tuple(fc.nat(9), fc.nat(9))
  .map(([a, b]) => span(Math.min(a, b), Math.max(a, b) + 1));

describe('changes of a plan', () => {
  it('clash with what she does elsewhere', () => {
    expect(clashes([cell([], [span(0, 5)])], [span(4, 8)])).toEqual([0]);
    expect(clashes([cell([], [span(0, 4)])], [span(4, 8)])).toEqual([]);
  });

  it('let the first of two that overlap be made', () => {
    expect(clashes([cell([], [span(0, 5)]), cell([], [span(4, 8)])])).toEqual([1]);
  });

  it('may swap two days at once', () => {
    const [a, b] = [span(0, 4), span(4, 8)];
    expect(clashes([cell([a], [b]), cell([b], [a])])).toEqual([]);
  });

  it('are refused too where a refused day keeps what stands in their way', () => {
    const cells = [cell([], [span(2, 4)]), cell([span(2, 4)], [span(5, 7)])];
    expect(clashes(cells, [span(6, 8)])).toEqual([0, 1]);
  });

  it('clash within one day', () => {
    expect(clashes([cell([], [span(0, 3), span(2, 5)])])).toEqual([0]);
  });

  it('leave nobody in two places at once, and are all made where nothing clashes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(aSpan, aSpan), { maxLength: 4 }),
        fc.array(aSpan, { maxLength: 2 }),
        (pairs, elsewhere) => {
          const cells = pairs.map(([before, after]) => cell([before], [after]));
          const sound = (spans: DutySpan[]) => hoursIn(spans).every((people) => people <= 1);
          fc.pre(sound([...elsewhere, ...pairs.map(([before]) => before)]));
          const refused = clashingCells(cells, new Map([['lin', elsewhere]]));
          const end = cells.flatMap((each) => (refused.has(each) ? each.before : each.after));
          expect(sound([...elsewhere, ...end])).toBe(true);
          const wished = cells.flatMap(({ after }) => after);
          expect(refused.size === 0).toBe(sound([...elsewhere, ...wished]));
        },
      ),
    );
  });
});

describe('time without other time', () => {
  it('is what is in the one and not in the other', () => {
    fc.assert(
      fc.property(fc.array(aSpan, { maxLength: 1 }), fc.array(aSpan, { maxLength: 4 }), (a, b) => {
        const [had, gone] = [hoursIn(a), hoursIn(b)];
        const left = had.map((there, hour) => (there > 0 && gone[hour] === 0 ? 1 : 0));
        expect(hoursIn(without(a, b))).toEqual(left);
      }),
    );
  });
});
