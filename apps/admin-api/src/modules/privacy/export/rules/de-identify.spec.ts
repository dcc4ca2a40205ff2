import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  FEWEST_ALIKE,
  ageGroup,
  hideTheRare,
  spendGroup,
  visitGroup,
  type Anybody,
} from './de-identify.js';

const people = fc.array(
  fc.record<Anybody>({
    age: fc.option(fc.integer({ min: 0, max: 110 })),
    gender: fc.constantFrom('女', '男', '未知'),
    store: fc.constantFrom('静安店', '徐汇店', '未定'),
  }),
  { maxLength: 120 },
);

describe('a list without names', () => {
  it('shows nobody who is alike to fewer than five in age, gender and store', () => {
    fc.assert(
      fc.property(people, (list) => {
        const sizes = new Map<string, number>();
        for (const one of hideTheRare(list)) {
          const group = JSON.stringify(one);
          if (one) sizes.set(group, (sizes.get(group) ?? 0) + 1);
        }
        expect([...sizes.values()].every((size) => size >= FEWEST_ALIKE)).toBe(true);
      }),
    );
  });

  it('never shows of anybody what is not so', () => {
    fc.assert(
      fc.property(people, (list) => {
        hideTheRare(list).forEach((shown, at) => {
          const one = list[at];
          expect([ageGroup(one?.age ?? null), '不显示', undefined]).toContain(shown?.age);
          expect([one?.gender, '不显示', undefined]).toContain(shown?.gender);
          expect([one?.store, '不显示', undefined]).toContain(shown?.store);
        });
      }),
    );
  });

  it('loses nobody while there are at least five who can be shown alike', () => {
    fc.assert(
      fc.property(people, (list) => {
        const lost = hideTheRare(list).filter((one) => one === undefined).length;
        expect(lost).toBeLessThan(FEWEST_ALIKE);
      }),
    );
  });

  it('tells ages by decades, visits and money roughly', () => {
    expect([19, 20, 34, 59, 60, null].map(ageGroup)).toEqual([
      ...['20 岁以下', '20–29 岁', '30–39 岁', '50–59 岁', '60 岁及以上', '未知'],
    ]);
    expect([0, 1, 2, 5, 6, 20, 21].map(visitGroup)).toEqual([
      ...['0', '1', '2–5', '2–5', '6–10', '11–20', '20 以上'],
    ]);
    expect([0, 1, 100_000, 100_001, 9_000_000].map(spendGroup)).toEqual([
      ...['0', '1000 元以内', '1000 元以内', '1000–5000 元', '3 万元以上'],
    ]);
  });
});
