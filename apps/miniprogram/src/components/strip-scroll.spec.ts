import { expect, test } from '@jest/globals';
import { leftOf } from './strip-scroll';

test('a strip stays at its beginning while the chosen cell is seen there', () => {
  expect(leftOf(-1, 60)).toBe(0);
  expect(leftOf(0, 60)).toBe(0);
  expect(leftOf(3, 60)).toBe(0);
});

test('a chosen cell further on is scrolled to, with the one before it in sight', () => {
  expect(leftOf(4, 60)).toBe(180);
  expect(leftOf(25, 60)).toBe(1440);
  expect(leftOf(2, 124)).toBe(124);
});

test('cells of different widths are counted one by one', () => {
  const widths = [102, 87, 132, 102];
  expect([-1, 0, 1].map((index) => leftOf(index, widths))).toEqual([0, 0, 0]);
  expect(leftOf(2, widths)).toBe(102);
  expect(leftOf(3, widths)).toBe(102 + 87);
});
